import type { Day } from '../dates/day.ts'
import { type Bound, type BoundComparison, type Fact, type Facts, holds, type Operand } from './condition.ts'
import { definitionOf, settle, textValues } from './facts.ts'
import { type Answer, codeOf, UNKNOWN } from './kleene.ts'
import { type Pack, rulesOfGroup } from './pack.ts'
import { bindRules, factsOf } from './rules.ts'
import type { FactDefinition, Rule } from './schema.ts'

/**
 * A fact of many homes. Boolean: Kleene codes. Text: places in `textValues`, 255 for unknown. Number: the value,
 * NaN for unknown. Day: 20231115 for 2023-11-15, NaN for unknown. A fact without a column was not recorded for any home.
 */
export type Column = Uint8Array | Float64Array
export type Columns = Readonly<Record<string, Column>>

/** Per home, a bit per rule of the group: those that answered no, and those that answered unknown. */
export interface Masks {
  failed: Uint32Array
  unknown: Uint32Array
}

export interface Screening {
  /** The facts the rules use: the columns worth filling. */
  facts: readonly string[]
  /** Answers `count` homes at once, exactly as `decide` answers each of them. */
  evaluateColumns(columns: Columns, count: number): Masks
}

const unknownText = 255
/** Small enough for the cache to hold a chunk's codes while all rules pass over it. */
const chunk = 8192

/** Numbers that compare as their days do. */
const dayNumber = (day: Day): number => Number(day.replaceAll('-', ''))

export function answerOfMasks(failed: number, unknown: number): Answer {
  if (failed !== 0) return 'no'
  return unknown === 0 ? 'yes' : 'unknown'
}

/** The rules a mask names. */
export const rulesInMask = (pack: Pack, group: string, mask: number): Rule[] =>
  rulesOfGroup(pack, group).filter((_, bit) => (mask & (1 << bit)) !== 0)

/** The columns of a group's facts for homes at hand, presumed and expired as on the day. */
export function columnsOf(pack: Pack, group: string, homes: readonly Facts[], day: Day): Columns {
  const names = factsOf(bindRules(pack, group, day))
  return Object.fromEntries(
    names.map((name) => {
      const settled = homes.map((home) => settle(pack, name, home[name], day))
      return [name, columnOf(definitionOf(pack, name), settled)]
    }),
  )
}

/** A fact of homes in a row, as it was settled for each. */
export function columnOf(definition: FactDefinition, settled: readonly Fact[]): Column {
  const column = emptyColumn(definition, settled.length)
  settled.forEach((fact, i) => (column[i] = cellOf(definition, fact)))
  return column
}

export function compileRules(pack: Pack, group: string, day: Day): Screening {
  const rules = bindRules(pack, group, day)
  const facts = factsOf(rules)
  const compiled = rules.map(({ bit, condition }) => ({ bit, pass: compile(pack, condition) }))

  function evaluateColumns(columns: Columns, count: number): Masks {
    const failed = new Uint32Array(count)
    const unknown = new Uint32Array(count)
    const complete = Object.fromEntries(
      facts.map((fact) => [fact, columns[fact] ?? unrecorded(pack, fact, count, day)]),
    )
    for (const [fact, column] of Object.entries(complete))
      if (column.length < count) throw new Error(`Column '${fact}' has ${column.length} rows, not ${count}.`)
    const [codes, failures, unknowns] = [new Lanes(), fourLanes(), fourLanes()]
    for (let start = 0; start < count; start += chunk) {
      const length = Math.min(chunk, count - start)
      for (const lanes of [...failures, ...unknowns]) lanes.words.fill(0)
      for (const { bit, pass } of compiled) {
        const byte = bit >> 3
        const [failing, opening] = [failures[byte], unknowns[byte]]
        if (failing && opening)
          mark(pass(complete, start, length, codes), bit & 7, failing.words, opening.words)
      }
      gather(failures, failed.subarray(start, start + length))
      gather(unknowns, unknown.subarray(start, start + length))
    }
    return { failed, unknown }
  }
  return { facts, evaluateColumns }
}

/** A byte per row of a chunk, worked on four rows at a time: AND and OR of codes never carry into a neighbour. */
class Lanes {
  readonly bytes = new Uint8Array(chunk)
  readonly words = new Uint32Array(this.bytes.buffer)
}

/** The lowest bit of each of four rows. */
const lowest = 0x01010101

/** A byte for every eight rules of a group. */
const fourLanes = (): Lanes[] => [new Lanes(), new Lanes(), new Lanes(), new Lanes()]

/**
 * The Kleene codes of `length` rows from `start`: in `out`, or where the column itself says them already. Whoever asks
 * does not write into them.
 */
type Pass = (columns: Columns, start: number, length: number, out: Lanes) => Uint32Array

/** Collects one rule's failures and unknowns, as a bit of each row's byte. */
function mark(codes: Uint32Array, bit: number, failures: Uint32Array, unknowns: Uint32Array): void {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number
    failures[i] = (failures[i] as number) | ((~code & lowest) << bit)
    unknowns[i] = (unknowns[i] as number) | ((code & ~(code >>> 1) & lowest) << bit)
  }
}

