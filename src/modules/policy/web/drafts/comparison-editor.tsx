import { Select } from 'antd'
import {
  type Comparison,
  isReference,
  type Operand,
  type Test,
  testOf,
  type Value,
} from '../../../../kernel/pack/condition.ts'
import type { FactDefinition } from '../../../../kernel/pack/schema.ts'
import { suited } from '../../../../kernel/pack/suited-tests.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import type { Editing } from './use-draft.ts'
import { FactInput } from './value-input.tsx'

type Against = Operand | { parameter: string }

const comparisonOf = (fact: string, test: Test, against: Against): Comparison => ({ fact, [test]: against })

/** A value to begin with. */
function firstValue(fact: Pick<FactDefinition, 'type' | 'values'>, test: Test): Operand {
  const value: Value =
    fact.type === 'boolean'
      ? true
      : fact.type === 'number'
        ? 0
        : fact.type === 'text'
          ? (Object.keys(fact.values ?? {})[0] ?? '')
          : ''
  return test === 'oneOf' ? [value] : value
}

/** The fact a rule of the draft most likely asks next: the first one there is. */
export function firstComparison({ page }: Editing): Comparison {
  const [[name, fact] = ['', undefined]] = Object.entries(page.facts)
  if (!fact) return { fact: name, is: true }
  const [test = 'is'] = suited[fact.type]
  return comparisonOf(name, test, firstValue(fact, test))
}

interface Props {
  comparison: Comparison
  editing: Editing
  onChange: (comparison: Comparison) => void
}

/** Fact, comparison, value: each limited to what suits the one before. */
export function ComparisonEditor({ comparison, editing, onChange }: Props) {
  const { t, pick } = useWords()
  const { page, open } = editing
  const { test, against } = testOf(comparison)
  const fact = page.facts[comparison.fact]
  const put = (changed: { test?: Test; against?: Against }) =>
    onChange(comparisonOf(comparison.fact, changed.test ?? test, changed.against ?? against))

  const chooseFact = (name: string) => {
    const chosen = page.facts[name]
    if (!chosen) return
    if (fact && chosen.type === fact.type && fact.type !== 'text')
      return onChange(comparisonOf(name, test, against))
    const [first = 'is'] = suited[chosen.type]
    onChange(comparisonOf(name, first, firstValue(chosen, first)))
  }
  const chooseTest = (chosen: Test) => {
    if (isReference(against)) return put({ test: chosen })
    const list = [against].flat() as Value[]
    put({ test: chosen, against: chosen === 'oneOf' ? list : (list[0] ?? '') })
  }
  return (
    <span className="tree-comparison">
      <Select
        aria-label={t('draft.tree.fact')}
        className="tree-fact"
        showSearch
        optionFilterProp="label"
        popupMatchSelectWidth={false}
        disabled={!open}
        value={comparison.fact}
        options={Object.entries(page.facts).map(([name, { label }]) => ({ value: name, label: pick(label) }))}
        onChange={chooseFact}
      />
      {fact && (
        <>
          <Select
            aria-label={t('draft.tree.test')}
            className="tree-test"
            popupMatchSelectWidth={false}
            disabled={!open}
            value={test}
            options={suited[fact.type].map((each) => ({ value: each, label: t(`policy.test.${each}`) }))}
            onChange={chooseTest}
          />
          <AgainstEditor
            {...{ fact, test, against, editing }}
            onChange={(changed) => put({ against: changed })}
          />
        </>
      )}
    </span>
  )
}

interface AgainstProps {
  fact: FactDefinition
  test: Test
  against: Against
  editing: Editing
  onChange: (against: Against) => void
}

function AgainstEditor({ fact, test, against, editing, onChange }: AgainstProps) {
  const { t, pick } = useWords()
  const { open, parameters } = editing
  // Whether a house is a shop is compared with yes or no; a threshold may be the plan's.
  const mayRefer = fact.type === 'number' || fact.type === 'day' || isReference(against)
  const label = t('policy.rule.value')
  const kind = (
    <Select
      aria-label={t('draft.tree.against')}
      className="tree-against"
      popupMatchSelectWidth={false}
      disabled={!open}
      value={isReference(against) ? 'parameter' : 'value'}
      options={(['value', 'parameter'] as const).map((each) => ({
        value: each,
        label: t(`draft.tree.${each}`),
      }))}
      onChange={(chosen: string) =>
        onChange(
          chosen === 'parameter' ? { parameter: Object.keys(parameters)[0] ?? '' } : firstValue(fact, test),
        )
      }
    />
  )
  if (isReference(against))
    return (
      <>
        {kind}
        <Select
          aria-label={t('draft.tree.parameter')}
          className="tree-fact"
          showSearch
          optionFilterProp="label"
          popupMatchSelectWidth={false}
          disabled={!open}
          value={against.parameter}
          options={Object.entries(parameters).map(([name, one]) => ({ value: name, label: pick(one.label) }))}
          onChange={(parameter: string) => onChange({ parameter })}
        />
      </>
    )
  if (test === 'oneOf')
    return (
      <>
        {mayRefer && kind}
        <Select
          aria-label={label}
          mode={fact.type === 'text' ? 'multiple' : 'tags'}
          className="tree-fact"
          disabled={!open}
          value={([against].flat() as Value[]).map(String)}
          options={Object.entries(fact.values ?? {}).map(([id, said]) => ({ value: id, label: pick(said) }))}
          onChange={(chosen: string[]) =>
            onChange(
              fact.type === 'number'
                ? chosen.map((one) => (Number.isNaN(Number(one)) ? one : Number(one)))
                : chosen,
            )
          }
        />
      </>
    )
  return (
    <>
      {mayRefer && kind}
      <FactInput
        value={[against].flat()[0] as Value}
        fact={fact}
        label={label}
        disabled={!open}
        onChange={onChange}
      />
    </>
  )
}
