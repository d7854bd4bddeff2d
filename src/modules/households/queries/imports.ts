import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { buildingActs } from '../acts/undo-import.ts'

const pageSize = 50

/** The imports of one's area, the newest first; what stands of each now and whether it was undone. */
export const importList = defineQuery({
  name: 'import.list',
  input: z.object({
    town: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    undone: z.boolean().optional(),
    page: z.int().min(0).max(10_000).default(0),
  }),
  permission: 'register.read',
  run: async (db, { town, undone, page }, { county, scope }) => {
    // A village or a firm sees homes, not whole lists.
    const where = sql`i.county = ${county} and ${inScope(scope, { town: sql.ref('i.area') })}
      ${town ? sql`and i.area = ${town}` : sql``}
      ${undone === undefined ? sql`` : undone ? sql`and i.undone_act is not null` : sql`and i.undone_act is null`}`
    const { rows: counted } = await sql<{ total: number }>`
      select count(*) as total from register_import i where ${where}`.execute(db)
    const { rows } = await sql<{
      id: string
      area: string
      areaName: string
      fileName: string
      homes: number
      importedOn: string
      importedBy: string | null
      undoneOn: string | null
      undoneBy: string | null
      digest: Buffer
      builtUpon: boolean
    }>`
      select i.id, i.area, a.name as "areaName", i.file_name as "fileName", i.homes, i.imported_on as "importedOn",
             p.name as "importedBy", i.undone_on as "undoneOn", u.name as "undoneBy", i.file_digest as digest,
             i.undone_act is null and exists (${buildingActs(county, sql`h.import = i.id`)}) as "builtUpon"
        from register_import i
        join area a on a.county = ${county} and a.code = i.area
        left join account p on p.county = ${county} and p.id = i.imported_by
        left join account u on u.county = ${county} and u.id = i.undone_by
       where ${where} order by i.id desc limit ${pageSize} offset ${page * pageSize}`.execute(db)
    return {
      rows: rows.map(({ digest, ...row }) => ({ ...row, digest: digest.toString('hex') })),
      total: counted[0]?.total ?? 0,
      pageSize,
    }
  },
})
