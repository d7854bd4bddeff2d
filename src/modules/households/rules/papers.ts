import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Actor } from '../../../kernel/identity/authority.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { SignedPaper } from '../../../kernel/pack/schema.ts'
import { speaksFor } from '../../organisations/rules/suppliers.ts'
import { isAtLeast, type Stage } from '../stages.ts'
import { paperDigest, papersFor } from './paper-text.ts'

const clauses = ['§3.3.2a', '§3.3.3']

export interface HomeToSign {
  id: string
  village: string
  line: string
  areaKind: 'urban' | 'rural'
  stage: Stage
  ended: string | null
  householder: string
  contractor: string | null
  supervisor: string | null
  /** The names of the contractor's people: those with an account, and those on its register of workers. */
  firm: readonly string[]
  /** A signature or mark that came with the act stands under another home's paper already. */
  reused: boolean
  /** When it signed what. */
  signed: Readonly<Record<string, Day>>
}

export const placeOf = ({ id, village, contractor, supervisor }: HomeToSign) => ({
  area: village,
  organisations: [contractor, supervisor],
  home: id,
})

const named = ({ title }: SignedPaper) => ({ paper: title.zh, paperEn: title.en })

/** Every reason why a home cannot sign this paper now. */
function notReady(home: HomeToSign, paper: SignedPaper): Refusal[] {
  const signedOn = home.signed[paper.id]
  if (signedOn) return [refuse('paper.signed-already', paper.clauses, { ...named(paper), signedOn })]
  const refusals: Refusal[] = []
  if (!isAtLeast(home.stage, paper.from))
    refusals.push(
      refuse('paper.too-early', paper.clauses, { ...named(paper), stage: home.stage, from: paper.from }),
    )
  if (paper.withContractor && home.contractor === null)
    refusals.push(refuse('paper.no-contractor', paper.clauses, named(paper)))
  return refusals
}

/** Ready where there is any paper it can sign; where there is none, the first of the pack's says why. */
export function maySign(home: HomeToSign, pack: Pack): Refusal[] {
  if (home.ended) return [refuse('paper.home-ended', clauses, { ended: home.ended })]
  const papers = papersFor(pack, home)
  const [first] = papers
  const ready = papers.some((paper) => notReady(home, paper).length === 0)
  return ready || !first ? [] : notReady(home, first)
}

/** Of the paper that was named: whether the home can sign it, and whether this person has it signed. */
export function checkPaper(home: HomeToSign, id: string, actor: Actor, pack: Pack): Refusal[] {
  const papers = papersFor(pack, home)
  const paper = papers.find((each) => each.id === id)
  if (!paper) return [refuse('paper.not-in-pack', clauses, { paper: id })]
  const isSaid = paper === papers[0] && maySign(home, pack).length > 0
  const refusals = isSaid ? [] : notReady(home, paper)
  if (!speaksFor(actor, paper.by, placeOf(home)))
    refusals.push(
      refuse('paper.not-yours', paper.clauses, {
        ...named(paper),
        by: paper.by.map((each) => pack.suppliers[each]?.zh ?? each).join('、'),
        byEn: paper.by.map((each) => pack.suppliers[each]?.en ?? each).join(', '),
      }),
    )
  return refusals
}

interface Shown {
  paper: string
  text: string
  contractor?: string | undefined
}

/**
 * What was shown must be what was agreed: a text the pack has or, where the screen was far from any signal, one a pack
 * of this county had; and the contractor the home has.
 */
export function checkShown(
  home: HomeToSign,
  shown: Shown,
  pack: Pack,
  earlier: ReadonlySet<string> = new Set(),
): Refusal[] {
  const paper = papersFor(pack, home).find(({ id }) => id === shown.paper)
  if (!paper) return []
  const refusals: Refusal[] = []
  if (shown.text !== paperDigest(paper) && !earlier.has(`${paper.id} ${shown.text}`))
    refusals.push(refuse('paper.text-changed', paper.clauses, named(paper)))
  if (paper.withContractor && home.contractor !== null && shown.contractor !== home.contractor)
    refusals.push(refuse('paper.other-contractor', paper.clauses, named(paper)))
  return refusals
}

/** Somebody who is neither party nor brings the paper, nor, unless the pack lets them, of the contractor's people: it is paid for what is signed. */
export function checkWitness(
  home: HomeToSign,
  { paper: id, witness }: { paper: string; witness?: string | undefined },
  actor: Actor,
  pack: Pack,
): Refusal[] {
  const name = witness?.trim()
  if (name === undefined) return []
  const is = (other: string) => other.replaceAll(/\s/g, '') === name.replaceAll(/\s/g, '')
  const refusals: Refusal[] = []
  if (is(actor.name)) refusals.push(refuse('paper.own-witness', clauses))
  if (is(home.householder)) refusals.push(refuse('paper.householder-witness', clauses))
  const paper = papersFor(pack, home).find((each) => each.id === id)
  if (paper && !paper.firmMayWitness && !is(actor.name) && home.firm.some(is))
    refusals.push(refuse('paper.firm-witness', paper.clauses, named(paper)))
  return refusals
}

export const checkFresh = ({ reused }: HomeToSign): Refusal[] =>
  reused ? [refuse('paper.signature-used', clauses)] : []

export const checkSignedOn = (signedOn: Day, today: Day): Refusal[] =>
  signedOn > today ? [refuse('day.in-future', clauses, { day: signedOn })] : []
