import { setImmediate as turn } from 'node:timers/promises'

export interface Breather {
  /** Whether it is time; asked between the steps of long work, at no cost. */
  readonly due: boolean
  /** Lets whatever waits have its turn. */
  take(): Promise<void>
}

/** For long work on the one thread that answers everybody: no longer than `everyMs` at a stretch. */
export function breather(everyMs = 20): Breather {
  let since = performance.now()
  return {
    get due() {
      return performance.now() - since >= everyMs
    },
    async take() {
      await turn()
      since = performance.now()
    },
  }
}
