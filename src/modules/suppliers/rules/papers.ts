import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { PaperAnswer } from '../model.ts'

type Asked = Pack['access']['papers'][number]

/** The papers the access standard asks of a kind of firm, or of a model (§3.1.2). */
export const papersAsked = (pack: Pack, of: string): Asked[] =>
  pack.access.papers.filter((paper) => paper.of === of)

/** Every paper the standard requires is there, with number and last day where asked, and good on the day. */
export function checkPapers(
  asked: readonly Asked[],
  answers: readonly PaperAnswer[],
  evidence: readonly EvidenceRef[],
  today: Day,
): Refusal[] {
  const attached = new Set(evidence.map(({ digest }) => digest))
  const unasked = answers
    .filter(({ paper }) => !asked.some(({ id }) => id === paper))
    .map(({ paper }) => refuse('paper.not-asked', ['§3.1.2'], { paper }))
  return [
    ...unasked,
    ...asked.flatMap((paper) => {
      const answer = answers.find(({ paper: id, digest }) => id === paper.id && attached.has(digest))
      return answer ? faultsOf(paper, answer, today) : paper.required ? [lacking('paper.missing', paper)] : []
    }),
  ]
}

function faultsOf(paper: Asked, { number, validTo }: PaperAnswer, today: Day): Refusal[] {
  const refusals: Refusal[] = []
  if (paper.numbered && !number) refusals.push(lacking('paper.number-missing', paper))
  if (paper.expires && !validTo) refusals.push(lacking('paper.last-day-missing', paper))
  if (validTo !== undefined && validTo < today)
    refusals.push(lacking('paper.run-out', paper, { day: validTo }))
  return refusals
}

export const lacking = (code: string, { label, clauses }: Asked, facts: Record<string, string> = {}) =>
  refuse(code, clauses, { paper: label.zh, paperEn: label.en, ...facts })

export interface HeldPaper {
  paper: string
  validTo: Day | null
}

/** The paper of these that is good for the shortest time, among those that run out at all. */
export const firstToRunOut = <P extends { validTo?: Day | null | undefined }>(
  papers: readonly P[],
): (P & { validTo: Day }) | undefined =>
  papers
    .filter((paper): paper is P & { validTo: Day } => typeof paper.validTo === 'string')
    .sort((a, b) => (a.validTo < b.validTo ? -1 : 1))[0]

/** Required papers of a model that have run out by a day: such a model is not newly built in (§3.1.2). */
export const runOut = (pack: Pack, held: readonly HeldPaper[], day: Day): (Asked & { ranOut: Day })[] =>
  papersAsked(pack, 'model').flatMap((asked) => {
    const validTo = held.find(({ paper }) => paper === asked.id)?.validTo
    return asked.required && validTo && validTo < day ? [{ ...asked, ranOut: validTo }] : []
  })
