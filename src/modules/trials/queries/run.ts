import type { ReadDb } from '../../../kernel/database/database.ts'
import { defineQuery } from '../../../kernel/act/define.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { amount, hasParameter, type Pack } from '../../../kernel/pack/pack.ts'
import { subsidiesOf } from '../../../kernel/pack/subsidies.ts'
import { claimedEquipment } from '../../funds/public.ts'
import { settledSeasons } from '../../subsidies/public.ts'
import { findLots } from '../../suppliers/public.ts'
import { findVillages } from '../../villages/public.ts'
import { TrialOf } from '../model.ts'
import { type Cost, costOfHome, type Settled } from '../rules/cost.ts'
import { changedGroups, differencesOn } from '../rules/differences.ts'
import { type CostLine, costLines, figuresOf } from '../rules/summary.ts'
import { answerNames } from '../rules/trial.ts'
import { draftToTry, labelOf, type Trial, tryDraft } from '../trial.ts'

/** What the draft would change: who, by town and by rule, and what it costs. */
export const trialRun = defineQuery({
  name: 'trial.run',
  input: TrialOf,
  permission: 'policy.draft',
  run: async (db, input, context) => {
    const { county } = context
    const draft = await draftToTry(db, context, input)
    const said = { name: draft.name, stage: draft.stage, newest: draft.version }
    if (!draft.pack) return { ...said, trial: null }
    const trial = await tryDraft(db, context, input)
    const { before, after, day, reading, lines } = trial
    const figures = figuresOf(lines.map((line) => ({ ...line.register, ...line })))
    const areas = await db
      .selectFrom('area')
      .select(['code', 'name'])
      .where('county', '=', county)
      .where('level', '=', 'town')
      .execute()
    const names = new Map(areas.map(({ code, name }) => [code, name]))
    const money = await costsOf(db, county, trial)
    const groups = lines.map(({ group }) => group)
    const differences = groups.flatMap((group) => differencesOn(before, after, group, day))
    return {
      ...said,
      trial: {
        reading: reading.stamp,
        readAt: reading.readAt,
        day,
        homes: lines.reduce((sum, { register }) => sum + register.ids.length, 0),
        moves: figures.moves,
        stale: lines.reduce((sum, line) => sum + staleIn(line), 0),
        towns: figures.towns
          .map((town) => ({
            ...town,
            name: names.get(town.town) ?? town.town,
            cost: money.towns.get(town.town) ?? null,
          }))
          .sort((a, b) => (a.town < b.town ? -1 : 1)),
        rules: figures.rules.map(({ rule, moves }) => ({
          rule,
          moves,
          label: labelOf(trial, rule),
          difference: differences.find((one) => one.rule === rule) ?? null,
        })),
        /** Rules that were changed and turn nobody's answer. */
        idle: differences.filter(({ rule }) => !figures.rules.some((turned) => turned.rule === rule)),
        otherGroups: changedGroups(before, after, groups, day),
        cost: money.cost,
        settled: money.settled,
        assumed: money.assumed,
      },
    }
  },
})

/** Homes that stand otherwise than the pack in force would answer on that day, by time or because nobody screened them. */
const staleIn = ({ register, tried }: Trial['lines'][number]): number =>
  register.answers.reduce(
    (sum, answer, row) => sum + Number(answer !== answerNames[tried.answersBefore[row] ?? 0]),
    0,
  )

interface BothCosts {
  before: Cost
  after: Cost
}

/** What the homes that answer yes cost at most under either pack; building retrofits are paid by the area accepted, which is not known yet. */
async function costsOf(db: ReadDb, county: number, { before, after, day, lines }: Trial) {
  const heating = lines.find(({ register }) => register.line === 'heating')
  const prices = await lotPrices(db, county, [...new Set(heating?.register.villages ?? [])])
  const settled = await settledOf(db, county, heating?.register.ids ?? [])
  const counted = heating
    ? costLines(
        { ...heating.register, tried: heating.tried },
        (village) => prices.of.get(village) ?? prices.mean,
        (home) => settled.of.get(home) ?? nothingSettled,
      )
    : []
  const costs = [before, after].map((pack) => costsUnder(pack, day))
  const towns = new Map<string, BothCosts>()
  const cost = noCosts()
  let known = true
  for (const line of counted) {
    const [was, is] = costs.map((costOf) => costOf(line))
    if (!was || !is) {
      known = false
      break
    }
    const own = towns.get(line.town) ?? noCosts()
    towns.set(line.town, own)
    for (const sum of [own, cost]) addCosts(sum, line, was, is)
  }
  const mostUnits = [before, after].map((pack) => mostUnitsOf(pack, day))
  return {
    towns: known ? towns : new Map<string, BothCosts>(),
    cost: known ? cost : null,
    /** What is settled of the same homes and no draft changes: left out of the costs. */
    settled: settled.sums,
    assumed: {
      /** Homes counted at the mean price of the awarded lots, and at the cap where no lot is awarded at all. */
      atMeanPrice: prices.mean === null ? 0 : homesWhere(heating, (village) => !prices.of.has(village)),
      meanPriceFen: prices.mean,
      withoutUnits: heating ? countYes(heating, (row) => heating.register.units[row] === 0) : 0,
      mostUnits: { before: mostUnits[0] ?? null, after: mostUnits[1] ?? null },
    },
  }
}

