import type { Reaction } from '../../kernel/act/define.ts'
import { newId } from '../../kernel/identity/id.ts'

/** A home whose evidence does not stand up goes back to its contractor's own check (§3.3.3). */
const checkedAgain: Reaction = {
  on: ['doubt.ask-again'],
  follow: (_db, done) =>
    Promise.resolve(
      done.flatMap(({ id, subject, result }) => {
        const { home, built } = result as { home: string; built: boolean }
        return built
          ? [{ id: newId(), kind: 'home.check-again', input: { home, doubt: subject }, causedBy: id }]
          : []
      }),
    ),
}

export const reactions: readonly Reaction[] = [checkedAgain]