function gather([first, second, third, fourth]: readonly Lanes[], masks: Uint32Array): void {
  if (!first || !second || !third || !fourth) return
  const [a, b, c, d] = [first.bytes, second.bytes, third.bytes, fourth.bytes]
  for (let i = 0; i < masks.length; i++)
    masks[i] =
      (a[i] as number) | ((b[i] as number) << 8) | ((c[i] as number) << 16) | ((d[i] as number) << 24)
}

function negate(codes: Uint32Array, out: Uint32Array): Uint32Array {
  for (let i = 0; i < codes.length; i++) {
    const no = ~(codes[i] as number)
    out[i] = ((no & lowest) << 1) | ((no >>> 1) & lowest)
  }
  return out
}

function compile(pack: Pack, bound: Bound): Pass {
  switch (bound.node) {
    case 'all':
      return folded(pack, bound.of, (some, others, out) => {
        for (let i = 0; i < out.length; i++) out[i] = (some[i] as number) & (others[i] as number)
      })
    case 'any':
      return folded(pack, bound.of, (some, others, out) => {
        for (let i = 0; i < out.length; i++) out[i] = (some[i] as number) | (others[i] as number)
      })
    case 'not': {
      const child = compile(pack, bound.of)
      return (columns, start, length, out) => negate(child(columns, start, length, out), out.words)
    }
    case 'compare':
      return compare(definitionOf(pack, bound.fact), bound)
  }
}

function folded(
  pack: Pack,
  children: readonly Bound[],
  fold: (some: Uint32Array, others: Uint32Array, out: Uint32Array) => void,
): Pass {
  const [first, ...rest] = children.map((child) => compile(pack, child))
  const codes = new Lanes()
  return (columns, start, length, out) => {
    let folding = first?.(columns, start, length, out) ?? out.words
    for (const pass of rest) {
      fold(folding, pass(columns, start, length, codes), out.words)
      folding = out.words
    }
    return folding
  }
}

function compare(definition: FactDefinition, comparison: BoundComparison): Pass {
  const { fact } = comparison
  const rowsOf = (columns: Columns, start: number, length: number) =>
    (columns[fact] as Column).subarray(start, start + length)
  if (definition.type === 'boolean') {
    const asTheyAre = holds(comparison, true)
    return (columns, start, length, out) => {
      const words = wordsOf(columns[fact] as Uint8Array, start, length, out)
      return asTheyAre ? words : negate(words, out.words)
    }
  }
  if (definition.type === 'text') {
    const codeOfCell = tableFor(definition, comparison)
    return (columns, start, length, out) => {
      rowsOf(columns, start, length).forEach((cell, i) => (out.bytes[i] = codeOfCell[cell] as number))
      return out.words
    }
  }
  const spans = spansOf(comparison)
  return (columns, start, length, out) => {
    rowsOf(columns, start, length).forEach((value, i) => {
      const within = spans.some(({ from, to }) => value >= from && value <= to)
      out.bytes[i] = Number.isNaN(value) ? UNKNOWN : codeOf(within)
    })
    return out.words
  }
}

/** A whole chunk of a column as it lies in memory; a part of one, or one that lies askew, as a copy. */
function wordsOf(column: Uint8Array, start: number, length: number, out: Lanes): Uint32Array {
  const from = column.byteOffset + start
  if (length === chunk && from % 4 === 0) return new Uint32Array(column.buffer, from, chunk / 4)
  out.bytes.set(column.subarray(start, start + length))
  return out.words
}

function tableFor(definition: FactDefinition, comparison: BoundComparison): Uint8Array {
  const table = new Uint8Array(256).fill(UNKNOWN)
  textValues(definition).forEach((value, i) => (table[i] = codeOf(holds(comparison, value))))
  return table
}

/** The closed spans of numbers that pass a comparison; between two whole days there is no third. */
function spansOf({ test, operand }: BoundComparison): { from: number; to: number }[] {
  const [at = NaN, ...more] = numbersOf(operand)
  switch (test) {
    case 'atLeast':
      return [{ from: at, to: Infinity }]
    case 'atMost':
      return [{ from: -Infinity, to: at }]
    case 'before':
      return [{ from: -Infinity, to: at - 1 }]
    case 'after':
      return [{ from: at + 1, to: Infinity }]
    case 'is':
    case 'equals':
    case 'oneOf':
      return [at, ...more].map((value) => ({ from: value, to: value }))
  }
}

const numbersOf = (operand: Operand): number[] =>
  (typeof operand === 'object' ? operand : [operand]).map((v) =>
    typeof v === 'string' ? dayNumber(v) : Number(v),
  )

const emptyColumn = (definition: FactDefinition, count: number): Column =>
  definition.type === 'boolean' || definition.type === 'text'
    ? new Uint8Array(count)
    : new Float64Array(count)

function unrecorded(pack: Pack, fact: string, count: number, day: Day): Column {
  const definition = definitionOf(pack, fact)
  return emptyColumn(definition, count).fill(cellOf(definition, settle(pack, fact, undefined, day)))
}

function cellOf(definition: FactDefinition, fact: Fact): number {
  const value = fact.known ? fact.value : undefined
  switch (definition.type) {
    case 'boolean':
      return value === undefined ? UNKNOWN : codeOf(value === true)
    case 'text':
      return value === undefined ? unknownText : textValues(definition).indexOf(String(value))
    case 'number':
      return Number(value ?? NaN)
    case 'day':
      return value === undefined ? NaN : dayNumber(String(value))
  }
}
