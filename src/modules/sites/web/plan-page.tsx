import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { PlanStanding } from './plan-state.tsx'
import './sites.css'

const villageActs = ['plan.propose', 'report.file', 'damage.report', 'hazard.report', 'permit.apply']

/** One village's plan, and what contractor or town can do about it (§3.2.2). */
export function PlanPage() {
  const { t } = useWords()
  const { village } = useParams({ strict: false }) as { village: string }
  const mayDecide = useMay('plan.decide')
  const answer = useAnswer('plan.page', { village })
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame
          title={t('plans.of', { name: page.name })}
          lead={
            <>
              {page.townName} · {page.contractorName} · <PlanStanding state={page.state} />
            </>
          }
          back={{ to: '/plans', label: t('plans.title') }}
        >
          {mayDecide && page.plan && page.state === 'proposed' && (
            <Panel title={t('plans.state')}>
              <AvailableActs type="plan" id={page.plan} />
            </Panel>
          )}
          <Panel title={t('schedule.what-now')}>
            <AvailableActs type="village" id={page.id} only={villageActs} />
          </Panel>
          <Panel>
            <Facts
              items={[
                { key: 'starts', label: t('plans.starts-on'), value: <DayText day={page.startsOn} /> },
                {
                  key: 'crews',
                  label: t('schedule.crews'),
                  value:
                    page.crews && t('schedule.crews.said', { crews: page.crews, homes: page.homesPerDay }),
                },
                { key: 'remark', label: t('plans.remark'), value: page.remark },
                { key: 'proposed', label: t('plans.proposed-on'), value: <DayText day={page.proposedOn} /> },
                { key: 'decided', label: t('plans.decided-on'), value: <DayText day={page.decidedOn} /> },
                { key: 'reason', label: t('plans.reason'), value: page.reason },
                { key: 'homes', label: t('schedule.homes'), value: <Count of={page.homes} /> },
                { key: 'remaining', label: t('schedule.remaining'), value: <Count of={page.remaining} /> },
                {
                  key: 'lot',
                  label: t('schedule.lot'),
                  value: (
                    <AddressLink to={`/schedule/${page.lot}?village=${village}`}>
                      {`${page.lotCode} · ${t('schedule.curve')}`}
                    </AddressLink>
                  ),
                },
              ]}
            />
          </Panel>
          {page.earlier.length > 0 && (
            <Panel title={t('plans.earlier')}>
              <ul className="plain-lines">
                {page.earlier.map(({ id, state, startsOn, crews, homesPerDay, reason, decidedOn }) => (
                  <li key={id}>
                    <PlanStanding state={state} /> · <DayText day={decidedOn} /> · {t('plans.starts-on')}{' '}
                    <DayText day={startsOn} /> · {t('schedule.crews.said', { crews, homes: homesPerDay })}
                    {reason && ` · ${reason}`}
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </PageFrame>
      )}
    </Answered>
  )
}
