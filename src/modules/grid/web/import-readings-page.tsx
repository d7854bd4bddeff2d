import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { DryRunFigures, ImportDone, ImportFrame } from './import-frame.tsx'

/** From the grid company's file to readings: upload, see what is wrong, import as one act. */
export function ImportReadingsPage() {
  const { t } = useWords()
  const { season: id } = useParams({ strict: false }) as { season: string }
  return (
    <ImportFrame
      season={id}
      title={t('act.readings.import')}
      lead={t('readings.template.lead')}
      hint={t('readings.drop')}
      template={() => download('readings.template', {})}
    >
      {(file) => <DryRun key={file.digest} season={id} file={file} />}
    </ImportFrame>
  )
}

function DryRun({ season, file }: { season: string; file: StoredFile }) {
  const answer = useAnswer('readings.dry-run', { season, file: file.digest })
  return <Answered answer={answer}>{(run) => <Result season={season} file={file} run={run} />}</Answered>
}

interface Taken {
  homes: number
  readings: number
  unmatched: number
}

function Result({
  season,
  file,
  run,
}: {
  season: string
  file: StoredFile
  run: Answer<'readings.dry-run'>
}) {
  const { t } = useWords()
  const performing = usePerform('readings.import')
  const [taken, setTaken] = useState<Taken>()
  const take = async () => {
    const outcome = await performing.perform(
      { season, file: file.digest, fileName: file.name },
      { evidence: [{ kind: 'workbook', digest: file.digest }] },
    )
    if (outcome?.status === 'done') setTaken(outcome.receipt.result as Taken)
  }
  if (taken) return <ImportDone season={season}>{t('readings.done', { ...taken })}</ImportDone>
  return (
    <DryRunFigures
      run={run}
      figures={[
        { label: t('usage.rows'), value: <Count of={run.rows} /> },
        { label: t('readings.count'), value: <Count of={run.readings} /> },
        { label: t('readings.homes'), value: <Count of={run.homes} /> },
        { label: t('readings.unmatched'), value: <Count of={run.unmatched} /> },
      ]}
    >
      <ActAnswer performing={performing} onRetry={() => void take()} />
      <Button
        type="primary"
        loading={performing.pending}
        disabled={run.errorCount > 0 || run.homes === 0 || run.importedOn !== null}
        onClick={() => void take()}
      >
        {t('readings.take', { count: run.readings })}
      </Button>
    </DryRunFigures>
  )
}
