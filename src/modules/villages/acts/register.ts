import { z } from 'zod'
import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { isWithin, levelOf, parentOf } from '../../../kernel/standards/area-code.ts'
import { countyArea } from '../../organisations/public.ts'
import { programmeId } from '../../policy/public.ts'

const AreaEntry = z.object({
  code: z.string().regex(/^\d{12}$/),
  name: z.string().trim().min(1).max(60),
  kind: z.enum(['urban', 'rural']),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
})

/** Enters towns and villages by their 12-digit statistical codes; each village gets its row in the plan. */
export const registerVillages = defineAct({
  kind: 'village.register',
  version: 1,
  input: z.object({
    programme: z.uuid(),
    areas: z.array(AreaEntry).min(1).max(5000),
    synthetic: z.boolean().default(false),
  }),
  permission: 'village.register',
  clauses: ['§3.1.3b'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const known = await db.selectFrom('area').select('code').where('county', '=', county).execute()
    const codes = new Set(known.map((row) => row.code))
    return items.map((item) => (item.subject === programmeId(county) ? { area, codes } : undefined))
  },
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: (facts, { input }) => {
    const all = new Set([...facts.codes, ...input.areas.map((entry) => entry.code)])
    return input.areas.flatMap(({ code, name }) => {
      if (facts.codes.has(code)) return [refuse('area.exists', ['§3.1.3b'], { code, name })]
      const parent = parentOf(code)
      if (!parent || levelOf(code) === 'county' || !isWithin(code, facts.area))
        return [refuse('area.elsewhere', ['§3.1.3b'], { code, name })]
      return all.has(parent) ? [] : [refuse('area.no-parent', ['§3.1.3b'], { code, name, parent })]
    })
  },
  apply: async (tx, items, { county, today }) => {
    const effects = []
    for (const { id, input } of items) {
      const entries = [...input.areas].sort((a, b) => (a.code < b.code ? -1 : 1))
      await tx
        .insertInto('area')
        .values(
          entries.map((entry) => ({
            county,
            code: entry.code,
            parent: parentOf(entry.code) ?? null,
            level: levelOf(entry.code) as 'town' | 'village',
            name: entry.name,
            kind: entry.kind,
            latitude: entry.latitude ?? null,
            longitude: entry.longitude ?? null,
            valid_from: today,
            valid_to: null,
            synthetic: input.synthetic,
          })),
        )
        .execute()
      const villages = entries
        .filter((entry) => levelOf(entry.code) === 'village')
        .map((entry) => ({
          county,
          id: newId(),
          code: entry.code,
          town: parentOf(entry.code) ?? '',
          name: entry.name,
          kind: entry.kind,
          synthetic: input.synthetic,
          act: id,
        }))
      if (villages.length > 0) await tx.insertInto('village').values(villages).execute()
      effects.push({
        touched: villages.map((village) => ({ type: 'village', id: village.id })),
        result: { towns: entries.length - villages.length, villages: villages.length },
      })
    }
    return effects
  },
})
