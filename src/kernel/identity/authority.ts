import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

/** A role and where it holds: an area, an organisation's own work, or one home. */
export interface Grant {
  role: string
  area?: string
  organisation?: string
  home?: string
}

export interface Actor {
  id: string
  county: number
  name: string
  organisation?: string
  home?: string
  grants: Grant[]
}

/** Which permissions each role carries; the business writes it down in one place. */
export type Roles = Record<string, { permissions: readonly string[] }>

/** Where a thing is: its 12-digit area code, the organisations that work on it, and the home it is or belongs to. */
export interface Place {
  area?: string
  organisations?: readonly (string | null | undefined)[]
  home?: string
}

/** The extent of one permission for one person. */
export interface Scope {
  areas: readonly string[]
  organisations: readonly string[]
  homes: readonly string[]
}

export function scopeOf(roles: Roles, actor: Actor, permission: string): Scope {
  const scope = { areas: [] as string[], organisations: [] as string[], homes: [] as string[] }
  for (const grant of actor.grants) {
    if (!roles[grant.role]?.permissions.includes(permission)) continue
    if (grant.area) scope.areas.push(grant.area)
    else if (grant.organisation) scope.organisations.push(grant.organisation)
    else if (grant.home) scope.homes.push(grant.home)
  }
  return scope
}

export const isEmpty = (scope: Scope): boolean =>
  scope.areas.length + scope.organisations.length + scope.homes.length === 0

/** Fixed lengths, not text prefixes of any length: town 3 never contains town 30. */
const areaStem = (code: string): string =>
  code.endsWith('000000') ? code.slice(0, 6) : code.endsWith('000') ? code.slice(0, 9) : code

export function covers(scope: Scope, place: Place): boolean {
  if (place.area !== undefined && scope.areas.some((area) => place.area?.startsWith(areaStem(area))))
    return true
  if (place.organisations?.some((o) => o != null && scope.organisations.includes(o))) return true
  return place.home !== undefined && scope.homes.includes(place.home)
}

/**
 * The scope as an SQL condition over the given columns. A dimension without a column matches nothing, and an
 * empty scope is false: forgetting one hides rows, never shows them.
 */
export function inScope(
  scope: Scope,
  columns: {
    town?: RawBuilder<unknown>
    village?: RawBuilder<unknown>
    organisations?: RawBuilder<unknown>[]
    home?: RawBuilder<unknown>
  },
): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = []
  for (const area of scope.areas) {
    const stem = areaStem(area)
    if (stem.length === 6) return sql<boolean>`true`
    if (stem.length === 9 && columns.town) parts.push(sql`${columns.town} = ${area}`)
    if (stem.length === 12 && columns.village) parts.push(sql`${columns.village} = ${area}`)
  }
  if (scope.organisations.length > 0)
    for (const column of columns.organisations ?? [])
      parts.push(sql`${column} = any(${[...scope.organisations]}::uuid[])`)
  if (scope.homes.length > 0 && columns.home)
    parts.push(sql`${columns.home} = any(${[...scope.homes]}::uuid[])`)
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`
}
