import type { Random } from '../../src/demo/random.ts'
import { randomFrom } from '../../src/demo/random.ts'
import { ACTUAL, ESTIMATED, FINAL, INITIAL, type Readings } from '../../src/modules/grid/rules/readings.ts'
import { laggedCelsius, type Weather } from '../../src/modules/grid/rules/weather.ts'

/** How one invented county's winter goes. Shares are of homes unless said otherwise. */
export interface World {
  name: string
  homes: number
  seed: number
  /** Days between two readings; 1 is daily. */
  every: number
  days: number
  mix: {
    coal: number
    frugal: number
    neverLivedIn: number
    partlyAway: number
    commercial: number
    padded: number
  }
  /** Of coal homes: how they burn it. */
  coal: {
    wholeSeason: number
    afterMidSeason: number
    coldestDays: number
    partOfDay: number
    nowAndThen: number
  }
  /** How far below their heating the living of frugal homes stays in proportion: 1 is in step, less is less. */
  frugalInStep: number
  /** The share of their electric heating that coal takes over, from and to. */
  replaced: readonly [number, number]
  /** Of homes that heat by heat pump; the rest heat directly. */
  heatPumps: number
  /** Of heat pumps: the device cannot do more below some cold, or stops there and then. */
  saturating: number
  cutsOut: number
  /** Standard deviation of a day's use, as a share of it; and how it differs between homes. */
  noise: number
  noiseSpread: number
  /** Spread of sizes of homes, in logarithms. */
  sizes: number
  /** Of homes that host visitors, or are away, around the Spring Festival. */
  visitors: number
  festivalAway: number
  faults: Faults
}

export interface Faults {
  /** Of readings. */
  missing: number
  missingInRuns: boolean
  estimated: number
  duplicates: number
  spikes: number
  backwards: number
  /** Of homes. */
  replaced: number
  withoutFinal: number
  rollover: number
  frozen: number
  noBoundary: number
  unordered: number
  wholeKwh: boolean
}

export type HomeKind =
  | 'ordinary'
  | 'coal'
  | 'frugal'
  | 'never-lived-in'
  | 'partly-away'
  | 'commercial'
  | 'padded'

export type CoalWay = 'whole-season' | 'after-mid-season' | 'coldest-days' | 'part-of-day' | 'now-and-then'

/** What really happened, by place of the meter. */
export interface Truth {
  kind: HomeKind[]
  isCoal: Uint8Array
  /** Of coal homes. */
  way: (CoalWay | '')[]
  /** Use between the readings of the first and the last day. */
  kwh: Float64Array
  daily: Float64Array
  hasBoundaries: Uint8Array
  replaced: Uint8Array
  withoutFinal: Uint8Array
  rolledOver: Uint8Array
}

export interface InventedSeason {
  world: World
  first: number
  last: number
  readings: Readings
  weather: Weather
  villages: string[]
  truth: Truth
}

const noFaults: Faults = {
  missing: 0,
  missingInRuns: false,
  estimated: 0,
  duplicates: 0,
  spikes: 0,
  backwards: 0,
  replaced: 0,
  withoutFinal: 0,
  rollover: 0,
  frozen: 0,
  noBoundary: 0,
  unordered: 0,
  wholeKwh: false,
}

const someFaults: Faults = {
  ...noFaults,
  missing: 0.04,
  estimated: 0.01,
  duplicates: 0.002,
  spikes: 0.0003,
  backwards: 0.0003,
  replaced: 0.02,
  withoutFinal: 0.3,
  rollover: 0.01,
  frozen: 0.005,
  noBoundary: 0.01,
  unordered: 0.01,
}

const usual: World = {
  name: 'usual',
  homes: 4000,
  seed: 1,
  every: 1,
  days: 121,
  mix: { coal: 0.08, frugal: 0.15, neverLivedIn: 0.04, partlyAway: 0.08, commercial: 0.02, padded: 0.005 },
  coal: { wholeSeason: 0.3, afterMidSeason: 0.35, coldestDays: 0.15, partOfDay: 0.1, nowAndThen: 0.1 },
  frugalInStep: 0.8,
  replaced: [0.7, 1],
  heatPumps: 0.85,
  saturating: 0.15,
  cutsOut: 0.02,
  noise: 0.14,
  noiseSpread: 0.35,
  sizes: 0.4,
  visitors: 0.2,
  festivalAway: 0.06,
  faults: someFaults,
}

