import type { ReactNode } from 'react'
import { type Speech, useWords } from '../../../web/kit/language/use-words.ts'

interface Props {
  value: unknown
  /** What things are called that are named by their id. */
  names: Readonly<Record<string, string>>
}

/** What somebody entered, field by field, whatever the act: names from the words, values as they were written. */
export function SaidInput({ value, names }: Props) {
  return <>{told({ ...useWords(), names }, '', value)}</>
}

function told(speech: Speech & Pick<Props, 'names'>, name: string, value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return speech.t('kit.fact.unrecorded')
  if (typeof value === 'boolean') return speech.t(value ? 'kit.yes' : 'kit.no')
  if (typeof value === 'number') return value.toLocaleString('en-US')
  if (typeof value === 'string') return speech.names[value] ?? speech.find(`${name}.${value}`) ?? value
  // The photographs themselves are shown below.
  if (name === 'photos' && Array.isArray(value)) return speech.t('checklist.photos', { count: value.length })
  if (Array.isArray(value))
    return value.every((one) => typeof one !== 'object')
      ? value.map(String).join(speech.language === 'zh' ? '、' : ', ')
      : value.map((one, i) => <div key={i}>{told(speech, name, one)}</div>)
  if (typeof value !== 'object') return JSON.stringify(value)
  const named = Object.entries(value).filter(([key, one]) => !(key === 'home' || isEmpty(one)))
  return (
    <dl className="held-told">
      {named.map(([key, one]) => (
        <div key={key}>
          <dt>
            {speech.find(`held.said.${key}`) ??
              speech.find(`field.${key}`) ??
              speech.find(`checklist.${key}`) ??
              key}
          </dt>
          <dd>{told(speech, key, one)}</dd>
        </div>
      ))}
    </dl>
  )
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
