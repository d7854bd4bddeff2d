import type { Day } from '../dates/day.ts'
import type { MeasuredWorks, Pack } from './pack.ts'
import type { Subsidy } from './schema.ts'

const unsaid = { clauses: ['§4.2'], label: { zh: '建设补贴', en: 'Equipment subsidy' } }

/** What packs from before there was `subsidies.yaml` meant by the names of their parameters. */
const beforeThereWasAFile: readonly Subsidy[] = [
  {
    ...unsaid,
    id: 'equipment',
    pays: 'equipment',
    of: 'price',
    rateOf: 'equipment.subsidyPercent',
    mostOf: 'equipment.subsidisedUnits',
    capOf: 'equipment.subsidyCapFen',
  },
  {
    id: 'operating',
    pays: 'operating',
    label: { zh: '运行补贴', en: 'Operating subsidy' },
    clauses: ['§4.3'],
    of: 'kWh',
    rateOf: 'operating.rateFenPerKwh',
    mostOf: 'operating.capKwh',
  },
]

/** All subsidies of a pack, whenever they are of force. */
export const statedSubsidies = (pack: Pack): readonly Subsidy[] =>
  pack.subsidies.length > 0 ? pack.subsidies : beforeThereWasAFile

/** How a pack reckons a subsidy on a day: the machines of a home, or one season of its heating. */
export const subsidiesOf = (pack: Pack, pays: Subsidy['pays'], day: Day): Subsidy[] =>
  statedSubsidies(pack).filter(
    (each) =>
      each.pays === pays &&
      (each.from === undefined || each.from <= day) &&
      (each.until === undefined || day <= each.until),
  )

/** Of works in measured parts the line says rate and cap where it says the parts (§1.2). */
export const subsidyOfWorks = ({ rateOf, capOf }: Pick<MeasuredWorks, 'rateOf' | 'capOf'>): Subsidy => ({
  ...unsaid,
  id: 'works',
  pays: 'equipment',
  of: 'm2',
  rateOf,
  capOf,
  upToPrice: true,
})

/** The parameters a subsidy is reckoned with, in the order people read them, and where in it each stands. */
export const figuresOf = (each: Subsidy): { name: string; path: (string | number)[]; is: Figure }[] =>
  [
    { name: each.rateOf, path: ['rateOf'], is: 'rate' as const },
    ...(each.tiers ?? []).flatMap(({ rateOf, toOf }, i) => [
      { name: rateOf, path: ['tiers', i, 'rateOf'], is: 'rate' as const },
      { name: toOf, path: ['tiers', i, 'toOf'], is: 'quantity' as const },
    ]),
    ...(each.steps ?? []).flatMap(({ fromOf, amountOf }, i) => [
      { name: fromOf, path: ['steps', i, 'fromOf'], is: 'quantity' as const },
      { name: amountOf, path: ['steps', i, 'amountOf'], is: 'sum' as const },
    ]),
    { name: each.aboveOf, path: ['aboveOf'], is: 'quantity' as const },
    { name: each.mostOf, path: ['mostOf'], is: 'quantity' as const },
    { name: each.capOf, path: ['capOf'], is: 'sum' as const },
    { name: each.seasonsOf, path: ['seasonsOf'], is: 'seasons' as const },
    { name: each.bySeasonOf, path: ['bySeasonOf'], is: 'percentages' as const },
    ...(each.split ?? []).map(({ percentOf }, i) => ({
      name: percentOf,
      path: ['split', i, 'percentOf'],
      is: 'percent' as const,
    })),
  ].flatMap(({ name, ...rest }) => (name === undefined ? [] : [{ name, ...rest }]))

export type Figure = 'rate' | 'quantity' | 'sum' | 'seasons' | 'percentages' | 'percent'
