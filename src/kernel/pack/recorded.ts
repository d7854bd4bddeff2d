import type { Day } from '../dates/day.ts'
import { type Column, type Columns, columnOf } from './columns.ts'
import type { Fact, Facts } from './condition.ts'
import { definitionOf, settle } from './facts.ts'
import type { Pack } from './pack.ts'
import { bindRules, factsOf } from './rules.ts'

/** A fact of many homes as it was recorded, whatever the pack: a place in `distinct` per home, 0 for unrecorded. */
interface RecordedColumn {
  codes: Uint16Array
  distinct: (Fact | undefined)[]
  byText: Map<string, number>
}

/**
 * The facts of many homes, small enough to keep a million of them. Most homes say the same few things, so a fact is
 * a number into the list of distinct ones; a pack settles the list instead of the homes.
 */
export class RecordedFacts {
  readonly count: number
  private readonly columns = new Map<string, RecordedColumn>()

  constructor(count: number) {
    this.count = count
  }

  put(row: number, facts: Facts): void {
    for (const [name, fact] of Object.entries(facts)) {
      const column = this.columnNamed(name)
      const text = JSON.stringify(fact)
      let code = column.byText.get(text)
      if (code === undefined) {
        code = column.distinct.push(fact) - 1
        if (code > 0xffff) throw new Error(`Fact '${name}' has more than ${0xffff} distinct values.`)
        column.byText.set(text, code)
      }
      column.codes[row] = code
    }
  }

  /** The facts of one home again. */
  at(row: number): Facts {
    const facts: Record<string, Fact> = {}
    for (const [name, { codes, distinct }] of this.columns) {
      const fact = distinct[codes[row] ?? 0]
      if (fact) facts[name] = fact
    }
    return facts
  }

  /** The columns of a group's facts, presumed and expired as on the day: what `columnsOf` gives for the same homes. */
  columnsFor(pack: Pack, group: string, day: Day): Columns {
    const columns: Record<string, Column> = {}
    for (const name of factsOf(bindRules(pack, group, day))) {
      const recorded = this.columns.get(name)
      if (!recorded) continue
      const cells = columnOf(
        definitionOf(pack, name),
        recorded.distinct.map((fact) => settle(pack, name, fact, day)),
      )
      const column = cells instanceof Uint8Array ? new Uint8Array(this.count) : new Float64Array(this.count)
      const { codes } = recorded
      for (let row = 0; row < codes.length; row++) column[row] = cells[codes[row] as number] as number
      columns[name] = column
    }
    return columns
  }

  private columnNamed(name: string): RecordedColumn {
    const known = this.columns.get(name)
    if (known) return known
    const made = {
      codes: new Uint16Array(this.count),
      distinct: [undefined],
      byText: new Map<string, number>(),
    }
    this.columns.set(name, made)
    return made
  }
}
