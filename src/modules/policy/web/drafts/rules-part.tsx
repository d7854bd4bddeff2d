import { Button, Switch } from 'antd'
import { addDays } from '../../../../kernel/dates/day.ts'
import type { Rule } from '../../../../kernel/pack/schema.ts'
import { AddressLink } from '../../../../web/kit/address/address-link.tsx'
import { DayInput } from '../../../../web/kit/form/day-input.tsx'
import { Panel } from '../../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { useSession } from '../../../../web/kit/session/session-context.tsx'
import { same } from '../../rules/changes.ts'
import { ClauseChoice } from './clause-choice.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { DraftCard } from './draft-card.tsx'
import { FindBar, useFinding } from './find-bar.tsx'
import { NoneFound } from './none-found.tsx'
import { ProblemNotes, problemsAt } from './problems.tsx'
import { SaidInput } from './said-input.tsx'
import type { Editing } from './use-draft.ts'

const file = 'rules.yaml'

/** The rules of the draft by group; one that stands in several is changed in all of them. */
export function RulesPart({ editing }: { editing: Editing }) {
  const { pick } = useWords()
  const { fits, only } = useFinding()
  const { page, rules, pending, check } = editing
  const shown = rules.filter(
    (rule) =>
      fits(pick(rule.label), rule.id, ...rule.clauses) &&
      (!only || rule.id in pending.rules || !same(rule, inForceOf(editing, rule.id))),
  )
  const groups = page.groups
    .map((group, at) => ({
      ...group,
      at,
      rules: shown.filter(({ groups: [first] }) => first === group.id),
    }))
    .filter((group) => group.rules.length > 0)
  return (
    <>
      <FindBar onlyLabel="draft.only-changed" />
      {groups.length === 0 && <NoneFound />}
      {groups.map((group) => (
        <Panel key={group.id} title={pick(group.label)}>
          <ProblemNotes problems={problemsAt(check.problems, file, ['groups', group.at])} />
          {group.rules.map((rule) => (
            <RuleCard key={rule.id} rule={rule} at={rules.indexOf(rule)} editing={editing} />
          ))}
        </Panel>
      ))}
    </>
  )
}

const inForceOf = ({ page }: Editing, id: string): Rule | undefined =>
  page.inForce.rules.find((rule) => rule.id === id)

interface Props {
  rule: Rule
  /** Its place in the file, as the checks name it. */
  at: number
  editing: Editing
}

function RuleCard({ rule, at, editing }: Props) {
  const { t, pick } = useWords()
  const { today } = useSession()
  const { page, pending, open, check } = editing
  const inForce = inForceOf(editing, rule.id)
  const problems = problemsAt(check.problems, file, ['rules', at])
  const isOn = rule.until === undefined || rule.until >= today
  const failed = check.runs?.filter((run) => run.rule === rule.id && !run.asExpected).length ?? 0
  const put = (change: Parameters<Editing['putRule']>[1]) => editing.putRule(rule.id, change)
  const of = (field: string) => problems.filter((problem) => problem.at[2] === field)
  return (
    <DraftCard
      id={rule.id}
      title={pick(rule.label)}
      beside={
        <>
          <span className="quiet">{rule.clauses.join(' ')}</span>
          {!isOn && <span className="draft-mark draft-mark-off">{t('draft.rule.off')}</span>}
        </>
      }
      differs={!same(rule, inForce)}
      unsaved={rule.id in pending.rules}
      problems={problems.length}
    >
      <div className="draft-row">
        <label className="draft-switch">
          <Switch
            aria-label={`${t('draft.rule.switch')} ${pick(rule.label)}`}
            checked={isOn}
            disabled={!open}
            checkedChildren={t('draft.rule.on')}
            unCheckedChildren={t('draft.rule.off')}
            onChange={(on) => put({ until: on ? null : addDays(today, -1) })}
          />
        </label>
        <label>
          {t('draft.field.from')}{' '}
          <DayInput
            value={rule.from ?? page.validFrom}
            disabled={!open}
            onChange={(day) => put({ from: day === page.validFrom ? null : day })}
          />
        </label>
        <label>
          {t('draft.field.until')}{' '}
          <DayInput value={rule.until ?? null} disabled={!open} onChange={(day) => put({ until: day })} />
        </label>
        <ClauseChoice
          value={rule.clauses}
          all={page.clauses}
          disabled={!open}
          onChange={(clauses) => put({ clauses })}
        />
      </div>
      {!isOn && <p className="quiet">{t('draft.rule.off-from')}</p>}
      <ProblemNotes
        problems={problems.filter(
          ({ at: place }) => !['when', 'refusal', 'label'].includes(String(place[2])),
        )}
      />
      <div className="draft-field">
        <span className="draft-label">{t('draft.field.when')}</span>
        <ConditionEditor
          condition={rule.when}
          at={['rules', at, 'when']}
          problems={of('when')}
          editing={editing}
          onChange={(when) => put({ when })}
        />
      </div>
      <div className="draft-field">
        <span className="draft-label">{t('draft.field.refusal')}</span>
        <SaidInput
          label={t('draft.field.refusal')}
          value={rule.refusal}
          disabled={!open}
          onChange={(refusal) => put({ refusal })}
        />
        <ProblemNotes problems={of('refusal')} />
      </div>
      <div className="draft-field">
        <span className="draft-label">{t('draft.field.label')}</span>
        <SaidInput
          label={t('draft.field.label')}
          value={rule.label}
          disabled={!open}
          onChange={(label) => put({ label })}
        />
        <ProblemNotes problems={of('label')} />
      </div>
      <div className="draft-row">
        {failed > 0 && (
          <AddressLink
            className="case-differs"
            to={`/policy/drafts/${page.id}?part=cases&find=${encodeURIComponent(pick(rule.label))}`}
          >
            {t('draft.rule.cases-failed', { count: failed })}
          </AddressLink>
        )}
        {open && inForce && !same(rule, inForce) && (
          <Button
            size="small"
            onClick={() =>
              put({
                when: inForce.when,
                from: inForce.from ?? null,
                until: inForce.until ?? null,
                refusal: inForce.refusal,
                label: inForce.label,
                clauses: inForce.clauses,
              })
            }
          >
            {t('draft.reset')}
          </Button>
        )}
      </div>
    </DraftCard>
  )
}
