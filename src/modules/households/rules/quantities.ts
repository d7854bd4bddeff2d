import { withoutSpacing } from '../../../kernel/standards/plain-text.ts'

const areaUnits = ['平方米', '平米', '平方', '平', 'm2'] as const

/** How people write the unit of each quantity; it may be left out. */
export const writtenUnits = {
  residents: ['人', '口', '口人'],
  buildingAreaM2: areaUnits,
  heatingAreaM2: areaUnits,
  coalTonnes: ['吨', 't'],
  wantedUnits: ['台', '套'],
} as const

/** A decimal number as people write it, with or without its unit; undefined where it is none. */
export function readNumber(
  text: string,
  units: readonly string[],
): { value: number } | { foreignUnit: string } | undefined {
  const plain = withoutSpacing(text).replace(/,/g, '')
  const parts = /^(\d+(?:\.\d+)?)(\p{L}[\p{L}/\d]{0,5})?$/u.exec(plain)
  if (!parts) return undefined
  const [, figure, unit] = parts
  if (unit === undefined || units.includes(unit.toLowerCase())) return { value: Number(figure) }
  return { foreignUnit: unit }
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
