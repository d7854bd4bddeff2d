import type { Pack } from '../../../kernel/pack/pack.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { bindRules, factsOf } from '../../../kernel/pack/rules.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { type Line, lines } from '../model/fields.ts'
import { screeningGroup } from './groups.ts'

export interface FactToSettle {
  fact: string
  label: Said
  /** What was said uses its words. */
  about: boolean
}

/** A pair of characters that more facts than this share tells none of them from the others. */
const mostSharing = 3

/**
 * What an upheld objection can settle: the yes-or-no facts that screening asks of a line of work, in the order of its
 * rules; first those whose words stand in what was said.
 */
export function factsToSettle(pack: Pack, today: Day, said: string, line?: Line): FactToSettle[] {
  const asked = new Set(
    (line ? [line] : lines).flatMap((each) =>
      bindRules(pack, screeningGroup(each), today).flatMap((bound) => factsOf([bound])),
    ),
  )
  const facts = [...asked].flatMap((fact) => {
    const definition = pack.facts[fact]
    return definition?.type === 'boolean'
      ? [{ fact, label: definition.label, pairs: pairsIn(definition.label.zh) }]
      : []
  })
  const sharing = new Map<string, number>()
  for (const { pairs } of facts) for (const pair of pairs) sharing.set(pair, (sharing.get(pair) ?? 0) + 1)
  const heard = pairsIn(said)
  const told = (pairs: ReadonlySet<string>): number =>
    [...pairs]
      .filter((pair) => heard.has(pair) && (sharing.get(pair) ?? 0) <= mostSharing)
      .reduce((sum, pair) => sum + 1 / (sharing.get(pair) ?? 1), 0)
  return facts
    .map(({ fact, label, pairs }) => ({ fact, label, weight: told(pairs) }))
    .sort((one, other) => other.weight - one.weight)
    .map(({ fact, label, weight }) => ({ fact, label, about: weight > 0 }))
}

/** Pairs of neighbouring Chinese characters. */
function pairsIn(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of text.match(/\p{Script=Han}+/gu) ?? [])
    for (let at = 0; at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2))
  return pairs
}
