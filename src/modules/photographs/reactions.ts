import type { Reaction } from '../../kernel/act/define.ts'
import { newId } from '../../kernel/identity/id.ts'

/** A home whose evidence does not stand up goes back to its contractor's own check (§3.3.3); where it is a sample's, to be checked again. */
const checkedAgain: Reaction = {
  on: ['doubt.ask-again'],
  follow: (_db, done) =>
    Promise.resolve(
      done.flatMap(({ id, subject, result }) => {
        const { home, built, check } = result as { home: string; built: boolean; check: string | null }
        const follows = check
          ? { kind: 'sample.check-anew', input: { home, level: check } }
          : built && { kind: 'home.check-again', input: { home, doubt: subject } }
        return follows ? [{ id: newId(), ...follows, causedBy: id }] : []
      }),
    ),
}

export const reactions: readonly Reaction[] = [checkedAgain]
