import { addDays } from '../../../kernel/dates/day.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count, Kwh } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { reasonText } from './reason-text.ts'
import { percentLikely, Share } from './share.tsx'
import './grid.css'

type Season = Answer<'season.of-home'>['seasons'][number]
type Suspicion = NonNullable<Season['suspicion']>

/** Part of a home's page: what its meter says of each season, and, for whoever plans visits, whether one is worth while. */
export function SeasonPanel({ home }: { home: string }) {
  const { t } = useWords()
  return (
    <Answered answer={useAnswer('season.of-home', { home })}>
      {({ seasons }) =>
        seasons.length === 0 ? (
          <p className="quiet">{t('season.panel.none')}</p>
        ) : (
          seasons.map((season) => <OneSeason key={season.season} season={season} />)
        )
      }
    </Answered>
  )
}

function OneSeason({ season }: { season: Season }) {
  const { t } = useWords()
  return (
    <section className="season-of-home">
      <h3>
        <AddressLink to={`/seasons/${season.season}/analysis`}>{season.name}</AddressLink>
      </h3>
      <Facts
        items={[
          { key: 'use', label: t('season.homes.use'), value: <Kwh centi={season.centiKwh} /> },
          {
            key: 'bounds',
            label: t('season.homes.bounds'),
            value: (
              <>
                <Kwh centi={season.lowerCentiKwh} /> – <Kwh centi={season.upperCentiKwh} />
              </>
            ),
          },
          { key: 'allocated', label: t('season.homes.allocated'), value: <Share of={season.allocated} /> },
          {
            key: 'flags',
            label: t('season.homes.flags'),
            value: season.flags.map((flag) => t(`season.flag.${flag}`)).join('; '),
          },
          { key: 'on', label: t('season.analysis.on'), value: <DayText day={season.analysedOn} /> },
        ]}
      />
      <Months season={season} />
      {season.suspicion && <Suspected suspicion={season.suspicion} />}
    </section>
  )
}

function Months({ season }: { season: Season }) {
  const months = new Map<string, { month: string; centi: number; days: number }>()
  for (const [at, centi] of season.days.entries()) {
    const month = addDays(season.fromOn, at).slice(0, 7)
    const row = months.get(month) ?? { month, centi: 0, days: 0 }
    months.set(month, row)
    if (centi === null) continue
    row.centi += centi
    row.days++
  }
  return (
    <RowTable
      rows={[...months.values()]}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', title: 'season.panel.month' },
        {
          key: 'perDay',
          title: 'season.panel.per-day',
          align: 'right',
          render: ({ centi, days }) => <Kwh centi={days === 0 ? null : Math.round(centi / days)} />,
        },
        {
          key: 'days',
          title: 'season.panel.days-read',
          align: 'right',
          render: ({ days }) => <Count of={days} />,
        },
      ]}
    />
  )
}

const signed = (logOdds: number) => `${logOdds > 0 ? '+' : ''}${logOdds.toFixed(1)}`

function Suspected({ suspicion }: { suspicion: Suspicion }) {
  const { t } = useWords()
  const { parts, reasons, signs, score, probability, low, high } = suspicion
  const named = new Set(reasons.map(({ part }) => part))
  const rest = parts.reduce((sum, { part, logOdds }) => (named.has(part) ? sum : sum + logOdds), 0)
  return (
    <div className="season-suspicion">
      <p className="quiet">{t('season.panel.visit')}</p>
      <Facts
        items={[
          {
            key: 'probability',
            label: t('season.panel.probability'),
            value: t('season.panel.probability-of', {
              percent: percentLikely(probability),
              low: percentLikely(low),
              high: percentLikely(high),
            }),
          },
          {
            key: 'signs',
            label: t('season.panel.signs'),
            value: signs.map((sign) => t(`season.sign.${sign}`)).join('; '),
          },
        ]}
      />
      <RowTable
        rows={[
          ...reasons.map(({ part, logOdds, values }) => ({
            key: part as string,
            logOdds,
            said: reasonText(t, { part, logOdds, values }),
          })),
          { key: 'rest', logOdds: rest, said: t('season.panel.other-parts') },
          { key: 'score', logOdds: score, said: t('season.panel.score') },
        ]}
        rowKey={({ key }) => key}
        columns={[
          { key: 'said', title: 'season.panel.reasons', wide: true },
          {
            key: 'logOdds',
            title: 'season.panel.weight',
            align: 'right',
            render: ({ logOdds }) => <span className="figure">{signed(logOdds)}</span>,
          },
        ]}
      />
    </div>
  )
}
