import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Actor, Place } from '../../../kernel/identity/authority.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { DossierPaper } from '../../../kernel/pack/schema.ts'
import { grantsAs, speaksFor } from '../../organisations/rules/suppliers.ts'
import type { PaperState } from '../model.ts'

/** Whether this person brings a paper of a home there. */
export const mayBring = (actor: Actor, { by }: Pick<DossierPaper, 'by'>, place: Place): boolean =>
  speaksFor(actor, by, place)

/** The bits of the papers this person brings somewhere. */
export const ownPapers = (pack: Pack, actor: Actor): number =>
  pack.dossier.reduce((mask, { by }, i) => (grantsAs(actor, by).length > 0 ? mask | (1 << i) : mask), 0)

/** A home's papers as bits, the first of the pack's list the lowest. */
export interface Standing {
  held: number
  need: number
  due: number
}

export function stateOf({ held, need, due }: Standing, index: number): PaperState {
  const is = (mask: number) => (mask & (1 << index)) !== 0
  if (is(held)) return 'present'
  if (!is(need)) return 'needless'
  return is(due) ? 'missing' : 'later'
}

const countBits = (mask: number): number => {
  let count = 0
  for (let rest = mask >>> 0; rest !== 0; rest >>>= 1) count += rest & 1
  return count
}

/** How many of the papers due now are there. */
export const completeness = ({ held, need, due }: Standing): { present: number; due: number } => ({
  present: countBits(held & need & due),
  due: countBits(need & due),
})

export interface BroughtPaper {
  id: string
  paper: string
  digests: readonly string[]
  withdrawn: boolean
}

export interface DossierFacts {
  place: Place
  brought: readonly BroughtPaper[]
  /** The act's own id is somebody else's already. */
  taken: boolean
}

const clauses = ['§3.3.3']

export const evidenceKindOf = ({ personal }: Pick<DossierPaper, 'personal'>): 'personal' | 'document' =>
  personal ? 'personal' : 'document'

export function checkPaper(
  facts: DossierFacts,
  paper: string,
  evidence: readonly EvidenceRef[],
  actor: Actor,
  pack: Pack,
): Refusal[] {
  const known = pack.dossier.find(({ id }) => id === paper)
  if (!known) return [refuse('dossier.no-such-paper', clauses, { paper })]
  const named = { paper: known.label.zh, paperEn: known.label.en }
  const refusals: Refusal[] = []
  if (facts.taken) refusals.push(refuse('dossier.brought-already', known.clauses, named))
  if (!mayBring(actor, known, facts.place)) refusals.push(notYours(pack, known))
  if (evidence.length === 0) refusals.push(refuse('dossier.no-file', known.clauses, named))
  if (evidence.some(({ kind }) => kind !== evidenceKindOf(known)))
    refusals.push(refuse('dossier.other-kind', known.clauses, { ...named, kind: evidenceKindOf(known) }))
  const there = new Set(facts.brought.flatMap((b) => (b.paper === paper && !b.withdrawn ? b.digests : [])))
  if (!facts.taken && evidence.some(({ digest }) => there.has(digest)))
    refusals.push(refuse('dossier.brought-already', known.clauses, named))
  return refusals
}

export function checkWithdrawal(facts: DossierFacts, brought: string, actor: Actor, pack: Pack): Refusal[] {
  const found = facts.brought.find(({ id }) => id === brought)
  if (!found) return [refuse('dossier.not-brought', clauses)]
  const known = pack.dossier.find(({ id }) => id === found.paper)
  return [
    ...(found.withdrawn ? [refuse('dossier.withdrawn-already', clauses)] : []),
    // A paper that is on the list no more may be taken out by whoever may bring any.
    ...(known && !mayBring(actor, known, facts.place) ? [notYours(pack, known)] : []),
  ]
}

const notYours = (pack: Pack, { by, label, clauses }: DossierPaper): Refusal =>
  refuse('dossier.not-yours', clauses, {
    paper: label.zh,
    paperEn: label.en,
    by: by.map((id) => pack.suppliers[id]?.zh ?? id).join('、'),
    byEn: by.map((id) => pack.suppliers[id]?.en ?? id).join(', '),
  })
