import { useParams } from '@tanstack/react-router'
import { Select } from 'antd'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { Curve } from './curve.tsx'
import { LotStanding } from './lot-standing.tsx'
import './sites.css'

type Page = Answer<'schedule.lot'>
/** As many as are read at a glance. */
const fewVillages = 12
const lotActs = ['lot.declare-crews']

/** One lot: planned against actual, villages that cannot be done in time, and each village's days (§3.2.1). */
export function SchedulePage() {
  const { t } = useWords()
  const { lot } = useParams({ strict: false }) as { lot: string }
  const [texts, change] = useSearchTexts()
  const mayPropose = useMay('plan.propose')
  const answer = useAnswer('schedule.lot', { lot, ...(texts.village && { village: texts.village }) })
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame
          title={`${page.code} ${page.name}`}
          lead={
            <>
              {page.contractorName} · <LotStanding {...page} />
            </>
          }
          back={{ to: '/schedule', label: t('schedule.title') }}
        >
          {mayPropose && (
            <Panel title={t('schedule.what-now')}>
              <AvailableActs type="lot" id={lot} only={lotActs} />
            </Panel>
          )}
          <Panel>
            <Facts
              items={[
                {
                  key: 'deadline',
                  label: t('schedule.curve.deadline'),
                  value: <DayText day={page.deadline} today={page.today} />,
                },
                {
                  key: 'finish',
                  label: t('schedule.finish'),
                  value:
                    page.remaining === 0 ? (
                      t('schedule.done')
                    ) : page.finish ? (
                      <DayText day={page.finish} />
                    ) : (
                      t('schedule.finish.none')
                    ),
                },
                { key: 'homes', label: t('schedule.homes'), value: <Count of={page.homes} /> },
                { key: 'remaining', label: t('schedule.remaining'), value: <Count of={page.remaining} /> },
                {
                  key: 'crews',
                  label: t('schedule.crews'),
                  value: page.isCrewsAssumed
                    ? t('schedule.assumed-crews')
                    : t('schedule.crews.said', { crews: page.crews, homes: page.homesPerDay }),
                },
              ]}
            />
          </Panel>
          <Late page={page} />
          <Panel
            title={t('schedule.curve')}
            extra={
              <Select
                aria-label={t('schedule.village')}
                value={texts.village ?? ''}
                showSearch={{ optionFilterProp: 'label' }}
                style={{ minWidth: 180 }}
                options={[
                  { value: '', label: t('schedule.curve.whole') },
                  ...page.villages.map(({ code, name, townName }) => ({
                    value: code,
                    label: `${townName} ${name}`,
                  })),
                ]}
                onChange={(village) => change({ village: village || undefined })}
              />
            }
          >
            <Curve page={page} whole={!texts.village} />
          </Panel>
          <Panel title={t('schedule.villages')}>
            <Villages page={page} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function Late({ page }: { page: Page }) {
  const { t } = useWords()
  const late = page.villages.filter(({ isLate }) => isLate)
  if (late.length === 0) return null
  return (
    <details className="site-warning" open={late.length <= fewVillages}>
      <summary role="alert">✕ {t('schedule.late.title', { count: late.length })}</summary>
      {late.map(({ code, name }, at) => (
        <span key={code}>
          {at > 0 && t('kit.list-comma')}
          <AddressLink to={`/plans/${code}`}>{name}</AddressLink>
        </span>
      ))}
    </details>
  )
}

function Villages({ page }: { page: Page }) {
  const { t } = useWords()
  return (
    <RowTable
      rows={page.villages}
      rowKey={({ code }) => code}
      open={({ code }) => `/plans/${code}`}
      columns={[
        { key: 'village', title: 'schedule.village', render: ({ townName, name }) => `${townName} ${name}` },
        {
          key: 'homes',
          title: 'schedule.homes',
          align: 'right',
          render: ({ homes }) => <Count of={homes} />,
        },
        {
          key: 'remaining',
          title: 'schedule.remaining',
          align: 'right',
          render: ({ remaining }) => <Count of={remaining} />,
        },
        {
          key: 'crews',
          title: 'plans.state',
          render: ({ crews, homesPerDay }) =>
            crews ? t('schedule.crews.said', { crews, homes: homesPerDay }) : t('plans.state.none'),
        },
        {
          key: 'firstDay',
          title: 'schedule.first-day',
          render: ({ firstDay, isLate, remaining }) =>
            isLate ? (
              <span className="site-bad">✕ {t('schedule.behind')}</span>
            ) : remaining === 0 ? (
              <span className="site-good">✓ {t('schedule.done')}</span>
            ) : (
              <DayText day={firstDay} />
            ),
        },
        { key: 'lastDay', title: 'schedule.last-day', render: ({ lastDay }) => <DayText day={lastDay} /> },
      ]}
    />
  )
}
