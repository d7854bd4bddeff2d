import { useParams } from '@tanstack/react-router'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { Split } from '../../../web/kit/policy/reckoned.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { PolicyValues } from '../../funds/web/policy-values.tsx'
import { StateRow } from '../../funds/web/state-row.tsx'
import { statementStates } from '../model.ts'
import { BatchTable } from './batch-table.tsx'
import { Deadline } from './deadline.tsx'
import { MayLink } from './may-link.tsx'
import { SeasonActs } from './season-acts.tsx'
import { SeasonTowns } from './season-towns.tsx'

type Season = Answer<'season.page'>

/** One heating season: from the grid company's readings to what has been paid, by town and state. */
export function SeasonPage() {
  const { t } = useWords()
  const { season: id } = useParams({ strict: false }) as { season: string }
  const answer = useAnswer('season.page', { season: id })
  const seesMoney = useMay('money.read')
  return (
    <Answered answer={answer}>
      {(season) => (
        <PageFrame
          title={season.name}
          lead={`${season.startsOn} — ${season.endsOn}`}
          back={{ to: '/seasons', label: t('seasons.title') }}
          actions={
            <>
              <AddressLink to={`/seasons/${id}/readings`}>{t('readings.link')}</AddressLink>
              <AddressLink to={`/seasons/${id}/analysis`}>{t('season.analysis')}</AddressLink>
            </>
          }
        >
          <Panel>
            <Head season={season} />
          </Panel>
          <SeasonActs season={season} />
          <Panel title={t('season.statements')}>
            <States season={season} />
            <SeasonTowns season={season} />
          </Panel>
          {seesMoney && (
            <Panel title={t('batches.title')}>
              <BatchTable season={id} />
            </Panel>
          )}
          {season.imports.length > 0 && (
            <Panel title={t('season.imports')}>
              <Imports season={season} />
            </Panel>
          )}
        </PageFrame>
      )}
    </Answered>
  )
}

function Head({ season }: { season: Season }) {
  const { t } = useWords()
  return (
    <>
      <Facts
        items={[
          { key: 'deadline', label: t('season.deadline'), value: <Deadline {...season} /> },
          { key: 'readings', label: t('season.readings'), value: <Count of={season.readings} /> },
          { key: 'undrawn', label: t('season.undrawn'), value: <Count of={season.undrawn} /> },
          {
            key: 'fund',
            label: t('field.fund'),
            value: season.fund && (
              <MayLink permission="money.read" to={`/funds/${season.fund.id}`}>
                {season.fund.name}
              </MayLink>
            ),
          },
        ]}
      />
      <PolicyValues parameters={[...season.parameters, season.deadlineDays]} />
      <Split split={season.split} />
    </>
  )
}

function States({ season }: { season: Season }) {
  const { t } = useWords()
  if (season.towns.length === 0) return null
  const all = season.towns.flatMap(({ states }) => states)
  const count = (state?: string) =>
    all.reduce((sum, row) => (!state || row.state === state ? sum + row.homes : sum), 0)
  const at = `/seasons/${season.id}/statements`
  return (
    <StateRow
      label={t('season.statements')}
      states={[
        { key: 'all', label: t('money.all'), count: count(), to: at, current: false },
        ...statementStates
          .filter((state) => count(state) > 0)
          .map((state) => ({
            key: state,
            label: t(`statement-state.${state}`),
            count: count(state),
            to: `${at}?state=${state}`,
            current: false,
          })),
      ]}
    />
  )
}

function Imports({ season }: { season: Season }) {
  const { t } = useWords()
  return (
    <RowTable
      rows={season.imports}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'fileName',
          title: 'money.file',
          render: ({ fileName, analysis }) =>
            analysis === null ? fileName : t('season.import-from-analysis', { number: analysis }),
        },
        { key: 'rows', title: 'season.readings', align: 'right', render: (row) => <Count of={row.rows} /> },
        { key: 'importedOn', title: 'money.imported-on', render: (row) => <DayText day={row.importedOn} /> },
        { key: 'by', title: 'money.by', render: ({ by }) => by ?? <Blank /> },
      ]}
    />
  )
}
