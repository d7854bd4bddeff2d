import { Button, Select } from 'antd'
import { type Comparison, type Condition, type Test, testOf } from '../../../../kernel/pack/condition.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { ComparisonEditor, firstComparison } from './comparison-editor.tsx'
import { ProblemNotes } from './problems.tsx'
import type { Editing, Problem } from './use-draft.ts'

type Step = string | number

interface Props {
  condition: Condition
  /** Its place in the rule, as the checks name it. */
  at: readonly Step[]
  problems: readonly Problem[]
  editing: Editing
  onChange: (condition: Condition) => void
  /** Absent where it is all the rule has. */
  onRemove?: () => void
}

const ownProblems = (problems: readonly Problem[], at: readonly Step[], deeper: (step: Step) => boolean) =>
  problems.filter((problem) => {
    if (!at.every((step, i) => problem.at[i] === step)) return false
    const next = problem.at[at.length]
    return next === undefined || !deeper(next)
  })

/** A condition as a tree: what belongs together stands under its heading, and everything is done from the keyboard. */
export function ConditionEditor(props: Props) {
  const { condition } = props
  if ('not' in condition) return <Turned {...props} inner={condition.not} />
  if ('all' in condition) return <Group {...props} node="all" parts={condition.all} />
  if ('any' in condition) return <Group {...props} node="any" parts={condition.any} />
  return <Compared {...props} comparison={condition} />
}

function Turned({ inner, onChange, ...props }: Props & { inner: Condition }) {
  const { t } = useWords()
  return (
    <div className="tree-group">
      <div className="tree-head">
        <b>{t('kit.node.not')}</b>
        {props.editing.open && (
          <Button size="small" type="text" onClick={() => onChange(inner)}>
            {t('draft.tree.remove')} ({t('kit.node.not')})
          </Button>
        )}
      </div>
      <div className="tree-parts">
        <ConditionEditor
          {...props}
          condition={inner}
          at={[...props.at, 'not']}
          onChange={(changed) => onChange({ not: changed })}
        />
      </div>
    </div>
  )
}

const groupOf = (node: 'all' | 'any', parts: Condition[]): Condition =>
  node === 'all' ? { all: parts } : { any: parts }

function Group({ node, parts, ...props }: Props & { node: 'all' | 'any'; parts: Condition[] }) {
  const { t } = useWords()
  const { at, problems, editing, onChange } = props
  const put = (changed: Condition[]) => onChange(groupOf(node, changed))
  return (
    <div className="tree-group" role="group" aria-label={t(`kit.node.${node}`)}>
      <div className="tree-head">
        <Select
          aria-label={t('kit.node.all')}
          size="small"
          className="tree-node"
          disabled={!editing.open}
          value={node}
          options={(['all', 'any'] as const).map((each) => ({ value: each, label: t(`kit.node.${each}`) }))}
          onChange={(changed: 'all' | 'any') => onChange(groupOf(changed, parts))}
        />
        <TreeButtons {...props} />
      </div>
      <ProblemNotes problems={ownProblems(problems, at, (step) => step === node)} />
      <div className="tree-parts">
        {parts.map((part, i) => (
          <ConditionEditor
            key={i}
            condition={part}
            at={[...at, node, i]}
            problems={problems}
            editing={editing}
            onChange={(changed) => put(parts.map((one, k) => (k === i ? changed : one)))}
            onRemove={() => put(parts.filter((_, k) => k !== i))}
          />
        ))}
        <ProblemNotes problems={ownProblems(problems, [...at, node], (step) => typeof step === 'number')} />
        {editing.open && (
          <div className="tree-add">
            <Button size="small" onClick={() => put([...parts, firstComparison(editing)])}>
              {t('draft.tree.add-fact')}
            </Button>
            <Button
              size="small"
              onClick={() =>
                put([...parts, groupOf(node === 'all' ? 'any' : 'all', [firstComparison(editing)])])
              }
            >
              {t('draft.tree.add-group')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

function Compared({ comparison, ...props }: Props & { comparison: Comparison }) {
  const { at, problems, editing, onChange } = props
  const tests: readonly Step[] = ['fact', testNameOf(comparison)]
  return (
    <div className="tree-compare">
      <ComparisonEditor comparison={comparison} editing={editing} onChange={onChange} />
      <TreeButtons {...props} />
      <ProblemNotes
        problems={problems.filter(
          (problem) =>
            at.every((step, i) => problem.at[i] === step) &&
            (problem.at.length === at.length || tests.includes(problem.at[at.length] ?? '')),
        )}
      />
    </div>
  )
}

const testNameOf = (comparison: Comparison): Test => testOf(comparison).test

/** What can be done to any part of a condition. */
function TreeButtons({ condition, editing, onChange, onRemove }: Props) {
  const { t } = useWords()
  if (!editing.open) return null
  return (
    <span className="tree-buttons">
      <Button size="small" type="text" onClick={() => onChange({ not: condition })}>
        {t('draft.tree.not')}
      </Button>
      <Button size="small" type="text" onClick={() => onChange({ all: [condition] })}>
        {t('draft.tree.group')}
      </Button>
      {onRemove && (
        <Button size="small" type="text" danger onClick={onRemove}>
          {t('draft.tree.remove')}
        </Button>
      )}
    </span>
  )
}
