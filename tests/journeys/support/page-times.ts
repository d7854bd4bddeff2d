import type { Page } from 'playwright-core'
import { settled } from './window.ts'

/** How long pages took from the press that asked for them until nothing moved any more. */
export interface PageTimes {
  /** Does something that brings up a page, and notes how long that took. */
  open(page: Page, name: string, press: () => Promise<unknown>): Promise<void>
  slowest(count: number): { name: string; milliseconds: number }[]
}

export function pageTimes(): PageTimes {
  const taken: { name: string; milliseconds: number }[] = []
  return {
    async open(page, name, press) {
      const from = performance.now()
      await press()
      await settled(page)
      taken.push({ name, milliseconds: Math.round(performance.now() - from) })
    },
    slowest: (count) => taken.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, count),
  }
}
