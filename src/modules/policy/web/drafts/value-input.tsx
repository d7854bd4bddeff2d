import { Input, Select } from 'antd'
import { useState } from 'react'
import type { Operand, Value } from '../../../../kernel/pack/condition.ts'
import { DayInput } from '../../../../web/kit/form/day-input.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { fenOf, yuanText } from '../../../../web/kit/quantities/money.ts'

interface Props {
  value: Operand
  unit: string
  label: string
  disabled: boolean
  invalid: boolean
  onChange: (value: Operand) => void
}

/** A value of a parameter, typed in the unit people use; what is no value is kept as typed, and the checks say so. */
export function ParameterInput({ value, unit, label, disabled, invalid, onChange }: Props) {
  const { t, find } = useWords()
  if (unit === 'answer')
    return (
      <Select
        aria-label={label}
        className="draft-value"
        disabled={disabled}
        value={String(value)}
        options={['yes', 'unknown', 'no'].map((answer) => ({
          value: answer,
          label: t(`kit.answer.${answer}`),
        }))}
        onChange={onChange}
      />
    )
  if (unit === 'date')
    return (
      <span className="draft-value">
        <DayInput value={String(value)} disabled={disabled} onChange={(day) => onChange(day ?? '')} />
      </span>
    )
  const isMoney = unit.split('/')[0] === 'fen'
  const after = isMoney
    ? `${t('draft.value.yuan')}${unit.length > 3 ? `/${find(`kit.unit.${unit.slice(4)}`) ?? unit.slice(4)}` : ''}`
    : unit === 'percent'
      ? '%'
      : (find(`kit.unit.${unit}`, { count: 2 }) ?? unit)
  const read = isMoney ? moneyOf : typeof value === 'object' ? listOf : numberOf
  const write = isMoney ? (one: Operand) => (typeof one === 'number' ? yuanText(one) : String(one)) : textOf
  return (
    <TypedInput
      {...{ value, label, disabled, invalid, read, write, onChange }}
      suffix={after}
      title={typeof value === 'object' ? t('draft.value.list') : undefined}
    />
  )
}

interface TypedProps {
  value: Operand
  label: string
  disabled: boolean
  invalid: boolean
  suffix?: string
  title?: string
  read: (typed: string) => Operand
  write: (value: Operand) => string
  onChange: (value: Operand) => void
}

/** Keeps what is typed as it is typed, while the value goes on. */
function TypedInput({ value, label, disabled, invalid, suffix, title, read, write, onChange }: TypedProps) {
  const [typed, setTyped] = useState<string>()
  const shown =
    typed !== undefined && JSON.stringify(read(typed)) === JSON.stringify(value) ? typed : write(value)
  return (
    <Input
      aria-label={label}
      aria-invalid={invalid}
      className="draft-value figure"
      title={title}
      disabled={disabled}
      status={invalid ? 'error' : undefined}
      suffix={suffix && <span className="quiet">{suffix}</span>}
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(read(target.value))
      }}
    />
  )
}

const moneyOf = (typed: string): Operand => fenOf(typed) ?? typed

/** A number as people write one; anything else stays the text it is. */
function numberOf(typed: string): Value {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '').replace(/^−/, '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed
}

function listOf(typed: string): Operand {
  return typed
    .split(/[,，、]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(numberOf)
}

const textOf = (value: Operand): string => [value].flat().join(', ')

interface FactProps {
  value: Value
  fact: { type: string; values?: Readonly<Record<string, { zh: string; en: string }>>; unit?: string }
  label: string
  disabled: boolean
  onChange: (value: Value) => void
}

/** A value that a fact can have. */
export function FactInput({ value, fact, label, disabled, onChange }: FactProps) {
  const { t, pick, find } = useWords()
  if (fact.type === 'boolean')
    return (
      <Select
        aria-label={label}
        className="draft-value"
        disabled={disabled}
        value={value === true}
        options={[
          { value: true, label: t('kit.yes') },
          { value: false, label: t('kit.no') },
        ]}
        onChange={onChange}
      />
    )
  if (fact.type === 'text')
    return (
      <Select
        aria-label={label}
        className="draft-value"
        disabled={disabled}
        value={String(value)}
        options={Object.entries(fact.values ?? {}).map(([id, said]) => ({ value: id, label: pick(said) }))}
        onChange={onChange}
      />
    )
  if (fact.type === 'day')
    return (
      <span className="draft-value">
        <DayInput value={String(value)} disabled={disabled} onChange={(day) => onChange(day ?? '')} />
      </span>
    )
  return (
    <TypedInput
      {...{ value, label, disabled }}
      invalid={typeof value !== 'number'}
      suffix={fact.unit && (find(`kit.unit.${fact.unit}`, { count: 2 }) ?? fact.unit)}
      read={numberOf}
      write={textOf}
      onChange={(typed) => onChange(typed as Value)}
    />
  )
}