const nothingSettled: Settled = { isClaimed: false, seasons: 0 }

/** What of the homes' money stands in claims and batches. */
async function settledOf(db: ReadDb, county: number, homes: readonly string[]) {
  const [claims, seasons] = [await claimedEquipment(db, county), await settledSeasons(db, county)]
  const asked = new Set(homes)
  const of = new Map<string, Settled>()
  const sums = { claimedHomes: 0, equipmentFen: 0, seasons: 0, operatingFen: 0 }
  for (const { home, amountFen } of claims) {
    if (!asked.has(home)) continue
    of.set(home, { isClaimed: true, seasons: 0 })
    sums.claimedHomes++
    sums.equipmentFen += amountFen
  }
  for (const { home, seasons: count, amountFen } of seasons) {
    if (!asked.has(home)) continue
    of.set(home, { isClaimed: of.has(home), seasons: count })
    sums.seasons += count
    sums.operatingFen += amountFen
  }
  return { of, sums }
}

const noCosts = (): BothCosts => ({
  before: { equipmentFen: 0, operatingFen: 0 },
  after: { equipmentFen: 0, operatingFen: 0 },
})

function addCosts(sum: BothCosts, line: CostLine, was: Cost, is: Cost): void {
  sum.before.equipmentFen += line.before * was.equipmentFen
  sum.before.operatingFen += line.before * was.operatingFen
  sum.after.equipmentFen += line.after * is.equipmentFen
  sum.after.operatingFen += line.after * is.operatingFen
}

type Line = Trial['lines'][number]

/** Of the homes that answer yes under the draft. */
const countYes = ({ tried }: Line, fits: (row: number) => boolean): number =>
  tried.answersAfter.reduce((sum, answer, row) => sum + Number(answer === 2 && fits(row)), 0)

const homesWhere = (line: Line | undefined, fits: (village: string) => boolean): number =>
  line ? countYes(line, (row) => fits(line.register.villages[row] ?? '')) : 0

/** What a unit costs in each village whose lot is awarded, and in the middle of all awarded lots. */
async function lotPrices(db: ReadDb, county: number, villages: readonly string[]) {
  const found = await findVillages(db, county, villages)
  const lots = await findLots(
    db,
    county,
    [...found.values()].flatMap(({ lot }) => lot ?? []),
  )
  const of = new Map(
    villages.flatMap((village): [string, number][] => {
      const lot = found.get(village)?.lot
      const fen = lot ? lots.get(lot)?.unitPriceFen : null
      return fen == null ? [] : [[village, fen]]
    }),
  )
  const awarded = [...lots.values()].flatMap(({ unitPriceFen }) => unitPriceFen ?? [])
  const sum = awarded.reduce((all, fen) => all + fen, 0)
  return { of, mean: awarded.length === 0 ? null : Math.round(sum / awarded.length) }
}

/** How many machines of a home the pack pays at most, where it says so. */
function mostUnitsOf(pack: Pack, day: Day): number | null {
  const name = subsidiesOf(pack, 'equipment', day).find(({ of }) => of === 'price' || of === 'unit')?.mostOf
  return name !== undefined && hasParameter(pack, name, day) ? amount(pack, name, day) : null
}

/** Homes with the same units, price and settled seasons cost the same: a register reckons a few dozen times. */
function costsUnder(pack: Pack, day: Day): (home: Parameters<typeof costOfHome>[2]) => Cost | null {
  const known = new Map<string, Cost | null>()
  return ({ units, priceFen, isClaimed, seasons }) => {
    const key = `${units} ${priceFen} ${isClaimed} ${seasons}`
    let cost = known.get(key)
    if (cost === undefined) {
      cost = costOfHome(pack, day, { units, priceFen, isClaimed, seasons })
      known.set(key, cost)
    }
    return cost
  }
}
