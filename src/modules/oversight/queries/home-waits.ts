import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { covers, isEmpty, type Scope, scopeOf } from '../../../kernel/identity/authority.ts'
import { roles } from '../../organisations/public.ts'
import { workItems } from '../rules/work.ts'
import { type HomeWorkKey, isOnHomes, isWaiting, within } from './home-work.ts'

/** Somebody who answers: a role, where it is held, and by whom. */
interface Holder {
  role: string
  office: string
  names: string[]
}

interface Grant extends Holder {
  area: string | null
  organisation: string | null
}

/** What waits on a home for somebody else than who asks, and with whom each lies. */
export const workElsewhere = defineQuery({
  name: 'work.elsewhere',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const { county, actor, scope } = context
    const { rows } = await sql<{ village: string; contractor: string | null; supervisor: string | null }>`
      select h.village, h.contractor, h.supervisor from home h
       where h.county = ${county} and h.id = ${home} and ${within(scope)}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    const place = { area: row.village, organisations: [row.contractor, row.supervisor], home }
    const held = (await grantsOf(db, county))
      .map((grant) => ({ grant, scopeFor: scopesOf(grant) }))
      .filter(({ scopeFor }) => workItems.some(({ permission }) => covers(scopeFor(permission), place)))
    const asked = workItems.flatMap(({ key, permission }) => {
      if (!isOnHomes(key)) return []
      const own = scopeOf(roles, actor, permission)
      const others = held.filter(({ scopeFor }) => covers(scopeFor(permission), place))
      return [
        { key, holder: undefined, scope: own },
        ...others.map(({ grant, scopeFor }) => ({ key, holder: grant, scope: scopeFor(permission) })),
      ].filter((one) => !isEmpty(one.scope))
    })
    if (asked.length === 0) return []
    const columns = asked.map(
      (one, at) => sql`${isWaiting(one.key, home, one.scope, context)} as ${sql.ref(`w${at}`)}`,
    )
    const { rows: found } = await sql<Record<string, boolean>>`select ${sql.join(columns)}`.execute(db)
    const waiting = asked.filter((_, at) => found[0]?.[`w${at}`] === true)
    const mine = new Set(waiting.filter(({ holder }) => !holder).map(({ key }) => key))
    // What others decide on papers that are mine to bring does not wait for them yet.
    const isOthers = (key: HomeWorkKey) =>
      !mine.has(key) && !(key === 'duplicates-on-papers' && mine.has('duplicate-papers'))
    const keys = [...new Set(waiting.map(({ key }) => key))].filter(isOthers)
    return keys.map((key) => ({
      key,
      holders: waiting.flatMap(({ key: other, holder }): Holder[] =>
        other === key && holder ? [{ role: holder.role, office: holder.office, names: holder.names }] : [],
      ),
    }))
  },
})

const scopesOf =
  ({ role, area, organisation }: Grant) =>
  (permission: string): Scope =>
    roles[role as keyof typeof roles]?.permissions.some((one) => one === permission)
      ? { areas: area ? [area] : [], organisations: organisation ? [organisation] : [], homes: [] }
      : { areas: [], organisations: [], homes: [] }

/** Who holds which role where, households left out. */
async function grantsOf(db: ReadDb, county: number): Promise<Grant[]> {
  const { rows } = await sql<Grant>`
    select g.role, g.area, g.organisation, coalesce(o.name, a.name, '') as office, array_agg(p.name order by p.id) as names
      from role_grant g
      join account p on p.county = ${county} and p.id = g.account and p.disabled_at is null
      left join area a on a.county = ${county} and a.code = g.area
      left join organisation o on o.county = ${county} and o.id = g.organisation
     where g.county = ${county} and g.home is null
     group by g.role, g.area, g.organisation, o.name, a.name
     order by g.area desc nulls last, g.role`.execute(db)
  return rows
}
