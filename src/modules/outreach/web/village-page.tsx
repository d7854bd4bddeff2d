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
import { Activities } from './activities.tsx'
import { Coverage, CoverageState } from './coverage.tsx'
import { ListExport } from './list-export.tsx'
import { Meetings } from './meetings.tsx'
import { VillageWishes } from './village-wishes.tsx'

const villageActs = ['publicity.record', 'meeting.record']

/** One village: how it was told, what it decided, what its homes wish. */
export function VillageOutreachPage() {
  const { t, pick } = useWords()
  const { village } = useParams({ strict: false }) as { village: string }
  return (
    <Answered answer={useAnswer('outreach.village', { village })}>
      {(page) => {
        const route = page.routes.find(({ id }) => id === page.route)
        return (
          <PageFrame
            title={page.name}
            lead={
              <>
                {page.townName} · <CoverageState state={page.state} />
              </>
            }
            back={{ to: '/outreach', label: t('outreach.title') }}
            actions={<AddressLink to={`/villages/${page.code}`}>{t('villages.facts')}</AddressLink>}
          >
            <Panel title={t('outreach.facts')}>
              <Facts
                items={[
                  {
                    key: 'coverage',
                    label: t('outreach.coverage'),
                    value: (
                      <>
                        <Coverage covered={page.covered} families={page.families} />{' '}
                        <span className="quiet">
                          {t('outreach.asked-share', { percent: page.coveragePercent })}
                        </span>
                      </>
                    ),
                  },
                  {
                    key: 'route',
                    label: t('outreach.route'),
                    value: route ? (
                      <>
                        {pick(route.label)} <DayText day={page.routeDecidedOn} />
                      </>
                    ) : (
                      t('outreach.route.none')
                    ),
                  },
                  {
                    key: 'wishes',
                    label: t('wishes.title'),
                    value: t('wishes.counts', {
                      wants: page.wants,
                      against: page.against,
                      undecided: page.undecided,
                      notAsked: page.notAsked,
                    }),
                  },
                ]}
              />
            </Panel>
            <Panel title={t('outreach.what-now')}>
              <AvailableActs
                type="village"
                id={page.id}
                only={villageActs}
                options={{
                  activity: page.kinds.map(({ id, label }) => ({ value: id, label: pick(label) })),
                  route: page.routes.map(({ id, label }) => ({ value: id, label: pick(label) })),
                  homes: page.register.map(({ id, sequence, householder }) => ({
                    value: id,
                    label: `${sequence} ${householder}`,
                  })),
                }}
              />
            </Panel>
            <Panel title={t('outreach.meetings')} extra={<ListExport list="meetings" village={page.code} />}>
              <Meetings page={page} />
            </Panel>
            <Panel
              title={t('outreach.activities')}
              extra={<ListExport list="activities" village={page.code} />}
            >
              <Activities page={page} />
            </Panel>
            <Panel title={t('wishes.title')}>
              <VillageWishes page={page} />
            </Panel>
          </PageFrame>
        )
      }}
    </Answered>
  )
}
