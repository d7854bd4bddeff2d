import type { Day } from '../../../kernel/dates/day.ts'
import { compileRules, type Masks } from '../../../kernel/pack/columns.ts'
import type { Answer } from '../../../kernel/pack/kleene.ts'
import { isInForce, type Pack, rulesOfGroup } from '../../../kernel/pack/pack.ts'
import type { RecordedFacts } from '../../../kernel/pack/recorded.ts'

/** Answers as small numbers, in the order of `answerNames`. */
export const answerNames = ['no', 'unknown', 'yes'] as const satisfies readonly Answer[]

export interface Tried {
  before: Masks
  after: Masks
  /** Per home, a place in `answerNames`. */
  answersBefore: Uint8Array
  answersAfter: Uint8Array
}

/** Whether anything of a group can be asked on a day. */
export const isAsked = (pack: Pack, group: string, day: Day): boolean =>
  rulesOfGroup(pack, group).some((rule) => isInForce(pack, rule, day))

/** The same facts on the same day, asked of two packs: what differs is the policy. */
export function tryBoth(facts: RecordedFacts, before: Pack, after: Pack, group: string, day: Day): Tried {
  const masksOf = (pack: Pack) =>
    compileRules(pack, group, day).evaluateColumns(facts.columnsFor(pack, group, day), facts.count)
  const [was, is] = [masksOf(before), masksOf(after)]
  return { before: was, after: is, answersBefore: answersOf(was), answersAfter: answersOf(is) }
}

function answersOf({ failed, unknown }: Masks): Uint8Array {
  const answers = new Uint8Array(failed.length)
  for (let row = 0; row < failed.length; row++)
    answers[row] = failed[row] !== 0 ? 0 : unknown[row] !== 0 ? 1 : 2
  return answers
}

/** A rule's places in the masks of both packs; -1 where a pack has it not. */
export interface RuleBits {
  rule: string
  before: number
  after: number
}

export function ruleBits(before: Pack, after: Pack, group: string): RuleBits[] {
  const [was, is] = [rulesOfGroup(before, group), rulesOfGroup(after, group)]
  const ids = [...new Set([...was, ...is].map(({ id }) => id))]
  const placeIn = (rules: typeof was, id: string) => rules.findIndex((rule) => rule.id === id)
  return ids.map((rule) => ({ rule, before: placeIn(was, rule), after: placeIn(is, rule) }))
}

/** What one rule answers of one home; a rule that is not asked is in nobody's way. */
function answerOfRule({ failed, unknown }: Masks, row: number, bit: number): Answer {
  if (bit < 0) return 'yes'
  const at = 1 << bit
  if (((failed[row] ?? 0) & at) !== 0) return 'no'
  return ((unknown[row] ?? 0) & at) !== 0 ? 'unknown' : 'yes'
}

/** Why a home's answer is another one: its rules that answer otherwise. */
export const rulesTurned = (tried: Tried, bits: readonly RuleBits[], row: number) =>
  rulesAnswered(tried, bits, row).filter(({ before, after }) => before !== after)

/** Why the pack in force does not say yes of a home: its rules that do not. */
export const rulesInTheWay = (tried: Tried, bits: readonly RuleBits[], row: number) =>
  rulesAnswered(tried, bits, row).filter(({ before }) => before !== 'yes')

const rulesAnswered = (tried: Tried, bits: readonly RuleBits[], row: number) =>
  bits.map((each) => ({
    rule: each.rule,
    before: answerOfRule(tried.before, row, each.before),
    after: answerOfRule(tried.after, row, each.after),
  }))
