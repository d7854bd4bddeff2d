/** Where something is, in degrees. */
export interface Coordinates {
  latitude: number
  longitude: number
}

const earthM = 6_371_000
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Along the ground, in metres. */
export function distanceM(a: Coordinates, b: Coordinates): number {
  const [up, along] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const h =
    Math.sin(up / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(along / 2) ** 2
  return 2 * earthM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The direction from one to the other, in degrees from north through east. */
export function bearing(from: Coordinates, to: Coordinates): number {
  const along = radians(to.longitude - from.longitude)
  const [a, b] = [radians(from.latitude), radians(to.latitude)]
  const y = Math.sin(along) * Math.cos(b)
  const x = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(along)
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360
}

/** The median of each coordinate: one that is far off does not move it. Undefined for none. */
export function middleOf(places: readonly Coordinates[]): Coordinates | undefined {
  if (places.length === 0) return undefined
  return {
    latitude: median(places.map(({ latitude }) => latitude)),
    longitude: median(places.map(({ longitude }) => longitude)),
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0]
  return (low + high) / 2
}
