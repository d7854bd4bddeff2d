import type { ActContext, ActItem, Decided, Effect } from '../../../kernel/act/define.ts'
import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { readPack } from '../../../kernel/pack/content.ts'
import { PackError } from '../../../kernel/pack/problem.ts'
import { countyArea } from '../../organisations/public.ts'
import { editFiles, NothingThere } from '../draft-files.ts'
import { type DraftState, draftFiles, type Files, findDrafts } from '../drafts.ts'
import { adoptionOn } from '../in-force.ts'
import { DiscardDraft, EditDraft, RenameDraft, RestoreDraft, StartDraft } from '../model.ts'
import { programmeId } from '../public.ts'
import { mayChangeDraft, movedOn } from '../rules/draft.ts'

const clauses = ['§1.1', '§4.1b']
const permission = 'policy.draft'

interface DraftFacts extends DraftState {
  area: string
}

async function loadDrafts(
  db: ReadDb,
  items: readonly ActItem<unknown>[],
  { county }: ActContext,
): Promise<(DraftFacts | undefined)[]> {
  const area = await countyArea(db, county)
  const drafts = await findDrafts(
    db,
    county,
    items.map((item) => item.subject),
  )
  return items.map((item) => {
    const draft = drafts.get(item.subject)
    return draft && { area, ...draft }
  })
}

interface NewVersion {
  draft: string
  version: number
  sameAs: number | null
  files: Files
  act: string
}

async function insertVersion(
  tx: WriteDb,
  { county, actor, now }: ActContext,
  one: NewVersion,
): Promise<void> {
  await tx
    .insertInto('policy_draft_version')
    .values({
      county,
      draft: one.draft,
      version: one.version,
      same_as: one.sameAs,
      files: JSON.stringify(one.files),
      saved_at: now,
      saved_by: actor.id,
      act: one.act,
    })
    .execute()
}

/** The next version of a draft. */
async function saveVersion(tx: WriteDb, context: ActContext, one: NewVersion): Promise<Effect> {
  await insertVersion(tx, context, one)
  await tx
    .updateTable('policy_draft')
    .set({ version: one.version })
    .where('county', '=', context.county)
    .where('id', '=', one.draft)
    .execute()
  return { result: { version: one.version } }
}

/** One after the other: what several items of a batch do, they do in order. */
async function eachInTurn<I, F>(
  items: readonly Decided<I, F>[],
  work: (item: Decided<I, F>) => Promise<Effect>,
): Promise<Effect[]> {
  const effects: Effect[] = []
  for (const item of items) effects.push(await work(item))
  return effects
}

/** Copies the pack in force, another draft or brought files, to be changed under a name. */
const start = defineAct({
  kind: 'draft.start',
  version: 1,
  input: StartDraft,
  permission,
  clauses,
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, { county, today }) => {
    const area = await countyArea(db, county)
    const inForce = await adoptionOn(db, county, today)
    const ids = items.flatMap(({ input }) => (input ? [input.draft, input.copyOf ?? []].flat() : []))
    const drafts = await findDrafts(db, county, ids)
    return items.map((item) => ({
      area,
      known: item.subject === programmeId(county),
      inForce: inForce?.digest ?? null,
      taken: item.input !== undefined && drafts.has(item.input.draft),
      copied: item.input?.copyOf === undefined ? undefined : (drafts.get(item.input.copyOf) ?? null),
    }))
  },
  place: ({ area }) => ({ area }),
  may: ({ known, inForce }) => (known && inForce !== null ? [] : [refuse('policy.other-programme', clauses)]),
  check: ({ taken, copied }, { input }) => {
    const read = input.files && readPack(input.files)
    return [
      ...(taken ? [refuse('draft.started-already', clauses)] : []),
      ...(copied === null ? [refuse('draft.not-there', clauses)] : []),
      ...(read?.stage === 'shape'
        ? [refuse('policy.faulty-pack', clauses, { problems: new PackError('', read.problems).message })]
        : []),
    ]
  },
  apply: (tx, items, context) =>
    eachInTurn(items, async ({ id, input, facts }) => {
      const { county, actor, today } = context
      const files =
        input.files ??
        (facts.copied
          ? await draftFiles(tx, county, facts.copied.id, facts.copied.version)
          : await filesInForce(tx, county, facts.inForce))
      if (!files) throw new Error('There is nothing to copy.')
      await tx
        .insertInto('policy_draft')
        .values({
          county,
          id: input.draft,
          name: input.name,
          state: 'open',
          version: 1,
          base_digest: facts.copied?.baseDigest ?? facts.inForce ?? '',
          started_on: today,
          started_by: actor.id,
          act: id,
        })
        .execute()
      await insertVersion(tx, context, { draft: input.draft, version: 1, sameAs: null, files, act: id })
      return { touched: [{ type: 'draft', id: input.draft }], result: { version: 1 } }
    }),
})

