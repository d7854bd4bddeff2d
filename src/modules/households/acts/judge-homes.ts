import { createHash } from 'node:crypto'
import type { ActContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Facts } from '../../../kernel/pack/condition.ts'
import { isPast } from '../../../kernel/pack/facts.ts'
import { answerOfMasks, columnsOf, compileRules } from '../../../kernel/pack/columns.ts'
import { type SaidOfHome, saidOfHomes } from '../../sources/public.ts'
import { findVillages, type VillageStateRow } from '../../villages/public.ts'
import { type Line, lines } from '../model/fields.ts'
import { kinDecided } from '../rules/family.ts'
import { factsOfHome, type FactSources, type SettledFact, storedFacts } from '../rules/facts.ts'
import { duplicateBits, screeningGroup } from '../rules/groups.ts'
import { confirmedHeatingKeys, duplicatesOf, type KeyedHome, type SharedKeys } from './shared-keys.ts'

/** A home as screening reads it: what its own columns say. */
export interface HomeToJudge
  extends KeyedHome,
    Pick<
      FactSources,
      | 'appliedOn'
      | 'householder'
      | 'titleOwner'
      | 'accountHolder'
      | 'actualResident'
      | 'permanentlyResident'
      | 'helpedBefore'
      | 'wishes'
      | 'dwellingKind'
      | 'inDemolitionPlan'
      | 'formerHeating'
      | 'matchFlags'
    > {
  id: string
  line: Line
  village: string
  /** As the application writes it; `account_key` is what it is compared by. */
  accountNumber: string | null
  address: string
  titleKind: string | null
  titleNumber: string | null
}

export interface Judged<H> {
  home: H
  group: string
  answer: 'yes' | 'no' | 'unknown'
  /** A bit per rule of the group, as signed 32-bit integers. */
  failed: number
  unknown: number
  duplicates: number
  /** JSON of the facts, as `screening` keeps them. */
  facts: string
  /** Digest of all of it and the pack: equal where there is nothing new to write. */
  as: Buffer
}

/** What the register shows beside homes: keys they share, and what was settled for them. */
interface Beside {
  shared: SharedKeys
  settled: ReadonlyMap<string, readonly SettledFact[]>
}

/** How to find the facts of each of these homes; what they need beside their own columns is read at once. */
export async function factsFinder<H extends HomeToJudge>(
  db: ReadDb,
  county: number,
  homes: readonly H[],
  { shared, settled }: Beside,
): Promise<(home: H) => { duplicates: number; facts: Facts }> {
  const villages = await findVillages(db, county, [...new Set(homes.map((home) => home.village))])
  const building = homes.filter((home) => home.line === 'building')
  const heating = await confirmedHeatingKeys(db, county, building)
  const found = await saidOfHomes(
    db,
    county,
    homes.map((home) => ({ ...home, idNumberIndex: home.id_number_index })),
  )
  const said = new Map(homes.map((home, at) => [home.id, found[at] ?? {}]))
  return (home) => {
    const kin = kinDecided(shared.kin.of(home), home.matchFlags)
    const shares = duplicatesOf(home, shared)
    const duplicates = kin?.standing === 'apart' ? shares & ~duplicateBits.family : shares
    const sources = {
      ...sourcesOf(home, duplicates, villages.get(home.village), heating, said.get(home.id) ?? {}),
      kin,
    }
    return { duplicates, facts: factsOfHome(sources, settled.get(home.id) ?? []) }
  }
}

/** Screens homes under the pack in force, a whole column at a time; nothing is written. */
export async function judgeHomes<H extends HomeToJudge>(
  db: ReadDb,
  context: Pick<ActContext, 'county' | 'pack' | 'today'>,
  homes: readonly H[],
  beside: Beside,
): Promise<Judged<H>[]> {
  const { county, pack, today } = context
  const factsOf = await factsFinder(db, county, homes, beside)
  const hasExpired = (name: string, since: Day) => {
    const definition = pack.facts[name]
    return definition !== undefined && isPast(definition, since, today)
  }
  const judged: Judged<H>[] = []
  for (const line of lines) {
    const group = screeningGroup(line)
    const own = homes.filter((home) => home.line === line)
    if (own.length === 0) continue
    const found = own.map(factsOf)
    const masks = compileRules(pack, group, today).evaluateColumns(
      columnsOf(
        pack,
        group,
        found.map(({ facts }) => facts),
        today,
      ),
      own.length,
    )
    own.forEach((home, i) => {
      const [failed, unknown] = [masks.failed[i] ?? 0, masks.unknown[i] ?? 0]
      const stored = JSON.stringify(storedFacts(found[i]?.facts ?? {}, hasExpired))
      judged.push({
        home,
        group,
        answer: answerOfMasks(failed, unknown),
        failed: failed | 0,
        unknown: unknown | 0,
        duplicates: found[i]?.duplicates ?? 0,
        facts: stored,
        as: digestOf(`${pack.digest}\n${group}\n${failed}\n${unknown}\n${stored}`),
      })
    })
  }
  return judged
}

const sourcesOf = (
  home: HomeToJudge,
  duplicates: number,
  village: VillageStateRow | undefined,
  heating: { has(home: KeyedHome): boolean },
  said: SaidOfHome,
): Omit<FactSources, 'kin'> => ({
  line: home.line,
  appliedOn: home.appliedOn,
  confirmedOn: home.confirmed_on,
  householder: home.householder,
  titleOwner: home.titleOwner,
  accountHolder: home.accountHolder,
  hasIdNumber: home.id_number_index !== null,
  hasAccountNumber: home.account_key !== null,
  hasTitle: home.titleKind !== null || home.titleNumber !== null,
  hasTitleKey: home.title_index !== null,
  actualResident: home.actualResident,
  permanentlyResident: home.permanentlyResident,
  helpedBefore: home.helpedBefore,
  wishes: home.wishes,
  dwellingKind: home.dwellingKind,
  inDemolitionPlan: home.inDemolitionPlan,
  formerHeating: home.formerHeating,
  matchFlags: home.matchFlags,
  villageDemolition: village?.demolitionPlanned ?? null,
  demolitionList: village?.demolitionList ?? null,
  said,
  duplicates,
  inHeatingPlan: home.line === 'building' && heating.has(home),
})

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest().subarray(0, 16)
