import { addDays, type Day, isDay } from '../dates/day.ts'
import { isWeekday } from '../dates/period.ts'
import { candidates } from './candidates.ts'
import { failedCases } from './cases.ts'
import { subsidiesWellFormed } from './check-subsidies.ts'
import { danglingReferences } from './check-references.ts'
import { type Comparison, comparisonsOf, isReference, type Operand, testOf } from './condition.ts'
import { definitionOf, isValueOf } from './facts.ts'
import { isInForce, type Pack, rulesOfGroup } from './pack.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './schema.ts'
import { suited } from './suited-tests.ts'
import { kinds, problemWords as say } from './words.ts'

/** A group's answers for a home fit a 32-bit mask; so do a fact's values where a search tries them. */
const mostRules = 30
const mostValues = 31

/**
 * What contradicts itself in a pack whose files each have the right shape. What could not be judged on broken ground
 * is left until the ground is mended: references first, then the parameters, so that one wrong value is not told again by
 * whatever uses it, then sizes; the cases last of all.
 */
export function findingsOfMeaning(pack: Pack, content: Readonly<Record<string, unknown>>): Finding[] {
  const stages: ((pack: Pack) => Finding[])[] = [
    (p) => danglingReferences(p, content),
    parametersWellFormed,
    (p) => [
      ...factsWellFormed(p),
      ...rulesWellFormed(p),
      ...targetsAddUp(p),
      ...eachOfArea(p),
      ...calendarFits(p),
      ...changesWellFormed(p),
      ...dossierProven(p),
      ...dossierSigned(p),
      ...commissioningMeasured(p),
      ...subsidiesWellFormed(p),
    ],
    valuesFit,
  ]
  for (const stage of stages) {
    const found = stage(pack)
    if (found.length > 0) return found
  }
  return []
}

/** Rules without examples, and examples that the rules answer otherwise. */
export const findingsOfCases = (pack: Pack): Finding[] => [...casesCover(pack), ...casesHold(pack)]

function factsWellFormed(pack: Pack): Finding[] {
  return Object.entries(pack.facts).flatMap(([name, fact]): Finding[] => {
    const here = { file: 'facts.yaml', path: ['facts', name] }
    const { type, values, unlessRecorded } = fact
    return [
      ...((type === 'text') === (values !== undefined) ? [] : [{ ...here, ...say.noPossibleValues() }]),
      ...(unlessRecorded === undefined || isValueOf(fact, unlessRecorded)
        ? []
        : [{ ...here, ...say.valueMismatch(String(unlessRecorded), name, type) }]),
    ]
  })
}

function parametersWellFormed(pack: Pack): Finding[] {
  return Object.entries(pack.parameters).flatMap(([name, { unit, days, values }]): Finding[] => {
    const here = { file: 'parameters.yaml', path: [name] }
    const ascending = values.every(({ from }, i) => i === 0 || (values[i - 1]?.from ?? '') < from)
    const isMoney = unit.split('/')[0] === 'fen'
    const isWholeFen = (value: Operand) => Number.isSafeInteger(value) && Number(value) >= 0
    const misfit = values.findIndex(({ value }) => !(isMoney ? isWholeFen(value) : suitsUnit(unit, value)))
    return [
      ...(ascending ? [] : [{ ...here, ...say.notAscending() }]),
      ...((unit === 'day') === (days !== undefined) ? [] : [{ ...here, ...say.daysUncounted() }]),
      ...(misfit < 0
        ? []
        : [
            {
              ...here,
              path: [name, 'values', misfit, 'value'],
              ...(isMoney ? say.notWholeFen() : say.unitMismatch(unit)),
            },
          ]),
      ...((values[0]?.from ?? '') <= pack.validFrom
        ? []
        : [{ ...here, path: [name, 'values', 0, 'from'], ...say.notFromTheStart(pack.validFrom) }]),
    ]
  })
}

/** What is no amount says so by its unit; `choice` is a text, every other unit counts or measures. */
function suitsUnit(unit: string, value: Operand): boolean {
  const each = [value].flat()
  if (unit === 'date') return each.every((one) => typeof one === 'string' && isDay(one))
  if (unit === 'answer') return each.every((one) => one === 'yes' || one === 'no' || one === 'unknown')
  if (unit === 'choice') return each.every((one) => typeof one === 'string')
  const mostPercent = unit === 'percent' ? 100 : Infinity
  // Only the weather goes below nothing.
  const least = unit === '℃' ? -Infinity : 0
  const isWhole = (one: unknown) => unit !== 'day' || Number.isSafeInteger(one)
  return each.every(
    (one) => Number.isFinite(one) && Number(one) >= least && Number(one) <= mostPercent && isWhole(one),
  )
}

