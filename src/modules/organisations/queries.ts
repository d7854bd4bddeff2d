import { z } from 'zod'
import { defineQuery } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import { ownUpload } from '../../kernel/evidence/own-upload.ts'
import { readAreaSheet } from './area-sheet.ts'

const organisationList = defineQuery({
  name: 'organisation.list',
  input: z.object({ kind: z.string().optional() }),
  permission: 'policy.read',
  run: async (db, { kind }, { county }) => {
    let rows = db
      .selectFrom('organisation')
      .select(['id', 'kind', 'name', 'telephone', 'synthetic'])
      .where('county', '=', county)
      .orderBy('kind')
      .orderBy('name')
    if (kind) rows = rows.where('kind', '=', kind)
    return rows.execute()
  },
})

const areaList = defineQuery({
  name: 'area.list',
  input: z.object({ level: z.enum(['county', 'town', 'village']).optional(), parent: z.string().optional() }),
  permission: 'policy.read',
  run: async (db, { level, parent }, { county }) => {
    let rows = db
      .selectFrom('area')
      .select([
        'code',
        'parent',
        'level',
        'name',
        'kind',
        'latitude',
        'longitude',
        'valid_to as validTo',
        'merged_into as mergedInto',
      ])
      .where('county', '=', county)
      .orderBy('code')
    if (level) rows = rows.where('level', '=', level)
    if (parent) rows = rows.where('parent', '=', parent)
    return rows.execute()
  },
})

const accountList = defineQuery({
  name: 'account.list',
  input: z.object({ search: z.string().trim().max(40).optional(), page: z.int().min(0).default(0) }),
  permission: 'accounts.read',
  run: async (db, { search, page }, { county }) => {
    const pageSize = 50
    // Households sign in by letter; their accounts are theirs and not the administrator's to list.
    let found = db
      .selectFrom('account')
      .where('account.county', '=', county)
      .where('account.home', 'is', null)
    if (search)
      found = found.where((eb) =>
        eb.or([
          eb('account.name', 'like', `%${search}%`),
          eb('account.sign_in', 'like', `%${search.toLowerCase()}%`),
        ]),
      )
    const { total } = await found
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await found
      .leftJoin('organisation', (join) =>
        join
          .onRef('organisation.county', '=', 'account.county')
          .onRef('organisation.id', '=', 'account.organisation'),
      )
      .select([
        'account.id',
        'account.sign_in',
        'account.name',
        'account.disabled_at',
        'organisation.name as organisation',
      ])
      .orderBy('account.sign_in')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    const grants = rows.length
      ? await db
          .selectFrom('role_grant')
          .leftJoin('area', (join) =>
            join.onRef('area.county', '=', 'role_grant.county').onRef('area.code', '=', 'role_grant.area'),
          )
          .leftJoin('organisation', (join) =>
            join
              .onRef('organisation.county', '=', 'role_grant.county')
              .onRef('organisation.id', '=', 'role_grant.organisation'),
          )
          .select([
            'role_grant.id',
            'role_grant.account',
            'role_grant.role',
            'area.name as area',
            'organisation.name as organisation',
          ])
          .where('role_grant.county', '=', county)
          .where(
            'role_grant.account',
            'in',
            rows.map((row) => row.id),
          )
          .execute()
      : []
    return {
      total,
      rows: rows.map((row) => ({
        id: row.id,
        signIn: row.sign_in,
        name: row.name,
        organisation: row.organisation,
        disabled: row.disabled_at !== null,
        roles: grants.filter((grant) => grant.account === row.id),
      })),
    }
  },
})

/** One person's account: which roles they hold where, and since which act. Households' accounts are not shown. */
const accountPage = defineQuery({
  name: 'account.page',
  input: z.object({ account: z.uuid() }),
  permission: 'accounts.read',
  run: async (db, { account: id }, { county }) => {
    const account = await db
      .selectFrom('account')
      .leftJoin('organisation', (join) =>
        join
          .onRef('organisation.county', '=', 'account.county')
          .onRef('organisation.id', '=', 'account.organisation'),
      )
      .select([
        'account.id',
        'account.sign_in as signIn',
        'account.name',
        'account.must_change_password as mustChangePassword',
        'account.disabled_at as disabledAt',
        'organisation.name as organisation',
      ])
      .where('account.county', '=', county)
      .where('account.id', '=', id)
      .where('account.home', 'is', null)
      .executeTakeFirst()
    if (!account) throw new NotFound()
    const roles = await db
      .selectFrom('role_grant')
      .leftJoin('area', (join) =>
        join.onRef('area.county', '=', 'role_grant.county').onRef('area.code', '=', 'role_grant.area'),
      )
      .leftJoin('organisation', (join) =>
        join
          .onRef('organisation.county', '=', 'role_grant.county')
          .onRef('organisation.id', '=', 'role_grant.organisation'),
      )
      .leftJoin('act', (join) =>
        join.onRef('act.county', '=', 'role_grant.county').onRef('act.id', '=', 'role_grant.act'),
      )
      .select([
        'role_grant.id',
        'role_grant.role',
        'area.name as area',
        'organisation.name as organisation',
        'act.recorded_at as since',
      ])
      .where('role_grant.county', '=', county)
      .where('role_grant.account', '=', id)
      .orderBy('role_grant.id')
      .execute()
    return { ...account, roles }
  },
})

/** The lines of a workbook this person has just uploaded; what is wrong with them the screen finds itself. */
const areaSheet = defineQuery({
  name: 'area.sheet',
  input: z.object({ file: z.string().regex(/^[0-9a-f]{64}$/) }),
  permission: 'village.register',
  oneAtATime: true,
  run: async (db, { file }, context) => readAreaSheet(await ownUpload(db, context, file)),
})

export const queries = [organisationList, areaList, accountList, accountPage, areaSheet] as const
