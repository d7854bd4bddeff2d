import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AddressCheck } from '../../../web/kit/table/address-check.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { StateRow } from '../../funds/web/state-row.tsx'
import { findingStates, findingWaits } from '../model.ts'
import { FindingMark } from './state-mark.tsx'

const day = (value: string | null) => (value ? <DayText day={value} /> : <Blank />)

const columns: Column<RowOf<'coal.findings'>>[] = [
  { key: 'householder' },
  { key: 'village' },
  { key: 'state', title: 'claim.state', render: ({ state }) => <FindingMark state={state} /> },
  { key: 'foundOn', title: 'coal-finding.found-on', render: ({ foundOn }) => day(foundOn) },
  { key: 'hearUntil', title: 'coal-finding.hear-until', render: ({ hearUntil }) => day(hearUntil) },
  { key: 'hearings', title: 'coal-finding.hearings', align: 'right' },
  { key: 'decidedOn', title: 'coal-finding.decided-on', render: ({ decidedOn }) => day(decidedOn) },
]

/** Coal found in subsidised homes, from the finding to the decision (§3.3.2b). */
export function FindingsPage() {
  const { t } = useWords()
  const [texts] = useSearchTexts()
  const counts = useAnswer('coal.findings', {}).data?.counts ?? []
  const state = findingStates.find((each) => each === texts.state)
  const waits = findingWaits.find((each) => each === texts.waits)
  const count = (of?: string) =>
    counts.reduce((sum, row) => (!of || row.state === of ? sum + row.findings : sum), 0)
  return (
    <PageFrame title={t('coal-findings.title')} lead={t('coal-findings.lead')}>
      <Panel>
        <StateRow
          label={t('claim.state')}
          states={[
            { key: 'all', label: t('money.all'), count: count(), to: '/coal-findings', current: !state },
            ...findingStates.map((each) => ({
              key: each,
              label: t(`coal-finding-state.${each}`),
              count: count(each),
              to: `/coal-findings?state=${each}`,
              current: each === state,
            })),
          ]}
        />
        <AddressCheck
          filters={[
            {
              key: 'state',
              label: 'claim.state',
              kind: 'choice',
              options: findingStates.map((value) => ({ value, label: t(`coal-finding-state.${value}`) })),
            },
            {
              key: 'waits',
              label: 'recovery.waits',
              kind: 'choice',
              options: findingWaits.map((value) => ({ value, label: t(`coal-finding.waits.${value}`) })),
            },
          ]}
        />
        <AnswerTable
          name="coal.findings"
          input={{ state, waits }}
          columns={columns}
          rowKey={(row) => row.id}
          open={(row) => `/coal-findings/${row.id}`}
          empty={<Empty>{t('coal-findings.empty')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}