function rulesWellFormed(pack: Pack): Finding[] {
  const groups = pack.groups.flatMap(({ id }, i): Finding[] => {
    const here = { file: 'rules.yaml', path: ['groups', i] }
    const { length } = rulesOfGroup(pack, id)
    if (length === 0) return [{ ...here, ...say.groupEmpty() }]
    const bare = dayWithoutRules(pack, id)
    if (bare !== undefined) return [{ ...here, ...say.groupOff(bare) }]
    return length > mostRules ? [{ ...here, ...say.tooMany(kinds.rulesOfGroup, mostRules) }] : []
  })
  const rules = pack.rules.flatMap((rule, i): Finding[] => {
    const file = 'rules.yaml'
    const from = rule.from ?? pack.validFrom
    const comparisons = comparisonsOf(rule.when, ['rules', i, 'when'])
    return [
      ...(rule.until !== undefined && rule.until < from
        ? [{ file, path: ['rules', i, 'until'], ...say.untilBeforeFrom() }]
        : []),
      ...comparisons.flatMap(({ comparison, path }) =>
        comparisonFits(pack, rule, comparison).map((said) => ({ file, path, ...said })),
      ),
    ]
  })
  return [...groups, ...rules]
}

/** The first day from the pack's own on which no rule of the group is in force: asking it then is a fault. */
function dayWithoutRules(pack: Pack, group: string): Day | undefined {
  const rules = rulesOfGroup(pack, group)
  const ends = rules.flatMap(({ until }) => (until === undefined ? [] : [addDays(until, 1)]))
  return [pack.validFrom, ...ends]
    .filter((day) => day >= pack.validFrom)
    .sort()
    .find((day) => !rules.some((rule) => isInForce(pack, rule, day)))
}

/** The test suits the fact's type, and everything it is compared with is a value of that type. */
function comparisonFits(pack: Pack, rule: Rule, comparison: Comparison) {
  const definition = definitionOf(pack, comparison.fact)
  const { test } = testOf(comparison)
  if (!suited[definition.type].includes(test))
    return [say.testMismatch(test, comparison.fact, definition.type)]
  const from = rule.from ?? pack.validFrom
  const dated = operandsOf(pack, rule, comparison)
  const misfits = dated
    .filter(
      ({ value }) =>
        Array.isArray(value) !== (test === 'oneOf') || ![value].flat().every((v) => isValueOf(definition, v)),
    )
    .map(({ value }) => say.valueMismatch(JSON.stringify(value), comparison.fact, definition.type))
  return dated.some((value) => value.from <= from) ? misfits : [...misfits, say.notInForce(from)]
}

function targetsAddUp(pack: Pack): Finding[] {
  return pack.lines.flatMap(({ id, total }, i): Finding[] => {
    const sum = pack.targets.filter(({ line }) => line === id).reduce((all, { count }) => all + count, 0)
    return sum === total
      ? []
      : [{ file: 'targets.yaml', path: ['lines', i, 'total'], ...say.totalDiffers(total, sum) }]
  })
}

/** Only area differs from home to home: of everything else a home brings one. */
function eachOfArea(pack: Pack): Finding[] {
  return pack.lines.flatMap(({ unit, each }, i): Finding[] => {
    const at = { file: 'targets.yaml', path: ['lines', i, 'each'] }
    if (!each) return []
    if (unit !== 'm2') return [{ ...at, ...say.eachOfCounted(unit) }]
    return each.least > each.most ? [{ ...at, ...say.eachTurned(each.least, each.most) }] : []
  })
}

/** A year's notice speaks of its own days, and of the last ones of the December before. */
function calendarFits(pack: Pack): Finding[] {
  const file = 'calendar.yaml'
  return Object.entries(pack.calendar.years).flatMap(([year, { holidays, workdays }]): Finding[] => {
    const isOfYear = (day: Day) => day >= `${Number(year) - 1}-12-25` && day <= `${year}-12-31`
    const isHoliday = (day: Day) => holidays.some(({ from, to }) => from <= day && day <= to)
    return [
      ...holidays.flatMap(({ from, to }, i): Finding[] => {
        const here = { file, path: ['years', year, 'holidays', i] }
        if (to < from) return [{ ...here, ...say.holidayBackwards() }]
        return isOfYear(from) && isOfYear(to) ? [] : [{ ...here, ...say.holidayElsewhere(year) }]
      }),
      ...workdays.flatMap((day, i): Finding[] => {
        const here = { file, path: ['years', year, 'workdays', i] }
        if (!isOfYear(day)) return [{ ...here, ...say.holidayElsewhere(year) }]
        return isWeekday(day) || isHoliday(day) ? [{ ...here, ...say.workdayOnWeekday(day) }] : []
      }),
    ]
  })
}

