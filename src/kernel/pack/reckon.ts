import type { Day } from '../dates/day.ts'
import { exactly, type Exact, isMore, nothing, plus, product, rounded, times } from '../money/exact.ts'
import type { Said } from '../words/words.ts'
import type { Operand } from './condition.ts'
import { amount, type Pack, parameter } from './pack.ts'
import type { Subsidy } from './schema.ts'
import { figuresOf } from './subsidies.ts'

/** What is known of a home when its subsidy is reckoned. Null: it is asked of a home, and nobody has said. */
export interface Reckonable {
  /** Machines accepted. */
  units?: number
  /** In hundredths of a m²: heated, or built. */
  centiM2?: number | null
  /** Of the season, in hundredths; and of them those in valley hours. */
  centiKwh?: number
  valleyCentiKwh?: number | null
  /** What the contract asks for a whole one, and for how many hundredths; without a number it bounds nothing. */
  contract?: { centi?: number; priceFen: number }
  route?: string | null
  hardship?: string | null
  /** A home's first season with the subsidy is 1. */
  season?: number
}

/** What is asked of the home itself, beside what was built and used. */
export type HomeTraits = Pick<Reckonable, 'centiM2' | 'route' | 'hardship'>

export type Lacking = 'route' | 'hardship' | 'area' | 'valley-kWh'
export type Level = NonNullable<Subsidy['split']>[number]['level']

export interface Borne {
  level: Level
  amountFen: number
}

/** How an amount came about, with every figure: kept beside it, and told to whoever asks. */
export interface Reckoning {
  amountFen: number
  parts: ReckonedPart[]
  /** What has to be known first; nothing is paid before (§4.4). */
  lacking: Lacking[]
  /** Adds up to what the parts with a split come to; empty where the pack does not say who bears it. */
  split: Borne[]
  parameters: ReckonedWith[]
}

export interface ReckonedWith {
  name: string
  value: Operand
  from: Day
  status: 'plan' | 'assumed'
}

/** One subsidy of the pack. Quantities are in hundredths of what `of` names. */
export interface ReckonedPart {
  subsidy: string
  label: Said
  of: Subsidy['of']
  amountFen: number
  lacking?: Lacking
  centi: number
  /** What counts of it. */
  countedCenti: number
  aboveCenti?: number
  mostCenti?: number
  /** Each quantity with its rate: fen, or of the price a percentage. */
  products: { centi: number; rate: number }[]
  /** The price of one, where it is multiplied or bounds the amount. */
  priceFen?: number
  /** What the products are divided by. */
  over?: number
  /** The sum reached, and from which quantity. */
  step?: { fromCenti: number; amountFen: number }
  season?: { nth: number; percent?: number; most?: number }
  capFen?: number
  isCapped: boolean
  isUpToPrice: boolean
  /** In fen; `isRounded` where something was left off or added. */
  rounding: { toFen: number; how: 'down' | 'nearest' }
  isRounded: boolean
}

/**
 * What a home is paid by the given subsidies of a pack, exactly (§4.2, §4.3): of each, the quantity beyond a baseline
 * and up to a bound, times its rate or rates; times the percentage of the season; at most what the contract asks, at
 * most the cap; rounded once, at the end. The parts are added.
 */
export function reckon(pack: Pack, day: Day, subsidies: readonly Subsidy[], of: Reckonable): Reckoning {
  const parts: ReckonedPart[] = []
  const borne: Borne[] = []
  const used = new Set<string>()
  for (const each of subsidies) {
    const whether = concerns(each, of)
    if (whether === 'no') continue
    const part = whether === 'yes' ? partOf(pack, day, each, of) : unknownPart(each, whether)
    parts.push(part)
    for (const { name } of figuresOf(each)) used.add(name)
    borne.push(...splitOf(pack, day, each, part.amountFen))
  }
  const lacking = [...new Set(parts.flatMap((part) => part.lacking ?? []))]
  const sumFen = parts.reduce((sum, { amountFen }) => sum + amountFen, 0)
  if (!Number.isSafeInteger(sumFen)) throw new RangeError(`${sumFen} is too large to pay exactly.`)
  return {
    amountFen: lacking.length > 0 ? 0 : sumFen,
    parts,
    lacking,
    split: lacking.length > 0 ? [] : splitSum([{ split: borne }]),
    parameters: [...used].map((name) => {
      const { value, from, status } = parameter(pack, name, day)
      return { name, value, from, status }
    }),
  }
}

/** Whether a home has it, or what has to be known to say so. */
function concerns(each: Subsidy, of: Reckonable): 'yes' | 'no' | Lacking {
  if (each.routes) {
    if (of.route === undefined || of.route === null) return 'route'
    if (!each.routes.includes(of.route)) return 'no'
  }
  if (each.hardship) {
    if (of.hardship === undefined || of.hardship === null) return 'hardship'
    if (!each.hardship.some((kind) => kind === of.hardship)) return 'no'
  }
  return 'yes'
}

