import type { Pack } from '../../../kernel/pack/pack.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { bindRules, factsOf } from '../../../kernel/pack/rules.ts'
import type { FactDefinition } from '../../../kernel/pack/schema.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { type Line, lines } from '../model/fields.ts'
import { isException } from './facts.ts'
import { screeningGroup } from './groups.ts'

export interface FactToSettle {
  fact: string
  label: Said
  /** What usually proves it, to choose from. */
  papers: Said[]
  /** What was said uses its words. */
  about: boolean
}

/** What more facts than this have in their labels tells none of them from the others. */
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
    return definition?.type === 'boolean' && !isException(fact)
      ? [
          {
            fact,
            label: definition.label,
            papers: papersOf(pack, definition),
            signs: signsOf(definition.label),
          },
        ]
      : []
  })
  const sharing = new Map<string, number>()
  for (const { signs } of facts) for (const sign of signs) sharing.set(sign, (sharing.get(sign) ?? 0) + 1)
  const plain = said.replaceAll(quotedNumber, ' ')
  const heard = new Set([...pairsIn(plain), ...wordsIn(plain)])
  const told = (signs: ReadonlySet<string>): number =>
    [...signs]
      .filter((sign) => heard.has(sign) && (sharing.get(sign) ?? 0) <= mostSharing)
      .reduce((sum, sign) => sum + 1 / (sharing.get(sign) ?? 1), 0)
  return facts
    .map(({ signs, ...fact }) => ({ ...fact, weight: told(signs) }))
    .sort((one, other) => other.weight - one.weight)
    .map(({ weight, ...fact }) => ({ ...fact, about: weight > 0 }))
}

const papersOf = ({ evidence }: Pack, { evidence: ids = [] }: FactDefinition): Said[] =>
  ids.flatMap((id) => {
    const paper = evidence[id]
    return paper ? [{ zh: paper.zh, en: paper.en }] : []
  })

/** A number somebody quotes, with its name: it says who is meant, and nothing of what is wrong. */
const quotedNumber =
  /(?:身份证|户号|电话|手机|银行卡|卡号|账号|ID (?:card|number)|account|telephone)(?:号码|号| number)?[是为：:\s]*[\dXx*＊]{4,}/giu

const signsOf = ({ zh, en }: Said): ReadonlySet<string> => new Set([...pairsIn(zh), ...wordsIn(en)])

/** Beginnings of the longer English words, which their endings do not change. */
const wordsIn = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]{5,}/g) ?? []).map((word) => word.slice(0, 6))

/** Pairs of neighbouring Chinese characters. */
function pairsIn(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of text.match(/\p{Script=Han}+/gu) ?? [])
    for (let at = 0; at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2))
  return pairs
}
