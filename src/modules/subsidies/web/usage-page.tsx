import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
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
import { Count, Kwh } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { Deadline } from './deadline.tsx'
import { SheetProblems } from '../../../web/kit/sheets/sheet-problems.tsx'

/** From template to readings: download, fill, upload, see what is wrong, import as one act. */
export function UsagePage() {
  const { t } = useWords()
  const { season: id } = useParams({ strict: false }) as { season: string }
  const answer = useAnswer('season.page', { season: id })
  const { loading, trouble, start } = useDownload()
  const [file, setFile] = useState<StoredFile>()
  return (
    <Answered answer={answer}>
      {(season) => (
        <PageFrame
          title={t('act.usage.import')}
          lead={
            <>
              {season.name} · {t('season.deadline')} <Deadline {...season} />
            </>
          }
          back={{ to: `/seasons/${id}`, label: season.name }}
        >
          <Panel title={t('usage.template.title')}>
            <p>{t('usage.template.lead')}</p>
            <p>
              <Button loading={loading} onClick={() => start(() => download('usage.template', {}))}>
                {t('usage.template')}
              </Button>
            </p>
            {trouble}
          </Panel>
          <Panel title={t('usage.upload')}>
            <FileDrop holds="workbook" hint={t('usage.drop')} onChange={(files) => setFile(files[0])} />
            {file && <DryRun key={file.digest} season={id} file={file} />}
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function DryRun({ season, file }: { season: string; file: StoredFile }) {
  const answer = useAnswer('usage.dry-run', { season, file: file.digest })
  return <Answered answer={answer}>{(run) => <Result season={season} file={file} run={run} />}</Answered>
}

interface Imported {
  matched: number
  unmatched: number
  replaced: number
}

function Result({ season, file, run }: { season: string; file: StoredFile; run: Answer<'usage.dry-run'> }) {
  const { t } = useWords()
  const performing = usePerform('usage.import')
  const { loading, trouble, start } = useDownload()
  const [done, setDone] = useState<Imported>()
  const importNow = async () => {
    const outcome = await performing.perform(
      { season, file: file.digest, fileName: file.name },
      { evidence: [{ kind: 'workbook', digest: file.digest }] },
    )
    if (outcome?.status === 'done') setDone(outcome.receipt.result as Imported)
  }
  if (done)
    return (
      <p role="status" className="dry-run-facts">
        ✓ {t('usage.done', { ...done })}{' '}
        <AddressLink to={`/seasons/${season}`}>{t('usage.to-season')}</AddressLink>
      </p>
    )
  return (
    <div role="status">
      <p className="dry-run-facts">
        <span>
          {t('usage.rows')}
          <b>
            <Count of={run.rows} />
          </b>
        </span>
        <span>
          {t('usage.matched')}
          <b>
            <Count of={run.matched} />
          </b>
        </span>
        {run.replaced > 0 && (
          <span>
            {t('usage.replaced')}
            <b>
              <Count of={run.replaced} />
            </b>
          </span>
        )}
        <span>
          {t('usage.unmatched')}
          <b>
            <Count of={run.unmatched} />
          </b>
        </span>
        <span>
          {t('season.used')}
          <b>
            <Kwh centi={run.usedCentiKwh} />
          </b>
        </span>
        <span>
          {t('sheet.errors')}
          <b>
            <Count of={run.errorCount} />
          </b>
        </span>
      </p>
      {run.importedOn && (
        <p className="money-warn" role="alert">
          {t('usage.same-file', { day: run.importedOn })}
        </p>
      )}
      <SheetProblems problems={run.problems} count={run.problemCount} />
      {trouble}
      <ActAnswer performing={performing} onRetry={() => void importNow()} />
      <div className="season-acts">
        <Button
          type="primary"
          loading={performing.pending}
          disabled={run.errorCount > 0 || run.matched === 0 || run.importedOn !== null}
          onClick={() => void importNow()}
        >
          {t('usage.import', { count: run.matched })}
        </Button>
        {run.problemCount > 0 && (
          <Button
            loading={loading}
            onClick={() => start(() => download('usage.marked', { season, file: file.digest }))}
          >
            {t('sheet.marked')}
          </Button>
        )}
      </div>
    </div>
  )
}
