import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { SheetProblems } from '../../../web/kit/sheets/sheet-problems.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'

/** A town's receipts from a workbook: see row by row whether they fit, then take them all. */
export function ImportReceiptsPage() {
  const { t } = useWords()
  const { account } = useParams({ strict: false }) as { account: string }
  const { loading, trouble, start } = useDownload()
  const [file, setFile] = useState<StoredFile>()
  return (
    <PageFrame
      title={t('contribution.import.title')}
      lead={t('contribution.import.lead')}
      back={{ to: '/contributions', label: t('contributions.title') }}
    >
      <Panel>
        <p>
          <Button loading={loading} onClick={() => start(() => download('contribution.template', {}))}>
            {t('contribution.import.template')}
          </Button>
        </p>
        {trouble}
        <FileDrop
          holds="workbook"
          hint={t('contribution.import.drop')}
          onChange={(files) => setFile(files[0])}
        />
        {file && <DryRun key={file.digest} account={account} file={file} />}
      </Panel>
    </PageFrame>
  )
}

interface Props {
  account: string
  file: StoredFile
}

function DryRun({ account, file }: Props) {
  const [done, setDone] = useState<Imported>()
  const answer = useAnswer('contribution.dry-run', { account, file: file.digest })
  const { t } = useWords()
  if (done)
    return (
      <p role="status" className="dry-run-facts">
        ✓ {t('contribution.import.done', { ...done, total: yuanText(done.amountFen) })}
      </p>
    )
  return (
    <Answered answer={answer}>
      {(run) => <Result account={account} file={file} run={run} onDone={setDone} />}
    </Answered>
  )
}

interface Imported {
  receipts: number
  homes: number
  amountFen: number
}

function Result({
  account,
  file,
  run,
  onDone,
}: Props & { run: Answer<'contribution.dry-run'>; onDone: (done: Imported) => void }) {
  const { t } = useWords()
  const performing = usePerform('contribution.import')
  const importNow = async () => {
    const outcome = await performing.perform(
      { account, file: file.digest, fileName: file.name },
      { evidence: [{ kind: 'workbook', digest: file.digest }] },
    )
    if (outcome?.status === 'done') onDone(outcome.receipt.result as Imported)
  }
  return (
    <div role="status">
      <p className="dry-run-facts">
        <span>
          {t('contribution.import.rows')}
          <b>
            <Count of={run.rows} />
          </b>
        </span>
        <span>
          {t('contribution.import.fit')}
          <b>
            <Count of={run.receipts} />
          </b>
        </span>
        <span>
          {t('contribution.import.sum')}
          <b>
            <Money fen={run.amountFen} />
          </b>
        </span>
        <span>
          {t('sheet.errors')}
          <b>
            <Count of={run.errorCount} />
          </b>
        </span>
      </p>
      <SheetProblems problems={run.problems} count={run.problemCount} />
      <ActAnswer performing={performing} onRetry={() => void importNow()} />
      <Button
        type="primary"
        loading={performing.pending}
        disabled={run.errorCount > 0 || run.receipts === 0}
        onClick={() => void importNow()}
      >
        {t('act.contribution.import')}
      </Button>
    </div>
  )
}
