import { z } from 'zod'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { packFromContent } from '../../../kernel/pack/content.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { PackError } from '../../../kernel/pack/problem.ts'
import { countyArea } from '../../organisations/public.ts'
import { type DraftState, draftFiles, type Files, findDrafts } from '../drafts.ts'
import { adoptionOn } from '../in-force.ts'
import { Day, Reason } from '../model.ts'
import { programmeId } from '../public.ts'
import { checkDayOfForce } from '../rules/day-of-force.ts'
import { mayChangeDraft, movedOn } from '../rules/draft.ts'

const clauses = ['§1.1', '§1.2']

const AdoptPack = z.object({
  programme: z.uuid(),
  year: z.int().min(2015).max(2100),
  /** The pack's files, so that every decision can be replayed from the database alone; or a draft, which has them. */
  files: z.record(z.string(), z.string()).optional(),
  draft: z
    .object({ id: z.uuid(), version: z.int().min(1), digest: z.string().regex(/^[0-9a-f]{64}$/) })
    .optional(),
  /** The day of force; without it, today. */
  from: Day.optional(),
  reason: Reason.optional(),
})
type AdoptPack = z.output<typeof AdoptPack>

interface Facts {
  area: string
  known: boolean
  /** False at the county's founding, which needs neither reason nor document. */
  founded: boolean
  /** Of what is in force on the day of force so far. */
  currentDigest: string | null
  draft: (DraftState & { files: Files }) | undefined
}

async function loadAdoption(
  db: ReadDb,
  { subject, input }: ActItem<AdoptPack>,
  { county, today }: ActContext,
): Promise<Facts> {
  const id = input?.draft?.id
  const draft = id === undefined ? undefined : (await findDrafts(db, county, [id])).get(id)
  const files = draft && (await draftFiles(db, county, draft.id, draft.version))
  return {
    area: await countyArea(db, county),
    known: subject === programmeId(county),
    founded: (await adoptionOn(db, county, today)) !== undefined,
    currentDigest: (await adoptionOn(db, county, input?.from ?? today))?.digest ?? null,
    draft: draft && files && { ...draft, files },
  }
}

