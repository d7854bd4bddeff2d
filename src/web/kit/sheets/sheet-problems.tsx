import type { SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'
import { useWords } from '../language/use-words.ts'
import { RowTable } from '../table/row-table.tsx'
import './sheets.css'

interface Props {
  problems: readonly SheetProblem[]
  /** How many there are in all; the first of them are listed. */
  count: number
}

/** What is wrong in a workbook, by sheet, row and column, with what to do. */
export function SheetProblems({ problems, count }: Props) {
  const { t, pick } = useWords()
  if (problems.length === 0) return null
  return (
    <div className="sheet-problems">
      <RowTable
        rows={problems.map((problem, at) => ({ ...problem, at }))}
        rowKey={(row) => String(row.at)}
        columns={[
          {
            key: 'where',
            title: 'sheet.where',
            render: ({ sheet, row, column }) => (
              <>
                {sheet !== undefined && <>{sheet} </>}
                {row !== undefined
                  ? column
                    ? t('sheet.cell', { row, column: columnLetters(column) })
                    : t('sheet.row', { row })
                  : sheet === undefined && t('sheet.whole')}
              </>
            ),
          },
          {
            key: 'severity',
            title: 'sheet.weight',
            render: ({ severity }) => (
              <span className={`problem-${severity}`}>
                {severity === 'error' ? '✕' : '!'} {t(`sheet.${severity}`)}
              </span>
            ),
          },
          {
            key: 'words',
            wide: true,
            title: 'sheet.problem',
            render: ({ words }) => <span className="problem-words">{pick(words)}</span>,
          },
        ]}
      />
      {count > problems.length && (
        <p className="quiet">{t('sheet.more', { count: count - problems.length })}</p>
      )}
    </div>
  )
}

/** As the spreadsheet names its columns. */
function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
