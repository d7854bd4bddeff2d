import { sql } from 'kysely'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { type Day, dayOf } from '../../../kernel/dates/day.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { moveHomes } from '../../households/public.ts'
import { CorrectParts, InstallParts } from '../model.ts'
import { keepParts, partsOf } from '../parts.ts'
import {
  checkCorrectedParts,
  checkInstallParts,
  mayCorrectParts,
  mayInstallParts,
  type PartsFacts,
} from '../rules/parts.ts'
import { totalM2 } from '../rules/parts-entered.ts'
import { keepCrews } from './crew.ts'
import { loadInstalled } from './installed-facts.ts'

async function loadParts(
  db: ReadDb,
  items: readonly ActItem<{ installedOn?: Day | undefined }>[],
  { county }: ActContext,
): Promise<(PartsFacts | undefined)[]> {
  const parts = await partsOf(
    db,
    county,
    items.map(({ subject }) => subject),
  )
  const found = await loadInstalled(db, county, items)
  return found.map(
    (facts) =>
      facts && {
        ...facts,
        parts: (parts.get(facts.home.id) ?? []).map(({ part, areaM2 }) => ({ part, areaM2 })),
      },
  )
}

const installedOn = ({
  input,
  happenedAt,
}: {
  input: { installedOn?: Day | undefined }
  happenedAt: Date
}): Day => input.installedOn ?? dayOf(happenedAt)

/** §1.2: what was built by area, part by part, with its materials and the home before and after. */
export const installParts = defineAct({
  kind: 'home.install-parts',
  version: 1,
  input: InstallParts,
  permission: 'home.install',
  clauses: ['§1.2', '§3.3.1', '§3.2.3'],
  evidence: ['photo', 'document'],
  subject: { type: 'home', of: (input) => input.home },
  load: loadParts,
  place: ({ home }) => ({ organisations: [home.contractor] }),
  may: mayInstallParts,
  check: (facts, item, context) =>
    checkInstallParts(facts, { ...item.input, installedOn: installedOn(item) }, item.evidence, context),
  apply: async (tx, items, { county, actor }) => {
    await sql`
      insert into installation (county, home, contractor, installed_on, installed_by, install_act, photos)
      select ${county}, i.home, i.contractor, i.day, ${actor.id}, i.act, i.photos
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.facts.home.contractor)}::uuid[],
                    ${items.map(installedOn)}::date[], ${items.map((i) => i.id)}::uuid[],
                    ${items.map(({ input: { before, after } }) => JSON.stringify({ before, after }))}::jsonb[])
               as i (home, contractor, day, act, photos)`.execute(tx)
    await keepParts(
      tx,
      county,
      items.map(({ id, subject, input }) => ({ home: subject, act: id, parts: input.parts })),
    )
    await tx
      .insertInto('installation_material')
      .values(
        items.flatMap(({ id, subject, input }) =>
          input.materials.map((material) => ({ county, id: newId(), home: subject, act: id, ...material })),
        ),
      )
      .execute()
    await keepCrews(tx, county, items)
    await moveHomes(
      tx,
      county,
      items.map(({ subject }) => subject),
      'installed',
    )
    return items.map(({ input }) => ({ result: { areaM2: totalM2(input.parts) } }))
  },
})

/** Measured anew before the supervisor has passed it; the firm's own check has to cover what is there now. */
export const correctParts = defineAct({
  kind: 'home.correct-parts',
  version: 1,
  input: CorrectParts,
  permission: 'home.correct-devices',
  clauses: ['§1.2', '§3.3.1', '§4.2'],
  evidence: ['photo'],
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, context) =>
    loadParts(
      db,
      items.map((item) => ({ ...item, input: undefined })),
      context,
    ),
  place: ({ home }) => ({ organisations: [home.contractor] }),
  may: mayCorrectParts,
  check: (facts, { input }, context) => checkCorrectedParts(facts, input.parts, context),
  apply: async (tx, items, { county }) => {
    await keepParts(
      tx,
      county,
      items.map(({ id, subject, input }) => ({ home: subject, act: id, parts: input.parts })),
    )
    const homes = items.map(({ subject }) => subject)
    await sql`
      update installation set self_checked_on = null, self_checked_by = null, self_check = null, self_check_act = null
       where county = ${county} and home = any(${homes}::uuid[])`.execute(tx)
    await moveHomes(tx, county, homes, 'installed')
    return items.map(({ input }) => ({ result: { areaM2: totalM2(input.parts) } }))
  },
})
