import { sql } from 'kysely'
import type { ActRequest, Reaction } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { newId } from '../../kernel/identity/id.ts'
import { rescreening, rescreeningAll, type ToScreenAgain } from '../households/public.ts'
import { programmeId } from '../policy/public.ts'

const comparing = (county: number, causedBy: string, which: object): ActRequest => ({
  id: newId(),
  kind: 'register.compare',
  input: { programme: programmeId(county), ...which },
  causedBy,
})

/** An application is compared as it is written, and again where what it says is corrected. */
const afterWriting: Reaction = {
  on: ['register.import', 'home.add', 'home.correct', 'home.withdraw', 'register.undo-import'],
  follow: (_db, done, { county }) => {
    const requests: ActRequest[] = []
    const homes: string[] = []
    for (const { id, subject, result } of done) {
      const { import: imported, home } = (result ?? {}) as { import?: string; home?: string }
      if (imported) requests.push(comparing(county, id, { import: imported }))
      else homes.push(home ?? subject)
    }
    const [first] = done
    if (first && homes.length > 0) requests.push(comparing(county, first.id, { homes: [...new Set(homes)] }))
    return Promise.resolve(requests)
  },
}

/**
 * The grid company's register says which old and new account numbers are one: homes may share one now, or no more. They
 * were put under their present numbers as they were screened.
 */
const afterRenumbering: Reaction = {
  on: ['register.screen'],
  follow: (_db, done, { county }) =>
    Promise.resolve(
      done.flatMap(({ id, result }) => {
        const { renumbered } = (result ?? {}) as { renumbered?: ToScreenAgain }
        if (!renumbered) return []
        return [comparing(county, id, renumbered.everywhere ? {} : { homes: renumbered.partners ?? [] })]
      }),
    ),
}

/**
 * A list of an earlier year is compared with the register as it comes, and forgotten as it goes. Its accounts are told by
 * the grid company's register too. A police list names the families two of which may have applied.
 */
const afterSource: Reaction = {
  on: ['source.import', 'source.undo-import'],
  follow: async (db, done, { county }) => {
    const requests: ActRequest[] = []
    for (const { id, kind: act, result } of done) {
      const { kind, source } = result as { kind: string; source: string }
      if (kind === 'police') requests.push(comparing(county, id, { families: true }))
      if (kind === 'earlier') requests.push(comparing(county, id, { source }))
      if (
        kind === 'grid' &&
        (await renumbersEarlier(db, county, act === 'source.import' ? source : undefined))
      )
        requests.push(comparing(county, id, { earlier: true }))
    }
    return requests
  },
}

/** Whether a grid register gives a line of an earlier list another number; one taken back may have given some to any. */
async function renumbersEarlier(db: ReadDb, county: number, source: string | undefined): Promise<boolean> {
  const { rows } = await sql`
    select 1 from identity i
     where i.county = ${county} and i.list = 'earlier' and i.account is not null
       ${
         source === undefined
           ? sql``
           : sql`and exists (select 1 from source_row r where r.county = ${county} and r.source = ${source}::uuid
                                and r.old_account_number = i.account)`
       }
     limit 1`.execute(db)
  return rows.length > 0
}

/** Whose flags changed is screened again. */
const afterComparing: Reaction = {
  on: ['register.compare', 'pair.decide', 'pair.point-out'],
  follow: async (db, done, { county }) => {
    const [first] = done
    const told = done.map(({ result }) => (result ?? {}) as ToScreenAgain)
    const homes = [...new Set(told.flatMap(({ partners }) => partners ?? []))]
    if (first && told.some(({ everywhere }) => everywhere))
      return [await rescreeningAll(db, county, first.id)]
    return first && homes.length > 0 ? [rescreening(county, homes, first.id)] : []
  },
}

export const reactions: readonly Reaction[] = [afterWriting, afterRenumbering, afterSource, afterComparing]
