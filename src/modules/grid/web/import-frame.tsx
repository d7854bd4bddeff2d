import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { SheetProblems } from '../../../web/kit/sheets/sheet-problems.tsx'
import type { SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import './grid.css'

interface FrameProps {
  season: string
  title: string
  lead: string
  hint: string
  template: () => Promise<void>
  children: (file: StoredFile) => ReactNode
}

/** A page that takes one file of a season: its template, the place to drop it, and what is said of it. */
export function ImportFrame({ season, title, lead, hint, template, children }: FrameProps) {
  const { t } = useWords()
  const { loading, trouble, start } = useDownload()
  const [file, setFile] = useState<StoredFile>()
  return (
    <PageFrame title={title} back={{ to: `/seasons/${season}/readings`, label: t('readings.link') }}>
      <Panel title={t('usage.template.title')}>
        <p>{lead}</p>
        <p>
          <Button loading={loading} onClick={() => start(template)}>
            {t('usage.template')}
          </Button>
        </p>
        {trouble}
      </Panel>
      <Panel title={t('usage.upload')}>
        <FileDrop holds="workbook" hint={hint} onChange={(files) => setFile(files[0])} />
        {file && children(file)}
      </Panel>
    </PageFrame>
  )
}

interface RunProps {
  run: {
    importedOn: string | null
    firstOn: string | null
    lastOn: string | null
    problems: readonly SheetProblem[]
    problemCount: number
    errorCount: number
  }
  figures: readonly { label: string; value: ReactNode }[]
  children: ReactNode
}

/** What a file would bring, and what is wrong in it. */
export function DryRunFigures({ run, figures, children }: RunProps) {
  const { t } = useWords()
  return (
    <div role="status">
      <p className="dry-run-facts">
        {figures.map(({ label, value }) => (
          <span key={label}>
            {label}
            <b>{value}</b>
          </span>
        ))}
        {run.firstOn && run.lastOn && (
          <span>
            {t('readings.days')}
            <b>
              <DayText day={run.firstOn} /> — <DayText day={run.lastOn} />
            </b>
          </span>
        )}
        <span>
          {t('sheet.errors')}
          <b>
            <Count of={run.errorCount} />
          </b>
        </span>
      </p>
      {run.importedOn && (
        <p className="money-warn" role="alert">
          {t('readings.imported-before', { day: run.importedOn })}
        </p>
      )}
      <SheetProblems problems={run.problems} count={run.problemCount} />
      <div className="import-acts">{children}</div>
    </div>
  )
}

export function ImportDone({ season, children }: { season: string; children: ReactNode }) {
  const { t } = useWords()
  return (
    <p role="status" className="dry-run-facts">
      ✓ {children} <AddressLink to={`/seasons/${season}/readings`}>{t('readings.link')}</AddressLink>
    </p>
  )
}
