import { together } from '../kernel/pace/together.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import { aboutOf, type Look, writeLooks } from '../modules/audit/public.ts'
import type { Program } from './program.ts'

const isAuditor = ({ grants }: Actor): boolean => grants.some(({ role }) => role === 'auditor')

/** Lists of places that pages choose from tell nothing of anybody. */
const untold = new Set(['area.list'])

/**
 * Notes what somebody who audits was shown, before it is shown (§A.11): for auditors alone, apart from the county's log.
 * `read` is the query's name, of a file with `file:` before it. Of everybody else nothing is noted.
 */
export function lookNotes(
  program: Pick<Program, 'database' | 'clock'>,
): (actor: Actor, read: string, input: unknown) => Promise<void> {
  const note = together(async (all: readonly { county: number; look: Look }[]) => {
    for (const county of new Set(all.map((one) => one.county))) {
      const own = all.filter((one) => one.county === county).map(({ look }) => look)
      await program.database.write(county, (tx) => writeLooks(tx, county, own))
    }
    return all.map(() => undefined)
  })
  return async (actor, read, input) => {
    if (!isAuditor(actor) || untold.has(read)) return
    const look = { account: actor.id, at: program.clock.now(), read, about: aboutOf(input) }
    await note({ county: actor.county, look })
  }
}
