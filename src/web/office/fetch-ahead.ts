import type { Screen } from '../kit/screen.ts'

/** Where a browser tells when nobody waits, then; else after a pause. */
const whenIdle = (then: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: 5000 })
  else setTimeout(then, 300)
}

/** Brings the code of pages one after the other while nobody waits, so that opening them waits for nothing but answers. */
export function fetchAhead(screens: readonly Screen[]): () => void {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection
  const left = connection?.saveData ? [] : [...screens]
  const next = () => {
    const screen = left.shift()
    if (screen) void (screen.component.preload?.() ?? Promise.resolve()).finally(() => whenIdle(next))
  }
  const start = setTimeout(() => whenIdle(next), 1000)
  return () => {
    clearTimeout(start)
    left.length = 0
  }
}
