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
import { Answered } from '../../../web/kit/states/answered.tsx'
import { FindingStanding } from './finding-state.tsx'
import { foundText } from './finding-text.ts'

/** One finding: by when it is to be put right, how it was, and who looks again. */
export function FindingPage() {
  const speech = useWords()
  const { t } = speech
  const { finding } = useParams({ strict: false }) as { finding: string }
  const byWhom = (day: string, who: string | null) => (
    <>
      <DayText day={day} /> {who}
    </>
  )
  return (
    <Answered answer={useAnswer('finding.page', { finding })}>
      {(page) => (
        <PageFrame
          title={foundText(speech, page)}
          lead={<FindingStanding state={page.state} />}
          back={{ to: '/findings', label: t('findings.title') }}
        >
          <Panel title={t('findings.what-now')}>
            <AvailableActs type="finding" id={finding} />
            {page.state === 'to-recheck' && <p className="quiet">{t(`findings.recheck.${page.source}`)}</p>}
          </Panel>
          <Panel>
            <Facts
              items={[
                {
                  key: 'home',
                  label: t('findings.home'),
                  value: (
                    <AddressLink to={`/homes/${page.home}`}>
                      {page.townName} {page.villageName} {page.sequence} {page.householder}
                    </AddressLink>
                  ),
                },
                { key: 'address', label: t('findings.address'), value: page.address },
                { key: 'source', label: t('findings.source'), value: t(`findings.source.${page.source}`) },
                { key: 'found', label: t('findings.found-on'), value: byWhom(page.foundOn, page.foundBy) },
                { key: 'times', label: t('findings.times'), value: <Count of={page.times} /> },
                { key: 'due', label: t('findings.due-on'), value: <DayText day={page.dueOn} /> },
                {
                  key: 'fixed',
                  label: t('findings.fixed-on'),
                  value: page.fixedOn && <DayText day={page.fixedOn} />,
                },
                { key: 'note', label: t('findings.fixed-note'), value: page.fixedNote },
                {
                  key: 'closed',
                  label: t('findings.closed-on'),
                  value: page.closedOn && byWhom(page.closedOn, page.closedBy),
                },
                { key: 'contractor', label: t('findings.contractor'), value: page.contractorName },
                { key: 'supervisor', label: t('findings.supervisor'), value: page.supervisorName },
              ]}
            />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}
