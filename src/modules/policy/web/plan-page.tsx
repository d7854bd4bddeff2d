import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { PolicyFrame } from './policy-frame.tsx'
import { SignedPapers } from './signed-papers.tsx'
import { Status } from './status.tsx'

/** What is to be reached, and by when. */
export function PlanPage() {
  return (
    <PolicyFrame tab="plan">
      <Targets />
      <Milestones />
      <ChangesAndHolidays />
    </PolicyFrame>
  )
}

function Targets() {
  const { t, pick } = useWords()
  const answer = useAnswer('policy.targets', {})
  return (
    <Panel title={t('policy.targets')}>
      <Answered answer={answer}>
        {({ lines, rows }) => (
          <RowTable
            rows={lines.flatMap(({ id }) => withTotal(rows.filter(({ line }) => line === id)))}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'line',
                title: 'policy.line',
                render: ({ line }) => {
                  const found = lines.find(({ id }) => id === line)
                  return found ? pick(found.label) : line
                },
              },
              {
                key: 'label',
                title: 'policy.area-type',
                wide: true,
                render: ({ label }) => (label ? pick(label) : <b>{t('policy.total')}</b>),
              },
              {
                key: 'count',
                title: 'policy.target',
                align: 'right',
                render: ({ count, line }) => {
                  const unit = lines.find(({ id }) => id === line)?.unitLabel
                  return (
                    <>
                      <Count of={count} /> {unit && pick(unit)}
                    </>
                  )
                },
              },
              { key: 'status', title: 'policy.status', render: ({ status }) => <Status status={status} /> },
              { key: 'clauses', title: 'policy.clause', render: ({ clauses }) => <Clauses ids={clauses} /> },
            ]}
          />
        )}
      </Answered>
    </Panel>
  )
}

type Target = Answer<'policy.targets'>['rows'][number]

/** The targets of one line of work, with their sum where there are several (§1.1). */
function withTotal(targets: readonly Target[]): (Omit<Target, 'label'> & { label?: Target['label'] })[] {
  const [first, ...others] = targets
  if (!first || others.length === 0) return [...targets]
  const { label: _of, ...shared } = first
  const isStated = targets.every(({ status }) => status === first.status)
  return [
    ...targets,
    {
      ...shared,
      id: `${first.line}.total`,
      count: targets.reduce((sum, { count }) => sum + count, 0),
      status: isStated ? first.status : 'assumed',
      clauses: [...new Set(targets.flatMap(({ clauses }) => clauses))],
    },
  ]
}

function Milestones() {
  const { t, pick } = useWords()
  const { today } = useSession()
  const answer = useAnswer('policy.milestones', {})
  return (
    <Panel title={t('policy.milestones')}>
      <Answered answer={answer}>
        {({ rows }) => (
          <RowTable
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'label', title: 'policy.milestone', render: ({ label }) => pick(label) },
              {
                key: 'day',
                title: 'policy.day',
                wide: true,
                render: ({ day }) => <DayText day={day} today={today} />,
              },
              { key: 'line', title: 'policy.line', wide: true, render: ({ line }) => pick(line) },
              { key: 'status', title: 'policy.status', render: ({ status }) => <Status status={status} /> },
              { key: 'clauses', title: 'policy.clause', render: ({ clauses }) => <Clauses ids={clauses} /> },
            ]}
          />
        )}
      </Answered>
    </Panel>
  )
}