const leaving: readonly string[] = ['withdraw', 'refuse', 'demolish', 'die']

const changesWellFormed = (pack: Pack): Finding[] =>
  pack.changes.flatMap(({ id, recovers }, i): Finding[] =>
    leaving.includes(id) === (recovers !== undefined)
      ? []
      : [{ file: 'changes.yaml', path: [i], ...say.recoversMissing() }],
  )

/** A paper proven by an item of a checklist that has no such item would be missing for ever. */
const dossierProven = (pack: Pack): Finding[] =>
  pack.dossier.flatMap(({ proof, item }, i): Finding[] => {
    if (item === undefined) return []
    const list = pack.checklists.find(({ id }) => id === proof)
    return list?.items.some(({ id }) => id === item)
      ? []
      : [{ file: 'dossier.yaml', path: [i, 'item'], ...say.noSuchItem(item) }]
  })

/** A paper that nobody can sign would never stand for another. */
const dossierSigned = (pack: Pack): Finding[] =>
  pack.dossier.flatMap(({ signed }, i): Finding[] =>
    signed === undefined || pack.papers.some(({ id }) => id === signed)
      ? []
      : [{ file: 'dossier.yaml', path: [i, 'signed'], ...say.noSuchPaper(signed) }],
  )

/** A run is measured by one list, each item of it a value that can be judged. */
const commissioningMeasured = (pack: Pack): Finding[] => {
  const file = 'checklists.yaml'
  return pack.checklists.flatMap(({ routes = [], items }, i): Finding[] => [
    ...routes.flatMap((route, j): Finding[] =>
      pack.checklists.slice(0, i).some((earlier) => earlier.routes?.includes(route))
        ? [{ file, path: [i, 'routes', j], ...say.routeTwice(route) }]
        : [],
    ),
    ...items.flatMap(({ reading }, j): Finding[] => {
      const path = [i, 'items', j]
      if (!reading) return routes.length > 0 ? [{ file, path, ...say.noMeasurement() }] : []
      return reading.notBelow === undefined || items.some(({ id }) => id === reading.notBelow)
        ? []
        : [{ file, path: [...path, 'reading', 'notBelow'], ...say.noSuchMeasurement(reading.notBelow) }]
    }),
  ])
}

/** Counted over all rules and all dates together, which is more than any one day needs. */
function valuesFit(pack: Pack): Finding[] {
  const bound = pack.rules.flatMap((rule) =>
    comparisonsOf(rule.when).flatMap(({ comparison }) =>
      operandsOf(pack, rule, comparison).map(({ value }) => ({
        node: 'compare' as const,
        fact: comparison.fact,
        test: testOf(comparison).test,
        operand: value,
      })),
    ),
  )
  return Object.entries(pack.facts).flatMap(([name, definition]): Finding[] => {
    const own = bound.filter(({ fact }) => fact === name)
    return candidates(definition, own).length > mostValues
      ? [{ file: 'facts.yaml', path: ['facts', name], ...say.tooMany(kinds.valuesOfFact, mostValues) }]
      : []
  })
}

/** What a comparison compares with over time. */
function operandsOf(pack: Pack, rule: Rule, comparison: Comparison): { from: Day; value: Operand }[] {
  const { against } = testOf(comparison)
  if (isReference(against)) return pack.parameters[against.parameter]?.values ?? []
  return [{ from: rule.from ?? pack.validFrom, value: against }]
}

function casesCover(pack: Pack): Finding[] {
  return pack.rules.flatMap(({ id }, i): Finding[] => {
    const shown = new Set(pack.cases.filter(({ rule }) => rule === id).map(({ expect }) => expect))
    const lacking = (['yes', 'no', 'unknown'] as const).filter((answer) => !shown.has(answer))
    return lacking.length === 0
      ? []
      : [{ file: 'rules.yaml', path: ['rules', i, 'id'], ...say.caseLacking(id, lacking) }]
  })
}

const casesHold = (pack: Pack): Finding[] =>
  failedCases(pack).map(({ index, expected, answer, missing }) => ({
    file: 'cases.yaml',
    path: [index, 'expect'],
    ...say.caseFails(expected, [answer ?? '–', ...missing].join(', ')),
  }))
