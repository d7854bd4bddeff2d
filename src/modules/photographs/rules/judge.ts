import type { Day } from '../../../kernel/dates/day.ts'
import { amount, hasParameter, type Pack } from '../../../kernel/pack/pack.ts'
import type { RaiseDoubt } from '../model.ts'
import { type Coordinates, distanceM, middleOf } from './places.ts'

export interface Position extends Coordinates {
  accuracyM: number
  altitudeM: number | null
}

/** A photograph as it came about; `takenMs` and the file's time by our clock. */
export interface Photo {
  digest: string
  by: 'camera' | 'gallery' | undefined
  takenMs: number | undefined
  position: Position | undefined
  fileMs: number | undefined
  filePlace: Coordinates | undefined
  /** How many other homes have a photograph from the very same coordinates. */
  sameCoordinatesHomes: number
  /** The person's photographs before it that have a position, the newest first. */
  before: readonly { takenMs: number; position: Position }[]
}

/** Acts at a home that are paid upon (§3.3.3, §3.3.4): their photographs and times are judged. */
export const judgedActs = [
  'home.install',
  'home.correct-devices',
  'home.install-parts',
  'home.correct-parts',
  'home.self-check',
  'home.commission',
  'home.inspect',
  'home.check-town',
  'home.check-county',
]

/** An act at a home with photographs, as it is looked at. */
export interface Visit {
  act: string
  kind: string
  home: string
  village: string
  happenedMs: number
  /** Minutes past midnight in Shanghai. */
  minuteOfDay: number
  /** Made on a telephone: its time is when it happened, not when it was typed in. */
  onTelephone: boolean
  photos: readonly Photo[]
  /** The person's acts on a telephone up to this one and the next after it, the oldest first. */
  around: readonly { act: string; kind: string; home: string; happenedMs: number }[]
}

/** Homes whose place is known, by village; a home's place is learnt from its first photographs without a doubt. */
export type Places = Map<string, Map<string, Coordinates>>

export type Found = Omit<RaiseDoubt, 'doubt'>

export type Limits = NonNullable<ReturnType<typeof limitsOf>>

/** What the pack draws the lines at; undefined for a pack from before there were any. */
export function limitsOf(pack: Pack, day: Day) {
  if (!hasParameter(pack, 'photo.homeDistanceM', day)) return undefined
  const of = (name: string) => amount(pack, name, day)
  return {
    homeDistanceM: of('photo.homeDistanceM'),
    villageDistanceM: of('photo.villageDistanceM'),
    villageHomes: of('photo.villageHomes'),
    sameCoordinatesHomes: of('photo.sameCoordinatesHomes'),
    sameAltitudePhotos: of('photo.sameAltitudePhotos'),
    leastAccuracyM: of('photo.leastAccuracyM'),
    worstAccuracyM: of('photo.worstAccuracyM'),
    fastestKmh: of('photo.fastestKmh'),
    jumpM: of('photo.jumpM'),
    fileHours: of('photo.fileHours'),
    lookDistance: of('photo.lookDistance'),
    fewestMinutes: of('visit.fewestMinutes'),
    regularVisits: of('visit.regularVisits'),
    regularSpreadPercent: of('visit.regularSpreadPercent'),
    fromHour: of('visit.fromHour'),
    toHour: of('visit.toHour'),
  }
}

const isUsable = (position: Position | undefined, limits: Limits): position is Position =>
  position !== undefined &&
  position.accuracyM >= limits.leastAccuracyM &&
  position.accuracyM <= limits.worstAccuracyM

/**
 * Every doubt about one visit that needs no other picture. `places` learns the home where nothing speaks against its
 * photographs, so that visits are judged in their order.
 */
export function judgeVisit(visit: Visit, places: Places, limits: Limits, registered?: Coordinates): Found[] {
  const about = { home: visit.home, about: visit.act }
  const found: Found[] = []
  for (const photo of visit.photos) {
    const add = (kind: Found['kind'], measures: Found['measures']) =>
      found.push({ ...about, kind, digest: photo.digest, measures })
    const suspect = suspectPosition(photo, limits)
    if (suspect) add('position-suspect', suspect)
    const contradicts = contradiction(photo, visit.happenedMs, limits)
    if (contradicts) add('file-contradicts', contradicts)
    if (photo.by === 'gallery') add('picked', {})
  }
  const usable = visit.photos.flatMap(({ position }) => (isUsable(position, limits) ? [position] : []))
  const first = visit.photos[0]
  if (first && visit.photos.every(({ position }) => !isUsable(position, limits)))
    found.push({ ...about, kind: 'position-missing', measures: {} })
  const isSuspect = found.some(({ kind }) => kind === 'position-suspect' || kind === 'file-contradicts')
  const far = farFrom(visit, places, limits, registered)
  if (far) found.push({ ...about, kind: 'position-far', ...far })
  const middle = middleOf(usable)
  if (middle && !isSuspect && !far) learn(places, visit, middle)
  return visit.onTelephone ? [...found, ...judgeTimes(visit, limits)] : found
}

function learn(places: Places, { village, home }: Visit, middle: Coordinates): void {
  const homes = places.get(village) ?? new Map<string, Coordinates>()
  if (!homes.has(home)) homes.set(home, middle)
  places.set(village, homes)
}