/** What a change of the locked register asks for (§3.1.3d), and the days that periods in working days skip. */
function ChangesAndHolidays() {
  const { t, pick } = useWords()
  const answer = useAnswer('policy.changes', {})
  return (
    <Answered answer={answer}>
      {({ rows, calendar, access, dossier, papers, outreach, suppliers }) => (
        <>
          <Panel title={t('policy.changes')}>
            <RowTable
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                { key: 'label', title: 'policy.change', render: ({ label }) => pick(label) },
                {
                  key: 'papers',
                  title: 'policy.change.papers',
                  wide: true,
                  render: ({ papers }) =>
                    papers
                      .map(({ label, required }) =>
                        required ? pick(label) : t('policy.change.paper-optional', { paper: pick(label) }),
                      )
                      .join(t('policy.change.and')),
                },
                {
                  key: 'notice',
                  title: 'policy.change.notice',
                  render: ({ notice }) => t(notice ? 'policy.change.notice.yes' : 'policy.change.notice.no'),
                },
                {
                  key: 'recovers',
                  title: 'policy.change.recovers',
                  wide: true,
                  render: ({ recovers }) => recovers && t(`policy.change.recovers.${recovers}`),
                },
                { key: 'note', title: 'policy.change.note', wide: true, render: ({ note }) => pick(note) },
                { key: 'status', title: 'policy.status', render: ({ status }) => <Status status={status} /> },
                {
                  key: 'clauses',
                  title: 'policy.clause',
                  render: ({ clauses }) => <Clauses ids={clauses} />,
                },
              ]}
            />
          </Panel>
          <Panel title={t('policy.access')}>
            <RowTable
              rows={access.papers}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'of',
                  title: 'policy.access.of',
                  render: ({ of }) => t(of === 'model' ? 'policy.access.model' : `organisation-kind.${of}`),
                },
                {
                  key: 'label',
                  title: 'policy.access.paper',
                  render: ({ label, required }) =>
                    required ? pick(label) : t('policy.change.paper-optional', { paper: pick(label) }),
                },
                { key: 'note', title: 'policy.change.note', wide: true, render: ({ note }) => pick(note) },
                { key: 'status', title: 'policy.status', render: ({ status }) => <Status status={status} /> },
                {
                  key: 'clauses',
                  title: 'policy.clause',
                  render: ({ clauses }) => <Clauses ids={clauses} />,
                },
              ]}
            />
            <p className="quiet policy-note">
              {t('policy.access.reasons', {
                reasons: access.reasons.map(({ label }) => pick(label)).join(t('policy.change.and')),
              })}
            </p>
          </Panel>
          <Panel title={t('policy.dossier')}>
            <RowTable
              rows={dossier}
              rowKey={({ id }) => id}
              columns={[
                { key: 'label', title: 'policy.access.paper', render: ({ label }) => pick(label) },
                { key: 'from', title: 'policy.dossier.from', render: ({ from }) => t(`stage.${from}`) },
                {
                  key: 'by',
                  title: 'policy.dossier.by',
                  render: ({ by }) =>
                    by
                      .flatMap((id) => suppliers[id] ?? [])
                      .map((supplier) => pick(supplier))
                      .join(t('policy.change.and')),
                },
                { key: 'note', title: 'policy.change.note', wide: true, render: ({ note }) => pick(note) },
                { key: 'status', title: 'policy.status', render: ({ status }) => <Status status={status} /> },
                {
                  key: 'clauses',
                  title: 'policy.clause',
                  render: ({ clauses }) => <Clauses ids={clauses} />,
                },
              ]}
            />
          </Panel>
          <Panel title={t('policy.papers')}>
            <SignedPapers papers={papers} suppliers={suppliers} />
          </Panel>
          <Panel title={t('policy.outreach')}>
            <RowTable
              rows={outreach.activities}
              rowKey={({ id }) => id}
              columns={[
                { key: 'label', title: 'policy.outreach.kind', render: ({ label }) => pick(label) },
                { key: 'note', title: 'policy.change.note', wide: true, render: ({ note }) => pick(note) },
                { key: 'status', title: 'policy.status', render: ({ status }) => <Status status={status} /> },
                {
                  key: 'clauses',
                  title: 'policy.clause',
                  render: ({ clauses }) => <Clauses ids={clauses} />,
                },
              ]}
            />
          </Panel>
          <Panel title={t('policy.calendar')}>
            <p className="quiet policy-note">
              {t('policy.calendar.why')} {pick(calendar.source)}
            </p>
            <RowTable
              rows={Object.entries(calendar.years).flatMap(([year, { document, holidays, workdays }]) => [
                ...holidays.map((holiday) => ({ year, document, ...holiday, worked: false })),
                ...workdays.map((each) => ({
                  year,
                  document,
                  name: null,
                  from: each,
                  to: each,
                  worked: true,
                })),
              ])}
              rowKey={({ from, worked }) => `${from} ${worked}`}
              columns={[
                { key: 'year', title: 'policy.calendar.year', render: ({ year }) => year },
                {
                  key: 'name',
                  title: 'policy.calendar.day',
                  render: ({ name }) => (name ? pick(name) : t('policy.calendar.worked')),
                },
                { key: 'from', title: 'policy.calendar.from', render: ({ from }) => <DayText day={from} /> },
                { key: 'to', title: 'policy.calendar.to', render: ({ to }) => <DayText day={to} /> },
                {
                  key: 'document',
                  title: 'policy.calendar.document',
                  wide: true,
                  render: (row) => row.document,
                },
              ]}
            />
          </Panel>
        </>
      )}
    </Answered>
  )
}
