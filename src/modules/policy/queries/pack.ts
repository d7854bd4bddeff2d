import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { type Day, daysBetween } from '../../../kernel/dates/day.ts'
import { clausesCited, milestoneDay, type Pack, yearsWithoutCalendar } from '../../../kernel/pack/pack.ts'
import { termsOf } from '../../../kernel/pack/say-subsidy.ts'
import { statedSubsidies, subsidyOfWorks } from '../../../kernel/pack/subsidies.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { adoptionOn } from '../in-force.ts'
import { programmeId } from '../public.ts'
import { valueOn } from '../rules.ts'

/** What the plan leaves open and the county has to decide, in one list. */
interface AssumedValue {
  kind:
    | 'parameter'
    | 'season'
    | 'milestone'
    | 'checklist'
    | 'change'
    | 'access'
    | 'dossier'
    | 'paper'
    | 'outreach'
  id: string
  label: Said | null
  clauses: readonly string[]
}

function assumedValues(pack: Pack): AssumedValue[] {
  const assumed = <T extends { status: 'plan' | 'assumed' }>(all: readonly T[]) =>
    all.filter(({ status }) => status === 'assumed')
  const seasons = (['start', 'end'] as const).map((id) => ({ id, ...pack.season[id] }))
  const parameters = Object.entries(pack.parameters).map(([id, parameter]) => ({ id, ...parameter }))
  return [
    ...assumed(parameters).map(({ id, label, clauses }) => ({
      kind: 'parameter' as const,
      id,
      label,
      clauses,
    })),
    ...assumed(seasons).map(({ id, clauses }) => ({ kind: 'season' as const, id, label: null, clauses })),
    ...assumed(pack.milestones).map(({ id, label, clauses }) => ({
      kind: 'milestone' as const,
      id,
      label,
      clauses,
    })),
    ...assumed(pack.checklists).map(({ id, label, clauses }) => ({
      kind: 'checklist' as const,
      id,
      label,
      clauses,
    })),
    ...assumed(pack.changes).map(({ id, label, clauses }) => ({
      kind: 'change' as const,
      id,
      label,
      clauses,
    })),
    ...assumed(pack.access.papers).map(({ id, label, clauses }) => ({
      kind: 'access' as const,
      id,
      label,
      clauses,
    })),
    ...assumed(pack.dossier).map(({ id, label, clauses }) => ({
      kind: 'dossier' as const,
      id,
      label,
      clauses,
    })),
    ...assumed(pack.papers).map(({ id, title, clauses }) => ({
      kind: 'paper' as const,
      id,
      label: title,
      clauses,
    })),
    ...assumed(pack.outreach.activities).map(({ id, label, clauses }) => ({
      kind: 'outreach' as const,
      id,
      label,
      clauses,
    })),
  ]
}

interface AdoptedRow {
  id: string
  pack: string
  digest: string
  from: Day
  adoptedOn: Day
  reason: string | null
  adoptedBy: string | null
  draft: string | null
  draftName: string | null
  draftedBy: string | null
  calledOff: boolean
}

const packPage = defineQuery({
  name: 'policy.pack',
  input: z.object({}),
  permission: 'policy.read',
  run: async (db, _input, { county, pack, today }) => {
    const programme = await db
      .selectFrom('programme')
      .select(['id', 'year'])
      .where('county', '=', county)
      .executeTakeFirst()
    const inForce = await adoptionOn(db, county, today)
    const { rows: adopted } = await sql<AdoptedRow>`
      select a.id, p.pack, p.digest, a.in_force_from as "from", a.adopted_on as "adoptedOn", a.reason,
             w.name as "adoptedBy", a.draft, d.name as "draftName", s.name as "draftedBy",
             a.called_off_act is not null as "calledOff"
        from pack_adoption a
        join policy_pack p on p.county = ${county} and p.id = a.pack
        left join account w on w.county = ${county} and w.id = a.adopted_by
        left join policy_draft d on d.county = ${county} and d.id = a.draft
        left join account s on s.county = ${county} and s.id = d.started_by
       where a.county = ${county} order by a.in_force_from desc, a.id desc`.execute(db)
    const { id, digest, title, document, validFrom, season, supersedes } = pack
    return {
      ...{ id, digest, title, document, validFrom, season, supersedes },
      county: pack.county,
      programme: { id: programmeId(county), year: programme?.year ?? null },
      assumed: assumedValues(pack),
      yearsWithoutCalendar: yearsWithoutCalendar(pack),
      counts: {
        clauses: Object.keys(pack.clauses).length,
        parameters: Object.keys(pack.parameters).length,
        facts: Object.keys(pack.facts).length,
        rules: pack.rules.length,
        cases: pack.cases.length,
      },
      adopted: adopted.map((row) => ({
        ...row,
        inForce: row.id === inForce?.adoption,
        toCome: !row.calledOff && row.from > today,
      })),
    }
  },
})

const clauseList = defineQuery({
  name: 'policy.clauses',
  input: z.object({}),
  permission: 'policy.read',
  run: async (_db, _input, { pack }) => {
    const cited = clausesCited(pack)
    return {
      rows: Object.entries(pack.clauses).map(([id, note]) => ({
        id,
        note,
        citedBy: citations(pack, cited[id]),
      })),
    }
  },
})

/** One clause, for the note that opens at every clause number. */
const clause = defineQuery({
  name: 'policy.clause',
  input: z.object({ id: z.string().max(20) }),
  permission: 'policy.read',
  run: async (_db, { id }, { pack }) => {
    const note = pack.clauses[id]
    if (!note) throw new NotFound()
    return { id, note, citedBy: citations(pack, clausesCited(pack)[id]) }
  },
})