async function filesInForce(db: ReadDb, county: number, digest: string | null): Promise<Files | undefined> {
  const row = await db
    .selectFrom('policy_pack')
    .select('files')
    .where('county', '=', county)
    .where('digest', '=', digest ?? '')
    .executeTakeFirst()
  return row?.files as Files | undefined
}

/** Saves changes as a new version, sound or not; the checks name what is wrong. */
const edit = defineAct({
  kind: 'draft.edit',
  version: 1,
  input: EditDraft,
  permission,
  clauses,
  subject: { type: 'draft', of: (input) => input.draft },
  load: async (db, items, context) => {
    const drafts = await loadDrafts(db, items, context)
    return Promise.all(
      drafts.map(async (draft) => {
        const files = draft && (await draftFiles(db, context.county, draft.id, draft.version))
        return draft && files && { ...draft, files }
      }),
    )
  },
  place: ({ area }) => ({ area }),
  may: mayChangeDraft,
  check: (draft, { input }) => {
    const moved = movedOn(draft, input.version)
    if (moved.length > 0) return moved
    try {
      editFiles(draft.files, input.edits)
      return []
    } catch (error) {
      if (error instanceof NothingThere)
        return [refuse('draft.nothing-there', clauses, { what: error.message })]
      throw error
    }
  },
  apply: (tx, items, context) =>
    eachInTurn(items, ({ id, input, facts }) =>
      saveVersion(tx, context, {
        draft: input.draft,
        version: facts.version + 1,
        sameAs: null,
        files: editFiles(facts.files, input.edits),
        act: id,
      }),
    ),
})

/** Goes back to an earlier version; what came after it stays and can be gone back to as well. */
const restore = defineAct({
  kind: 'draft.restore',
  version: 1,
  input: RestoreDraft,
  permission,
  clauses,
  subject: { type: 'draft', of: (input) => input.draft },
  load: loadDrafts,
  place: ({ area }) => ({ area }),
  may: mayChangeDraft,
  check: (draft, { input }) => {
    const moved = movedOn(draft, input.version)
    if (moved.length > 0) return moved
    return input.to < draft.version ? [] : [refuse('draft.no-such-version', clauses, { version: input.to })]
  },
  apply: (tx, items, context) =>
    eachInTurn(items, async ({ id, input, facts }) => {
      const files = await draftFiles(tx, context.county, input.draft, input.to)
      if (!files) throw new Error(`Draft ${input.draft} has no version ${input.to}.`)
      const earlier = await tx
        .selectFrom('policy_draft_version')
        .select('same_as')
        .where('county', '=', context.county)
        .where('draft', '=', input.draft)
        .where('version', '=', input.to)
        .executeTakeFirstOrThrow()
      return saveVersion(tx, context, {
        draft: input.draft,
        version: facts.version + 1,
        sameAs: earlier.same_as ?? input.to,
        files,
        act: id,
      })
    }),
})

const rename = defineAct({
  kind: 'draft.rename',
  version: 1,
  input: RenameDraft,
  permission,
  clauses,
  subject: { type: 'draft', of: (input) => input.draft },
  load: loadDrafts,
  place: ({ area }) => ({ area }),
  may: mayChangeDraft,
  apply: (tx, items, { county }) =>
    eachInTurn(items, async ({ input }) => {
      await tx
        .updateTable('policy_draft')
        .set({ name: input.name })
        .where('county', '=', county)
        .where('id', '=', input.draft)
        .execute()
      return {}
    }),
})

/** Lays a draft aside; it can be read, and copied, ever after. */
const discard = defineAct({
  kind: 'draft.discard',
  version: 1,
  input: DiscardDraft,
  permission,
  clauses,
  subject: { type: 'draft', of: (input) => input.draft },
  load: loadDrafts,
  place: ({ area }) => ({ area }),
  may: mayChangeDraft,
  apply: (tx, items, { county }) =>
    eachInTurn(items, async ({ input }) => {
      await tx
        .updateTable('policy_draft')
        .set({ state: 'discarded' })
        .where('county', '=', county)
        .where('id', '=', input.draft)
        .execute()
      return {}
    }),
})

export const draftActs = [start, edit, restore, rename, discard] as const
