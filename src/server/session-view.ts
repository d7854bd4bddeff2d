import type { FoundSession } from '../kernel/identity/sessions.ts'
import { programmeId } from '../modules/policy/public.ts'
import type { Program } from './program.ts'

/** Who is signed in, where their duties lie and what they may do: what a screen needs to draw itself. */
export async function describeSession(program: Program, session: FoundSession, demo: boolean) {
  const { actor } = session
  const { county, areas, organisations } = await program.database.read(actor.county, async (db) => {
    const codes = actor.grants.flatMap((grant) => (grant.area ? [grant.area] : []))
    const firms = actor.grants.flatMap((grant) => (grant.organisation ? [grant.organisation] : []))
    return {
      county: await db
        .selectFrom('county')
        .select(['id', 'code', 'name'])
        .where('id', '=', actor.county)
        .executeTakeFirstOrThrow(),
      areas: codes.length
        ? await db
            .selectFrom('area')
            .select(['code', 'name', 'level'])
            .where('county', '=', actor.county)
            .where('code', 'in', codes)
            .execute()
        : [],
      organisations: firms.length
        ? await db
            .selectFrom('organisation')
            .select(['id', 'name'])
            .where('county', '=', actor.county)
            .where('id', 'in', firms)
            .execute()
        : [],
    }
  })
  const pack = await program.packs.inForce(actor.county)
  const permissions = new Set(actor.grants.flatMap((grant) => program.roles[grant.role]?.permissions ?? []))
  return {
    account: { id: actor.id, name: actor.name, home: actor.home ?? null },
    county,
    today: program.clock.today(),
    programme: programmeId(actor.county),
    pack: { id: pack.id, digest: pack.digest },
    grants: actor.grants.map((grant) => ({
      ...grant,
      areaName: areas.find((area) => area.code === grant.area)?.name,
      organisationName: organisations.find((o) => o.id === grant.organisation)?.name,
    })),
    permissions: [...permissions].sort(),
    mustChangePassword: session.mustChangePassword,
    csrfToken: session.csrfToken,
    demo,
  }
}
