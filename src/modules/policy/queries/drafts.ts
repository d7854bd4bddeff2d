import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { type PackReading, readPack } from '../../../kernel/pack/content.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { FactCatalogue, PackCase, Parameter, RuleBook } from '../../../kernel/pack/schema.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { runCases } from '../case-runs.ts'
import { editFiles, NothingThere } from '../draft-files.ts'
import { draftReading } from '../draft-reading.ts'
import { draftFiles, type DraftState, findDrafts } from '../drafts.ts'
import { DraftEdits } from '../model.ts'
import { type Change, changesBetween } from '../rules/changes.ts'
import { undoTo } from '../rules/draft.ts'

const permission = 'policy.draft'

interface ListedDraft {
  id: string
  name: string
  state: DraftState['state']
  version: number
  startedOn: Day
  startedBy: string | null
  savedAt: Date
  savedBy: string | null
}

/** Every draft, the open ones first. */
const draftList = defineQuery({
  name: 'policy.drafts',
  input: z.object({}),
  permission,
  run: async (db, _input, { county }) => {
    const { rows } = await sql<ListedDraft>`
      select d.id, d.name, d.state, d.version, d.started_on as "startedOn", s.name as "startedBy",
             v.saved_at as "savedAt", w.name as "savedBy"
        from policy_draft d
        join policy_draft_version v on v.county = ${county} and v.draft = d.id and v.version = d.version
        left join account s on s.county = ${county} and s.id = d.started_by
        left join account w on w.county = ${county} and w.id = v.saved_by
       where d.county = ${county}
       order by d.state <> 'open', v.saved_at desc, d.id desc limit 500`.execute(db)
    return { rows }
  },
})

/** A pack's parts as they stand in its files; `editFiles` and the start of a draft keep their form. */
const partsOf = ({ content }: PackReading) => {
  const { groups, rules } = content['rules.yaml'] as RuleBook
  return {
    parameters: content['parameters.yaml'] as Record<string, Parameter>,
    facts: (content['facts.yaml'] as FactCatalogue).facts,
    groups,
    rules,
    clauses: content['clauses.yaml'] as Record<string, Said>,
    cases: content['cases.yaml'] as PackCase[],
    validFrom: (content['pack.yaml'] as { validFrom: Day }).validFrom,
  }
}

/** What the checks say: the problems, how far they came, and what the rules answer to the cases. */
const judged = ({ stage, problems, pack }: PackReading) => ({
  stage,
  problems,
  runs: pack && (stage === 'cases' || stage === 'sound') ? runCases(pack) : null,
})

const draftPage = defineQuery({
  name: 'policy.draft',
  input: z.object({ draft: z.uuid() }),
  permission,
  run: async (db, { draft: id }, { county, pack }) => {
    const draft = (await findDrafts(db, county, [id])).get(id)
    const reading = draft && (await draftReading(db, county, id, draft.version))
    if (!draft || !reading) throw new NotFound()
    const { rows: versions } = await sql<{
      version: number
      sameAs: number | null
      savedAt: Date
      savedBy: string | null
    }>`
      select v.version, v.same_as as "sameAs", v.saved_at as "savedAt", w.name as "savedBy"
        from policy_draft_version v left join account w on w.county = ${county} and w.id = v.saved_by
       where v.county = ${county} and v.draft = ${id} order by v.version desc`.execute(db)
    const parts = partsOf(reading)
    const inForce = { parameters: pack.parameters, rules: pack.rules, cases: pack.cases }
    return {
      ...draft,
      ...judged(reading),
      ...parts,
      digest: reading.pack?.digest ?? null,
      adopted: draft.state === 'adopted' ? await adoptionOf(db, county, id) : null,
      /** False where another pack was adopted since the draft was started. */
      basedOnInForce: draft.baseDigest === pack.digest,
      inForce,
      changes: [...changesBetween(inForce, parts), ...otherFiles(pack, reading)],
      versions,
      undoTo: undoTo(versions),
    }
  },
})

/** When an adopted draft came or comes into force, by whom, and whether that was called off. */
async function adoptionOf(db: ReadDb, county: number, draft: string) {
  const { rows } = await sql<{
    from: Day
    on: Day
    by: string | null
    reason: string | null
    calledOff: boolean
  }>`
    select a.in_force_from as "from", a.adopted_on as "on", p.name as by, a.reason,
           a.called_off_act is not null as "calledOff"
      from pack_adoption a left join account p on p.county = ${county} and p.id = a.adopted_by
     where a.county = ${county} and a.draft = ${draft} order by a.id desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** What a draft brought from elsewhere has otherwise in the files that are not edited here. */
function otherFiles(pack: Pack, { content, pack: drafted }: PackReading): Change[] {
  if (!drafted) return []
  const parts: Record<string, readonly (keyof Pack)[]> = {
    'pack.yaml': ['id', 'title', 'county', 'document', 'validFrom', 'season', 'supersedes'],
    'facts.yaml': ['evidence', 'suppliers', 'places', 'facts'],
    'targets.yaml': ['lines', 'targets'],
    'milestones.yaml': ['milestones'],
    'checklists.yaml': ['checklists'],
    'papers.yaml': ['papers'],
    'clauses.yaml': ['clauses'],
  }
  const differs = (keys: readonly (keyof Pack)[]) =>
    keys.some((key) => JSON.stringify(pack[key]) !== JSON.stringify(drafted[key]))
  return Object.entries(parts)
    .filter(([file, keys]) => file in content && differs(keys))
    .map(([file]) => ({ what: 'file', id: file, label: null, how: 'changed', fields: [] }))
}

/** Checks a draft with edits that are not saved yet, as they are typed; and tells who saved meanwhile. */
const draftCheck = defineQuery({
  name: 'policy.draft-check',
  input: z.object({
    draft: z.uuid(),
    version: z.int().min(1),
    edits: DraftEdits.or(z.array(z.never()).max(0)),
  }),
  permission,
  run: async (db, { draft: id, version, edits }, { county }) => {
    const draft = (await findDrafts(db, county, [id])).get(id)
    if (!draft) throw new NotFound()
    const moved =
      draft.version === version && draft.state === 'open'
        ? null
        : { version: draft.version, state: draft.state, by: draft.savedBy, at: draft.savedAt }
    const saved = await draftReading(db, county, id, version)
    if (!saved) throw new NotFound()
    if (edits.length === 0) return { moved, ...judged(saved) }
    const files = await draftFiles(db, county, id, version)
    if (!files) throw new NotFound()
    try {
      return { moved, ...judged(readPack(editFiles(files, edits))) }
    } catch (error) {
      if (error instanceof NothingThere) throw new NotFound()
      throw error
    }
  },
})

export const draftQueries = [draftList, draftPage, draftCheck] as const
