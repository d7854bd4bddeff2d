import { expect, it } from 'vitest'
import type { DoubtKind } from '../model.ts'
import { judgeVisit, type Limits, type Photo, type Places, type Visit } from './judge.ts'

const limits: Limits = {
  homeDistanceM: 100,
  villageDistanceM: 3000,
  villageHomes: 3,
  sameCoordinatesHomes: 3,
  sameAltitudePhotos: 3,
  leastAccuracyM: 1,
  worstAccuracyM: 200,
  fastestKmh: 120,
  jumpM: 1000,
  fileHours: 24,
  lookDistance: 5,
  fewestMinutes: 5,
  regularVisits: 4,
  regularSpreadPercent: 5,
  fromHour: 6,
  toHour: 20,
}
const minute = 60_000
const noon = Date.parse('2023-08-15T04:00:00Z')
/** So many metres north of the village's well. */
const north = (metres: number, accuracyM = 10, altitudeM: number | null = null) => ({
  latitude: 37.2 + metres / 111_195,
  longitude: 119.9,
  accuracyM,
  altitudeM,
})
const aPhoto = (given: Partial<Photo> = {}): Photo => ({
  digest: 'a'.repeat(64),
  by: 'camera',
  takenMs: noon,
  position: north(0),
  fileMs: undefined,
  filePlace: undefined,
  sameCoordinatesHomes: 0,
  before: [],
  ...given,
})
const aVisit = (given: Partial<Visit> = {}): Visit => ({
  act: 'act',
  kind: 'home.inspect',
  home: 'home',
  village: 'village',
  happenedMs: noon,
  minuteOfDay: 12 * 60,
  onTelephone: true,
  photos: [aPhoto()],
  around: [],
  ...given,
})
const kinds = (visit: Visit, places: Places = new Map()): DoubtKind[] =>
  judgeVisit(visit, places, limits).map(({ kind }) => kind)
const ofPhoto = (photo: Partial<Photo>, places?: Places) => kinds(aVisit({ photos: [aPhoto(photo)] }), places)

it('an honest visit raises nothing', () => {
  expect(kinds(aVisit())).toEqual([])
})

it('a position is suspect by its shape', () => {
  expect(ofPhoto({ position: north(0, 0) })).toEqual(['position-suspect', 'position-missing'])
  expect(ofPhoto({ sameCoordinatesHomes: 1 })).toEqual([])
  expect(ofPhoto({ sameCoordinatesHomes: 2 })).toEqual(['position-suspect'])
  const before = (metres: number, minutes: number, altitudeM: number | null = null) => ({
    takenMs: noon - minutes * minute,
    position: north(metres, 10, altitudeM),
  })
  expect(ofPhoto({ before: [before(5000, 1)] })).toEqual(['position-suspect'])
  expect(ofPhoto({ before: [before(5000, 10)] })).toEqual([])
  const level = [before(300, 10, 31.5), before(600, 20, 31.5)]
  expect(ofPhoto({ position: north(0, 10, 31.5), before: level })).toEqual(['position-suspect'])
  expect(ofPhoto({ position: north(0, 10, 30.1), before: level })).toEqual([])
})

it('a file that says another time or place contradicts; one picked is told', () => {
  expect(ofPhoto({ by: 'gallery', fileMs: noon - 3 * 3_600_000 })).toEqual(['picked'])
  expect(ofPhoto({ by: 'gallery', fileMs: noon - 50 * 3_600_000 })).toEqual(['file-contradicts', 'picked'])
  expect(ofPhoto({ filePlace: north(500) })).toEqual(['file-contradicts'])
})

it('a home is where its first undoubted photographs are, and far from there is far', () => {
  const places: Places = new Map()
  expect(kinds(aVisit(), places)).toEqual([])
  expect(kinds(aVisit({ photos: [aPhoto({ position: north(80) })] }), places)).toEqual([])
  expect(kinds(aVisit({ photos: [aPhoto({ position: north(400) })] }), places)).toEqual(['position-far'])
})

it('a new home is measured from the middle of its village, and not learnt from where it is far', () => {
  const places: Places = new Map([
    ['village', new Map([1, 2, 3].map((home) => [`${home}`, north(home * 100)]))],
  ])
  expect(ofPhoto({ position: north(9000) }, places)).toEqual(['position-far'])
  expect(places.get('village')?.has('home')).toBe(false)
  expect(ofPhoto({ position: north(900) }, places)).toEqual([])
  expect(places.get('village')?.has('home')).toBe(true)
})

it('without a usable position it is missing, once for the visit', () => {
  expect(
    kinds(aVisit({ photos: [aPhoto({ position: undefined }), aPhoto({ position: north(0, 900) })] })),
  ).toEqual(['position-missing'])
})

const line = (...minutes: number[]): Visit['around'] =>
  minutes.map((at, i) => ({
    act: i === minutes.length - 1 ? 'act' : `act${i}`,
    kind: 'home.inspect',
    home: i === minutes.length - 1 ? 'home' : `home${i}`,
    happenedMs: noon + (at - (minutes.at(-1) ?? 0)) * minute,
  }))

it('two homes too fast, visits like clockwork, at night; never at a desk', () => {
  expect(kinds(aVisit({ around: line(0, 4) }))).toEqual(['too-fast'])
  expect(kinds(aVisit({ around: line(0, 6) }))).toEqual([])
  expect(kinds(aVisit({ around: line(0, 20, 40, 60) }))).toEqual(['too-regular'])
  expect(kinds(aVisit({ around: line(0, 20, 45, 60) }))).toEqual([])
  expect(kinds(aVisit({ minuteOfDay: 23 * 60 }))).toEqual(['out-of-hours'])
  expect(kinds(aVisit({ minuteOfDay: 23 * 60, around: line(0, 1), onTelephone: false }))).toEqual([])
})

it('one who comes later too fast is doubted for the later home', () => {
  const after = { act: 'next', kind: 'home.inspect', home: 'other', happenedMs: noon + minute }
  expect(judgeVisit(aVisit({ around: [...line(0), after] }), new Map(), limits)).toMatchObject([
    { kind: 'too-fast', about: 'next', home: 'other', otherAct: 'act' },
  ])
})
