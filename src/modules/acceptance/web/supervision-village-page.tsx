import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { LogTable } from './log-table.tsx'

const villageActs = ['supervision.name', 'supervision.file-log']

/** One village: who watches it, how far it was entered, and the supervisor's days there (§3.3.4). */
export function SupervisionVillagePage() {
  const { t } = useWords()
  const { village } = useParams({ strict: false }) as { village: string }
  return (
    <Answered answer={useAnswer('supervision.village', { village })}>
      {(page) => (
        <PageFrame
          title={page.villageName}
          lead={`${page.townName} · ${page.firmName}`}
          back={{ to: '/supervision', label: t('supervision.title') }}
        >
          <Panel title={t('supervision.what-now')}>
            <AvailableActs
              type="village"
              id={village}
              only={villageActs}
              options={{ person: page.people.map(({ id, name }) => ({ value: id, label: name })) }}
            />
          </Panel>
          <Panel>
            <Facts
              items={[
                {
                  key: 'person',
                  label: t('supervision.person'),
                  value: page.personName ?? t('supervision.nobody'),
                },
                { key: 'since', label: t('supervision.since'), value: <DayText day={page.since} /> },
                { key: 'homes', label: t('supervision.homes'), value: <Count of={page.homes} /> },
                { key: 'installed', label: t('supervision.installed'), value: <Count of={page.installed} /> },
                { key: 'toVisit', label: t('supervision.to-visit'), value: <Count of={page.toVisit} /> },
                { key: 'visited', label: t('supervision.visited'), value: <Count of={page.visited} /> },
                { key: 'passed', label: t('supervision.passed'), value: <Count of={page.passed} /> },
              ]}
            />
          </Panel>
          <Panel title={t('supervision.logs')}>
            <LogTable village={page.village} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}
