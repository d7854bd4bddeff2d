import { addDays, type Day, isDay } from '../dates/day.ts'
import type { Fact, Facts, Value } from './condition.ts'
import type { Pack } from './pack.ts'
import type { FactDefinition } from './schema.ts'

/** The possible values of a text fact in the order of their column codes. */
export const textValues = (definition: FactDefinition): string[] =>
  Object.keys(definition.values ?? {}).sort()

export function isValueOf(definition: FactDefinition, value: unknown): value is Value {
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'text':
      return typeof value === 'string' && textValues(definition).includes(value)
    case 'day':
      return typeof value === 'string' && isDay(value)
  }
}

export function definitionOf(pack: Pack, name: string): FactDefinition {
  const definition = pack.facts[name]
  if (!definition) throw new Error(`Pack ${pack.id} has no fact '${name}'.`)
  return definition
}

/**
 * A fact as the rules see it on a day: presumed where nobody recorded it and the pack says what then holds,
 * unknown once its evidence has expired. Throws where the value is not of the fact's type.
 */
export function settle(pack: Pack, name: string, fact: Fact | undefined, day: Day): Fact {
  const definition = definitionOf(pack, name)
  const { unlessRecorded } = definition
  if (!fact)
    return unlessRecorded === undefined
      ? { known: false }
      : { known: true, value: unlessRecorded, presumed: true }
  if (!fact.known) {
    const { conflicting, said, expired } = fact
    return {
      known: false,
      ...(conflicting && { conflicting }),
      ...(said && { said }),
      ...(expired && { expired }),
    }
  }
  const { value, since, reliedOn, presumed, source } = fact
  if (!isValueOf(definition, value))
    throw new Error(
      `Fact '${name}' must be a ${definition.type} of pack ${pack.id}, not ${JSON.stringify(value)}.`,
    )
  if (since !== undefined && isPast(definition, since, reliedOn ?? day))
    return { known: false, expired: true }
  return {
    known: true,
    value,
    ...(since && { since }),
    ...(reliedOn && { reliedOn }),
    ...(presumed && { presumed }),
    ...(source && { source }),
  }
}

/** Whether evidence of a day has expired on another. */
export const isPast = ({ expiresAfterDays }: FactDefinition, since: Day, day: Day): boolean =>
  expiresAfterDays !== undefined && addDays(since, expiresAfterDays) < day

export const settleAll = (pack: Pack, names: readonly string[], facts: Facts, day: Day): Facts =>
  Object.fromEntries(names.map((name) => [name, settle(pack, name, facts[name], day)]))
