import { BeginAct } from '../../../web/kit/acts/begin-act.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { AdmitModelForm } from './admit-model-form.tsx'
import { ModelStanding } from './model-standing.tsx'

type Row = RowOf<'model.list'>
const efficiency = (key: 'copAtMinus12' | 'copAtMinus20'): Column<Row> => ({
  key,
  align: 'right',
  render: (row) => <span className="figure">{row[key].toFixed(2)}</span>,
})

const columns: Column<Row>[] = [
  { key: 'model', render: ({ maker, model }) => `${maker} ${model}` },
  { key: 'heatingWatts', align: 'right' },
  { key: 'inputWatts', align: 'right' },
  efficiency('copAtMinus12'),
  efficiency('copAtMinus20'),
  { key: 'lowestCelsius', align: 'right' },
  { key: 'serialPrefix', optional: true },
  { key: 'admittedOn', render: ({ admittedOn }) => <DayText day={admittedOn} /> },
  { key: 'state', title: 'bars.state', wide: true, render: (row) => <ModelStanding {...row} /> },
]

/** What may be built in (§3.1.2), with the performance it was admitted for. */
export function ModelsPage() {
  const { t } = useWords()
  const standard = useAnswer('model.list', {}).data?.standard
  return (
    <PageFrame
      title={t('models.title')}
      lead={
        standard && (
          <>
            {t('models.lead', {
              at12: standard.copAtMinus12.toFixed(2),
              at20: standard.copAtMinus20.toFixed(2),
              celsius: standard.lowestCelsius,
            })}{' '}
            {standard.assumed && <Assumed />}
          </>
        )
      }
      actions={<BeginAct type="model" kind="equipment.admit" form={AdmitModelForm} />}
    >
      <AnswerTable
        name="model.list"
        columns={columns}
        rowKey={(row) => row.id}
        open={(row) => `/models/${row.id}`}
        filters={[
          { key: 'search', kind: 'search', hint: 'models.search' },
          {
            key: 'papers',
            label: 'models.certificates',
            kind: 'choice',
            options: [{ value: 'running-out', label: t('models.running-out') }],
          },
        ]}
        empty={<Empty>{t('models.empty')}</Empty>}
      />
    </PageFrame>
  )
}
