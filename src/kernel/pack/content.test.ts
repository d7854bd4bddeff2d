import { expect, test } from 'vitest'
import { packFileNames, packFromContent, readPack } from './content.ts'
import { PackError, type Problem } from './problem.ts'
import { sampleFiles as files } from './sample-files.ts'

function problemsOf(changed: Readonly<Record<string, string>>): readonly Problem[] {
  try {
    packFromContent(changed, 'sample')
  } catch (error) {
    if (error instanceof PackError) return error.problems
    throw error
  }
  return []
}

/** Where the problems are after one edit of one file: `file:line path`. */
function placesAfter(file: string, was: string, is: string): string[] {
  const text = files[file] ?? ''
  expect(text.split(was).length, `'${was}' stands once in ${file}`).toBe(2)
  const problems = problemsOf({ ...files, [file]: text.replace(was, is) })
  return [...new Set(problems.map((p) => `${p.file}:${p.line} ${p.path}`))]
}

test('a sound pack loads', () => {
  const pack = packFromContent(files)
  expect(pack.id).toBe('sample-2023')
  expect(pack.rules.map(({ id }) => id)).toEqual(['lived-in', 'large-enough'])
  expect(Object.keys(files).sort()).toEqual([...packFileNames].sort())
})

test('the digest stands for the content, not for comments and layout', () => {
  const { digest } = packFromContent(files)
  const text = files['clauses.yaml'] ?? ''
  const withText = (changed: string) => packFromContent({ ...files, 'clauses.yaml': changed }).digest
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(
    withText(
      `# a comment\n\n${text.replace('{ zh: 第一条, en: First clause }', "{en: 'First clause', zh: 第一条}")}`,
    ),
  ).toBe(digest)
  expect(withText(text.replace('第一条', '第一款'))).not.toBe(digest)
})

const undeclared: [string, string, string, string][] = [
  ['rules.yaml', 'fact: home.lived', 'fact: home.livd', 'rules.yaml:8 rules.0.when.fact'],
  [
    'rules.yaml',
    'parameter: size.least',
    'parameter: size.lest',
    'rules.yaml:16 rules.1.when.any.0.atLeast.parameter',
  ],
  ['rules.yaml', 'clauses: [§1.2]', 'clauses: [§1.1, §1.3]', 'rules.yaml:13 rules.1.clauses.1'],
  [
    'parameters.yaml',
    'clauses: [§1.1]\n  status: plan',
    'clauses: [§9]\n  status: plan',
    'parameters.yaml:21 wait.days.clauses.0',
  ],
  ['pack.yaml', 'clauses: []', 'clauses: [§9]', 'pack.yaml:8 season.end.clauses.0'],
  ['checklists.yaml', 'settles: home.lived', 'settles: home.livd', 'checklists.yaml:8 0.items.0.settles'],
  ['checklists.yaml', 'by: [clerk]', 'by: [clark]', 'checklists.yaml:3 0.by.0'],
  [
    'facts.yaml',
    'evidence: [paper]\n    suppliedBy: [clerk]\n    remedy: { zh: 请丈量。',
    'evidence: [paper, photo]\n    suppliedBy: [clerk]\n    remedy: { zh: 请丈量。',
    'facts.yaml:16 facts.home.size.evidence.1',
  ],
  [
    'facts.yaml',
    'remedy: { zh: 请丈量。, en: Measure. }',
    'remedy: { zh: 请丈量。, en: Measure. }\n    settledAt: [nowhere]',
    'facts.yaml:19 facts.home.size.settledAt.0',
  ],
  ['milestones.yaml', 'line: homes', 'line: home', 'milestones.yaml:3 0.line'],
  ['milestones.yaml', 'days: wait.days', 'days: wait.day', 'milestones.yaml:6 0.after.days'],
  ['targets.yaml', 'id: land, line: homes', 'id: land, line: acres', 'targets.yaml:4 targets.1.line'],
  [
    'cases.yaml',
    'rule: lived-in, facts: { home.lived: true }',
    'rule: lived, facts: { home.lived: true }',
    'cases.yaml:1 0.rule',
  ],
  ['cases.yaml', 'missing: [home.size]', 'missing: [home.area]', 'cases.yaml:8 7.missing.0'],
]
test.each(undeclared)('%s: %j → %j is a name that points nowhere', (file, was, is, place) => {
  expect(placesAfter(file, was, is)).toEqual([place])
})