/** Puts a policy pack in force from a day on. Decisions made before stay as they were made. */
const adopt = defineAct({
  kind: 'policy.adopt',
  version: 1,
  input: AdoptPack,
  permission: 'policy.adopt',
  clauses,
  subject: { type: 'programme', of: (input) => input.programme },
  alsoLock: ({ draft }) => (draft ? [{ type: 'draft', id: draft.id }] : []),
  load: async (db, items, context) => {
    const facts: Facts[] = []
    for (const item of items) facts.push(await loadAdoption(db, item, context))
    return facts
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => (facts.known ? [] : [refuse('policy.other-programme', ['§1.1'])]),
  check: (facts, { input, evidence }, { today }) => {
    const from = input.from ?? today
    const papers: Refusal[] = facts.founded
      ? [
          ...(input.reason ? [] : [refuse('policy.reason-missing', clauses)]),
          ...(evidence.some(({ kind }) => kind === 'document')
            ? []
            : [refuse('evidence.required', clauses, { kind: 'document' })]),
        ]
      : []
    return [...papers, ...contentRefusals(facts, input, from, today)]
  },
  apply: async (tx, items, { county, today, actor }) => {
    const effects = []
    for (const { id, input, facts } of items) {
      const files = filesOf(facts, input)
      const pack = packFromContent(files)
      const from = input.from ?? today
      const earlier = await tx
        .selectFrom('policy_pack')
        .select('id')
        .where('county', '=', county)
        .where('digest', '=', pack.digest)
        .executeTakeFirst()
      const packRow = earlier?.id ?? newId()
      if (!earlier)
        await tx
          .insertInto('policy_pack')
          .values({
            county,
            id: packRow,
            pack: pack.id,
            digest: pack.digest,
            files: JSON.stringify(files),
            adopted_on: today,
            act: id,
          })
          .execute()
      await tx
        .insertInto('programme')
        .values({ county, id: input.programme, year: input.year, act: id })
        .onConflict((conflict) =>
          conflict.columns(['county', 'id']).doUpdateSet({ year: input.year, act: id }),
        )
        .execute()
      await tx
        .insertInto('pack_adoption')
        .values({
          county,
          id: newId(),
          pack: packRow,
          in_force_from: from,
          adopted_on: today,
          adopted_by: actor.id,
          reason: input.reason ?? null,
          draft: facts.draft?.id ?? null,
          called_off_act: null,
          act: id,
        })
        .execute()
      if (facts.draft)
        await tx
          .updateTable('policy_draft')
          .set({ state: 'adopted' })
          .where('county', '=', county)
          .where('id', '=', facts.draft.id)
          .execute()
      effects.push({
        touched: facts.draft ? [{ type: 'draft', id: facts.draft.id }] : [],
        result: { pack: pack.id, digest: pack.digest, from },
      })
    }
    return effects
  },
})

const filesOf = ({ draft }: Facts, { files }: AdoptPack): Files => draft?.files ?? files ?? {}

/** What is adopted must be one thing, the version that was looked at, sound, and not in force on that day anyway. */
function contentRefusals(facts: Facts, input: AdoptPack, from: string, today: string): Refusal[] {
  if ((input.draft === undefined) === (input.files === undefined))
    return [refuse('policy.nothing-to-adopt', ['§1.1'])]
  if (input.draft) {
    if (!facts.draft) return [refuse('draft.not-there', ['§1.1'])]
    const refusals = [...mayChangeDraft(facts.draft), ...movedOn(facts.draft, input.draft.version)]
    if (refusals.length > 0) return refusals
  }
  let pack: Pack
  try {
    pack = packFromContent(filesOf(facts, input))
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    return [refuse('policy.faulty-pack', ['§1.1'], { problems: error.message })]
  }
  if (input.draft && pack.digest !== input.draft.digest)
    return [refuse('policy.other-content', ['§1.1'], { digest: pack.digest.slice(0, 16) })]
  // A county may be founded before its first pack begins.
  const validFrom = facts.founded ? pack.validFrom : from
  const early = checkDayOfForce({ from, today, validFrom })
  if (early.length > 0) return early
  return pack.digest === facts.currentDigest
    ? [refuse('policy.in-force-already', ['§1.1'], { pack: pack.id })]
    : []
}

/** Takes an adoption back before its day of force. */
const callOff = defineAct({
  kind: 'policy.call-off',
  version: 1,
  input: z.object({ programme: z.uuid(), adoption: z.uuid(), reason: Reason }),
  permission: 'policy.adopt',
  clauses,
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const rows = await db
      .selectFrom('pack_adoption')
      .select(['id', 'in_force_from', 'called_off_act'])
      .where('county', '=', county)
      .execute()
    return items.map(({ subject, input }) => {
      const adoption = input && rows.find(({ id }) => id === input.adoption)
      return {
        area,
        known: subject === programmeId(county) && (input === undefined || adoption !== undefined),
        from: adoption?.in_force_from ?? null,
        calledOff: adoption?.called_off_act != null,
      }
    })
  },
  place: ({ area }) => ({ area }),
  may: ({ known }) => (known ? [] : [refuse('policy.other-programme', ['§1.1'])]),
  check: ({ from, calledOff }, _item, { today }) => {
    if (calledOff) return [refuse('policy.called-off-already', clauses)]
    return from !== null && from <= today ? [refuse('policy.begun-already', clauses, { from })] : []
  },
  apply: async (tx, items, { county }) => {
    for (const { id, input } of items)
      await tx
        .updateTable('pack_adoption')
        .set({ called_off_act: id })
        .where('county', '=', county)
        .where('id', '=', input.adoption)
        .execute()
    return items.map(() => ({}))
  },
})

export const adoptionActs = [adopt, callOff] as const