function quantityOf(each: Subsidy, of: Reckonable): number | Lacking {
  switch (each.of) {
    case 'home':
      return 100
    case 'unit':
    case 'price':
      return (of.units ?? 0) * 100
    case 'm2':
      return of.centiM2 ?? 'area'
    case 'kWh':
      return of.centiKwh ?? 0
    case 'valley-kWh':
      return of.valleyCentiKwh ?? 'valley-kWh'
  }
}

const inFen = { fen: 1, jiao: 10, yuan: 100 }

const roundingOf = ({ rounding }: Subsidy): ReckonedPart['rounding'] => ({
  toFen: inFen[rounding?.to ?? 'fen'],
  how: rounding?.how ?? 'down',
})

const unknownPart = (each: Subsidy, lacking: Lacking): ReckonedPart => ({
  subsidy: each.id,
  label: each.label,
  of: each.of,
  amountFen: 0,
  lacking,
  centi: 0,
  countedCenti: 0,
  products: [],
  isCapped: false,
  isUpToPrice: false,
  rounding: roundingOf(each),
  isRounded: false,
})

function partOf(pack: Pack, day: Day, each: Subsidy, of: Reckonable): ReckonedPart {
  const centi = quantityOf(each, of)
  if (typeof centi === 'string') return unknownPart(each, centi)
  const value = (name: string) => amount(pack, name, day)
  const inHundredths = (name: string) => rounded(product([value(name), 100]), 'down')
  const aboveCenti = each.aboveOf === undefined ? undefined : inHundredths(each.aboveOf)
  const mostCenti = each.mostOf === undefined ? undefined : inHundredths(each.mostOf)
  const countedCenti = Math.min(Math.max(centi - (aboveCenti ?? 0), 0), mostCenti ?? Infinity)
  const priceFen = each.of === 'price' || each.upToPrice ? (of.contract?.priceFen ?? 0) : undefined

  const { over = 1 } = each
  const products = productsOf(each, countedCenti, value, inHundredths)
  const step = stepOf(each, countedCenti, value, inHundredths)
  const season = seasonOf(pack, day, each, of.season ?? 1)
  const whole = step
    ? product([step.amountFen], over)
    : products
        .map(({ centi, rate }) =>
          each.of === 'price'
            ? product([centi, priceFen ?? 0, rate], 10_000 * over)
            : product([centi, rate], 100 * over),
        )
        .reduce(plus, nothing)
  const inSeason = season ? times(whole, product([percentOf(season)], 100)) : whole

  const contract =
    each.upToPrice && !(of.contract && of.contract.centi === undefined)
      ? product([of.contract?.centi ?? 0, of.contract?.priceFen ?? 0], 100)
      : undefined
  const isUpToPrice = contract !== undefined && isMore(inSeason, contract)
  const atPrice: Exact = isUpToPrice ? contract : inSeason
  const capFen = each.capOf === undefined ? undefined : value(each.capOf)
  const isCapped = capFen !== undefined && isMore(atPrice, exactly(capFen))
  const exact = isCapped ? exactly(capFen) : atPrice
  const rounding = roundingOf(each)
  // Rounding up ends at the cap as well.
  const roundedFen = rounded(exact, rounding.how, rounding.toFen)
  const amountFen = capFen !== undefined && roundedFen > capFen ? capFen : roundedFen
  return {
    subsidy: each.id,
    label: each.label,
    of: each.of,
    amountFen,
    centi,
    countedCenti,
    ...(aboveCenti !== undefined && { aboveCenti }),
    ...(mostCenti !== undefined && { mostCenti }),
    products,
    ...(priceFen !== undefined && { priceFen }),
    ...(each.over !== undefined && { over: each.over }),
    ...(step && { step }),
    ...(season && { season }),
    ...(capFen !== undefined && { capFen }),
    isCapped,
    isUpToPrice,
    rounding,
    isRounded: isMore(exact, exactly(amountFen)) || isMore(exactly(amountFen), exact),
  }
}

type Value = (name: string) => number

function productsOf(each: Subsidy, countedCenti: number, value: Value, inHundredths: Value) {
  if (each.rateOf !== undefined) return [{ centi: countedCenti, rate: value(each.rateOf) }]
  let from = 0
  return (each.tiers ?? []).flatMap(({ toOf, rateOf }) => {
    const to = Math.max(Math.min(countedCenti, toOf === undefined ? Infinity : inHundredths(toOf)), from)
    const centi = to - from
    from = to
    return centi > 0 ? [{ centi, rate: value(rateOf) }] : []
  })
}

function stepOf(
  each: Subsidy,
  countedCenti: number,
  value: Value,
  inHundredths: Value,
): ReckonedPart['step'] {
  if (!each.steps) return undefined
  const reached = each.steps.findLast(({ fromOf }) => inHundredths(fromOf) <= countedCenti)
  return reached
    ? { fromCenti: inHundredths(reached.fromOf), amountFen: value(reached.amountOf) }
    : { fromCenti: 0, amountFen: 0 }
}