/** Counties that differ in what could matter, none of them the one the weights were made for. */
export const worlds: readonly World[] = [
  usual,
  {
    ...usual,
    name: 'clean data, mid-season coal',
    seed: 2,
    coal: { wholeSeason: 0.1, afterMidSeason: 0.8, coldestDays: 0.1, partOfDay: 0, nowAndThen: 0 },
    replaced: [0.8, 1],
    faults: noFaults,
    noise: 0.1,
  },
  {
    ...usual,
    name: 'direct heating, little noise',
    seed: 3,
    frugalInStep: 1,
    heatPumps: 0.1,
    saturating: 0,
    noise: 0.08,
    mix: { ...usual.mix, coal: 0.06, frugal: 0.25 },
  },
  {
    ...usual,
    name: 'heat pumps at their limit',
    seed: 4,
    heatPumps: 1,
    saturating: 0.5,
    cutsOut: 0.12,
    mix: { ...usual.mix, coal: 0.1 },
  },
  {
    ...usual,
    name: 'many away',
    seed: 5,
    frugalInStep: 1,
    mix: { ...usual.mix, neverLivedIn: 0.12, partlyAway: 0.25, coal: 0.07 },
    festivalAway: 0.2,
    visitors: 0.35,
  },
  {
    ...usual,
    name: 'a third missing',
    seed: 6,
    faults: { ...someFaults, missing: 0.3, missingInRuns: true, estimated: 0.04, noBoundary: 0.04 },
  },
  { ...usual, name: 'weekly readings', seed: 7, every: 7 },
  {
    ...usual,
    name: 'loud',
    seed: 8,
    noise: 0.28,
    noiseSpread: 0.5,
    sizes: 0.6,
    replaced: [0.5, 1],
  },
  {
    ...usual,
    name: 'coldest days and now and then',
    seed: 9,
    coal: { wholeSeason: 0.1, afterMidSeason: 0.2, coldestDays: 0.4, partOfDay: 0.1, nowAndThen: 0.2 },
    mix: { ...usual.mix, coal: 0.12 },
  },
  {
    ...usual,
    name: 'poor county',
    seed: 10,
    frugalInStep: 0.55,
    mix: { coal: 0.05, frugal: 0.4, neverLivedIn: 0.05, partlyAway: 0.1, commercial: 0.01, padded: 0 },
    noise: 0.18,
  },
  {
    ...usual,
    name: 'shops and padding',
    seed: 11,
    mix: { ...usual.mix, commercial: 0.08, padded: 0.03 },
    faults: { ...someFaults, wholeKwh: true },
  },
  {
    ...usual,
    name: 'from the first day on',
    seed: 12,
    frugalInStep: 1,
    coal: { wholeSeason: 0.85, afterMidSeason: 0.1, coldestDays: 0.05, partOfDay: 0, nowAndThen: 0 },
    replaced: [0.8, 1],
  },
]

/** A county that nobody thought up: anything within wide bounds. The weights are made from these (seeds from 1000 on). */
export function someWorld(seed: number, homes: number): World {
  const random = randomFrom(seed * 104_729 + 7)
  const between = (from: number, to: number) => from + (to - from) * random.next()
  const isWeekly = random.chance(0.12)
  const replacedFrom = between(0.55, 0.9)
  return {
    name: `some ${seed}`,
    homes,
    seed,
    every: isWeekly ? 7 : 1,
    days: random.chance(0.75) ? 121 : random.int(90, 138),
    mix: {
      coal: between(0.03, 0.15),
      frugal: between(0.05, 0.4),
      neverLivedIn: between(0.01, 0.1),
      partlyAway: between(0.02, 0.25),
      commercial: between(0, 0.06),
      padded: between(0, 0.03),
    },
    coal: {
      wholeSeason: between(0.1, 1),
      afterMidSeason: between(0.1, 1),
      coldestDays: between(0, 0.6),
      partOfDay: between(0, 0.25),
      nowAndThen: between(0, 0.4),
    },
    frugalInStep: between(0.5, 1.1),
    replaced: [replacedFrom, between(replacedFrom, 1)],
    heatPumps: between(0, 1),
    saturating: between(0, 0.5),
    cutsOut: between(0, 0.1),
    noise: between(0.07, 0.26),
    noiseSpread: between(0.1, 0.5),
    sizes: between(0.2, 0.55),
    visitors: between(0, 0.35),
    festivalAway: between(0, 0.2),
    faults: {
      ...someFaults,
      missing: between(0, 0.3),
      missingInRuns: random.chance(0.5),
      estimated: between(0, 0.05),
      wholeKwh: random.chance(0.15),
    },
  }
}

