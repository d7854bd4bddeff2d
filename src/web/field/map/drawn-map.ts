import { type Coordinates, distanceM } from '../../../modules/photographs/rules/places.ts'

/** A plain drawing of places on a sheet: north up, the same scale both ways. */
export interface Drawing {
  at(place: Coordinates): { x: number; y: number }
  /** A round length in metres and how long it is drawn. */
  scale: { metres: number; length: number }
}

/** So that one home, or a few beside each other, do not fill the sheet. */
const leastSpanM = 200
const marginShare = 0.12

/** Fits all places on a sheet of this size; undefined for none. */
export function drawMap(places: readonly Coordinates[], width: number, height: number): Drawing | undefined {
  if (places.length === 0) return undefined
  const range = (values: number[]) => ({ least: Math.min(...values), most: Math.max(...values) })
  const up = range(places.map(({ latitude }) => latitude))
  const along = range(places.map(({ longitude }) => longitude))
  const middle = { latitude: (up.least + up.most) / 2, longitude: (along.least + along.most) / 2 }
  const metresUp = distanceM(middle, { ...middle, latitude: middle.latitude + 0.01 }) * 100
  const metresAlong = distanceM(middle, { ...middle, longitude: middle.longitude + 0.01 }) * 100
  const spanUp = Math.max((up.most - up.least) * metresUp, leastSpanM)
  const spanAlong = Math.max((along.most - along.least) * metresAlong, leastSpanM)
  const perMetre = Math.min(width / spanAlong, height / spanUp) * (1 - 2 * marginShare)
  const metres = roundLength((width / perMetre) * 0.3)
  return {
    at: ({ latitude, longitude }) => ({
      x: width / 2 + (longitude - middle.longitude) * metresAlong * perMetre,
      y: height / 2 - (latitude - middle.latitude) * metresUp * perMetre,
    }),
    scale: { metres, length: metres * perMetre },
  }
}

/** 1, 2 or 5 times a power of ten, at most so many metres. */
function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  return power * ([5, 2, 1].find((step) => step * power <= most) ?? 1)
}

const directions = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const

/** The eighth of the compass a direction lies in. */
export const directionOf = (degrees: number): (typeof directions)[number] =>
  directions[Math.round(degrees / 45) % 8] ?? 'n'
