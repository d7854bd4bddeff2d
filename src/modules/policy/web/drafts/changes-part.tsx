import type { Operand } from '../../../../kernel/pack/condition.ts'
import type { Condition } from '../../../../kernel/pack/condition.ts'
import { AddressLink } from '../../../../web/kit/address/address-link.tsx'
import type { Terms } from '../../../../web/kit/decision/terms.ts'
import { Panel } from '../../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { Blank } from '../../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../../web/kit/states/empty.tsx'
import { conditionLines, valueOn } from '../../rules.ts'
import { ConditionTable } from '../condition-table.tsx'
import { ParameterValue } from '../parameter-value.tsx'
import type { DraftPage, Editing } from './use-draft.ts'

type Change = DraftPage['changes'][number]
type Field = Change['fields'][number]

/** What the saved draft has otherwise than the pack in force, side by side. */
export function ChangesPart({ editing }: { editing: Editing }) {
  const { t, pick } = useWords()
  const { page, unsaved } = editing
  return (
    <Panel title={t('draft.part.changes')}>
      {unsaved > 0 && <p className="quiet">{t('draft.changes.unsaved')}</p>}
      {page.changes.length === 0 && <Empty>{t('draft.changes.none')}</Empty>}
      {page.changes.map((change, nth) => (
        <article key={`${change.what} ${change.id} ${nth}`} className="draft-change">
          <header>
            <span className="quiet">{t(`draft.change.what.${change.what}`)}</span>{' '}
            {change.what === 'parameter' || change.what === 'rule' ? (
              <AddressLink to={`/policy/drafts/${page.id}?part=${change.what}s&open=${change.id}`}>
                {change.label ? pick(change.label) : change.id}
              </AddressLink>
            ) : (
              <b>{change.label ? pick(change.label) : change.id}</b>
            )}{' '}
            <span className="draft-mark">{t(`draft.change.${change.how}`)}</span>
          </header>
          {change.fields.map((field) => (
            <FieldChange key={field.field} change={change} field={field} page={page} />
          ))}
        </article>
      ))}
    </Panel>
  )
}

function FieldChange({ change, field, page }: { change: Change; field: Field; page: DraftPage }) {
  const { t } = useWords()
  return (
    <div className="draft-field-change">
      <span className="draft-label">{t(`draft.field.${field.field}`)}</span>
      {(['before', 'after'] as const).map((which) => (
        <div key={which}>
          <span className="quiet">{t(`draft.change.${which}`)}</span>{' '}
          <FieldText value={field[which]} change={change} field={field.field} page={page} which={which} />
        </div>
      ))}
    </div>
  )
}

interface TextProps {
  value: unknown
  change: Change
  field: string
  page: DraftPage
  which: 'before' | 'after'
}

function FieldText({ value, change, field, page, which }: TextProps) {
  const { t, pick } = useWords()
  if (value === null) return <Blank />
  if (field === 'values') {
    const unit = page.parameters[change.id]?.unit ?? ''
    return (
      <ul className="dated-values">
        {(value as { from: string; value: Operand }[]).map((dated) => (
          <li key={dated.from}>
            <DayText day={dated.from} /> {t('policy.value-from')}{' '}
            <ParameterValue value={dated.value} unit={unit} />
          </li>
        ))}
      </ul>
    )
  }
  if (field === 'when') {
    const parameters = which === 'before' ? page.inForce.parameters : page.parameters
    const terms: Terms = {
      facts: page.facts,
      evidence: {},
      rules: page.rules,
      parameters: page.parameters,
    }
    const lines = conditionLines(value as Condition, (name) => {
      const parameter = parameters[name]
      return parameter ? valueOn(parameter, '9999-12-31') : null
    })
    return <ConditionTable lines={lines} terms={terms} headed={false} />
  }
  if (field === 'status') return <>{t(value === 'plan' ? 'policy.status.plan' : 'kit.assumed')}</>
  if (Array.isArray(value)) return <>{value.map(String).join(' ')}</>
  if (typeof value === 'object') return <>{pick(value as { zh: string; en: string })}</>
  return <>{String(value)}</>
}