const firstDay = Date.UTC(2023, 10, 15) / 86_400_000
const festival = Date.UTC(2024, 1, 10) / 86_400_000 - firstDay

export function inventSeason(world: World): InventedSeason {
  const random = randomFrom(world.seed * 7919 + 13)
  const weather = inventWeather(world, random)
  const homes = world.homes
  const truth: Truth = {
    kind: [],
    isCoal: new Uint8Array(homes),
    way: [],
    kwh: new Float64Array(homes),
    daily: new Float64Array(homes * (world.days - 1)),
    hasBoundaries: new Uint8Array(homes).fill(1),
    replaced: new Uint8Array(homes),
    withoutFinal: new Uint8Array(homes),
    rolledOver: new Uint8Array(homes),
  }
  const villages = Array.from({ length: homes }, (_, at) => `v${Math.floor(at / 120)}`)
  const rows: Row[] = []
  const felt = [0, 0.25, 0.45, 0.65].map((lag) => laggedCelsius(weather, lag))
  for (let home = 0; home < homes; home++) {
    const daily = inventHome(world, random, weather, felt, home, truth)
    truth.daily.set(daily, home * (world.days - 1))
    readMeter(world, random, home, daily, truth, rows)
  }
  return {
    world,
    first: firstDay,
    last: firstDay + world.days - 1,
    readings: columnsOf(rows, homes),
    weather,
    villages,
    truth,
  }
}

/** A winter of the peninsula with cold waves, from two weeks before the season. */
function inventWeather(world: World, random: Random): Weather {
  const before = 14
  const celsius = new Float64Array(world.days + before + 2)
  let wave = 0
  for (let at = 0; at < celsius.length; at++) {
    const day = at - before
    const mild = 3 - 5.5 * Math.sin((Math.PI * (day + 8)) / 140) + 1.5 * Math.cos((Math.PI * day) / 60)
    wave = 0.72 * wave + 2.3 * normal(random)
    celsius[at] = mild + wave
  }
  return { first: firstDay - before, celsius }
}

