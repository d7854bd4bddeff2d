import { createHash } from 'node:crypto'
import { newId } from '../../src/kernel/identity/id.ts'
import type { Stage } from '../../src/modules/households/stages.ts'
import { county, type TestCounty } from './county.ts'

interface Given {
  village: string
  count: number
  stage?: Stage
  wantedUnits?: number | null
  line?: 'heating' | 'building'
}

/** What screening found of a home that qualifies, as far as payment asks it again. */
const qualifying = {
  'household.isActualResident': true,
  'household.permanentlyResident': true,
  'household.helpedBefore': false,
  'duplicate.idNumber': false,
  'duplicate.account': false,
  'duplicate.title': false,
  'duplicate.person': false,
  'duplicate.dwelling': false,
}

/**
 * Homes written straight into the register at a stage, for tests of what follows confirmation: the way there is the
 * households module's own test. Returns their ids in the order of the list.
 */
export async function confirmedHomes(
  { program }: TestCounty,
  { village, count, stage = 'confirmed', wantedUnits = 2, line = 'heating' }: Given,
): Promise<string[]> {
  const homes = Array.from({ length: count }, () => ({ id: newId(), screening: newId() }))
  await program.database.write(county, async (tx) => {
    const pack = await program.packs.inForceIn(tx, county)
    const { last } = await tx
      .selectFrom('home')
      .select((eb) => eb.fn.coalesce(eb.fn.max('sequence'), eb.lit(0)).as('last'))
      .where('county', '=', county)
      .where('village', '=', village)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('home')
      .values(
        homes.map(({ id, screening }, i) => ({
          county,
          id,
          town: `${village.slice(0, 9)}000`,
          village,
          sequence: last + i + 1,
          line,
          area_kind: 'rural' as const,
          householder: `模拟户${last + i + 1}`,
          householder_key: `模拟户${last + i + 1}`,
          householder_pinyin: 'monihu',
          householder_initials: 'mnh',
          address: `模拟街${last + i + 1}号`,
          wanted_units: wantedUnits,
          actual_resident: true,
          permanently_resident: true,
          helped_before: false,
          // Nobody else's: as a key is kept, of any text.
          id_number_index: createHash('sha256').update(id).digest(),
          title_index: createHash('sha256').update(`title ${id}`).digest('hex'),
          account_key: id,
          screening,
          stage,
          answer: 'yes' as const,
          applied_on: '2023-04-20',
          confirmed_on: stage === 'applied' ? null : '2023-06-20',
          synthetic: true,
          act: newId(),
        })),
      )
      .execute()
    await tx
      .insertInto('screening')
      .values(
        homes.map(({ id: home, screening }) => ({
          county,
          id: screening,
          home,
          rule_group: `eligibility.${line}`,
          answer: 'yes' as const,
          failed_rules: 0,
          unknown_rules: 0,
          decided_on: '2023-06-01',
          pack: pack.digest,
          facts: line === 'heating' ? JSON.stringify(qualifying) : '{}',
          act: newId(),
        })),
      )
      .execute()
  })
  return homes.map(({ id }) => id)
}
