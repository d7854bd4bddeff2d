import { App, Button, Select } from 'antd'
import { doneText } from '../../../web/kit/acts/act-words.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { type Mapping, type SourceField, sourceFields, type SourceKind } from '../model.ts'
import type { DryRun } from './dry-run-result.tsx'

interface Props {
  run: DryRun
  kind: SourceKind
  onMapping: (mapping: Mapping) => void
}

type Sheet = DryRun['sheets'][number]

/** Each column with what stands in it and what it was taken for; a user says otherwise, and may keep it. */
export function ColumnChoice({ run, kind, onMapping }: Props) {
  const speech = useWords()
  const { t } = speech
  const chosen = run.mapping?.sheet
  const sheet =
    run.sheets.find((one) => one.sheet === chosen) ?? run.sheets.find(({ isForm }) => isForm) ?? run.sheets[0]
  const performing = usePerform('source.keep-mapping')
  const { programme } = useSession()
  const { message } = App.useApp()
  if (!sheet) return null
  const said = (changes: Partial<Mapping>, from: Sheet = sheet): Mapping => ({
    sheet: from.sheet,
    headerRow: from.headerRow,
    columns: Object.fromEntries(from.columns.map(({ column, field }) => [column, field])),
    ...changes,
  })
  const choose = (column: string, field: SourceField | null) => {
    const columns = said({}).columns
    // A field stands in one column: given to another it leaves its own.
    for (const [other, has] of Object.entries(columns))
      if (field !== null && has === field) columns[other] = null
    columns[column] = field
    performing.forget()
    onMapping(said({ columns }))
  }
  const labelOf = (field: string) => run.fields.find((one) => one.field === field)?.label ?? field
  const named = sheet.columns.filter(({ label }) => label !== '')
  const keep = async () => {
    const columns = Object.fromEntries(named.map(({ label, field }) => [label, field]))
    const outcome = await performing.perform({ programme, kind, columns })
    if (outcome?.status === 'done') void message.success(doneText(speech, 'source.keep-mapping'))
  }
  return (
    <>
      <p className="quiet">
        {t(`source-import.columns.${run.by}`)} {t('source-import.header-row', { row: sheet.headerRow })}
      </p>
      {run.sheets.length > 1 && (
        <p>
          <Select
            aria-label={t('source-import.sheet')}
            value={sheet.sheet}
            onChange={(name) => {
              const next = run.sheets.find((one) => one.sheet === name)
              if (next) onMapping(said({}, next))
            }}
            options={run.sheets.map((one) => ({ value: one.sheet, label: one.sheet }))}
          />
        </p>
      )}
      {sheet.missing.length > 0 && (
        <p role="alert" className="source-missing">
          {t('source-import.missing', { fields: sheet.missing.map(labelOf).join(t('kit.list-comma')) })}
        </p>
      )}
      <RowTable
        rows={sheet.columns}
        rowKey={({ column }) => column}
        columns={[
          { key: 'column', title: 'source-import.column' },
          { key: 'label', title: 'source-import.header' },
          {
            key: 'samples',
            title: 'source-import.samples',
            wide: true,
            render: ({ samples }) => <span className="quiet">{samples.join(t('kit.list-comma'))}</span>,
          },
          {
            key: 'field',
            title: 'source-import.is',
            render: ({ column, label, field }) => (
              <Select
                className="source-field"
                aria-label={`${t('source-import.is')} ${column} ${label}`}
                value={field ?? ''}
                onChange={(value) => choose(column, sourceFields.find((one) => one === value) ?? null)}
                options={[
                  { value: '' as const, label: t('source-import.not-read') },
                  ...run.fields.map(({ field: value, label: text, required }) => ({
                    value,
                    label: required ? t('source-import.required', { label: text }) : text,
                  })),
                ]}
              />
            ),
          },
        ]}
      />
      {run.by === 'user' && sheet.missing.length === 0 && named.length > 0 && (
        <>
          <ActAnswer performing={performing} />
          <Button loading={performing.pending} onClick={() => void keep()}>
            {t('source-import.keep')}
          </Button>
        </>
      )}
    </>
  )
}
