import { useWords } from '../../../../web/kit/language/use-words.ts'
import { Road, type RoadStep } from '../../../../web/kit/road/road.tsx'
import { type Stage, stages } from '../../stages.ts'
import { Card, OwnHomeLoaded, type OwnHome } from './own-home.tsx'

/** Where the home stands, what comes next and whom to ask. */
export function RoadPage() {
  const { t } = useWords()
  return (
    <OwnHomeLoaded>
      {(own) => (
        <>
          <section className="home-card">
            <h1>{t('own.greeting', { householder: own.home.householder })}</h1>
            <p className="quiet">
              {own.home.townName} {own.home.villageName} · {own.home.address}
            </p>
            <NextStep own={own} />
          </section>
          <Card title={t('own.road')}>
            <Road steps={stepsOf(own, t)} />
          </Card>
          <OwnChanges own={own} />
          <Card title={t('own.equipment')}>
            <p>
              {[
                own.home.wantedEquipment,
                own.home.wantedUnits && t('own.units', { count: own.home.wantedUnits }),
              ]
                .filter(Boolean)
                .join(' · ') || t('kit.blank')}
            </p>
            {own.home.contractorName && (
              <p>
                {t('own.contractor', { contractor: own.home.contractorName })}{' '}
                {own.home.contractorTelephone && (
                  <a href={`tel:${own.home.contractorTelephone}`}>{own.home.contractorTelephone}</a>
                )}
              </p>
            )}
          </Card>
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
        <p key={change.id}>
          {change.entered ? t('own.change.entered') : change.label && pick(change.label)} ·{' '}
          {t(`own.change.${change.state}`, { day: change.decidedOn ?? change.askedOn })}{' '}
          {change.clauses.join(' ')}
          {change.reason && <span className="quiet"> {t('own.change.why', { reason: change.reason })}</span>}
        </p>
      ))}
    </Card>
  )
}

/** The one thing to do or to know now. */
function NextStep({ own }: { own: OwnHome }) {
  const { t } = useWords()
  const { stage, ended } = own.home
  const isConfirmed = stages.indexOf(stage) >= stages.indexOf('confirmed')
  if (ended) return <p className="own-next">{t(`own.ended.${ended}`)}</p>
  if (isConfirmed && !own.commitment)
    return (
      <p className="own-next">
        {t('own.next.sign')}{' '}
        <a className="home-button own-link" href="#/commitment">
          {t('own.next.sign.do')}
        </a>
      </p>
    )
  return <p className="own-next">{t(`own.next.${stage}`)}</p>
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

function stepsOf({ home, decision, notice }: OwnHome, t: (key: string) => string): RoadStep[] {
  const days: Partial<Record<string, string | null>> = {
    applied: home.appliedOn,
    screened: decision?.day,
    noticed: notice?.opensOn,
    confirmed: home.confirmedOn,
    accepted: home.acceptedOn,
  }
  const at = stages.indexOf(home.stage)
  const reached = told.filter(({ reachedAt }) => stages.indexOf(reachedAt) <= at).length
  return told.map(({ key }, i) => {
    const label = t(`own.stage.${key}`)
    if (i >= reached) return { key, state: 'ahead', label }
    const isLast = i === reached - 1
    const state = isLast ? (home.ended ? 'stopped' : reached === told.length ? 'done' : 'now') : 'done'
    return { key, state, label, day: days[key] ?? null }
  })
}
