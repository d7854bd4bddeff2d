import type { ReactNode } from 'react'
import { type Speech, useWords } from '../language/use-words.ts'
import './said-input.css'

interface Props {
  value: unknown
  /** What things are called that are named by their id, or by field and id: `part.wall`. */
  names: Readonly<Record<string, string>>
  /** Fields that say nothing to a person. */
  hides?: readonly string[]
}

/** What somebody entered, field by field, whatever the act: names from the words, values as they were written. */
export function SaidInput({ value, names, hides = ['home'] }: Props) {
  return <>{told({ ...useWords(), names, hides }, '', value)}</>
}

function told(
  speech: Speech & Required<Pick<Props, 'names' | 'hides'>>,
  name: string,
  value: unknown,
): ReactNode {
  if (value === null || value === undefined || value === '') return speech.t('kit.fact.unrecorded')
  if (typeof value === 'boolean') return speech.t(value ? 'kit.yes' : 'kit.no')
  if (typeof value === 'number') return value.toLocaleString('en-US')
  // The pictures themselves are shown below.
  if (pictures.has(name))
    return speech.t('checklist.photos', { count: Array.isArray(value) ? value.length : 1 })
  if (typeof value === 'string') return named(speech, name, value)
  if (Array.isArray(value))
    return value.every((one) => typeof one !== 'object')
      ? value
          .map((one) => (typeof one === 'string' ? named(speech, name, one) : String(one)))
          .join(speech.language === 'zh' ? '、' : ', ')
      : value.map((one, i) => <div key={i}>{told(speech, name, one)}</div>)
  if (typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).filter(([key, one]) => !(speech.hides.includes(key) || isEmpty(one)))
  return (
    <dl className="said-told">
      {fields.map(([key, one]) => (
        <div key={key} className={isNested(one) ? 'said-nested' : undefined}>
          <dt>
            {speech.find(`kit.said.${key}`) ??
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

/** Fields that hold digests of pictures. */
const pictures: ReadonlySet<string> = new Set(['photos', 'before', 'after', 'certificate'])

const named = (speech: Speech & Pick<Props, 'names'>, name: string, value: string): string =>
  speech.names[`${name}.${value}`] ??
  speech.names[value] ??
  speech.find(`kit.said.${name}.${value}`) ??
  speech.find(`choice.${name}.${value}`) ??
  speech.find(`${name}.${value}`) ??
  value

const isNested = (value: unknown): boolean =>
  typeof value === 'object' && (!Array.isArray(value) || value.some((one) => typeof one === 'object'))

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