const citingKinds = [
  'rule',
  'parameter',
  'milestone',
  'target',
  'checklist',
  'change',
  'access',
  'dossier',
  'paper',
  'outreach',
  'subsidy',
  'season',
  'fact',
] as const

/** `rule:commitment-signed` with the name people read. */
function citations(pack: Pack, cited: readonly string[] = []) {
  return cited.flatMap((citation) => {
    const [kind, id = ''] = citation.split(/:(.*)/s)
    const known = citingKinds.find((each) => each === kind)
    return known ? [{ kind: known, id, label: labelOf(pack, known, id) }] : []
  })
}

function labelOf(pack: Pack, kind: (typeof citingKinds)[number], id: string): Said | null {
  switch (kind) {
    case 'rule':
      return pack.rules.find((rule) => rule.id === id)?.label ?? null
    case 'parameter':
      return pack.parameters[id]?.label ?? null
    case 'fact':
      return pack.facts[id]?.label ?? null
    case 'milestone':
      return pack.milestones.find((milestone) => milestone.id === id)?.label ?? null
    case 'target':
      return pack.targets.find((target) => target.id === id)?.label ?? null
    case 'change':
      return pack.changes.find((change) => change.id === id)?.label ?? null
    case 'access':
      return [...pack.access.papers, ...pack.access.reasons].find((each) => each.id === id)?.label ?? null
    case 'dossier':
      return pack.dossier.find((paper) => paper.id === id)?.label ?? null
    case 'paper':
      return pack.papers.find((paper) => paper.id === id)?.title ?? null
    case 'outreach':
      return (
        [...pack.outreach.activities, ...pack.outreach.reasons].find((each) => each.id === id)?.label ?? null
      )
    case 'subsidy':
      return pack.subsidies.find((each) => each.id === id)?.label ?? null
    case 'season':
      return null
    case 'checklist': {
      const [list, item] = id.split(/\.(.*)/s)
      const found = pack.checklists.find((checklist) => checklist.id === list)
      return (item ? found?.items.find((each) => each.id === item)?.label : found?.label) ?? null
    }
  }
}

/** Works in measured parts are paid by rates that stand with their line (§1.2). */
const subsidiesOfWorks = ({ lines }: Pack) =>
  lines.flatMap(({ id, label, measured }) => (measured ? [{ ...subsidyOfWorks(measured), id, label }] : []))

const parameterList = defineQuery({
  name: 'policy.parameters',
  input: z.object({}),
  permission: 'policy.read',
  run: async (_db, _input, { pack, today }) => ({
    subsidies: [...statedSubsidies(pack), ...subsidiesOfWorks(pack)].map((each) => ({
      id: each.id,
      label: each.label,
      clauses: each.clauses,
      from: each.from ?? null,
      until: each.until ?? null,
      terms: termsOf(pack, each, today),
    })),
    rows: Object.entries(pack.parameters).map(([name, parameter]) => ({
      name,
      ...parameter,
      inForce: valueOn(parameter, today),
    })),
  }),
})

const milestoneList = defineQuery({
  name: 'policy.milestones',
  input: z.object({}),
  permission: 'policy.read',
  run: async (_db, _input, { pack, today }) => ({
    rows: pack.milestones
      .map((milestone) => {
        const { id, label, line, clauses, status } = milestone
        const day = milestoneDay(pack, milestone)
        return {
          ...{ id, label, clauses, status, day },
          line: pack.lines.find((each) => each.id === line)?.label ?? { zh: line, en: line },
          daysLeft: daysBetween(today, day),
          countedFrom: milestone.after ?? null,
        }
      })
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
  }),
})

/** What may change in the locked register, and the days that working-day periods skip. */
const changeList = defineQuery({
  name: 'policy.changes',
  input: z.object({}),
  permission: 'policy.read',
  run: async (_db, _input, { pack }) => ({
    rows: pack.changes,
    calendar: pack.calendar,
    access: pack.access,
    dossier: pack.dossier,
    papers: pack.papers,
    outreach: pack.outreach,
    suppliers: pack.suppliers,
  }),
})

const targetList = defineQuery({
  name: 'policy.targets',
  input: z.object({}),
  permission: 'policy.read',
  run: async (_db, _input, { pack }) => ({ lines: pack.lines, rows: pack.targets }),
})

const checklistList = defineQuery({
  name: 'policy.checklists',
  input: z.object({}),
  permission: 'policy.read',
  run: async (_db, _input, { pack }) => ({
    rows: pack.checklists.map((checklist) => ({
      ...checklist,
      lineOfWork: pack.lines.find(({ id }) => id === checklist.line) ?? null,
      by: checklist.by.map((id) => pack.suppliers[id] ?? { zh: id, en: id }),
    })),
  }),
})

/** The pack's words for what a decision speaks of: all a trace on the screen needs. */
const terms = defineQuery({
  name: 'policy.terms',
  input: z.object({}),
  permission: 'policy.read',
  run: async (_db, _input, { pack }) => ({
    facts: Object.fromEntries(
      Object.entries(pack.facts).map(([name, { label, values, unit }]) => [name, { label, values, unit }]),
    ),
    evidence: pack.evidence,
    rules: pack.rules.map(({ id, label, refusal }) => ({ id, label, refusal })),
    parameters: Object.fromEntries(
      Object.entries(pack.parameters).map(([name, { label, unit, status }]) => [
        name,
        { label, unit, status },
      ]),
    ),
  }),
})

export const packQueries = [
  packPage,
  clauseList,
  clause,
  parameterList,
  milestoneList,
  targetList,
  changeList,
  checklistList,
  terms,
] as const
