import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { download } from '../../../web/kit/api/download.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import type { HomePanelProps } from '../../../web/kit/screen.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { BringForm } from './bring-form.tsx'
import { Completeness } from './completeness.tsx'
import { PaperLine } from './paper-line.tsx'
import { ReportButton } from './report-button.tsx'
import { TakeOutForm } from './take-out-form.tsx'
import './dossiers.css'

export type Paper = Answer<'dossier.page'>['papers'][number]

type Doing = { what: 'bring'; paper: string } | { what: 'take-out'; brought: string }

/** Part of a home's page: each paper of its dossier, what it rests on or who has to bring it. */
export function DossierPanel({ home, ended }: HomePanelProps) {
  const { t } = useWords()
  const [doing, setDoing] = useState<Doing>()
  const pdf = useDownload()
  const close = () => setDoing(undefined)
  return (
    <Answered answer={useAnswer('dossier.page', { home })}>
      {(page) => {
        // Of a home that ended what is there is kept, and nothing more is asked for.
        const papers = ended
          ? page.papers.filter(({ records, brought }) => records.length + brought.length > 0)
          : page.papers
        return papers.length === 0 ? (
          <Empty>{t(ended ? 'dossier.none-kept' : 'dossier.no-list')}</Empty>
        ) : (
          <>
            <div className="dossier-top">
              {!ended && <Completeness {...page} />}
              <Button
                loading={pdf.loading}
                onClick={() => pdf.start(() => download('dossier.pdf', { home }))}
              >
                {t('dossier.pdf')}
              </Button>
              <ReportButton of={{ home }} />
            </div>
            {pdf.trouble}
            <ol className="dossier">
              {papers.map((paper) => (
                <PaperLine
                  key={paper.id}
                  home={home}
                  paper={paper}
                  onBring={() => setDoing({ what: 'bring', paper: paper.id })}
                  onTakeOut={(brought) => setDoing({ what: 'take-out', brought })}
                />
              ))}
            </ol>
            <Modal
              open={doing !== undefined}
              title={t(doing?.what === 'take-out' ? 'act.dossier.withdraw-paper' : 'act.dossier.add-paper')}
              footer={null}
              onCancel={close}
              destroyOnHidden
            >
              {doing?.what === 'bring' && (
                <BringForm id={home} paper={doing.paper} onDone={close} onCancel={close} />
              )}
              {doing?.what === 'take-out' && (
                <TakeOutForm id={home} brought={doing.brought} onDone={close} onCancel={close} />
              )}
            </Modal>
          </>
        )
      }}
    </Answered>
  )
}
