import type { Answer } from '../../../kernel/pack/kleene.ts'
import type { Settled } from './cost.ts'
import { answerNames, type RuleBits, rulesTurned, type Tried } from './trial.ts'

/** How many homes go from one answer to another, and how many of them are confirmed. */
export interface Move {
  before: Answer
  after: Answer
  homes: number
  confirmed: number
}

interface Line {
  towns: readonly string[]
  confirmed: Uint8Array
  tried: Tried
  bits: readonly RuleBits[]
}

export interface TownFigures {
  town: string
  homes: number
  moves: Move[]
}

export interface RuleFigures {
  rule: string
  moves: Move[]
}

class Moves {
  private readonly counts = new Map<number, { homes: number; confirmed: number }>()

  add(before: number, after: number, confirmed: number): void {
    const key = before * 3 + after
    const counted = this.counts.get(key) ?? { homes: 0, confirmed: 0 }
    counted.homes++
    counted.confirmed += confirmed
    this.counts.set(key, counted)
  }

  list(): Move[] {
    return [...this.counts]
      .sort(([a], [b]) => a - b)
      .map(([key, counted]) => ({
        before: answerNames[Math.floor(key / 3)] ?? 'unknown',
        after: answerNames[key % 3] ?? 'unknown',
        ...counted,
      }))
  }
}

/** Who changes, altogether, by town and by rule; a home with two rules turned counts for both. */
export function figuresOf(lines: readonly Line[]): {
  moves: Move[]
  towns: TownFigures[]
  rules: RuleFigures[]
} {
  const all = new Moves()
  const towns = new Map<string, { homes: number; moves: Moves }>()
  const rules = new Map<string, Moves>()
  for (const { towns: townOf, confirmed, tried, bits } of lines)
    for (let row = 0; row < townOf.length; row++) {
      const [before, after] = [tried.answersBefore[row] ?? 0, tried.answersAfter[row] ?? 0]
      const counted = confirmed[row] ?? 0
      all.add(before, after, counted)
      const town = kept(towns, townOf[row] ?? '', () => ({ homes: 0, moves: new Moves() }))
      town.homes++
      town.moves.add(before, after, counted)
      if (before === after) continue
      for (const { rule } of rulesTurned(tried, bits, row))
        kept(rules, rule, () => new Moves()).add(before, after, counted)
    }
  return {
    moves: all.list(),
    towns: [...towns].map(([town, { homes, moves }]) => ({ town, homes, moves: moves.list() })),
    rules: [...rules].map(([rule, moves]) => ({ rule, moves: moves.list() })),
  }
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Homes that cost the same: reckoned once and counted. */
export interface CostLine extends Settled {
  town: string
  units: number
  priceFen: number | null
  before: number
  after: number
}

/** By town, how many homes that cost the same answer yes before and after. */
export function costLines(
  line: Pick<Line, 'towns' | 'tried'> & {
    ids: readonly string[]
    villages: readonly string[]
    units: Uint8Array
  },
  priceOf: (village: string) => number | null,
  settledOf: (home: string) => Settled,
): CostLine[] {
  const counted = new Map<string, CostLine>()
  const { tried } = line
  for (let row = 0; row < line.towns.length; row++) {
    const [before, after] = [tried.answersBefore[row] === 2, tried.answersAfter[row] === 2]
    if (!before && !after) continue
    const [town, units] = [line.towns[row] ?? '', line.units[row] ?? 0]
    const priceFen = priceOf(line.villages[row] ?? '')
    const settled = settledOf(line.ids[row] ?? '')
    const key = [town, units, priceFen, settled.isClaimed, settled.seasons].join(' ')
    const one = kept(counted, key, () => ({
      ...{ town, units, priceFen, ...settled },
      before: 0,
      after: 0,
    }))
    if (before) one.before++
    if (after) one.after++
  }
  return [...counted.values()]
}
