import { sql } from 'kysely'
import type { z } from 'zod'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { levelOf } from '../../../kernel/standards/area-code.ts'
import { countyArea } from '../../organisations/public.ts'
import { ScreenRegister } from '../model/register.ts'
import { renumberAccounts } from './renumber-accounts.ts'
import { type ToScreenAgain, toScreenAgain } from './to-screen-again.ts'
import { ownArea } from './own-area.ts'
import { type ScreenedHomes, screenHomes } from './screen-homes.ts'
import { partnersOf } from './shared-keys.ts'

interface Facts {
  area: string
  which: ScreenedHomes
}

/** Screens the register, an area of it, or homes and whoever shares a key with them (§4.1b, §4.4, §2.3). */
export const screenRegister = defineAct({
  kind: 'register.screen',
  version: 1,
  input: ScreenRegister,
  permission: 'register.screen',
  clauses: ['§3.1.3d', '§4.1b', '§4.4', '§2.3'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, context) => {
    const facts: (Facts | undefined)[] = []
    for (const item of items) facts.push(await loadScreening(db, item, context))
    return facts
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  apply: async (tx, items, context) => {
    const effects = []
    // A grid register delivered or taken back may have given accounts other numbers.
    const renumbered = items.some(({ input }) => input.area !== undefined)
      ? await renumberAccounts(tx, context.county)
      : []
    for (const { id, facts } of items) {
      const { touched, result } = await screenHomes(tx, context, id, facts.which)
      effects.push({
        touched: touched.map((home) => ({ type: 'home', id: home })),
        result: { ...result, ...(effects.length === 0 && tellRenumbered(renumbered)) },
      })
    }
    return effects
  },
})

/** What the act tells whoever compares homes by their accounts. */
const tellRenumbered = (homes: readonly string[]): { renumbered?: ToScreenAgain } =>
  homes.length > 0 ? { renumbered: toScreenAgain(homes) } : {}

async function loadScreening(
  db: ReadDb,
  item: ActItem<z.output<typeof ScreenRegister>>,
  { county, actor }: ActContext,
): Promise<Facts | undefined> {
  const { input } = item
  if (!input) {
    const area = ownArea(actor)
    return area === undefined ? undefined : { area, which: { homes: [] } }
  }
  if (input.area !== undefined) {
    const level = levelOf(input.area)
    const which =
      level === 'county'
        ? ({ all: true } as const)
        : level === 'town'
          ? { town: input.area }
          : { village: input.area }
    return { area: input.area, which }
  }
  const county12 = await countyArea(db, county)
  const homes = input.homes ?? []
  const { rows: places } = await sql<{ village: string; town: string }>`
    select distinct village, town from home where county = ${county} and id = any(${homes}::uuid[])`.execute(
    db,
  )
  const [first] = places
  const area =
    first === undefined
      ? (ownArea(actor) ?? county12)
      : places.length === 1
        ? first.village
        : places.every((place) => place.town === first.town)
          ? first.town
          : county12
  return { area, which: { homes: [...homes, ...(await partnersOf(db, county, homes))] } }
}
