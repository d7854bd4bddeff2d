import { describe, it } from 'vitest'

type Step = (name: string, walk: () => Promise<void>) => void

/** Steps that follow from each other: once one has failed, those after it could only fail for its sake and are left out. */
export function story(name: string, tell: (step: Step) => void): void {
  describe(name, () => {
    let failed: string | undefined
    tell((step, walk) =>
      it(step, async ({ skip }) => {
        if (failed) skip(`“${failed}” failed`)
        try {
          await walk()
        } catch (error) {
          failed = step
          throw error
        }
      }),
    )
  })
}
