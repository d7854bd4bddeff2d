import { comparisonsOf, isReference, testOf } from './condition.ts'
import type { Pack } from './pack.ts'
import type { Finding } from './problem.ts'
import { figuresOf } from './subsidies.ts'
import { kinds, problemWords as say } from './words.ts'

type Kind = keyof typeof kinds
type Path = readonly PropertyKey[]
type Reference = [kind: Kind, id: string, file: string, path: Path]

/** Names that point nowhere, clauses without a note, ids used twice. */
export function danglingReferences(pack: Pack, content: Readonly<Record<string, unknown>>): Finding[] {
  const declared: Partial<Record<Kind, { ids: ReadonlySet<string>; file: string }>> = {
    fact: { ids: new Set(Object.keys(pack.facts)), file: 'facts.yaml' },
    evidence: { ids: new Set(Object.keys(pack.evidence)), file: 'facts.yaml' },
    supplier: { ids: new Set(Object.keys(pack.suppliers)), file: 'facts.yaml' },
    place: { ids: new Set(Object.keys(pack.places ?? {})), file: 'facts.yaml' },
    parameter: { ids: new Set(Object.keys(pack.parameters)), file: 'parameters.yaml' },
    clause: { ids: new Set(Object.keys(pack.clauses)), file: 'clauses.yaml' },
    group: { ids: idsOf(pack.groups), file: 'rules.yaml' },
    rule: { ids: idsOf(pack.rules), file: 'rules.yaml' },
    line: { ids: idsOf(pack.lines), file: 'targets.yaml' },
    checklist: { ids: idsOf(pack.checklists), file: 'checklists.yaml' },
    route: { ids: new Set(Object.keys(pack.facts['village.route']?.values ?? {})), file: 'facts.yaml' },
  }
  const dangling = [...references(pack), ...clauseReferences(content)].flatMap(([kind, id, file, path]) => {
    const among = declared[kind]
    return among && !among.ids.has(id) ? [{ file, path, ...say.undeclared(kinds[kind], id, among.file) }] : []
  })
  return [...dangling, ...repeatedIds(pack)]
}

const idsOf = (things: readonly { id: string }[]): Set<string> => new Set(things.map(({ id }) => id))

