import { withoutSpacing } from '../../../kernel/standards/plain-text.ts'

const units = /(?:平方米|平米|㎡|m2|m²|吨|t|元|台|套|人|口|户)$/i

/** A decimal number as people write it, with or without its unit; undefined where it is none. */
export function readNumber(text: string): number | undefined {
  const plain = withoutSpacing(text).replace(/[,,]/g, '').replace(units, '')
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return undefined
  return Number(plain)
}

/** At most two decimals kept, which is what the register stores of areas and tonnes. */
export const inHundredths = (value: number): number => Math.round(value * 100) / 100

/** Yuan, with two decimals at most, as fen; undefined where the text is no such amount. */
export function readYuan(text: string): number | undefined {
  const plain = withoutSpacing(text).replace(/[,,]/g, '').replace(/^[¥¥]/, '').replace(/元$/, '')
  const parts = /^(\d{1,9})(?:\.(\d{1,2})0*)?$/.exec(plain)
  if (!parts) return undefined
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

/** `2匹×2台` → 2匹 and 2; undefined where the text names no number of units. */
export function readEquipmentAndUnits(text: string): { equipment: string; units: number } | undefined {
  const parts = /^(.+?)\s*[×xX*✕]\s*(\d{1,2})\s*(?:台|套)?$/.exec(text.normalize('NFC').trim())
  return parts?.[1] ? { equipment: parts[1].trim(), units: Number(parts[2]) } : undefined
}
