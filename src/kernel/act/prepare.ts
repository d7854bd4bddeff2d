import type { Keys } from '../cipher/keys.ts'
import type { ActDefinition, ActRequest, Decided, Subject } from './define.ts'
import type { Outcome } from './outcome.ts'
import { readInput } from './read-input.ts'
import { digestInput } from './record.ts'

/** A request that has its act's form, on its way to be decided; `index` is its place among the requests. */
export interface Prepared {
  index: number
  request: ActRequest
  definition: ActDefinition
  item: Decided<unknown, unknown>
  inputDigest: Buffer
}

export function prepareAct(
  definition: ActDefinition,
  asked: ActRequest,
  index: number,
  context: { keys: Keys; county: number; now: Date },
): Prepared | Outcome {
  const read = readInput(definition.input, asked.input)
  if (!read.ok) return { status: 'invalid', problems: read.problems }
  const request = withPlainIds(asked)
  return {
    index,
    request,
    definition,
    inputDigest: digestInput(context.keys, context.county, asked),
    item: {
      id: request.id,
      subject: definition.subject.of(read.input).toLowerCase(),
      input: read.input,
      facts: undefined,
      evidence: request.evidence ?? [],
      happenedAt: request.happenedAt ?? context.now,
    },
  }
}

/** As the database writes them, so that the log's text and its columns agree. */
function withPlainIds(asked: ActRequest): ActRequest {
  const request = { ...asked }
  for (const name of ['id', 'onBehalfOf', 'corrects', 'causedBy'] as const)
    if (request[name] !== undefined) request[name] = request[name].toLowerCase()
  return request
}

export const subjectsOf = (p: Prepared, county: number): Subject[] => [
  { type: p.definition.subject.type, id: p.item.subject },
  ...(p.definition.alsoLock?.(p.item.input, county) ?? []),
]

/** Cuts the sequence where the kind changes or a subject comes again, so that each run sees the one before. */
export function runsOf(prepared: readonly Prepared[]): Prepared[][] {
  const runs: Prepared[][] = []
  let subjects = new Set<string>()
  for (const p of prepared) {
    const run = runs.at(-1)
    if (run?.[0]?.definition === p.definition && !subjects.has(p.item.subject)) run.push(p)
    else {
      runs.push([p])
      subjects = new Set()
    }
    subjects.add(p.item.subject)
  }
  return runs
}
