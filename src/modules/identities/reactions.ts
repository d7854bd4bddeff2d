import type { ActRequest, Reaction } from '../../kernel/act/define.ts'
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
 * The grid company's register says which old and new account numbers are one: homes may share one now, or no more. A
 * list of an earlier year is compared with the register as it comes, and forgotten as it goes.
 */
const afterSource: Reaction = {
  on: ['source.import', 'source.undo-import'],
  follow: (_db, done, { county }) =>
    Promise.resolve(
      done.flatMap(({ id, result }) => {
        const { kind, source } = result as { kind: string; source: string }
        if (kind === 'grid') return [comparing(county, id, {})]
        return kind === 'earlier' ? [comparing(county, id, { source })] : []
      }),
    ),
}

/** Whose flags changed is screened again. */
const afterComparing: Reaction = {
  on: ['register.compare', 'pair.decide'],
  follow: async (db, done, { county }) => {
    const [first] = done
    const told = done.map(({ result }) => (result ?? {}) as ToScreenAgain)
    const homes = [...new Set(told.flatMap(({ partners }) => partners ?? []))]
    if (first && told.some(({ everywhere }) => everywhere))
      return [await rescreeningAll(db, county, first.id)]
    return first && homes.length > 0 ? [rescreening(county, homes, first.id)] : []
  },
}

export const reactions: readonly Reaction[] = [afterWriting, afterSource, afterComparing]
