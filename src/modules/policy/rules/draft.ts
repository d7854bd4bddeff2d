import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'

const clauses = ['§1.1', '§4.1b']

interface Draft {
  name: string
  state: 'open' | 'discarded' | 'adopted'
  version: number
  savedBy: string
}

/** Only an open draft is changed. */
export const mayChangeDraft = ({ name, state }: Draft): Refusal[] =>
  state === 'open' ? [] : [refuse(`draft.${state}`, clauses, { name })]

/** Whoever saves names the version they saw; another that was saved since is not overwritten. */
export const movedOn = (draft: Draft, version: number): Refusal[] =>
  draft.version === version
    ? []
    : [refuse('draft.moved-on', clauses, { by: draft.savedBy, version: draft.version })]

/** The version that undoing the newest one leads back to; null where nothing was changed yet. */
export function undoTo(versions: readonly { version: number; sameAs: number | null }[]): number | null {
  const same = new Map(versions.map(({ version, sameAs }) => [version, sameAs ?? version]))
  const newest = Math.max(0, ...versions.map(({ version }) => version))
  const before = (same.get(newest) ?? 1) - 1
  return before < 1 ? null : (same.get(before) ?? before)
}
