import { useWords } from '../../kit/language/use-words.ts'
import { bearing, distanceM } from '../../../modules/photographs/rules/places.ts'
import { useWhereabouts } from '../camera/position.ts'
import { WhereNow } from '../camera/where-now.tsx'
import type { HomeTaken } from '../shell/office.ts'
import { directionOf, drawMap } from './drawn-map.ts'

const [width, height] = [336, 400]
/** Farther away one is not in the village, and would only make it small. */
const nearM = 5000

interface Props {
  homes: readonly { home: HomeTaken; isToDo: boolean }[]
}

/** The homes whose place is known, drawn without any map from outside, with where one stands, how far and which way. */
export function VisitsMap({ homes }: Props) {
  const { t } = useWords()
  const where = useWhereabouts()
  const own = where.state === 'found' ? where.position : undefined
  const placed = homes.flatMap(({ home, isToDo }) =>
    home.place ? [{ home, isToDo, place: home.place, metres: own && distanceM(own, home.place) }] : [],
  )
  const nearest = placed.toSorted((a, b) => (a.metres ?? 0) - (b.metres ?? 0))
  const isNear = nearest[0]?.metres !== undefined && nearest[0].metres < nearM
  const drawing = drawMap(
    [...placed.map(({ place }) => place), ...(own && isNear ? [own] : [])],
    width,
    height,
  )
  const without = homes.length - placed.length
  return (
    <section className="out-card">
      <WhereNow />
      {without > 0 && <p className="quiet">{t('out.map.without', { count: without })}</p>}
      {drawing ? (
        <svg className="out-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('out.map')}>
          <text x={width - 10} y={20} textAnchor="end">
            {t('out.map.north')} ↑
          </text>
          {placed.map(({ home, isToDo, place }) => {
            const { x, y } = drawing.at(place)
            return (
              <a
                key={home.id}
                href={`#/homes/${home.id}`}
                aria-label={`${home.sequence} ${home.householder}`}
              >
                <circle cx={x} cy={y} r={22} className="out-map-touch" />
                <circle cx={x} cy={y} r={7} className={isToDo ? 'out-map-to-do' : 'out-map-done'} />
                <text x={x} y={y - 11} textAnchor="middle">
                  {home.sequence}
                </text>
              </a>
            )
          })}
          {own && isNear && <Own {...drawing.at(own)} />}
          <path className="out-map-scale" d={`M 12 ${height - 20} v 6 h ${drawing.scale.length} v -6`} />
          <text x={12} y={height - 24}>
            {t('out.map.metres', { metres: drawing.scale.metres })}
          </text>
        </svg>
      ) : (
        <p>{t('out.map.none')}</p>
      )}
      {own && (
        <ol className="out-near">
          {nearest.slice(0, 10).map(({ home, place, metres = 0 }) => (
            <li key={home.id}>
              <a href={`#/homes/${home.id}`}>
                <b>
                  {home.sequence} {home.householder}
                </b>
                <span>
                  {t(`out.map.direction.${directionOf(bearing(own, place))}`)}{' '}
                  {t('out.map.metres', { metres: Math.round(metres) })}
                </span>
              </a>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Own({ x, y }: { x: number; y: number }) {
  const { t } = useWords()
  return (
    <g className="out-map-own">
      <path d={`M ${x - 9} ${y} h 18 M ${x} ${y - 9} v 18`} />
      <text x={x + 11} y={y + 5}>
        {t('out.map.own')}
      </text>
    </g>
  )
}
