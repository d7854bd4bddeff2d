import { App, Button, Select } from 'antd'
import type { ColumnsAsRead } from '../../../kernel/columns/kept-columns.ts'
import type { ColumnMapping } from '../../../kernel/sheets/sheet-form.ts'
import { ActAnswer } from '../acts/act-answer.tsx'
import { doneText } from '../acts/act-words.ts'
import type { ActOutcome } from '../api/acts.ts'
import type { Performing } from '../api/use-perform.ts'
import { useWords } from '../language/use-words.ts'
import { RowTable } from '../table/row-table.tsx'
import './sheets.css'

type Columns<Field extends string> = Record<string, Field | null>

interface Props<Field extends string> {
  run: Pick<ColumnsAsRead<Field>, 'sheets' | 'by' | 'areAlike'> & {
    mapping: ColumnMapping<Field> | null
    fields: readonly { field: Field; label: string; required: boolean }[]
  }
  onMapping: (mapping: ColumnMapping<Field> & { columns: Columns<Field> }) => void
  /** The act that keeps what was said, and its words. */
  keeping: {
    kind: string
    performing: Omit<Performing<never>, 'perform'>
    keep: (columns: Columns<Field>) => Promise<ActOutcome | undefined>
  }
}

/** Each column with what stands in it and what it was taken for; a user says otherwise, and may keep it. */
export function ColumnChoice<Field extends string>({ run, onMapping, keeping }: Props<Field>) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const { sheets, mapping, fields, areAlike } = run
  const readsAll = areAlike && mapping?.sheet === undefined
  const sheet =
    sheets.find((one) => one.sheet === mapping?.sheet) ?? sheets.find(({ isForm }) => isForm) ?? sheets[0]
  if (!sheet) return null
  /** What is said holds for all sheets where they are alike, else for the one shown. */
  const say = (changes: Columns<Field>, from = sheet, forAll = readsAll) =>
    onMapping({
      ...(forAll ? {} : { sheet: from.sheet }),
      headerRow: from.headerRow,
      columns: { ...columnsOf(from.columns), ...changes },
    })
  const choose = (column: string, field: Field | null) => {
    // A field stands in one column: given to another it leaves its own.
    const left = sheet.columns.filter((one) => field !== null && one.field === field)
    keeping.performing.forget()
    say({ ...Object.fromEntries(left.map((one) => [one.column, null])), [column]: field })
  }
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
      <p className="quiet">
        {t(`sheet.columns.${run.by}`)} {t('sheet.header-row', { row: sheet.headerRow })}
      </p>
      {sheets.length > 1 && (
        <p>
          <Select
            aria-label={t('sheet.which')}
            className="column-field"
            value={readsAll ? '' : sheet.sheet}
            onChange={(name) => {
              const next = sheets.find((one) => one.sheet === name)
              say({}, next, !next)
            }}
            options={[
              ...(areAlike ? [{ value: '', label: t('sheet.all-alike') }] : []),
              ...sheets.map((one) => ({ value: one.sheet, label: one.sheet })),
            ]}
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

const columnsOf = <Field extends string>(
  columns: readonly { column: string; field: Field | null }[],
): Columns<Field> => Object.fromEntries(columns.map(({ column, field }) => [column, field])) as Columns<Field>
