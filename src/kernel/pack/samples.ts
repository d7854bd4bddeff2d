import type { Condition } from './condition.ts'
import type { Pack } from './pack.ts'
import type { FactDefinition, Parameter, Rule } from './schema.ts'

const said = (text: string) => ({ zh: text, en: text })

export const aFact = (
  type: FactDefinition['type'] = 'boolean',
  more: Partial<FactDefinition> = {},
): FactDefinition => ({
  label: said('fact'),
  type,
  ...(type === 'text' && { values: { red: said('red'), green: said('green'), blue: said('blue') } }),
  clauses: ['§1.1'],
  evidence: ['paper'],
  suppliedBy: ['clerk'],
  remedy: said('ask for the paper'),
  ...more,
})

export const aParameter = (values: Parameter['values'], unit: Parameter['unit'] = 'unit'): Parameter => ({
  label: said('parameter'),
  unit,
  clauses: ['§1.1'],
  status: 'assumed',
  note: said('assumed'),
  values,
})

export const aRule = (id: string, when: Condition, more: Partial<Rule> = {}): Rule => ({
  id,
  groups: ['group'],
  label: said(id),
  clauses: ['§1.1'],
  when,
  refusal: said('not so'),
  ...more,
})

/** A pack of one group, `group`, valid from 2023-01-01: facts and rules are given, the rest is the least there can be. */
export function aPack(
  facts: Record<string, FactDefinition>,
  rules: readonly (Rule | Condition)[],
  more: Partial<Pack> = {},
): Pack {
  const season = { status: 'assumed' as const, clauses: ['§1.1'], note: said('assumed') }
  return {
    id: 'sample-2023',
    digest: '0'.repeat(64),
    title: said('sample'),
    county: { code: '000000', name: said('sample county') },
    document: { number: '1', issuedOn: '2023-01-01', issuer: said('office') },
    validFrom: '2023-01-01',
    season: { start: { day: '2023-11-15', ...season }, end: { day: '2024-03-15', ...season } },
    supersedes: [],
    parameters: {},
    evidence: { paper: said('paper') },
    suppliers: { clerk: said('clerk') },
    facts,
    groups: [{ id: 'group', label: said('group') }],
    rules: rules.map((rule, i) => ('id' in rule ? rule : aRule(`rule-${i}`, rule))),
    milestones: [],
    lines: [],
    targets: [],
    checklists: [],
    calendar: { source: said('notices'), years: {} },
    changes: [],
    access: { papers: [], reasons: [] },
    dossier: [],
    papers: [],
    outreach: { activities: [], reasons: [] },
    subsidies: [],
    clauses: { '§1.1': said('clause') },
    cases: [],
    ...more,
  }
}
