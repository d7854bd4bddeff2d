import { Button } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { ColumnChoice } from '../../../web/kit/sheets/column-choice.tsx'
import { SheetProblems } from '../../../web/kit/sheets/sheet-problems.tsx'
import type { RegisterMapping } from '../model/register.ts'
import { DryRunDetails } from './dry-run-details.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'

type DryRun = Answer<'register.dry-run'>

export interface Imported {
  id: string
  homes: number
}

interface Props {
  run: DryRun
  file: StoredFile
  area: string
  onMapping: (mapping: RegisterMapping) => void
  onDone: (imported: Imported) => void
}

/** More are in the marked workbook. */
const mostShown = 60

/** What was read before anything is entered: columns to correct, faults by row, homes by village; then the import. */
export function RegisterDryRun({ run, file, area, onMapping, onDone }: Props) {
  const { t } = useWords()
  const [id] = useState(newId)
  const performing = usePerform('register.import')
  const keeping = usePerform('register.keep-mapping')
  const { start, loading } = useDownload()
  const mapping = run.mapping ?? undefined
  const held = whyHeld(run)
  const { programme } = useSession()
  const importNow = async () => {
    const outcome = await performing.perform(
      { programme, import: id, area, fileName: file.name, mapping },
      { evidence: [{ kind: 'workbook', digest: file.digest }] },
    )
    if (outcome?.status === 'done') onDone({ id, homes: run.homes })
  }
  return (
    <div className="dry-run">
      <p role="status">
        <b>
          {t(
            run.rows === 0
              ? 'imports.found-none'
              : held === undefined
                ? 'imports.found'
                : 'imports.found-held',
            {
              rows: run.rows,
              homes: run.homes,
              villages: run.villages.length,
            },
          )}
        </b>{' '}
        {run.errors > 0 && t('imports.errors', { count: run.errors })}{' '}
        {run.warnings > 0 && t('imports.warnings', { count: run.warnings })}
      </p>
      {run.readFrom.length > 1 && (
        <p>
          {t('imports.from-sheets', {
            sheets: run.readFrom
              .map(({ sheet, rows }) => t('imports.from-sheet', { sheet, count: rows }))
              .join(t('kit.list-comma')),
          })}
        </p>
      )}
      {run.sheets.length > 0 && (
        <details open={mustLookAtColumns(run)}>
          <summary>{t('sheet.columns')}</summary>
          <ColumnChoice
            run={run}
            onMapping={(said) => {
              performing.forget()
              onMapping(said)
            }}
            keeping={{
              kind: 'register.keep-mapping',
              performing: keeping,
              keep: (columns) => keeping.perform({ programme, area, columns }),
            }}
          />
        </details>
      )}
      {run.problems.length > 0 && (
        <>
          <SheetProblems problems={run.problems.slice(0, mostShown)} count={run.errors + run.warnings} />
          {run.isWorkbook && (
            <p>
              <Button
                loading={loading}
                onClick={() =>
                  start(() =>
                    download('register.marked', { digest: file.digest, area, fileName: file.name, mapping }),
                  )
                }
              >
                {t('imports.marked')}
              </Button>
            </p>
          )}
        </>
      )}
      <DryRunDetails run={run} />
      <ActAnswer performing={performing} onRetry={() => void importNow()} />
      {held !== undefined && (
        <p role="alert" id="import-held">
          {t(held.key, held.values)}
        </p>
      )}
      <Button
        type="primary"
        loading={performing.pending}
        disabled={held !== undefined}
        aria-describedby={held && 'import-held'}
        onClick={() => void importNow()}
      >
        {t('imports.import', { count: run.homes })}
      </Button>
    </div>
  )
}

/** Our own template needs no looking at; a column nobody knows, one that is missing or somebody's word does. */
function mustLookAtColumns({ by, sheets, problems }: DryRun): boolean {
  const read = sheets.some(({ isForm }) => isForm) ? sheets.filter(({ isForm }) => isForm) : sheets
  return (
    by !== 'headers' ||
    problems.some(({ code }) => code === 'sheet.larger-unread' || code === 'sheet.list-unread') ||
    read.some(({ missing, columns }) => missing.length > 0 || columns.some(({ field }) => field === null))
  )
}

/** Why a workbook cannot be imported as it is, and what to do. */
function whyHeld({
  earlier,
  errors,
  homes,
}: DryRun): { key: string; values: Record<string, unknown> } | undefined {
  if (earlier) return { key: 'imports.held.same-file', values: { day: earlier.on } }
  if (errors > 0) return { key: 'imports.held.errors', values: { count: errors } }
  return homes === 0 ? { key: 'imports.held.empty', values: {} } : undefined
}