const contradictory: [string, string, string, string][] = [
  [
    'targets.yaml',
    'total: 30 }',
    'total: 30, each: { least: 10, most: 90 } }',
    'targets.yaml:1 lines.0.each',
  ],
  ['targets.yaml', 'id: land, line', 'id: town, line', 'targets.yaml:4 targets.1.id'],
  ['rules.yaml', 'home.lived, is: true', 'home.lived, atLeast: 1', 'rules.yaml:8 rules.0.when'],
  ['rules.yaml', 'home.lived, is: true', 'home.lived, is: 1', 'rules.yaml:8 rules.0.when'],
  [
    'rules.yaml',
    'home.size, atLeast: { parameter: size.least }',
    'home.size, oneOf: 3',
    'rules.yaml:16 rules.1.when.any.0',
  ],
  ['rules.yaml', 'home.size, atLeast', 'home.size, oneOf', 'rules.yaml:16 rules.1.when.any.0'],
  [
    'rules.yaml',
    'clauses: [§1.2]',
    'clauses: [§1.2]\n    from: 2023-02-01\n    until: 2023-01-31',
    'rules.yaml:15 rules.1.until',
  ],
  [
    'rules.yaml',
    'clauses: [§1.2]',
    'clauses: [§1.2]\n    from: 2022-02-01',
    'rules.yaml:17 rules.1.when.any.0',
  ],
  [
    'rules.yaml',
    'en: Fitness } }',
    'en: Fitness } }\n  - { id: other, label: { zh: 空, en: empty } }',
    'rules.yaml:3 groups.1',
  ],
  ['parameters.yaml', 'from: 2023-07-01', 'from: 2022-07-01', 'parameters.yaml:2 size.least'],
  ['parameters.yaml', 'value: 20', 'value: 20.5', 'parameters.yaml:16 price.unitFen.values.0.value'],
  ['parameters.yaml', 'value: 5 }', 'value: -3 }', 'parameters.yaml:24 wait.days.values.0.value'],
  ['parameters.yaml', 'value: 5 }', 'value: 2.5 }', 'parameters.yaml:24 wait.days.values.0.value'],
  ['parameters.yaml', 'value: 10 }', 'value: -1 }', 'parameters.yaml:8 size.least.values.0.value'],
  ['parameters.yaml', '  days: calendar\n', '', 'parameters.yaml:18 wait.days'],
  [
    'facts.yaml',
    'type: number',
    'type: number\n    values: { a: { zh: 甲, en: a } }',
    'facts.yaml:13 facts.home.size',
  ],
  ['facts.yaml', 'unlessRecorded: true', 'unlessRecorded: 1', 'facts.yaml:5 facts.home.lived'],
  ['targets.yaml', 'total: 30', 'total: 31', 'targets.yaml:1 lines.0.total'],
  [
    'cases.yaml',
    '- { title: { zh: 未量, en: open }, rule: large-enough, facts: {}, expect: unknown }\n',
    '',
    'rules.yaml:10 rules.1.id',
  ],
  ['cases.yaml', 'home.size: 9 }, expect: no', 'home.size: 10 }, expect: no', 'cases.yaml:5 4.expect'],
  ['cases.yaml', 'missing: [home.size]', 'missing: []', 'cases.yaml:8 7.expect'],
]
test.each(contradictory)('%s: %j → %j contradicts', (file, was, is, place) => {
  expect(placesAfter(file, was, is)).toEqual([place])
})

test('a fact that no rule uses any more stands: a condition may be taken out of its rule alone', () => {
  const spare =
    '  home.spare:\n    label: { zh: 闲, en: spare }\n    type: boolean\n    clauses: [§1.1]\n    evidence: [paper]\n    suppliedBy: [clerk]\n    remedy: { zh: 问, en: ask }\n  home.size:'
  expect(placesAfter('facts.yaml', '  home.size:', spare)).toEqual([])
})

