import { Button } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { SheetProblems } from '../../../web/kit/sheets/sheet-problems.tsx'

interface Settled {
  paid: number
  failed: number
  repeated: number
  waiting: number
  paidFen: number
}

/** The receipt in: upload, see row by row whether it fits the batch, import. */
export function ReceiptPanel({ batch }: { batch: string }) {
  const { t } = useWords()
  const { loading, trouble, start } = useDownload()
  const [file, setFile] = useState<StoredFile>()
  const [done, setDone] = useState<Settled>()
  // A new round empties the drop zone for the next file.
  const [round, setRound] = useState(0)
  return (
    <>
      <p>
        {t('receipt.lead')}{' '}
        <Button size="small" loading={loading} onClick={() => start(() => download('receipt.template', {}))}>
          {t('receipt.template')}
        </Button>
      </p>
      {trouble}
      {done && (
        <p role="status" className="dry-run-facts">
          ✓ {t('receipt.done', { ...done, total: yuanText(done.paidFen) })}
        </p>
      )}
      <FileDrop
        key={round}
        holds="workbook"
        hint={t('receipt.drop')}
        onChange={(files) => setFile(files[0])}
      />
      {file && (
        <DryRun
          key={file.digest}
          batch={batch}
          file={file}
          onDone={(settled) => {
            setDone(settled)
            setFile(undefined)
            setRound(round + 1)
          }}
        />
      )}
    </>
  )
}

interface Props {
  batch: string
  file: StoredFile
  onDone: (settled: Settled) => void
}

function DryRun(props: Props) {
  const answer = useAnswer('receipt.dry-run', { batch: props.batch, file: props.file.digest })
  return <Answered answer={answer}>{(run) => <Result {...props} run={run} />}</Answered>
}

function Result({ batch, file, onDone, run }: Props & { run: Answer<'receipt.dry-run'> }) {
  const { t } = useWords()
  const performing = usePerform('receipt.import')
  const { loading, trouble, start } = useDownload()
  const importNow = async () => {
    const outcome = await performing.perform(
      { batch, file: file.digest, fileName: file.name },
      { evidence: [{ kind: 'workbook', digest: file.digest }] },
    )
    if (outcome?.status === 'done') onDone(outcome.receipt.result as Settled)
  }
  const figures = [
    { key: 'usage.rows', value: <Count of={run.rows} /> },
    { key: 'payment-state.paid', value: <Count of={run.paid} /> },
    { key: 'receipt.paid', value: <Money fen={run.paidFen} /> },
    { key: 'payment-state.failed', value: <Count of={run.failed} /> },
    { key: 'receipt.repeated', value: <Count of={run.repeated} /> },
    { key: 'sheet.errors', value: <Count of={run.errorCount} /> },
  ]
  return (
    <div role="status">
      <p className="dry-run-facts">
        {figures.map(({ key, value }) => (
          <span key={key}>
            {t(key)}
            <b>{value}</b>
          </span>
        ))}
      </p>
      {run.errorCount > 0 && (
        <p className="money-warn money-stop" role="alert">
          {t('receipt.refused-whole')}
        </p>
      )}
      <SheetProblems problems={run.problems} count={run.problemCount} />
      {trouble}
      <ActAnswer performing={performing} onRetry={() => void importNow()} />
      <div className="season-acts">
        <Button
          type="primary"
          loading={performing.pending}
          disabled={run.errorCount > 0 || run.paid + run.failed === 0}
          onClick={() => void importNow()}
        >
          {t('act.receipt.import')}
        </Button>
        {run.problemCount > 0 && (
          <Button
            loading={loading}
            onClick={() => start(() => download('receipt.marked', { batch, file: file.digest }))}
          >
            {t('sheet.marked')}
          </Button>
        )}
      </div>
      {run.errorCount === 0 && run.paid + run.failed === 0 && (
        <p className="quiet">{t('receipt.nothing-new')}</p>
      )}
    </div>
  )
}
