import { App, Button, InputNumber, Select } from 'antd'
import type { ColumnsAsRead } from '../../../kernel/columns/kept-columns.ts'
import type { SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'
import { ActAnswer } from '../acts/act-answer.tsx'
import { doneText } from '../acts/act-words.ts'
import type { ActOutcome } from '../api/acts.ts'
import type { Performing } from '../api/use-perform.ts'
import { useWords } from '../language/use-words.ts'
import { RowTable } from '../table/row-table.tsx'
import './sheets.css'

type Columns<Field extends string> = Record<string, Field | null>

interface Said<Field extends string> {
  sheets?: string[]
  leftOut?: string[]
  headerRow?: number
  columns: Columns<Field>
}

interface Props<Field extends string> {
  run: Pick<ColumnsAsRead<Field>, 'sheets' | 'by'> & {
    mapping: Said<Field> | null
    problems: readonly SheetProblem[]
    fields: readonly { field: Field; label: string; required: boolean }[]
  }
  onMapping: (mapping: Said<Field>) => void
  /** The act that keeps what was said, and its words. */
  keeping: {
    kind: string
    performing: Omit<Performing<never>, 'perform'>
    keep: (columns: Columns<Field>) => Promise<ActOutcome | undefined>
  }
}

/** Sheets that are not read and whose user has to say so. */
const questions = new Set(['sheet.larger-unread', 'sheet.list-unread'])

/** Each column with what stands in it and what it was taken for; a user says otherwise, and may keep it. */
export function ColumnChoice<Field extends string>({ run, onMapping, keeping }: Props<Field>) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const { sheets, fields } = run
  const { sheets: chosen, leftOut = [] } = run.mapping ?? {}
  const stillOut = leftOut.length > 0 ? { leftOut } : {}
  const sheet =
    sheets.find((one) => one.sheet === chosen?.[0]) ?? sheets.find(({ isForm }) => isForm) ?? sheets[0]
  if (!sheet) return null
  const firstOf = ({ alike }: { alike: string[] }) =>
    sheets.find((one) => alike.includes(one.sheet))?.sheet ?? ''
  /** What is said holds for the sheets laid out alike, unless one was chosen. */
  const isForAlike = sheet.alike.length > 1 && chosen?.length !== 1
  const say = (changes: Columns<Field>, from = sheet, read = isForAlike ? sheet.alike : [sheet.sheet]) =>
    onMapping({
      ...stillOut,
      sheets: read,
      ...(read.length === 1 ? { headerRow: from.headerRow } : {}),
      columns: { ...columnsOf(from.columns), ...changes },
    })
  const choose = (column: string, field: Field | null) => {
    // A field stands in one column: given to another it leaves its own.
    const left = sheet.columns.filter((one) => field !== null && one.field === field)
    keeping.performing.forget()
    say({ ...Object.fromEntries(left.map((one) => [one.column, null])), [column]: field })
  }
  /** With other headers nothing said of the columns holds. */
  const readFrom = (headerRow: number) => {
    if (!Number.isInteger(headerRow) || headerRow < 1 || headerRow > 1000 || headerRow === sheet.headerRow)
      return
    keeping.performing.forget()
    onMapping({ ...stillOut, sheets: [sheet.sheet], headerRow, columns: {} as Columns<Field> })
  }
  /** Sheets larger than those that are read, of which nobody has said yet what becomes of them. */
  const asked = sheets.filter((one) =>
    run.problems.some(({ code, sheet: name }) => questions.has(code) && name === one.sheet),
  )
  const leave = (name: string) =>
    onMapping({ ...(run.mapping ?? { columns: {} as Columns<Field> }), leftOut: [...leftOut, name] })
  const labelOf = (field: string) => fields.find((one) => one.field === field)?.label ?? field
  const named = sheet.columns.filter(({ label }) => label !== '')
  const keep = async () => {
    const outcome = await keeping.keep(
      Object.fromEntries(named.map(({ label, field }) => [label, field])) as Columns<Field>,
    )
    if (outcome?.status === 'done') void message.success(doneText(speech, keeping.kind))
  }
  return (
    <>
      {asked.map((one) => (
        <div key={one.sheet} role="alert" className="sheet-asked">
          <p>{t('sheet.larger-asked', { sheet: one.sheet })}</p>
          <Button size="small" onClick={() => say({}, one, [one.sheet])}>
            {t('sheet.name-columns')}
          </Button>
          <Button size="small" onClick={() => leave(one.sheet)}>
            {t('sheet.leave-out')}
          </Button>
        </div>
      ))}
      <p className="quiet">
        {t(`sheet.columns.${run.by}`)}{' '}
        <label>
          {t('sheet.header-row')}{' '}
          <InputNumber
            key={`${sheet.sheet} ${sheet.headerRow}`}
            className="column-header-row"
            size="small"
            min={1}
            max={1000}
            precision={0}
            defaultValue={sheet.headerRow}
            onPressEnter={(event) => event.currentTarget.blur()}
            onBlur={({ currentTarget: { value } }) => readFrom(Number(value))}
          />
        </label>
      </p>
      {sheets.length > 1 && (
        <p>
          <Select
            aria-label={t('sheet.which')}
            className="column-field"
            value={isForAlike ? alikeAs(firstOf(sheet)) : sheet.sheet}
            onChange={(_, option) => {
              if (!Array.isArray(option) && option) say({}, option.from, option.read)
            }}
            options={sheets.flatMap((one) => [
              ...(one.alike.length > 1 && firstOf(one) === one.sheet
                ? [
                    {
                      value: alikeAs(one.sheet),
                      label: t('sheet.alike', { sheet: one.sheet, count: one.alike.length }),
                      from: one,
                      read: one.alike,
                    },
                  ]
                : []),
              { value: one.sheet, label: one.sheet, from: one, read: [one.sheet] },
            ])}
          />
        </p>
      )}
      {sheet.missing.length > 0 && (
        <p role="alert" className="columns-missing">
          {t('sheet.missing', { fields: sheet.missing.map(labelOf).join(t('kit.list-comma')) })}
        </p>
      )}
      <RowTable
        rows={sheet.columns}
        rowKey={({ column }) => column}
        columns={[
          { key: 'column', title: 'sheet.column' },
          { key: 'label', title: 'sheet.header' },
          {
            key: 'samples',
            title: 'sheet.samples',
            wide: true,
            render: ({ samples }) => <span className="quiet">{samples.join(t('kit.list-comma'))}</span>,
          },
          {
            key: 'field',
            title: 'sheet.is',
            render: ({ column, label, field }) => (
              <Select
                className="column-field"
                aria-label={`${t('sheet.is')} ${column} ${label}`}
                value={field ?? ''}
                onChange={(value) => choose(column, fields.find((one) => one.field === value)?.field ?? null)}
                options={[
                  { value: '' as const, label: t('sheet.not-read') },
                  ...fields.map(({ field: value, label: text, required }) => ({
                    value,
                    label: required ? t('sheet.required', { label: text }) : text,
                  })),
                ]}
              />
            ),
          },
        ]}
      />
      {run.by === 'user' && sheet.missing.length === 0 && named.length > 0 && (
        <>
          <ActAnswer performing={keeping.performing} />
          <Button loading={keeping.performing.pending} onClick={() => void keep()}>
            {t('sheet.keep')}
          </Button>
        </>
      )}
    </>
  )
}

/** No sheet may be called so. */
const alikeAs = (sheet: string) => `${sheet}*`

const columnsOf = <Field extends string>(
  columns: readonly { column: string; field: Field | null }[],
): Columns<Field> => Object.fromEntries(columns.map(({ column, field }) => [column, field])) as Columns<Field>