const misshapen: [string, string, string, string][] = [
  ['pack.yaml', 'validFrom: 2023-01-01', 'validFrom: 2023-02-30', 'pack.yaml:5 validFrom'],
  ['pack.yaml', 'supersedes: []', 'supersedes: []\nnickname: x', 'pack.yaml:1 '],
  ['rules.yaml', 'home.lived, is: true', 'home.lived, is: true, equals: 3', 'rules.yaml:8 rules.0.when'],
  ['rules.yaml', '{ fact: home.lived, is: true }', '{ all: [] }', 'rules.yaml:8 rules.0.when.all'],
  [
    'rules.yaml',
    '{ fact: home.lived, is: true }',
    '{ any: [{ fact: home.lived, is: true }], not: { fact: home.lived, is: true } }',
    'rules.yaml:8 rules.0.when',
  ],
  ['facts.yaml', 'type: number', 'type: integer', 'facts.yaml:14 facts.home.size.type'],
  ['cases.yaml', 'group: fit, facts', 'group: fit, rule: lived-in, facts', 'cases.yaml:8 7'],
  ['milestones.yaml', 'after: { season: end, days: wait.days }', 'note: none', 'milestones.yaml:1 0'],
]
test.each(misshapen)('%s: %j → %j has the wrong shape', (file, was, is, place) => {
  expect(placesAfter(file, was, is)).toContain(place)
})

test('broken YAML is named by file and line', () => {
  expect(
    placesAfter(
      'rules.yaml',
      'groups: [fit]\n    label: { zh: 够大',
      'groups: [fit\n    label: { zh: 够大',
    )[0],
  ).toMatch(/^rules\.yaml:1[12] $/)
  expect(placesAfter('clauses.yaml', '§1.2:', '§1.1:')[0]).toMatch(/^clauses\.yaml:2 $/)
})

test('files that are missing or foreign are named', () => {
  const { 'cases.yaml': _, ...rest } = files
  expect(problemsOf({ ...rest, 'rule.yaml': '' }).map(({ file }) => file)).toEqual([
    'rule.yaml',
    'cases.yaml',
  ])
})

test('every problem speaks both languages, and the error lists them all', () => {
  const changed = {
    ...files,
    'pack.yaml': (files['pack.yaml'] ?? '').replace('2023-11-15', '2023-13-15'),
    'facts.yaml': (files['facts.yaml'] ?? '').replace('type: number', 'type: integer'),
  }
  const problems = problemsOf(changed)
  expect(problems).toHaveLength(2)
  for (const { zh, en } of problems) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
  }
  expect(() => packFromContent(changed, 'sample')).toThrow(
    /^sample:\n {2}pack\.yaml:7 season\.start\.day: .*\n {2}facts\.yaml:14 /,
  )
})

test('a group has room for thirty rules, a fact for thirty-one values to tell apart', () => {
  const [head = '', ...rules] = (files['rules.yaml'] ?? '').split('  - id: ')
  const rule = rules[0] ?? ''
  const crowd = Array.from({ length: 31 }, (_, i) => rule.replace('lived-in', `lived-${i}`))
  const crowded = [head, ...crowd, rules[1]].join('  - id: ')
  const many = (count: number, test: (i: number) => string) =>
    `{ any: [${Array.from({ length: count }, (_, i) => `{ fact: home.size, ${test(i)} }`).join(', ')}] }`
  expect(
    problemsOf({
      ...files,
      'rules.yaml': crowded,
      'cases.yaml': files['cases.yaml']?.replaceAll('lived-in', 'lived-0') ?? '',
    }).map(({ path }) => path),
  ).toContain('groups.0')
  const sized = '{ fact: home.lived, is: true }'
  const scattered = (files['rules.yaml'] ?? '').replace(
    sized,
    `{ all: [${sized}, ${many(16, (i) => `equals: ${i}`)}] }`,
  )
  expect(problemsOf({ ...files, 'rules.yaml': scattered }).map(({ path }) => path)).toEqual([
    'facts.home.size',
  ])
})

