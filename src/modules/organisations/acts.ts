import { sql } from 'kysely'
import { defineAct, type ActContext } from '../../kernel/act/define.ts'
import { refuse } from '../../kernel/act/refusal.ts'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import { newId } from '../../kernel/identity/id.ts'
import { hashPassword } from '../../kernel/identity/passwords.ts'
import { countyArea } from './county-area.ts'
import { DisableAccount, GrantRole, OpenAccount, RegisterOrganisation, WithdrawRole } from './model.ts'
import type { RoleName } from './roles.ts'
import { type HeldRole, mayHold, mayOpenAccount } from './rules.ts'

interface RoleInput {
  role: RoleName
  area?: string | undefined
  organisation?: string | undefined
}

const register = defineAct({
  kind: 'organisation.register',
  version: 1,
  input: RegisterOrganisation,
  permission: 'organisation.register',
  clauses: ['§3.1.1'],
  subject: { type: 'organisation', of: (input) => input.id },
  load: async (db, items, { county }) => {
    const taken = await existing(
      db,
      'organisation',
      county,
      items.map((item) => item.subject),
    )
    return Promise.all(
      items.map(async (item) => ({ area: await countyArea(db, county), taken: taken.has(item.subject) })),
    )
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => (facts.taken ? [refuse('organisation.exists', ['§3.1.1'])] : []),
  apply: async (tx, items, { county }) => {
    await tx
      .insertInto('organisation')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.id,
          kind: input.kind,
          name: input.name,
          credit_code: input.creditCode ?? null,
          telephone: input.telephone ?? null,
          synthetic: input.synthetic ?? false,
          act: id,
        })),
      )
      .execute()
    return items.map(() => ({}))
  },
})

const openAccount = defineAct({
  kind: 'account.open',
  version: 1,
  input: OpenAccount,
  permission: 'account.open',
  clauses: ['§3.1.1', '§5.1'],
  subject: { type: 'account', of: (input) => input.id },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const names = items.flatMap((item) => (item.input ? [item.input.signIn] : []))
    // Asked through a function of the kernel's shared directory: names are unique over all counties.
    const taken = names.length
      ? await db.selectFrom('sign_in_name').select('name').where('name', 'in', names).execute()
      : []
    const known = await existing(
      db,
      'account',
      county,
      items.map((item) => item.subject),
    )
    const held = await heldRoles(
      db,
      county,
      items.flatMap((item) => item.input?.roles ?? []),
    )
    return items.map((item) => ({
      area,
      exists: known.has(item.subject),
      signInTaken: taken.some((row) => row.name === item.input?.signIn),
      wanted: (item.input?.roles ?? []).map(held),
    }))
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => (facts.exists ? [refuse('account.exists', ['§5.1'])] : []),
  check: (facts, { input }) => [...mayOpenAccount(facts, input), ...mayHold(facts.wanted, [])],
  apply: async (tx, items, context) => {
    const hashes = await Promise.all(items.map((item) => hashPassword(item.input.password)))
    const { county } = context
    await tx
      .insertInto('account')
      .values(
        items.map(({ id, input }, i) => ({
          county,
          id: input.id,
          sign_in: input.signIn,
          name: input.name,
          organisation: input.organisation ?? null,
          home: null,
          password_hash: hashes[i] ?? '',
          must_change_password: input.mustChangePassword,
          disabled_at: null,
          act: id,
        })),
      )
      .execute()
    await tx
      .insertInto('sign_in_name')
      .values(items.map(({ input }) => ({ name: input.signIn, county, account: input.id })))
      .execute()
    await insertGrants(
      tx,
      context,
      items.flatMap(({ id, input }) =>
        input.roles.map((held) => ({ act: id, account: input.id, id: newId(), held })),
      ),
    )
    return items.map(() => ({}))
  },
})

interface AccountFacts {
  area: string
  disabled: boolean
  self: boolean
  roles: { id: string; role: RoleName }[]
  wanted: HeldRole[]
}

async function loadAccounts(
  db: ReadDb,
  items: readonly { subject: string; input?: object }[],
  { county, actor }: ActContext,
): Promise<(AccountFacts | undefined)[]> {
  const area = await countyArea(db, county)
  const ids = items.map((item) => item.subject)
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'disabled_at'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute()
  const grants = await db
    .selectFrom('role_grant')
    .select(['id', 'account', 'role'])
    .where('county', '=', county)
    .where('account', 'in', ids)
    .execute()
  const asked = (input: object | undefined) => (input && 'held' in input ? [input.held as RoleInput] : [])
  const held = await heldRoles(
    db,
    county,
    items.flatMap((item) => asked(item.input)),
  )
  return items.map((item) => {
    const account = accounts.find((row) => row.id === item.subject)
    if (!account) return undefined
    return {
      area,
      disabled: account.disabled_at !== null,
      self: account.id === actor.id,
      roles: grants
        .filter((grant) => grant.account === account.id)
        .map((grant) => ({ id: grant.id, role: grant.role as RoleName })),
      wanted: asked(item.input).map(held),
    }
  })
}

