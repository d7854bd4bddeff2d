import type { Reaction } from '../../kernel/act/define.ts'
import { newId } from '../../kernel/identity/id.ts'
import { rescreening } from '../households/public.ts'

/** A coal finding opens the recovery, and frees whoever shared a key with the revoked home to be screened again. */
export const reactions: Reaction[] = [
  {
    on: ['coal.report'],
    follow: async (_db, done, { county }) => [
      ...done.map(({ id, input }) => {
        const { id: finding, home } = input as { id: string; home: string }
        return { id: newId(), kind: 'recovery.open', input: { id: newId(), home, finding }, causedBy: id }
      }),
      ...(done[0]
        ? [
            rescreening(
              county,
              done.map((one) => one.subject),
              done[0].id,
            ),
          ]
        : []),
    ],
  },
]