function inventHome(
  world: World,
  random: Random,
  weather: Weather,
  felts: readonly Float64Array[],
  home: number,
  truth: Truth,
): Float64Array {
  const kind = kindOf(world, random)
  truth.kind.push(kind)
  const size = Math.exp(world.sizes * normal(random))
  let base = 4 * size * Math.exp(0.35 * normal(random))
  let slope = 0.9 * size * Math.exp(0.35 * normal(random))
  const isFrugal = kind === 'frugal' || (kind === 'coal' && random.chance(world.mix.frugal))
  if (isFrugal) {
    const frugal = 0.2 + 0.35 * random.next()
    slope *= frugal
    base *= frugal ** world.frugalInStep
  }
  const balance = 13 + 2.5 * normal(random)
  const felt = random.pick(felts)
  const noise = Math.min(0.5, world.noise * Math.exp(world.noiseSpread * normal(random)))
  const isPump = random.chance(world.heatPumps)
  const convex = isPump ? 0.004 + 0.012 * random.next() : 0
  const isSaturating = isPump && random.chance(world.saturating)
  const most = isSaturating ? slope * (balance + 1 + 3 * random.next()) : Infinity
  const cutsOutBelow = isPump && random.chance(world.cutsOut) ? -7 + 2 * normal(random) : -Infinity
  const away = awayDays(world, random, kind)
  const visits = random.chance(world.visitors)
    ? { from: festival - random.int(2, 8), to: festival + random.int(4, 12), more: 0.2 + 0.7 * random.next() }
    : undefined
  const burns = kind === 'coal' ? coalOf(world, random, weather, balance) : undefined
  if (burns) truth.isCoal[home] = 1
  truth.way.push(burns?.way ?? '')
  const flat =
    kind === 'commercial' ? 8 + 40 * random.next() : kind === 'padded' ? 15 + 35 * random.next() : 0
  const isShopHeated = kind !== 'commercial' || random.chance(0.6)
  const standby =
    kind === 'never-lived-in'
      ? random.chance(0.5)
        ? 0
        : 0.05 + 0.3 * random.next()
      : 0.1 + 0.5 * random.next()
  const habit = Math.exp(0.08 * normal(random))
  let drift = 0
  const daily = new Float64Array(world.days - 1)
  for (let day = 0; day < daily.length; day++) {
    const at = day + firstDay - weather.first
    drift = 0.8 * drift + 0.6 * noise * normal(random) * 0.5
    const shock = Math.exp(noise * normal(random) + drift - (noise * noise) / 2)
    if (kind === 'never-lived-in' || away[day]) {
      daily[day] = standby * Math.exp(0.2 * normal(random))
      continue
    }
    const x = felt[at] ?? 0
    const degrees = Math.max(0, balance - x)
    let heating = slope * degrees * (1 + convex * degrees)
    // Frost on the outdoor unit costs most around nought.
    if (isPump && x > -4 && x < 3) heating *= 1.06
    heating = Math.min(heating, most)
    if (x < cutsOutBelow && random.chance(0.6)) heating *= 0.5
    if (!isShopHeated) heating *= 0.2
    const isWeekend = (firstDay + day + 4) % 7 === 0 || (firstDay + day + 4) % 7 === 6
    let living = base * (isWeekend ? habit : 1)
    if (visits && day >= visits.from && day <= visits.to) {
      living *= 1 + visits.more
      heating *= 1 + 0.5 * visits.more
    }
    if (burns) heating *= 1 - burns.share(day)
    const extra =
      flat *
      (kind === 'commercial'
        ? (isWeekend ? 0.6 : 1) * (0.85 + 0.3 * random.next())
        : 0.97 + 0.06 * random.next())
    const washing = random.chance(0.08) ? 1.5 * random.next() : 0
    daily[day] = Math.max(0.02, (living + heating) * shock + extra + washing)
  }
  return daily
}

function kindOf({ mix }: World, random: Random): HomeKind {
  let at = random.next()
  const shares: [HomeKind, number][] = [
    ['coal', mix.coal],
    ['frugal', mix.frugal],
    ['never-lived-in', mix.neverLivedIn],
    ['partly-away', mix.partlyAway],
    ['commercial', mix.commercial],
    ['padded', mix.padded],
  ]
  for (const [kind, share] of shares) {
    if (at < share) return kind
    at -= share
  }
  return 'ordinary'
}

function awayDays(world: World, random: Random, kind: HomeKind): Uint8Array {
  const away = new Uint8Array(world.days)
  const leave = (from: number, days: number) => away.fill(1, Math.max(0, from), Math.max(0, from + days))
  if (kind === 'partly-away') {
    const way = random.next()
    if (way < 0.4) leave(random.int(10, 90), random.int(10, 45))
    else if (way < 0.7) leave(random.int(35, 85), 200)
    else leave(0, random.int(15, 70))
  }
  if (random.chance(world.festivalAway)) leave(festival - random.int(1, 6), random.int(5, 14))
  if (random.chance(0.15)) leave(random.int(0, 110), random.int(1, 4))
  return away
}

interface Burning {
  way: CoalWay
  /** What share of the electric heating coal takes over on a day. */
  share(day: number): number
}

function coalOf(world: World, random: Random, weather: Weather, balance: number): Burning {
  const [least, most] = world.replaced
  const share = least + (most - least) * random.next()
  const part = world.coal
  let at =
    random.next() *
    (part.wholeSeason + part.afterMidSeason + part.coldestDays + part.partOfDay + part.nowAndThen)
  if ((at -= part.wholeSeason) < 0) return { way: 'whole-season', share: () => share }
  if ((at -= part.afterMidSeason) < 0) {
    const from = random.int(Math.floor(world.days * 0.25), Math.floor(world.days * 0.65))
    return { way: 'after-mid-season', share: (day) => (day >= from ? share : 0) }
  }
  if ((at -= part.coldestDays) < 0) {
    const sorted = [...weather.celsius].sort((a, b) => a - b)
    const below = sorted[Math.floor(sorted.length * (0.15 + 0.2 * random.next()))] ?? balance
    const isCold = (day: number) => (weather.celsius[day + firstDay - weather.first] ?? 0) < below
    return { way: 'coldest-days', share: (day) => (isCold(day) ? share : 0) }
  }
  if ((at -= part.partOfDay) < 0) {
    const from = random.chance(0.5) ? 0 : random.int(20, 60)
    const partly = 0.5 + 0.3 * random.next()
    return { way: 'part-of-day', share: (day) => (day >= from ? partly : 0) }
  }
  const often = 0.35 + 0.35 * random.next()
  return { way: 'now-and-then', share: () => (random.chance(often) ? share : 0) }
}