function seasonOf(pack: Pack, day: Day, each: Subsidy, nth: number): ReckonedPart['season'] {
  if (each.seasonsOf === undefined && each.bySeasonOf === undefined) return undefined
  const percents =
    each.bySeasonOf === undefined ? undefined : [parameter(pack, each.bySeasonOf, day).value].flat()
  const most = each.seasonsOf === undefined ? undefined : amount(pack, each.seasonsOf, day)
  return {
    nth,
    ...(percents && { percent: Number(percents[nth - 1] ?? 0) }),
    ...(most !== undefined && { most }),
  }
}

const percentOf = ({ nth, percent = 100, most = Infinity }: NonNullable<ReckonedPart['season']>): number =>
  nth > most ? 0 : percent

/** To the fen: each level's share rounded down, and what is left to the one that has no percentage. */
function splitOf(pack: Pack, day: Day, { split = [] }: Subsidy, amountFen: number): Borne[] {
  let leftFen = amountFen
  const shares = split.map(({ level, percentOf }) => {
    if (percentOf === undefined) return { level, shareFen: undefined }
    const shareFen = rounded(product([amountFen, amount(pack, percentOf, day)], 100), 'down')
    leftFen -= shareFen
    return { level, shareFen }
  })
  return shares.map(({ level, shareFen }) => ({ level, amountFen: shareFen ?? leftFen }))
}

/** What each level bears of many amounts, in the order they first come. */
export function splitSum(reckonings: readonly Pick<Reckoning, 'split'>[]): Borne[] {
  const sums = new Map<Level, number>()
  for (const { level, amountFen } of reckonings.flatMap(({ split }) => split))
    sums.set(level, (sums.get(level) ?? 0) + amountFen)
  return [...sums].map(([level, amountFen]) => ({ level, amountFen }))
}

/** The most a home can be paid, and by which parameters. */
export type Most = Pick<Reckoning, 'amountFen' | 'parameters'>

/**
 * The most a home can be paid, where the pack bounds it: what is not known of the home is taken at its bound. Of several
 * routes the dearest; hardship is left out. Null where there is no bound.
 */
export function mostOf(pack: Pack, day: Day, subsidies: readonly Subsidy[], of: Reckonable): Most | null {
  const plain = subsidies.filter(({ hardship }) => hardship === undefined)
  const routes = of.route ? [of.route] : ['', ...plain.flatMap(({ routes = [] }) => routes)]
  let dearest: Most | null = null
  for (const route of new Set(routes)) {
    const bounds = plain
      .filter((each) => !each.routes || each.routes.includes(route))
      .map((each) => boundOf(pack, day, each, { ...of, route }))
    const known = bounds.filter((bound) => bound !== null)
    if (known.length < bounds.length) return null
    const amountFen = known.reduce((sum, bound) => sum + bound.amountFen, 0)
    if (dearest !== null && amountFen <= dearest.amountFen) continue
    const parameters = known.flatMap((bound) => bound.parameters).map((each) => [each.name, each] as const)
    dearest = { amountFen, parameters: [...new Map(parameters).values()] }
  }
  return dearest
}

function boundOf(pack: Pack, day: Day, each: Subsidy, of: Reckonable): Most | null {
  const priced = (each.of !== 'price' && !each.upToPrice) || of.contract !== undefined
  if (priced && isKnown(each, of)) return reckon(pack, day, [each], of)
  const bound = priced ? boundOfQuantity(pack, day, each) : undefined
  if (bound) return reckon(pack, day, [each], { ...of, ...bound })
  if (each.capOf === undefined) return null
  const { value, from, status } = parameter(pack, each.capOf, day)
  return { amountFen: Number(value), parameters: [{ name: each.capOf, value, from, status }] }
}

/** The quantity from which on nothing more is paid. */
function boundOfQuantity(pack: Pack, day: Day, each: Subsidy): Partial<Reckonable> | undefined {
  const most = each.mostOf ?? each.tiers?.at(-1)?.toOf ?? each.steps?.at(-1)?.fromOf
  if (most === undefined) return undefined
  const above = each.aboveOf === undefined ? 0 : amount(pack, each.aboveOf, day)
  const centi = Math.ceil((above + amount(pack, most, day)) * 100)
  return { units: Math.ceil(centi / 100), centiM2: centi, centiKwh: centi, valleyCentiKwh: centi }
}

function isKnown(each: Subsidy, of: Reckonable): boolean {
  switch (each.of) {
    case 'home':
      return true
    case 'unit':
    case 'price':
      return of.units !== undefined
    case 'm2':
      return typeof of.centiM2 === 'number'
    case 'kWh':
      return of.centiKwh !== undefined
    case 'valley-kWh':
      return typeof of.valleyCentiKwh === 'number'
  }
}