const disableAccount = defineAct({
  kind: 'account.disable',
  version: 1,
  input: DisableAccount,
  permission: 'account.disable',
  clauses: ['§5.1'],
  subject: { type: 'account', of: (input) => input.account },
  load: loadAccounts,
  place: (facts) => ({ area: facts.area }),
  may: (facts) => [
    ...(facts.disabled ? [refuse('account.disabled-already', ['§5.1'])] : []),
    ...(facts.self ? [refuse('account.own', ['§5.1'])] : []),
  ],
  apply: async (tx, items, { county, now }) => {
    const ids = items.map((item) => item.subject)
    await tx
      .updateTable('account')
      .set({ disabled_at: now })
      .where('county', '=', county)
      .where('id', 'in', ids)
      .execute()
    await tx.deleteFrom('session').where('county', '=', county).where('account', 'in', ids).execute()
    return items.map(() => ({}))
  },
})

const grantRole = defineAct({
  kind: 'role.grant',
  version: 1,
  input: GrantRole,
  permission: 'role.grant',
  clauses: ['§3.1.1', '§5.1'],
  subject: { type: 'account', of: (input) => input.account },
  load: loadAccounts,
  place: (facts) => ({ area: facts.area }),
  may: (facts) => [
    ...(facts.disabled ? [refuse('account.disabled-already', ['§5.1'])] : []),
    ...(facts.self ? [refuse('account.own', ['§5.1'])] : []),
  ],
  check: (facts) =>
    mayHold(
      facts.wanted,
      facts.roles.map((held) => held.role),
    ),
  apply: async (tx, items, context) => {
    await insertGrants(
      tx,
      context,
      items.map(({ id, input }) => ({ act: id, account: input.account, id: input.id, held: input.held })),
    )
    return items.map(() => ({}))
  },
})

const withdrawRole = defineAct({
  kind: 'role.withdraw',
  version: 1,
  input: WithdrawRole,
  permission: 'role.withdraw',
  clauses: ['§5.1'],
  subject: { type: 'account', of: (input) => input.account },
  load: loadAccounts,
  place: (facts) => ({ area: facts.area }),
  may: (facts) => (facts.self ? [refuse('account.own', ['§5.1'])] : []),
  check: (facts, { input }) =>
    facts.roles.some((held) => held.id === input.grant) ? [] : [refuse('role.not-held', ['§5.1'])],
  apply: async (tx, items, { county }) => {
    await tx
      .deleteFrom('role_grant')
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map(({ input }) => input.grant),
      )
      .execute()
    return items.map(() => ({}))
  },
})

export const acts = [register, openAccount, disableAccount, grantRole, withdrawRole] as const

async function existing(db: ReadDb, table: 'organisation' | 'account', county: number, ids: string[]) {
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Looks up what the roles' places are, once for all; an area or organisation that is not there fits no role. */
async function heldRoles(db: ReadDb, county: number, wanted: readonly RoleInput[]) {
  const codes = wanted.flatMap((held) => (held.area ? [held.area] : []))
  const ids = wanted.flatMap((held) => (held.organisation ? [held.organisation] : []))
  const areas = codes.length
    ? await db
        .selectFrom('area')
        .select(['code', 'level'])
        .where('county', '=', county)
        .where('code', 'in', codes)
        .execute()
    : []
  const organisations = ids.length
    ? await db
        .selectFrom('organisation')
        .select(['id', 'kind'])
        .where('county', '=', county)
        .where('id', 'in', ids)
        .execute()
    : []
  return ({ role, area, organisation }: RoleInput): HeldRole =>
    organisation
      ? { role, organisationKind: organisations.find((row) => row.id === organisation)?.kind ?? 'unknown' }
      : { role, areaLevel: areas.find((row) => row.code === area)?.level ?? 'unknown' }
}

async function insertGrants(
  tx: WriteDb,
  { county }: ActContext,
  grants: readonly { act: string; account: string; id: string; held: RoleInput }[],
): Promise<void> {
  if (grants.length === 0) return
  await sql`
    insert into role_grant (county, account, id, role, area, organisation, home, act)
    select ${county}, g.account, g.id, g.role, g.area, g.organisation, null, g.act
      from unnest(${grants.map((g) => g.account)}::uuid[], ${grants.map((g) => g.id)}::uuid[],
                  ${grants.map((g) => g.held.role)}::text[], ${grants.map((g) => g.held.area ?? null)}::text[],
                  ${grants.map((g) => g.held.organisation ?? null)}::uuid[], ${grants.map((g) => g.act)}::uuid[])
           as g (account, id, role, area, organisation, act)`.execute(tx)
}
