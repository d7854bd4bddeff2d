import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import type { MatterKind } from '../rules/matters.ts'
import { MatterStanding } from './matter-state.tsx'

/** One damage, hazard or permit, and what can be done about it. */
export function MatterPage() {
  const { t } = useWords()
  const { kind, id } = useParams({ strict: false }) as { kind: MatterKind; id: string }
  const answer = useAnswer('matter.page', { kind, id })
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame
          title={`${page.villageName} · ${t(`matters.kind.${page.kind}`)}`}
          lead={<MatterStanding state={page.state} />}
          back={{ to: '/matters', label: t('matters.title') }}
        >
          <Panel title={t('schedule.what-now')}>
            <AvailableActs type={kind} id={id} />
          </Panel>
          <Panel>
            <Facts
              items={[
                { key: 'what', label: t('matters.what'), value: page.what },
                {
                  key: 'authority',
                  label: t('field.authority'),
                  value: page.authority && t(`choice.authority.${page.authority}`),
                },
                {
                  key: 'village',
                  label: t('schedule.village'),
                  value: <AddressLink to={`/plans/${page.village}`}>{page.villageName}</AddressLink>,
                },
                { key: 'firm', label: t('schedule.contractor'), value: page.contractorName },
                { key: 'opened', label: t('matters.opened-on'), value: <DayText day={page.openedOn} /> },
                { key: 'due', label: t('matters.due-on'), value: <DayText day={page.dueOn} /> },
                {
                  key: 'done',
                  label: t('matters.done-on'),
                  value: page.doneOn && <DayText day={page.doneOn} />,
                },
                {
                  key: 'note',
                  label: t('matters.note'),
                  value: [page.granted === false && t('matters.refused'), page.note]
                    .filter(Boolean)
                    .join(' · '),
                },
              ]}
            />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}
