import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { SheetProblems } from '../../../web/kit/sheets/sheet-problems.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'

type Lot = Answer<'crew.places'>['lots'][number]

/** From template to register: download, fill, upload, see what is wrong, import as one act. */
export function ImportPage() {
  const { t } = useWords()
  const answer = useAnswer('crew.places', {})
  const { loading, trouble, start } = useDownload()
  return (
    <Answered answer={answer}>
      {({ lots }) => (
        <PageFrame title={t('act.worker.import')} back={{ to: '/workers', label: t('workers.title') }}>
          <Panel title={t('workers.step.template')}>
            <p>{t('workers.template.lead')}</p>
            <p>
              <Button loading={loading} onClick={() => start(() => download('workers.template', {}))}>
                {t('workers.template')}
              </Button>
            </p>
            {trouble}
          </Panel>
          <Panel title={t('workers.step.upload')}>
            {lots.length === 0 ? <Empty>{t('workers.no-lots')}</Empty> : <Upload lots={lots} />}
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function Upload({ lots }: { lots: readonly Lot[] }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState(lots[0]?.lot)
  const [file, setFile] = useState<StoredFile>()
  const lot = lots.find((each) => each.lot === chosen)
  return (
    <>
      <Form.Item label={t('field.worker.register.lot')} htmlFor="import-lot">
        <Select
          id="import-lot"
          value={chosen}
          options={lots.map(({ lot: value, code, name }) => ({ value, label: `${code} ${name}` }))}
          onChange={setChosen}
        />
      </Form.Item>
      <FileDrop holds="workbook" hint={t('workers.drop')} onChange={(files) => setFile(files[0])} />
      {file && lot && <DryRun key={`${file.digest} ${lot.lot}`} lot={lot} file={file} />}
    </>
  )
}

function DryRun({ lot, file }: { lot: Lot; file: StoredFile }) {
  const { t } = useWords()
  const answer = useAnswer('workers.dry-run', { firm: lot.firm, file: file.digest })
  const performing = usePerform('worker.import')
  const { loading, trouble, start } = useDownload()
  const [people, setPeople] = useState<number>()
  const importNow = async () => {
    const outcome = await performing.perform(
      { firm: lot.firm, lot: lot.lot, file: file.digest, fileName: file.name },
      { evidence: [{ kind: 'workbook', digest: file.digest }] },
    )
    if (outcome?.status === 'done') setPeople((outcome.receipt.result as { people: number }).people)
  }
  if (people !== undefined)
    return (
      <p role="status" className="dry-run-facts">
        ✓ {t('workers.imported', { people })} <AddressLink to="/workers">{t('workers.to-list')}</AddressLink>
      </p>
    )
  return (
    <Answered answer={answer}>
      {(run) => (
        <div role="status">
          <p className="dry-run-facts">
            {(
              [
                ['workers.rows', run.read],
                ['workers.fresh', run.fresh],
                ['workers.known', run.known],
                ['sheet.errors', run.errorCount],
              ] as const
            ).map(([label, count]) => (
              <span key={label}>
                {t(label)}
                <b>
                  <Count of={count} />
                </b>
              </span>
            ))}
          </p>
          <SheetProblems problems={run.problems} count={run.problemCount} />
          {trouble}
          <ActAnswer performing={performing} onRetry={() => void importNow()} />
          <div className="form-actions">
            <Button
              type="primary"
              loading={performing.pending}
              disabled={run.errorCount > 0 || run.fresh === 0}
              onClick={() => void importNow()}
            >
              {t('workers.import-now', { count: run.fresh })}
            </Button>{' '}
            {run.problemCount > 0 && (
              <Button
                loading={loading}
                onClick={() => start(() => download('workers.marked', { firm: lot.firm, file: file.digest }))}
              >
                {t('sheet.marked')}
              </Button>
            )}
          </div>
        </div>
      )}
    </Answered>
  )
}
