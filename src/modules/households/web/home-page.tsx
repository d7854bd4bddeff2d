import { useParams } from '@tanstack/react-router'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { homePanels } from '../../../web/office/home-panels.ts'
import { ownForms } from '../../../web/office/own-forms.ts'
import { AvailableActs, useAvailable } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer, useAskAhead } from '../../../web/kit/api/use-answer.ts'
import { AnswerMark } from '../../../web/kit/decision/answer-mark.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Road, type RoadStep } from '../../../web/kit/road/road.tsx'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { isAtLeast, type Stage as StageName, stages } from '../stages.ts'
import { ApplicationPanel } from './application-panel.tsx'
import { Departed } from './change-undo.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { homeForms } from './home-forms.tsx'
import type { Home } from './home.ts'
import { HomeHistory } from './home-history.tsx'
import { WaitsElsewhere } from './waits-elsewhere.tsx'

/** One home: its road, why it was decided so, its papers and money, what was done to it and what I may do now. */
export function HomePage() {
  const { t } = useWords()
  const { home: id } = useParams({ strict: false }) as { home: string }
  const answer = useAnswer('home.page', { home: id })
  const waiting = useAnswer('work.home', { home: id })
  const { permissions } = useSession()
  const parts = [...homePanels]
    .sort((a, b) => a.order - b.order)
    .filter(({ permission }) => !permission || permissions.includes(permission))
  const mayReadChoice = permissions.includes('selection.read')
  useAskAhead(id, [
    ...(mayReadChoice ? (['home.decision'] as const) : []),
    ...parts.map(({ asks }) => asks),
    'home.acts',
    'home.answers',
  ])
  useAvailable('home', id)
  return (
    <Answered answer={answer}>
      {(home) => (
        <PageFrame
          title={home.fields.householder}
          lead={
            <>
              {home.townName} · {home.villageName} · {t('register.number', { number: home.sequence })}{' '}
              {home.answer && home.ended === null && <AnswerMark answer={home.answer} />}{' '}
              <Stage stage={home.stage} ended={home.ended} />{' '}
              {home.synthetic && <span className="quiet">{t('register.synthetic')}</span>}
            </>
          }
          back={{ to: '/register', label: t('register.title') }}
        >
          <Panel title={t('home.road')}>
            <Road steps={roadOf(home)} />
          </Panel>
          <Panel title={t('home.acts-now')}>
            {home.departure && <Departed departure={home.departure} />}
            {home.former.map((one) => (
              <Former key={one.id} application={one} />
            ))}
            <AvailableActs
              type="home"
              id={home.id}
              forms={{ ...homeForms, ...ownForms }}
              waiting={
                waiting.data?.map(({ key, act, to }) =>
                  to === null ? { act } : { to, label: t(`work.here.${key}`) },
                ) ?? (waiting.error ? [] : null)
              }
            />
            {!home.ended && <WaitsElsewhere home={home.id} />}
          </Panel>
          {mayReadChoice && <DecisionPanel home={home} />}
          <ApplicationPanel home={home} />
          {parts.map(({ key, titleKey, component: Part }) => (
            <Panel key={key} title={t(titleKey)}>
              <Part home={home.id} ended={isOver(home)} />
            </Panel>
          ))}
          <Panel title={t('home.history')}>
            <HomeHistory home={home.id} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

/** An application of the same person or dwelling that has ended. */
function Former({ application }: { application: Home['former'][number] }) {
  const { t } = useWords()
  const { id, townName, villageName, sequence, stage, ended, open } = application
  const alike = (['person', 'account', 'title'] as const).filter((key) => application[key])
  const place = `${townName} ${villageName} · ${t('register.number', { number: sequence })}`
  return (
    <p>
      {t('home.former', { alike: alike.map((key) => t(`home.former.${key}`)).join(t('kit.list-comma')) })}{' '}
      {open ? <AddressLink to={`/homes/${id}`}>{place}</AddressLink> : place}{' '}
      <Stage stage={stage} ended={ended} />
    </p>
  )
}

/** Left, or refused before it was on a notice: no step of the road is still to come. */
const isOver = ({ ended, answer, stage }: Home): boolean =>
  ended !== null || (answer === 'no' && !isAtLeast(stage, 'noticed'))

function roadOf(home: Home): RoadStep[] {
  const reached = stages.indexOf(home.stage)
  const days: Partial<Record<StageName, string | null>> = {
    applied: home.appliedOn,
    confirmed: home.confirmedOn,
    accepted: home.acceptedOn,
  }
  const steps = stages.map(
    (key, at): RoadStep => ({
      key,
      state: at < reached ? 'done' : at === reached ? (home.ended ? 'done' : 'now') : 'ahead',
      day: at <= reached ? (days[key] ?? null) : null,
    }),
  )
  if (!home.ended) return steps
  return [...steps.slice(0, reached + 1), { key: home.ended, state: 'stopped' }]
}
