import type { FormRule } from 'antd'
import type { Speech } from '../language/use-words.ts'
import { yuanText } from '../quantities/money.ts'
import type { Field } from './fields.ts'

/** What is checked while typing, from the act's schema, in sentences that say what is wanted. */
export function rulesOf(field: Field, { t }: Speech): FormRule[] {
  const rules: FormRule[] = []
  if (field.required && field.kind !== 'boolean' && field.kind !== 'group')
    rules.push({
      required: true,
      message: t('kit.form.required'),
      ...(field.kind === 'text' && { whitespace: true }),
    })
  if (field.kind === 'text') {
    const { minLength, maxLength, pattern } = field
    if (minLength && minLength > 1)
      rules.push({ min: minLength, message: t('kit.form.at-least-characters', { count: minLength }) })
    if (maxLength)
      rules.push({ max: maxLength, message: t('kit.form.at-most-characters', { count: maxLength }) })
    if (pattern) rules.push({ pattern: new RegExp(pattern, 'u'), message: t('kit.form.pattern') })
  }
  if (field.kind === 'number') {
    const { minimum, maximum, above, below } = field
    rules.push(
      numberRule(
        (value) => minimum === undefined || value >= minimum,
        t('kit.form.at-least', { value: minimum }),
      ),
      numberRule(
        (value) => maximum === undefined || value <= maximum,
        t('kit.form.at-most', { value: maximum }),
      ),
      numberRule((value) => above === undefined || value > above, t('kit.form.above', { value: above })),
      numberRule((value) => below === undefined || value < below, t('kit.form.below', { value: below })),
    )
  }
  if (field.kind === 'money' || field.kind === 'centi') {
    const { minimum, maximum } = field
    rules.push(
      numberRule((value) => !Number.isNaN(value), t('kit.form.amount')),
      numberRule(
        (v) => minimum === undefined || !(v < minimum),
        t('kit.form.at-least', { value: yuanText(minimum ?? 0) }),
      ),
      numberRule(
        (v) => maximum === undefined || !(v > maximum),
        t('kit.form.at-most', { value: yuanText(maximum ?? 0) }),
      ),
    )
  }
  return rules
}

function numberRule(holds: (value: number) => boolean, message: string): FormRule {
  return {
    validator: (_, value: unknown) =>
      typeof value !== 'number' || holds(value) ? Promise.resolve() : Promise.reject(new Error(message)),
  }
}