function* references(pack: Pack): Generator<Reference> {
  const many = (kind: Kind, ids: readonly string[], file: string, path: Path) =>
    ids.map((id, i): Reference => [kind, id, file, [...path, i]])

  for (const [name, { evidence, suppliedBy, settledAt = [], excludes = [], onceFound }] of Object.entries(
    pack.facts,
  )) {
    yield* many('evidence', evidence, 'facts.yaml', ['facts', name, 'evidence'])
    yield* many('supplier', suppliedBy, 'facts.yaml', ['facts', name, 'suppliedBy'])
    yield* many('place', settledAt, 'facts.yaml', ['facts', name, 'settledAt'])
    const found = onceFound?.settledAt ?? []
    yield* many('place', found, 'facts.yaml', ['facts', name, 'onceFound', 'settledAt'])
    yield* many('fact', excludes, 'facts.yaml', ['facts', name, 'excludes'])
  }
  for (const [i, { groups, when }] of pack.rules.entries()) {
    yield* many('group', groups, 'rules.yaml', ['rules', i, 'groups'])
    for (const { comparison, path } of comparisonsOf(when, ['rules', i, 'when'])) {
      const { test, against } = testOf(comparison)
      yield ['fact', comparison.fact, 'rules.yaml', [...path, 'fact']]
      if (isReference(against))
        yield ['parameter', against.parameter, 'rules.yaml', [...path, test, 'parameter']]
    }
  }
  for (const [i, { line, after }] of pack.milestones.entries()) {
    yield ['line', line, 'milestones.yaml', [i, 'line']]
    if (after) yield ['parameter', after.days, 'milestones.yaml', [i, 'after', 'days']]
  }
  for (const [i, { measured }] of pack.lines.entries())
    if (measured) {
      const path = ['lines', i, 'measured']
      yield ['checklist', measured.checklist, 'targets.yaml', [...path, 'checklist']]
      yield ['group', measured.pays, 'targets.yaml', [...path, 'pays']]
      for (const of of ['rateOf', 'capOf'] as const)
        yield ['parameter', measured[of], 'targets.yaml', [...path, of]]
    }
  for (const [i, { line }] of pack.targets.entries())
    yield ['line', line, 'targets.yaml', ['targets', i, 'line']]
  for (const [i, { by, line, routes = [], items }] of pack.checklists.entries()) {
    yield* many('supplier', by, 'checklists.yaml', [i, 'by'])
    yield* many('route', routes, 'checklists.yaml', [i, 'routes'])
    if (line) yield ['line', line, 'checklists.yaml', [i, 'line']]
    for (const [j, { settles, reading }] of items.entries()) {
      const path = [i, 'items', j]
      if (settles) yield ['fact', settles, 'checklists.yaml', [...path, 'settles']]
      for (const end of ['leastOf', 'mostOf'] as const)
        if (reading?.[end]) yield ['parameter', reading[end], 'checklists.yaml', [...path, 'reading', end]]
    }
  }
  for (const [i, { by }] of pack.dossier.entries()) yield* many('supplier', by, 'dossier.yaml', [i, 'by'])
  for (const [i, { by }] of pack.papers.entries()) yield* many('supplier', by, 'papers.yaml', [i, 'by'])
  for (const [i, each] of pack.subsidies.entries()) {
    yield* many('route', each.routes ?? [], 'subsidies.yaml', [i, 'routes'])
    for (const { name, path } of figuresOf(each)) yield ['parameter', name, 'subsidies.yaml', [i, ...path]]
  }
  for (const [i, { rule, group, facts, missing = [] }] of pack.cases.entries()) {
    if (rule) yield ['rule', rule, 'cases.yaml', [i, 'rule']]
    if (group) yield ['group', group, 'cases.yaml', [i, 'group']]
    for (const name of Object.keys(facts)) yield ['fact', name, 'cases.yaml', [i, 'facts', name]]
    yield* many('fact', missing, 'cases.yaml', [i, 'missing'])
  }
}

/** In every file and at every depth, a list called `clauses` holds clause ids. */
function clauseReferences(content: Readonly<Record<string, unknown>>): Reference[] {
  const within = (value: unknown, file: string, path: Path): Reference[] => {
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, child]): Reference[] =>
      key === 'clauses' && Array.isArray(child)
        ? child.map((id, i): Reference => ['clause', String(id), file, [...path, key, i]])
        : within(child, file, [...path, Array.isArray(value) ? Number(key) : key]),
    )
  }
  return Object.entries(content).flatMap(([file, value]) => within(value, file, []))
}

function repeatedIds(pack: Pack): Finding[] {
  const lists: [things: readonly { id: string }[], file: string, path: Path][] = [
    [pack.groups, 'rules.yaml', ['groups']],
    [pack.rules, 'rules.yaml', ['rules']],
    [pack.milestones, 'milestones.yaml', []],
    [pack.lines, 'targets.yaml', ['lines']],
    [pack.targets, 'targets.yaml', ['targets']],
    [pack.checklists, 'checklists.yaml', []],
    [pack.changes, 'changes.yaml', []],
    [pack.access.papers, 'access.yaml', ['papers']],
    [pack.access.reasons, 'access.yaml', ['reasons']],
    [pack.dossier, 'dossier.yaml', []],
    [pack.papers, 'papers.yaml', []],
    [pack.subsidies, 'subsidies.yaml', []],
    [pack.outreach.activities, 'outreach.yaml', ['activities']],
    [pack.outreach.reasons, 'outreach.yaml', ['reasons']],
    ...pack.checklists.map(({ items }, i): (typeof lists)[number] => [
      items,
      'checklists.yaml',
      [i, 'items'],
    ]),
  ]
  return lists.flatMap(([things, file, path]) =>
    things.flatMap(({ id }, i) =>
      things.findIndex((thing) => thing.id === id) < i
        ? [{ file, path: [...path, i, 'id'], ...say.repeated(id) }]
        : [],
    ),
  )
}
