import type { Reaction } from '../../kernel/act/define.ts'
import { newId } from '../../kernel/identity/id.ts'
import { isAtLeast, type Stage } from '../households/stages.ts'

/** §3.1.3d: a home that moved with its machines is checked and accepted again at the new place. */
const movedWithMachines: Reaction = {
  on: ['change.approve'],
  follow: async (_db, done) =>
    done.flatMap(({ id, subject, result }) => {
      const { kind, home, stage } = result as { kind: string; home: string; stage: Stage }
      return kind === 'move' && isAtLeast(stage, 'installed')
        ? [{ id: newId(), kind: 'home.check-again', input: { home, change: subject }, causedBy: id }]
        : []
    }),
}

/** §3.1.3d: a home that came back has its machines, or they are fitted again. */
const cameBack: Reaction = {
  on: ['change.approve'],
  follow: async (_db, done) =>
    done.flatMap(({ id, subject, result }) => {
      const { kind, home, stage } = result as { kind: string; home: string; stage: Stage }
      return kind === 'return' && isAtLeast(stage, 'installed')
        ? [{ id: newId(), kind: 'home.call-off-return', input: { home, change: subject }, causedBy: id }]
        : []
    }),
}

export const reactions: readonly Reaction[] = [movedWithMachines, cameBack]
