/**
 * What amounts of a pack count or measure; `fen/kWh` is money for each of them. `hour` and `m²` are what packs adopted
 * earlier call `h` and `m2`: what was adopted has to be read for good.
 */
export const measures = [
  'bit',
  'COP',
  'day',
  'day of month',
  'digit',
  'dwelling',
  'factor',
  'h',
  'home',
  'hour',
  'km/h',
  'kW',
  'kWh',
  'm2',
  'm²',
  'metre',
  'minute',
  'mm',
  'month',
  'MPa',
  'photo',
  'premises',
  'route',
  'season',
  'unit',
  '℃',
] as const
export type Measure = (typeof measures)[number]

/** What a line of work is counted in (§1.1, §1.2): homes, dwellings, area or public premises. */
export const lineUnits = ['home', 'dwelling', 'm2', 'premises'] as const

/** Every unit a pack may use; what is no amount says so. */
export const units = [
  'answer',
  'choice',
  'date',
  'fen',
  'fen/day',
  'fen/dwelling',
  'fen/home',
  'fen/kWh',
  'fen/m2',
  'fen/season',
  'fen/unit',
  'percent',
  ...measures,
] as const
export type Unit = (typeof units)[number]
