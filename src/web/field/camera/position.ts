import { useSyncExternalStore } from 'react'
import type { Taken } from '../../../kernel/act/taken.ts'

export type Position = NonNullable<Taken['position']>

/** Where the telephone is: not known yet, not to be known, or a position. */
export type Whereabouts = { state: 'looking' | 'denied' | 'none' } | { state: 'found'; position: Position }

/** A position older than this is of another courtyard. */
const goodForMs = 60_000

let now: Whereabouts = { state: 'looking' }
let foundMs = 0
let watching: number | undefined
const listeners = new Set<() => void>()

function tell(next: Whereabouts): void {
  now = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  watching ??= navigator.geolocation?.watchPosition(
    ({ coords }) => {
      foundMs = performance.now()
      tell({
        state: 'found',
        position: {
          latitude: coords.latitude,
          longitude: coords.longitude,
          accuracyM: coords.accuracy,
          altitudeM: coords.altitude,
        },
      })
    },
    ({ code, PERMISSION_DENIED }) => {
      if (now.state !== 'found') tell({ state: code === PERMISSION_DENIED ? 'denied' : 'none' })
    },
    { enableHighAccuracy: true, maximumAge: 5000 },
  )
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || watching === undefined) return
    navigator.geolocation.clearWatch(watching)
    watching = undefined
  }
}

/** Where the telephone is, followed while anybody asks. */
export const useWhereabouts = (): Whereabouts => useSyncExternalStore(listen, () => now)

/** The last position, if it is fresh. */
export function latestPosition(): Position | undefined {
  return now.state === 'found' && performance.now() - foundMs < goodForMs ? now.position : undefined
}
