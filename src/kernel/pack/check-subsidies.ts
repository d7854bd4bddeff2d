import type { Unit } from './units.ts'
import type { Pack } from './pack.ts'
import type { Finding } from './problem.ts'
import type { Subsidy } from './schema.ts'
import { type Figure, figuresOf } from './subsidies.ts'
import { problemWords as say } from './words.ts'

const file = 'subsidies.yaml'

const sums: readonly Unit[] = ['fen', 'fen/home', 'fen/season', 'fen/dwelling']
const rates: Readonly<Record<Subsidy['of'], readonly Unit[]>> = {
  home: sums,
  unit: ['fen/unit'],
  m2: ['fen/m2'],
  price: ['percent'],
  kWh: ['fen/kWh'],
  'valley-kWh': ['fen/kWh'],
}
const quantities: Readonly<Record<Subsidy['of'], readonly Unit[]>> = {
  home: [],
  unit: ['unit'],
  m2: ['m2', 'm²'],
  price: ['unit'],
  kWh: ['kWh'],
  'valley-kWh': ['kWh'],
}

const unitsOf = (each: Subsidy, is: Figure): readonly Unit[] =>
  ({
    rate: rates[each.of],
    quantity: quantities[each.of],
    sum: sums,
    seasons: ['season' as const],
    percentages: ['percent' as const],
    percent: ['percent' as const],
  })[is]

/** What is multiplied suits what is paid for, every figure its place, and the split comes to the whole (§4.2, §4.3). */
export const subsidiesWellFormed = (pack: Pack): Finding[] =>
  pack.subsidies.flatMap((each, i): Finding[] => {
    const at = (path: readonly PropertyKey[], said: { zh: string; en: string }): Finding => ({
      file,
      path: [i, ...path],
      ...said,
    })
    const found: Finding[] = []
    const isOfSeason = each.of === 'kWh' || each.of === 'valley-kWh'
    const isOfWorks = each.of === 'unit' || each.of === 'price'
    if (each.pays === 'equipment' ? isOfSeason : isOfWorks)
      found.push(at(['of'], say.subsidyOfOther(each.of, each.pays)))
    if (each.pays === 'equipment')
      for (const field of ['seasonsOf', 'bySeasonOf'] as const)
        if (each[field] !== undefined) found.push(at([field], say.subsidyOfOther(field, each.pays)))
    if (each.upToPrice && each.pays === 'operating')
      found.push(at(['upToPrice'], say.subsidyOfOther('upToPrice', each.pays)))
    if (each.from !== undefined && each.until !== undefined && each.until < each.from)
      found.push(at(['until'], say.untilBeforeFrom()))
    for (const { name, path, is } of figuresOf(each)) {
      const parameter = pack.parameters[name]
      if (!parameter) continue
      const units = unitsOf(each, is)
      if (!units.some((unit) => unit === parameter.unit))
        found.push(at(path, say.subsidyUnit(name, parameter.unit, units)))
      else if (is !== 'percentages' && parameter.values.some(({ value }) => typeof value !== 'number'))
        found.push(at(path, say.subsidyOneNumber(name)))
    }
    return [...found, ...tiersAscend(pack, each, at), ...splitWhole(pack, each, at)]
  })

type At = (path: readonly PropertyKey[], said: { zh: string; en: string }) => Finding

/** On every day a value changes. */
function tiersAscend(pack: Pack, each: Subsidy, at: At): Finding[] {
  const found: Finding[] = []
  const { tiers = [], steps = [] } = each
  const open = tiers.findIndex(({ toOf }, i) => toOf === undefined && i < tiers.length - 1)
  if (open >= 0) found.push(at(['tiers', open], say.tierWithoutEnd()))
  const ends = [
    ...tiers.flatMap(({ toOf }, i) =>
      toOf === undefined ? [] : [{ name: toOf, path: ['tiers', i, 'toOf'] }],
    ),
    ...steps.map(({ fromOf }, i) => ({ name: fromOf, path: ['steps', i, 'fromOf'] })),
  ]
  ends.forEach(({ name, path }, i) => {
    const before = ends[i - 1]
    if (
      before &&
      datesOf(pack, [name, before.name]).some((day) => on(pack, name, day) <= on(pack, before.name, day))
    )
      found.push(at(path, say.notAscendingTiers(name, before.name)))
  })
  return found
}

/** One level bears what is left, so that the split is the whole to the fen whatever is rounded. */
function splitWhole(pack: Pack, { split }: Subsidy, at: At): Finding[] {
  if (!split) return []
  const found: Finding[] = []
  if (split.filter(({ percentOf }) => percentOf === undefined).length !== 1)
    found.push(at(['split'], say.splitRest()))
  split.forEach(({ level }, i) => {
    if (split.findIndex((other) => other.level === level) < i)
      found.push(at(['split', i, 'level'], say.repeated(level)))
  })
  const names = split.flatMap(({ percentOf }) => percentOf ?? [])
  const over = datesOf(pack, names).find(
    (day) => names.reduce((sum, name) => sum + on(pack, name, day), 0) > 100,
  )
  if (over !== undefined) found.push(at(['split'], say.splitOver(over)))
  return found
}

const datesOf = (pack: Pack, names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => pack.parameters[name]?.values.map(({ from }) => from) ?? [])),
]

/** The value on a day, or the first one. */
function on(pack: Pack, name: string, day: string): number {
  const values = pack.parameters[name]?.values ?? []
  return Number((values.findLast(({ from }) => from <= day) ?? values[0])?.value)
}