function suspectPosition(photo: Photo, limits: Limits): Found['measures'] | undefined {
  const { position, takenMs, before } = photo
  if (!position) return undefined
  if (position.accuracyM < limits.leastAccuracyM) return { why: 'accuracy', accuracyM: position.accuracyM }
  if (photo.sameCoordinatesHomes + 1 >= limits.sameCoordinatesHomes)
    return { why: 'same-coordinates', homes: photo.sameCoordinatesHomes + 1 }
  const [last] = before
  if (last && takenMs !== undefined) {
    const metres = distanceM(last.position, position) - last.position.accuracyM - position.accuracyM
    const hours = Math.max(takenMs - last.takenMs, 1000) / 3_600_000
    const kmh = metres / 1000 / hours
    if (metres > limits.jumpM && kmh > limits.fastestKmh)
      return { why: 'jump', metres: Math.round(metres), kmh: Math.round(kmh) }
  }
  const run = before.slice(0, limits.sameAltitudePhotos - 1)
  const isLevel =
    position.altitudeM !== null &&
    run.length === limits.sameAltitudePhotos - 1 &&
    run.every((one) => one.position.altitudeM === position.altitudeM) &&
    run.some((one) => distanceM(one.position, position) > limits.homeDistanceM)
  return isLevel ? { why: 'altitude', altitudeM: position.altitudeM ?? 0, photos: run.length + 1 } : undefined
}

function contradiction(photo: Photo, happenedMs: number, limits: Limits): Found['measures'] | undefined {
  const { fileMs, filePlace, position } = photo
  if (fileMs !== undefined) {
    const hours = Math.abs(happenedMs - fileMs) / 3_600_000
    if (hours > limits.fileHours) return { why: 'time', hours: Math.round(hours) }
  }
  if (filePlace && position) {
    const metres = distanceM(filePlace, position) - position.accuracyM
    if (metres > limits.homeDistanceM) return { why: 'place', metres: Math.round(metres) }
  }
  return undefined
}

/**
 * The photograph farthest from the home, or for a home without a place from the middle of its village: of its homes, or
 * while too few are known where the register of areas says it is.
 */
function farFrom(
  { photos, home, village }: Visit,
  places: Places,
  limits: Limits,
  registered: Coordinates | undefined,
): Pick<Found, 'digest' | 'measures'> | undefined {
  const homes = places.get(village)
  const own = homes?.get(home)
  const enough = homes && homes.size >= limits.villageHomes
  const centre = own ?? (enough ? middleOf([...homes.values()]) : registered)
  if (!centre) return undefined
  const limit = own ? limits.homeDistanceM : limits.villageDistanceM
  const [farthest] = photos
    .flatMap(({ digest, position }) =>
      isUsable(position, limits)
        ? [{ digest, metres: Math.round(distanceM(centre, position) - position.accuracyM) }]
        : [],
    )
    .sort((a, b) => b.metres - a.metres)
  if (!farthest || farthest.metres <= limit) return undefined
  return {
    digest: farthest.digest,
    measures: { from: own ? 'home' : 'village', metres: farthest.metres, limitM: limit },
  }
}

function judgeTimes(visit: Visit, limits: Limits): Found[] {
  const found: Found[] = []
  const line = visit.around
  const at = line.findIndex(({ act }) => act === visit.act)
  for (const later of [at, at + 1]) {
    const [earlier, then] = [line[later - 1], line[later]]
    if (!earlier || !then || earlier.home === then.home) continue
    const minutes = (then.happenedMs - earlier.happenedMs) / 60_000
    if (minutes < limits.fewestMinutes)
      found.push({
        home: then.home,
        about: then.act,
        kind: 'too-fast',
        otherAct: earlier.act,
        otherHome: earlier.home,
        measures: { minutes: Math.round(minutes * 10) / 10, limitMinutes: limits.fewestMinutes },
      })
  }
  const regular = clockwork(
    line.slice(0, at + 1).filter(({ kind }) => kind === visit.kind),
    limits,
  )
  if (regular) found.push({ home: visit.home, about: visit.act, kind: 'too-regular', measures: regular })
  const hour = visit.minuteOfDay / 60
  if (hour < limits.fromHour || hour >= limits.toHour)
    found.push({
      home: visit.home,
      about: visit.act,
      kind: 'out-of-hours',
      measures: { time: clockText(visit.minuteOfDay) },
    })
  return found
}

/** The last so many visits at different homes, all the same while apart, within two hours of each other. */
function clockwork(
  line: readonly { home: string; happenedMs: number }[],
  { regularVisits, regularSpreadPercent }: Limits,
): Found['measures'] | undefined {
  const last = line.slice(-regularVisits)
  if (last.length < regularVisits || new Set(last.map(({ home }) => home)).size < regularVisits)
    return undefined
  const gaps = last.slice(1).map(({ happenedMs }, i) => happenedMs - (last[i]?.happenedMs ?? 0))
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)]
  // Over a night, or in no time at all, nothing is regular: the first is a pause, the second is too fast.
  if (least < 60_000 || most > 7_200_000 || ((most - least) / most) * 100 > regularSpreadPercent)
    return undefined
  return { visits: regularVisits, minutes: Math.round(most / 6000) / 10 }
}

const clockText = (minuteOfDay: number): string =>
  `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(Math.floor(minuteOfDay % 60)).padStart(2, '0')}`
