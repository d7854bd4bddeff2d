import { useParams } from '@tanstack/react-router'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Kwh } from '../../../web/kit/quantities/amounts.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import type { Filter } from '../../../web/kit/table/filters.ts'
import { seasonFlags } from '../rules/flags.ts'
import { Share } from './share.tsx'

type Row = RowOf<'season.homes'>

/** Homes of the latest analysis: electricity, its bounds, what was noticed, and why some are asked for. */
export function AnalysedHomesPage() {
  const { t } = useWords()
  const { season: id } = useParams({ strict: false }) as { season: string }
  const answer = useAnswer('season.analysis', { season: id })
  const opensHomes = useMay('register.read')
  return (
    <Answered answer={answer}>
      {(page) => {
        const filters: Filter[] = [
          { key: 'search', kind: 'search', hint: 'readings.search' },
          {
            key: 'town',
            label: 'readings.town',
            kind: 'choice',
            options: page.towns.map(({ town, name }) => ({ value: town, label: name })),
          },
          {
            key: 'flag',
            label: 'season.analysis.flag',
            kind: 'choice',
            options: seasonFlags.map((value) => ({ value, label: t(`season.flag.${value}`) })),
          },
          { key: 'doubtful', label: 'season.homes.doubtful', kind: 'flag' },
        ]
        return (
          <PageFrame
            title={t('season.homes-title', { season: page.name })}
            back={{ to: `/seasons/${id}/analysis`, label: t('season.analysis') }}
          >
            <Panel>
              <AnswerTable
                name="season.homes"
                input={{ season: id }}
                columns={columnsOf(t)}
                rowKey={({ home }) => home}
                open={({ home }) => (opensHomes ? `/homes/${home}` : undefined)}
                exports="season.homes-export"
                filters={filters}
                empty={<Empty>{t('season.analysis.none')}</Empty>}
              />
            </Panel>
          </PageFrame>
        )
      }}
    </Answered>
  )
}

const columnsOf = (t: (key: string) => string): Column<Row>[] => [
  {
    key: 'place',
    title: 'readings.place',
    render: ({ town, village, sequence }) => `${town} ${village} ${sequence}`,
  },
  { key: 'householder', title: 'readings.home', render: ({ householder }) => <b>{householder}</b> },
  {
    key: 'centiKwh',
    title: 'season.homes.use',
    align: 'right',
    render: ({ centiKwh }) => <Kwh centi={centiKwh} />,
  },
  {
    key: 'bounds',
    title: 'season.homes.bounds',
    align: 'right',
    render: ({ lowerCentiKwh, upperCentiKwh }) => (
      <>
        <Kwh centi={lowerCentiKwh} /> – <Kwh centi={upperCentiKwh} />
      </>
    ),
  },
  {
    key: 'allocated',
    title: 'season.homes.allocated',
    align: 'right',
    render: ({ allocated }) => <Share of={allocated} />,
  },
  {
    key: 'flags',
    title: 'season.homes.flags',
    wide: true,
    render: ({ flags }) => flags.map((flag) => t(`season.flag.${flag}`)).join('; '),
  },
  {
    key: 'leftOut',
    title: 'season.homes.left-out',
    wide: true,
    render: ({ leftOut }) => leftOut.map((reason) => t(`season.left-out.${reason}`)).join('; '),
  },
  {
    key: 'taken',
    title: 'season.homes.taken',
    render: ({ taken }) => (taken ? t('season.homes.yes') : ''),
  },
]
