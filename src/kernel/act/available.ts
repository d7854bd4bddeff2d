import type { ReadDb } from '../database/database.ts'
import { covers, isEmpty, type Place, type Roles, scopeOf } from '../identity/authority.ts'
import type { ActContext, ActItem, Subject } from './define.ts'
import type { Refusal } from './refusal.ts'
import type { Registry } from './registry.ts'

export interface Availability {
  kind: string
  refusals: Refusal[]
}

/** An act as the door asks about it, before anything is entered. */
const unasked = (subject: Subject, { now }: ActContext): ActItem<unknown> => ({
  id: '',
  subject: subject.id.toLowerCase(),
  evidence: [],
  happenedAt: now,
})

/** Which acts this person may do to this subject now, and why not the rest; none where it is not theirs to see. */
export async function availableActs(
  db: ReadDb,
  { registry, roles }: { registry: Registry; roles: Roles },
  context: ActContext,
  subject: Subject,
): Promise<Availability[]> {
  const offered: Availability[] = []
  for (const definition of registry.acts.values()) {
    if (definition.subject.type !== subject.type || definition.internal) continue
    const scope = scopeOf(roles, context.actor, definition.permission)
    if (isEmpty(scope)) continue
    const [facts] = await definition.load(db, [unasked(subject, context)], context)
    if (facts === undefined || !covers(scope, definition.place(facts))) continue
    offered.push({ kind: definition.kind, refusals: definition.may(facts, context) })
  }
  return offered
}

/** Where an act of this kind would happen; undefined where there is no such act or subject. */
export async function placeOfAct(
  db: ReadDb,
  registry: Registry,
  context: ActContext,
  kind: string,
  subject: Subject,
): Promise<Place | undefined> {
  const definition = registry.acts.get(kind)
  if (definition?.subject.type !== subject.type) return undefined
  const [facts] = await definition.load(db, [unasked(subject, context)], context)
  return facts === undefined ? undefined : definition.place(facts)
}
