import { defineQuery } from '../../../kernel/act/define.ts'
import { readLooks } from '../looks.ts'
import { FindLooks } from '../model.ts'
import { requireWholeCounty } from '../../../kernel/act/whole-county.ts'

const pageSize = 50

/** What the audit looked at, for the audit alone. */
export const auditLooks = defineQuery({
  name: 'audit.looks',
  input: FindLooks,
  permission: 'audit.read-looks',
  run: async (db, { page, ...asked }, context) => {
    requireWholeCounty(context)
    const found = await readLooks(db, context.county, asked, { limit: pageSize, offset: page * pageSize })
    return { ...found, pageSize }
  },
})
