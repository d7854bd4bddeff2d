import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { PolicyFrame } from './policy-frame.tsx'

/** What is to be reached, and by when. */
export function PlanPage() {
  return (
    <PolicyFrame tab="plan">
      <Targets />
      <Milestones />
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
            rows={rows}
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
              { key: 'label', title: 'policy.area-type', wide: true, render: ({ label }) => pick(label) },
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

function Status({ status }: { status: 'plan' | 'assumed' }) {
  const { t } = useWords()
  return status === 'assumed' ? <Assumed /> : <span>{t('policy.status.plan')}</span>
}
