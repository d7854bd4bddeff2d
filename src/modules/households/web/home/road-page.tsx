import { useWords } from '../../../../web/kit/language/use-words.ts'
import { Road, type RoadStep } from '../../../../web/kit/road/road.tsx'
import { isAtLeast, type Stage, stages } from '../../stages.ts'
import { Card, OwnHomeLoaded, type OwnHome } from './own-home.tsx'
import { Owed } from './owed.tsx'
import { OwnStanding, Why } from './own-standing.tsx'

/** Where the home stands, what comes next and whom to ask. */
export function RoadPage() {
  const { t } = useWords()
  return (
    <OwnHomeLoaded>
      {(own) => (
        <>
          <section className="home-card">
            <h1>
              {t(own.home.ending === 'die' ? 'own.greeting.family' : 'own.greeting', {
                householder: own.home.householder,
              })}
            </h1>
            <p className="quiet">
              {own.home.townName} {own.home.villageName} · {own.home.address}
            </p>
            <OwnStanding own={own} />
          </section>
          <Owed own={own} />
          <Card title={t('own.road')}>
            <Road steps={stepsOf(own, t)} />
          </Card>
          <OwnChanges own={own} />
          <Equipment own={own} />
          <Card title={t('own.ask')}>
            <p>{t('own.ask.where', { town: own.home.townName, village: own.home.villageName })}</p>
            <p>
              {t('own.hotline')} <a href={`tel:${own.hotline}`}>{own.hotline}</a>
            </p>
          </Card>
        </>
      )}
    </OwnHomeLoaded>
  )
}

/** What was changed after the home was confirmed, and why. */
function OwnChanges({ own }: { own: OwnHome }) {
  const { t, pick } = useWords()
  if (own.changes.length === 0) return null
  return (
    <Card title={t('own.changes')}>
      {own.changes.map((change) => (
        <div key={change.id}>
          <p>
            {change.withdrawn ? (
              t('own.change.withdrawn', { day: change.askedOn })
            ) : (
              <>
                {change.entered ? t('own.change.entered') : change.label && pick(change.label)} ·{' '}
                {t(
                  change.barred && change.state === 'asked'
                    ? 'own.change.sent'
                    : change.entered && change.state === 'declined' && own.home.waiting
                      ? 'own.change.not-entered'
                      : `own.change.${change.state}`,
                  { day: change.decidedOn ?? change.askedOn },
                )}
              </>
            )}{' '}
            {change.clauses.join(' ')}
          </p>
          {change.reason && <p className="quiet">{t('own.change.why', { reason: change.reason })}</p>}
          {change.answer && <p>{t('own.change.answer', { reason: change.answer })}</p>}
          {change.state === 'declined' && !change.withdrawn && (
            <p>{t('own.change.declined.next', { town: own.home.townName, village: own.home.villageName })}</p>
          )}
          {change.barred && (
            <>
              <p>
                {t(`own.change.barred.${change.state}.${change.barred}`)}{' '}
                <a href="#/decision">{t('own.standing.see')}</a>
              </p>
              <Why decision={own.decision} />
            </>
          )}
        </div>
      ))}
    </Card>
  )
}

/** Machines that were asked for, are to be hung, or hang; none of a home that gets none, or whose building is retrofitted (§1.2). */
function Equipment({ own: { home } }: { own: OwnHome }) {
  const { t } = useWords()
  const isInstalled = isAtLeast(home.stage, 'installed')
  if (home.standing === 'refused' || (home.ended && !isInstalled)) return null
  const isBuilding = home.line === 'building'
  const what = isBuilding
    ? [t('own.works.building')]
    : [home.wantedEquipment, home.wantedUnits && t('own.units', { count: home.wantedUnits })]
  const title = isInstalled
    ? 'own.equipment.installed'
    : home.standing === 'in'
      ? 'own.equipment'
      : 'own.equipment.asked'
  return (
    <Card title={t(isBuilding ? 'own.works' : title)}>
      <p>{what.filter(Boolean).join(' · ') || t('kit.blank')}</p>
      {home.contractorName && (
        <p>
          {t('own.contractor', { contractor: home.contractorName })}{' '}
          {home.contractorTelephone && (
            <a href={`tel:${home.contractorTelephone}`}>{home.contractorTelephone}</a>
          )}
        </p>
      )}
    </Card>
  )
}

/** Stages as the family speaks of them; what an office tells apart and they need not, is one step. */
const told: readonly { key: string; reachedAt: Stage }[] = [
  { key: 'applied', reachedAt: 'applied' },
  { key: 'screened', reachedAt: 'screened' },
  { key: 'noticed', reachedAt: 'noticed' },
  { key: 'confirmed', reachedAt: 'confirmed' },
  { key: 'assigned', reachedAt: 'assigned' },
  { key: 'installed', reachedAt: 'installed' },
  { key: 'accepted', reachedAt: 'accepted' },
  { key: 'subsidised', reachedAt: 'subsidised' },
]

function stepsOf({ home, road, changes }: OwnHome, t: (key: string) => string): RoadStep[] {
  const days: Partial<Record<string, string | null>> = {
    applied: home.appliedOn,
    screened: road.screenedOn,
    noticed: road.noticedOn,
    confirmed: home.confirmedOn,
    accepted: home.acceptedOn,
  }
  const at = stages.indexOf(home.stage)
  const reached = told.filter(({ reachedAt }) => stages.indexOf(reachedAt) <= at).length
  const isRefused = home.standing === 'refused'
  const isOver = home.ended !== null || isRefused
  const steps = told
    .slice(0, isOver ? reached : lastTold(home.standing, reached))
    .map(({ key }, i): RoadStep => {
      const isBeingChecked = home.standing === 'open' && key === 'screened'
      const isLast = i === reached - 1
      const label = t(
        isBeingChecked
          ? 'own.stage.screening'
          : isRefused && isLast && !home.ended
            ? 'own.stage.not-qualified'
            : `own.stage.${key}`,
      )
      if (i >= reached) return { key, state: 'ahead', label }
      // Who does not qualify now may do so yet: the road waits there and is not over.
      const state = isLast && !home.ended && reached < told.length ? 'now' : 'done'
      return { key, state, label, day: days[key] ?? null }
    })
  if (!home.ended) return steps
  const left = changes.find((change) => change.leaves && change.state === 'approved')
  return [
    ...steps,
    { key: home.ended, state: 'stopped', label: t(`own.stage.${home.ended}`), day: left?.decidedOn ?? null },
  ]
}

/** Who is not in yet is shown the road as far as the confirmation: what is behind it is not promised. */
const lastTold = (standing: OwnHome['home']['standing'], reached: number): number =>
  standing === 'in' || standing === 'noticed' || standing === 'eligible'
    ? told.length
    : Math.max(reached, told.findIndex(({ key }) => key === 'confirmed') + 1)
