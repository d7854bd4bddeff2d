import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count, Kwh, Money } from '../../../web/kit/quantities/amounts.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { statementStates, type StatementState } from '../model.ts'
import { useSeasonRefusals } from './use-season-refusals.ts'

type Season = Answer<'season.page'>
type Town = Season['towns'][number]

const standing = ({ states }: Town, state: StatementState) => states.find((row) => row.state === state)

/** Every town's homes by state; each count opens its list, and what waits for me is done in its row. */
export function SeasonTowns({ season }: { season: Season }) {
  const { t } = useWords()
  const mayTown = useMay('statement.review-town')
  const mayBureau = useMay('statement.review-bureau')
  const any = (state: StatementState) => season.towns.some((town) => standing(town, state))
  const link = (town: Town, state?: StatementState) =>
    `/seasons/${season.id}/statements?town=${town.town}${state ? `&state=${state}` : ''}`
  const columns: Column<Town>[] = [
    { key: 'name', title: 'field.town' },
    ...((mayTown && any('drawn-up')) || (mayBureau && any('town-reviewed'))
      ? [
          {
            key: 'review',
            wide: true,
            title: 'season.review',
            render: (town: Town) => <Review season={season.id} town={town} />,
          },
        ]
      : []),
    // States that nobody is in would only push the figures off the page.
    ...statementStates.filter(any).map(
      (state): Column<Town> => ({
        key: state,
        title: `statement-state.${state}`,
        align: 'right',
        render: (town) => {
          const count = standing(town, state)
          return count ? (
            <AddressLink to={link(town, state)}>
              <Count of={count.homes} />
            </AddressLink>
          ) : (
            <Blank />
          )
        },
      }),
    ),
    {
      key: 'usedCentiKwh',
      title: 'season.used',
      align: 'right',
      render: (town) => <Kwh centi={town.usedCentiKwh} />,
    },
    {
      key: 'amountFen',
      title: 'season.payable',
      align: 'right',
      render: (town) => (
        <AddressLink to={`${link(town)}&payable=yes`}>
          <Money
            fen={town.states
              .filter(({ state }) => state !== 'blocked' && state !== 'revoked')
              .reduce((sum, row) => sum + row.amountFen, 0)}
          />
        </AddressLink>
      ),
    },
  ]
  return (
    <RowTable
      rows={season.towns}
      rowKey={(town) => town.town}
      columns={columns}
      open={(town) => link(town)}
      empty={<Empty>{t('season.no-statements')}</Empty>}
    />
  )
}

/** The review that waits in this row, for whoever holds it. */
function Review({ season, town }: { season: string; town: Town }) {
  const { t } = useWords()
  const mayTown = useMay('statement.review-town')
  const mayBureau = useMay('statement.review-bureau')
  const refusals = useSeasonRefusals(season)
  // Asked of the whole season; it holds for a town whose statements went through my hands.
  const whyNot = (kind: string, { own }: { own: boolean }) =>
    own ? (refusals.get(kind) ?? []).filter(({ code }) => code === 'statement.same-person') : []
  const drawnUp = standing(town, 'drawn-up')
  const reviewed = standing(town, 'town-reviewed')
  const confirm = (count: { homes: number; amountFen: number }) =>
    t('season.review.confirm', { town: town.name, homes: count.homes, total: yuanText(count.amountFen) })
  if (mayTown && drawnUp)
    return (
      <ActButton
        size="small"
        type="primary"
        kind="statement.review-town"
        input={{ season, town: town.town }}
        refusals={whyNot('statement.review-town', drawnUp)}
        confirm={confirm(drawnUp)}
      />
    )
  if (mayBureau && reviewed)
    return (
      <ActButton
        size="small"
        type="primary"
        kind="statement.review-bureau"
        input={{ season, town: town.town }}
        refusals={whyNot('statement.review-bureau', reviewed)}
        confirm={confirm(reviewed)}
      />
    )
  return <Blank />
}
