import { Button, Select } from 'antd'
import type { Parameter } from '../../../../kernel/pack/schema.ts'
import { DayInput } from '../../../../web/kit/form/day-input.tsx'
import { Panel } from '../../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { useSession } from '../../../../web/kit/session/session-context.tsx'
import { same } from '../../rules/changes.ts'
import { valueOn } from '../../rules.ts'
import { ParameterValue } from '../parameter-value.tsx'
import { ClauseChoice } from './clause-choice.tsx'
import { DraftCard } from './draft-card.tsx'
import { FindBar, useFinding } from './find-bar.tsx'
import { NoneFound } from './none-found.tsx'
import { ProblemNotes, problemsAt } from './problems.tsx'
import { SaidInput } from './said-input.tsx'
import type { Editing } from './use-draft.ts'
import { ParameterInput } from './value-input.tsx'

const file = 'parameters.yaml'

/** Every value of the draft, by date. */
export function ParametersPart({ editing }: { editing: Editing }) {
  const { pick } = useWords()
  const { fits, only } = useFinding()
  const { page, parameters, pending } = editing
  const shown = Object.entries(parameters).filter(
    ([id, { label, clauses }]) =>
      fits(pick(label), id, ...clauses) &&
      (!only || id in pending.parameters || !same(page.parameters[id], page.inForce.parameters[id])),
  )
  return (
    <Panel>
      <FindBar onlyLabel="draft.only-changed" />
      {shown.length === 0 && <NoneFound />}
      {shown.map(([id, parameter]) => (
        <ParameterCard key={id} id={id} parameter={parameter} editing={editing} />
      ))}
    </Panel>
  )
}

interface CardProps {
  id: string
  parameter: Parameter
  editing: Editing
}

function ParameterCard({ id, parameter, editing }: CardProps) {
  const { t, pick } = useWords()
  const { today } = useSession()
  const { page, pending, open, check } = editing
  const inForce = page.inForce.parameters[id]
  const problems = problemsAt(check.problems, file, [id])
  const put = (change: Parameters<Editing['putParameter']>[1]) => editing.putParameter(id, change)
  return (
    <DraftCard
      id={id}
      title={<span title={id}>{pick(parameter.label)}</span>}
      beside={
        <ParameterValue value={valueOn(parameter, today)} unit={parameter.unit} choices={parameter.choices} />
      }
      differs={!same(parameter, inForce)}
      unsaved={id in pending.parameters}
      problems={problems.length}
    >
      <DatedValues id={id} parameter={parameter} editing={editing} />
      <ProblemNotes problems={problems.filter(({ at }) => at[1] !== 'values' || at.length < 3)} />
      <div className="draft-row">
        <label>
          {t('draft.field.status')}{' '}
          <Select
            className="draft-status"
            disabled={!open}
            value={parameter.status}
            options={[
              { value: 'plan', label: t('policy.status.plan') },
              { value: 'assumed', label: t('kit.assumed') },
            ]}
            onChange={(status) => put({ status })}
          />
        </label>
        <ClauseChoice
          value={parameter.clauses}
          all={page.clauses}
          disabled={!open}
          onChange={(clauses) => put({ clauses })}
        />
      </div>
      <div className="draft-field">
        <span className="draft-label">{t('draft.field.note')}</span>
        <SaidInput
          label={t('draft.field.note')}
          value={parameter.note}
          disabled={!open}
          onChange={(note) => put({ note })}
        />
      </div>
      {open && inForce && !same(parameter, inForce) && (
        <Button
          size="small"
          onClick={() =>
            put({
              values: inForce.values,
              status: inForce.status,
              note: inForce.note,
              clauses: inForce.clauses,
            })
          }
        >
          {t('draft.reset')}
        </Button>
      )}
    </DraftCard>
  )
}

/** Values with the day each begins on. */
function DatedValues({ id, parameter, editing }: CardProps) {
  const { t, pick } = useWords()
  const { today } = useSession()
  const { values, unit } = parameter
  const { open } = editing
  const put = (changed: Parameter['values']) => editing.putParameter(id, { values: changed })
  const replace = (at: number, change: Partial<Parameter['values'][number]>) =>
    put(values.map((one, i) => (i === at ? { ...one, ...change } : one)))
  const isMoney = unit.split('/')[0] === 'fen'
  const last = values.at(-1)
  return (
    <div className="draft-values">
      {values.map(({ from, value }, at) => {
        const problems = problemsAt(editing.check.problems, file, [id, 'values', at])
        const wrong = problems.some((problem) => problem.at[3] === 'value')
        const name = `${pick(parameter.label)} ${t('draft.value')} ${at + 1}`
        return (
          <div key={at} className="draft-dated">
            <label className="draft-day">
              <span className="sr-only">{t('draft.value.from')}</span>
              <DayInput value={from} disabled={!open} onChange={(day) => replace(at, { from: day ?? '' })} />
            </label>
            <span className="quiet">{t('policy.value-from')}</span>
            <ParameterInput
              value={value}
              unit={unit}
              label={name}
              disabled={!open}
              invalid={wrong}
              onChange={(changed) => replace(at, { value: changed as Parameter['values'][number]['value'] })}
            />
            {open && values.length > 1 && (
              <Button
                size="small"
                type="text"
                aria-label={`${t('draft.value.remove')} ${from}`}
                onClick={() => put(values.filter((_, i) => i !== at))}
              >
                {t('kit.form.remove')}
              </Button>
            )}
            {wrong && isMoney ? (
              <p className="draft-problems" role="alert">
                {t('draft.value.not-money')}
              </p>
            ) : (
              <ProblemNotes problems={problems} />
            )}
          </div>
        )
      })}
      {open && last && (
        <Button
          size="small"
          onClick={() => put([...values, { from: last.from < today ? today : '', value: last.value }])}
        >
          {t('draft.value.add')}
        </Button>
      )}
    </div>
  )
}
