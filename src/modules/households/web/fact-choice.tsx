import { Radio } from 'antd'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

interface Props {
  facts: Answer<'objection.facts'>
  id?: string
  value?: string
  onChange?: (fact: string) => void
}

/**
 * Which fact an objection settles; a field of a form. What was said comes first, the rest is folded unless nothing of it
 * was recognised or one of the rest is chosen. Every choice is a radio, so that arrows and Tab reach it.
 */
export function FactChoice({ facts, id, value, onChange }: Props) {
  const { t } = useWords()
  const about = facts.filter((each) => each.about)
  const others = facts.filter((each) => !each.about)
  return (
    <Radio.Group
      {...(id && { id })}
      className="fact-choice"
      value={value ?? null}
      onChange={(event) => onChange?.(event.target.value as string)}
    >
      {about.length > 0 && <p className="quiet">{t('objection.facts.about')}</p>}
      <Choices facts={about} />
      {others.length > 0 && (
        <details open={about.length === 0 || others.some(({ fact }) => fact === value) || undefined}>
          <summary>{t('objection.facts.others', { count: others.length })}</summary>
          <div className="facts-other">
            <Choices facts={others} />
          </div>
        </details>
      )}
    </Radio.Group>
  )
}

function Choices({ facts }: Pick<Props, 'facts'>) {
  const { pick } = useWords()
  return facts.map(({ fact, label }) => (
    <Radio key={fact} value={fact}>
      {pick(label)}
    </Radio>
  ))
}
