import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { ParameterValue } from './parameter-value.tsx'
import { PolicyFrame } from './policy-frame.tsx'
import { SubsidiesPanel } from './subsidies-panel.tsx'

type Row = Answer<'policy.parameters'>['rows'][number]

/** Every value the plan could change, with its dates, its clause, and whether the plan or the county says so. */
export function ParametersPage() {
  const { t, pick } = useWords()
  const answer = useAnswer('policy.parameters', {})
  return (
    <PolicyFrame tab="parameters">
      <div className="assumed-note">
        <Assumed />
        <p>{t('policy.parameters.lead')}</p>
      </div>
      <Answered answer={answer}>{({ subsidies }) => <SubsidiesPanel subsidies={subsidies} />}</Answered>
      <Panel>
        <Answered answer={answer}>
          {({ rows }) => (
            <RowTable
              rows={rows}
              rowKey={({ name }) => name}
              columns={[
                {
                  key: 'label',
                  title: 'policy.parameter',
                  render: ({ label, name }) => <span title={name}>{pick(label)}</span>,
                },
                {
                  key: 'inForce',
                  title: 'policy.value-today',
                  align: 'right',
                  render: (row) => (
                    <ParameterValue value={row.inForce} unit={row.unit} choices={row.choices} />
                  ),
                },
                { key: 'status', title: 'policy.status', render: (row) => <Status row={row} /> },
                { key: 'values', title: 'policy.values', wide: true, render: (row) => <Dated row={row} /> },
                {
                  key: 'clauses',
                  title: 'policy.clause',
                  render: ({ clauses }) => <Clauses ids={clauses} />,
                },
                {
                  key: 'note',
                  title: 'policy.note',
                  wide: true,
                  render: ({ note }) => <span className="clause-line">{pick(note)}</span>,
                },
              ]}
            />
          )}
        </Answered>
      </Panel>
    </PolicyFrame>
  )
}

function Status({ row }: { row: Row }) {
  const { t } = useWords()
  return row.status === 'assumed' ? <Assumed /> : <span>{t('policy.status.plan')}</span>
}

function Dated({ row }: { row: Row }) {
  const { t } = useWords()
  return (
    <ul className="dated-values">
      {row.values.map(({ from, value }) => (
        <li key={from}>
          <DayText day={from} /> {t('policy.value-from')}{' '}
          {row.values.length > 1 && <ParameterValue value={value} unit={row.unit} choices={row.choices} />}
        </li>
      ))}
      {row.days && <li className="quiet">{t(`policy.days.${row.days}`)}</li>}
    </ul>
  )
}