test('a value that does not suit its unit, or comes after the pack, is found', () => {
  expect(placesAfter('parameters.yaml', 'value: 5 }', 'value: five }')).toEqual([
    'parameters.yaml:24 wait.days.values.0.value',
  ])
  expect(
    placesAfter('parameters.yaml', 'from: 2023-01-01, value: 20', 'from: 2023-01-02, value: 20'),
  ).toEqual(['parameters.yaml:16 price.unitFen.values.0.from'])
})

test('a group that is left without a rule in force is found, with the day', () => {
  const text = (files['rules.yaml'] ?? '').replaceAll('    when:', '    until: 2023-08-31\n    when:')
  const [problem, ...more] = problemsOf({ ...files, 'rules.yaml': text })
  expect(more).toEqual([])
  expect(problem).toMatchObject({ path: 'groups.0', at: ['groups', 0] })
  expect(problem?.en).toContain('2023-09-01')
  const one = (files['rules.yaml'] ?? '').replace('    when:', '    until: 2023-08-31\n    when:')
  expect(problemsOf({ ...files, 'rules.yaml': one })).toEqual([])
})

test.each(['hour', 'm²'])('a pack adopted while %j was the spelling loads as ever', (unit) => {
  const before = (files['parameters.yaml'] ?? '').replace(/unit: \S+/, `unit: ${unit}`)
  expect(before).toContain(`unit: ${unit}`)
  expect(problemsOf({ ...files, 'parameters.yaml': before })).toEqual([])
})

test('a reading says how far the checks came, and keeps what could be read', () => {
  expect(readPack(files)).toMatchObject({ stage: 'sound', problems: [], pack: { id: 'sample-2023' } })
  const after = (file: string, was: string, is: string) =>
    readPack({ ...files, [file]: (files[file] ?? '').replace(was, is) })
  expect(after('cases.yaml', 'expect: yes', 'expect: no')).toMatchObject({
    stage: 'cases',
    pack: { id: 'sample-2023' },
  })
  expect(after('rules.yaml', 'fact: home.lived', 'fact: home.livd')).toMatchObject({ stage: 'meaning' })
  const broken = after('rules.yaml', 'groups: [fit]', 'groups: []')
  expect(broken).toMatchObject({ stage: 'shape', pack: undefined })
  expect(broken.content['clauses.yaml']).toMatchObject({ '§1.1': { en: 'First clause' } })
})

test('a pack kept from before there were changes, holidays, an access standard, dossiers, papers and outreach still loads', () => {
  const {
    'calendar.yaml': _calendar,
    'changes.yaml': _changes,
    'access.yaml': _access,
    'dossier.yaml': _dossier,
    'papers.yaml': _papers,
    'outreach.yaml': _outreach,
    ...older
  } = files
  expect(packFromContent(older)).toMatchObject({
    changes: [],
    calendar: { years: {} },
    access: { papers: [], reasons: [] },
    dossier: [],
    papers: [],
    outreach: { activities: [], reasons: [] },
  })
})

const impossible: [string, string, string, string][] = [
  ['calendar.yaml', 'to: 2023-01-02', 'to: 2022-12-30', 'calendar.yaml:5 years.2023.holidays.0'],
  ['calendar.yaml', 'from: 2022-12-31', 'from: 2021-12-31', 'calendar.yaml:5 years.2023.holidays.0'],
  ['calendar.yaml', '2023-01-28', '2023-01-27', 'calendar.yaml:6 years.2023.workdays.0'],
  ['calendar.yaml', '2023-01-28', '2022-12-31', 'calendar.yaml:6 years.2023.workdays.0'],
  ['changes.yaml', '  recovers: equipment\n', '', 'changes.yaml:1 0'],
  ['changes.yaml', 'id: withdraw', 'id: move', 'changes.yaml:1 0'],
  ['dossier.yaml', 'proof: application', 'proof: in-home\n  item: lived', 'dossier.yaml:8 0.item'],
  ['dossier.yaml', 'by: [clerk]', 'by: [nobody]', 'dossier.yaml:8 0.by.0'],
  [
    'access.yaml',
    'clauses: [§1.1]\n    status',
    'clauses: [§9.9]\n    status',
    'access.yaml:5 papers.0.clauses.0',
  ],
]
test.each(impossible)('%s: %s → %s is refused where it stands', (file, was, is, place) => {
  expect(placesAfter(file, was, is)).toEqual([place])
})
