import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import type { Filter } from '../../../web/kit/table/filters.ts'
import { foundThings, visitStates } from '../model.ts'
import { reasonText } from './reason-text.ts'
import { percentLikely } from './share.tsx'

type Row = RowOf<'visits.list'>

/** Homes somebody is asked to visit: what was found there, and for whoever plans visits, why they are on the list. */
export function VisitsPage() {
  const { t } = useWords()
  const [texts] = useSearchTexts()
  const seesScores = useMay('suspicion.read')
  const filters: Filter[] = [
    { key: 'search', kind: 'search', hint: 'readings.search' },
    {
      key: 'state',
      label: 'visits.state',
      kind: 'choice',
      options: visitStates.map((value) => ({ value, label: t(`visits.state.${value}`) })),
    },
    {
      key: 'found',
      label: 'visits.found',
      kind: 'choice',
      options: foundThings.map((value) => ({ value, label: t(`choice.found.${value}`) })),
    },
  ]
  return (
    <PageFrame title={t('visits.title')} lead={t('visits.lead')}>
      <Panel>
        <AnswerTable
          name="visits.list"
          input={texts.season ? { season: texts.season } : {}}
          columns={[...columnsOf(t), ...(seesScores ? scoreColumns(t) : [])]}
          rowKey={({ id }) => id}
          open={({ id }) => `/visits/${id}`}
          exports="visits.export"
          filters={filters}
          empty={<Empty>{t('visits.empty')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}

type Say = (key: string, values?: Record<string, unknown>) => string

const columnsOf = (t: Say): Column<Row>[] => [
  {
    key: 'place',
    title: 'readings.place',
    render: ({ townName, villageName, sequence }) => `${townName} ${villageName} ${sequence}`,
  },
  { key: 'householder', title: 'readings.home', render: ({ householder }) => <b>{householder}</b> },
  { key: 'seasonName', title: 'visits.season', optional: true },
  { key: 'drawnOn', title: 'visits.drawn-on', render: ({ drawnOn }) => <DayText day={drawnOn} /> },
  {
    key: 'found',
    title: 'visits.found',
    render: ({ found }) => (found ? t(`choice.found.${found}`) : t('visits.state.open')),
  },
  { key: 'visitedOn', title: 'visits.visited-on', render: ({ visitedOn }) => <DayText day={visitedOn} /> },
]

const scoreColumns = (t: Say): Column<Row>[] => [
  {
    key: 'way',
    title: 'visits.way',
    render: ({ suspicion }) => (suspicion ? t(`visits.way.${suspicion.way}`) : <Blank />),
  },
  {
    key: 'probability',
    title: 'visits.probability',
    render: ({ suspicion }) =>
      suspicion ? (
        t('season.panel.probability-of', {
          percent: percentLikely(suspicion.probability),
          low: percentLikely(suspicion.low),
          high: percentLikely(suspicion.high),
        })
      ) : (
        <Blank />
      ),
  },
  {
    key: 'reasons',
    title: 'visits.reasons',
    wide: true,
    render: ({ suspicion }) => suspicion?.reasons.map((reason) => reasonText(t, reason)).join('; '),
  },
]