type Row = [meter: number, at: number, kwh: number, kind: number]

function readMeter(
  { days, every, faults }: World,
  random: Random,
  home: number,
  daily: Float64Array,
  truth: Truth,
  rows: Row[],
) {
  const digit = faults.wholeKwh ? 1 : 100
  const shown = (value: number) =>
    faults.wholeKwh ? Math.floor(value + 1e-9) : Math.round(value * digit) / digit
  const size = random.chance(0.5) ? 100_000 : 1_000_000
  const total = daily.reduce((sum, one) => sum + one, 0)
  truth.kwh[home] = total
  let register = random.chance(0.3) ? 50 * random.next() : 9000 * random.next()
  if (random.chance(faults.rollover)) {
    register = size - total * (0.1 + 0.8 * random.next())
    truth.rolledOver[home] = 1
  }
  const swapAt = random.chance(faults.replaced) ? random.int(3, days - 4) : -1
  const isWithoutFinal = swapAt >= 0 && random.chance(faults.withoutFinal)
  const frozenFrom = random.chance(faults.frozen) ? random.int(5, days - 12) : Infinity
  const frozenTo = frozenFrom + random.int(2, 7)
  const noFirst = random.chance(faults.noBoundary)
  const noLast = random.chance(faults.noBoundary)
  let missingTo = -1
  let frozen = 0
  const own: Row[] = []
  for (let day = 0; day < days; day++) {
    if (day > 0) register += daily[day - 1] ?? 0
    if (day === swapAt) {
      truth.replaced[home] = 1
      const at = firstDay + day
      if (isWithoutFinal) truth.withoutFinal[home] = 1
      else own.push([home, at, shown(register % size), FINAL])
      register = random.chance(0.7) ? 0 : 30 * random.next()
      own.push([home, at, shown(register), INITIAL])
      continue
    }
    const isBoundary = day === 0 || day === days - 1
    if (!isBoundary && day % every !== 0) continue
    if ((day === 0 && noFirst) || (day === days - 1 && noLast)) {
      missingTo = day === 0 ? random.int(0, 4) : missingTo
      truth.hasBoundaries[home] = 0
      continue
    }
    if (!isBoundary && day <= missingTo) continue
    if (!isBoundary && random.chance(faults.missingInRuns ? faults.missing / 3 : faults.missing)) {
      if (faults.missingInRuns) missingTo = day + random.int(0, 4)
      continue
    }
    let value = shown(register % size)
    if (day === frozenFrom) frozen = value
    if (day > frozenFrom && day <= frozenTo && !isBoundary) value = frozen
    let kind = ACTUAL
    if (!isBoundary && random.chance(faults.estimated)) {
      kind = ESTIMATED
      value = shown(Math.max(0, value + (total / days) * 2 * normal(random)))
    }
    if (!isBoundary && random.chance(faults.spikes)) value = shown(value + 20 + 3000 * random.next())
    if (!isBoundary && random.chance(faults.backwards))
      value = shown(Math.max(0, value - 5 - 300 * random.next()))
    own.push([home, firstDay + day, value, kind])
    if (random.chance(faults.duplicates)) own.push([home, firstDay + day, value, kind])
  }
  if (random.chance(faults.unordered)) own.sort(() => random.next() - 0.5)
  rows.push(...own)
}

function columnsOf(rows: readonly Row[], homes: number): Readings {
  return {
    meters: Array.from({ length: homes }, (_, at) => `m${String(at).padStart(6, '0')}`),
    meter: Uint32Array.from(rows, ([meter]) => meter),
    at: Float64Array.from(rows, ([, at]) => at),
    kwh: Float64Array.from(rows, ([, , kwh]) => kwh),
    kind: Uint8Array.from(rows, ([, , , kind]) => kind),
  }
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
