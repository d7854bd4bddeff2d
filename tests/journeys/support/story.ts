import { describe, it } from 'vitest'

/** A step that this machine cannot walk says so, and those after it go on. */
type Skip = (why: string) => never
type Step = (name: string, walk: (skip: Skip) => Promise<void>) => void

/** Steps that follow from each other: once one has failed, those after it could only fail for its sake and are left out. */
export function story(name: string, tell: (step: Step) => void): void {
  describe(name, () => {
    let failed: string | undefined
    tell((step, walk) =>
      it(step, async ({ skip }) => {
        if (failed) skip(`“${failed}” failed`)
        let isSkipped = false
        try {
          await walk((why) => {
            isSkipped = true
            return skip(why)
          })
        } catch (error) {
          if (!isSkipped) failed = step
          throw error
        }
      }),
    )
  })
}
