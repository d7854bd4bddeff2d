import type { Day } from '../../../kernel/dates/day.ts'
import type { Fact, Facts, FactSource, SaidFact } from '../../../kernel/pack/condition.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { Said } from '../../../kernel/words/words.ts'
import type { SaidOfHome } from '../../sources/public.ts'
import type { DwellingKind, HomeField, Line } from '../model/fields.ts'
import type { Kin } from './family.ts'
import { type DuplicateKey, duplicateBits } from './groups.ts'
import { answerOfNames } from './names.ts'

/** What screening looks at of a home: its own columns, its village, and what the register shows beside it. */
export interface FactSources {
  line: Line
  appliedOn: Day
  /** Null until the home is confirmed. */
  confirmedOn: Day | null
  householder: string
  titleOwner: string | null
  accountHolder: string | null
  hasIdNumber: boolean
  hasAccountNumber: boolean
  hasTitle: boolean
  /** The title can be compared with others: its number is there and long enough. */
  hasTitleKey: boolean
  actualResident: boolean | null
  permanentlyResident: boolean | null
  helpedBefore: boolean | null
  wishes: boolean | null
  dwellingKind: DwellingKind | null
  inDemolitionPlan: boolean | null
  formerHeating: string | null
  /** The village's own mark, and the list of villages to be demolished that made it. */
  villageDemolition: boolean | null
  demolitionList: FactSource | null
  /** What the comparison sources in force say of the home. */
  said: SaidOfHome
  /** Bits of `duplicateBits`. */
  duplicates: number
  /** Another home of the householder's registered family; counts where its bit of `duplicates` is set. */
  kin: Kin | undefined
  /** What comparison with all records says; bits of `matchBits`. */
  matchFlags: number
  /** A confirmed heating application of the same family or house; asked for building homes only. */
  inHeatingPlan: boolean
}

/** What an official settled for a home; the newest of a fact. */
export interface SettledFact {
  fact: string
  /** Null: the evidence contradicts itself. */
  value: boolean | null
  since: Day
}

/** What a comparison of records says of a home, in `home.match_flags`: in question, or settled as the same. */
const matchBits = {
  personOpen: 1,
  personSame: 2,
  dwellingOpen: 4,
  dwellingSame: 8,
  helpedOpen: 16,
  helpedSame: 32,
  helpedOther: 64,
} as const

/** Which facts rest on which fields of the application, so that a correction supersedes what was settled about them. */
export const factsResting: Partial<Record<HomeField, readonly string[]>> = {
  actualResident: ['household.isActualResident'],
  permanentlyResident: ['household.permanentlyResident', 'dwelling.livedInAllYear'],
  helpedBefore: ['household.helpedBefore'],
  wishes: ['home.wishes'],
  idNumber: [
    'household.idNumberValid',
    'household.householderAlive',
    'duplicate.idNumber',
    'duplicate.family',
  ],
  householder: ['agreement.titleOwner', 'agreement.accountHolder'],
  titleOwner: ['agreement.titleOwner'],
  accountHolder: ['agreement.accountHolder'],
  accountNumber: [
    'account.numberWellFormed',
    'account.inGridRegister',
    'agreement.accountHolder',
    'duplicate.account',
  ],
  titleKind: ['title.present', 'duplicate.title'],
  titleNumber: ['title.present', 'duplicate.title'],
  inDemolitionPlan: ['dwelling.inDemolitionPlan'],
  dwellingKind: [
    'dwelling.isBusinessPremises',
    'dwelling.isCommercialEstate',
    'dwelling.isIllegalBuilding',
    'dwelling.isCollectiveBuilding',
  ],
  formerHeating: ['dwelling.cleanHeated'],
}

/**
 * The facts of a home. A blank is no fact: what was never asked refuses nobody and pays nobody. What an official
 * settled stands before what the application says.
 */
export function factsOfHome(home: FactSources, settledByOfficials: readonly SettledFact[]): Facts {
  const facts: Record<string, Fact> = home.line === 'heating' ? heatingFacts(home) : buildingFacts(home)
  for (const { fact, value, since } of settledByOfficials)
    facts[fact] = value === null ? inDoubt(facts[fact]) : { known: true, value, since }
  return home.confirmedOn === null ? facts : reliedOn(facts, home.confirmedOn)
}

/**
 * What a confirmed home was confirmed on, and what was settled for it later, stands: its papers were in date when it
 * counted. Only what comes to light since can speak against it.
 */
function reliedOn(facts: Record<string, Fact>, confirmedOn: Day): Record<string, Fact> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (!fact.known || !fact.since) return [name, fact]
      return [name, { ...fact, reliedOn: fact.since > confirmedOn ? fact.since : confirmedOn }]
    }),
  )
}

/** What an official put in doubt, with what was said of it until then. */
function inDoubt(before: Fact | undefined): Fact {
  const said = before?.known
    ? [{ value: before.value, ...(before.source && { source: before.source }) }]
    : before?.said
  return { known: false, conflicting: true, ...(said && { said }) }
}

function heatingFacts(home: FactSources): Record<string, Fact> {
  const facts: Record<string, Fact> = {}
  put(facts, 'household.isActualResident', home.actualResident)
  put(facts, 'household.permanentlyResident', home.permanentlyResident, home.appliedOn)
  helped(facts, home)
  matched(facts, 'duplicate.person', home.matchFlags, matchBits.personOpen, matchBits.personSame)
  matched(facts, 'duplicate.dwelling', home.matchFlags, matchBits.dwellingOpen, matchBits.dwellingSame)
  put(facts, 'home.wishes', home.wishes)
  // Only numbers that check are stored, so one that is there is valid.
  if (home.hasIdNumber) put(facts, 'household.idNumberValid', true)
  if (home.hasAccountNumber) put(facts, 'account.numberWellFormed', true)
  if (home.hasTitle) put(facts, 'title.present', true)
  demolition(facts, home)
  business(facts, home)
  const kind = home.dwellingKind
  if (kind !== null) {
    put(facts, 'dwelling.isCommercialEstate', kind === 'commercial-estate')
    put(facts, 'dwelling.isIllegalBuilding', kind === 'illegal')
    put(facts, 'dwelling.isCollectiveBuilding', kind === 'collective')
  }
  titleOwner(facts, home)
  account(facts, home)
  alive(facts, home)
  const has = (key: DuplicateKey) => (home.duplicates & duplicateBits[key]) !== 0
  if (home.hasIdNumber) put(facts, 'duplicate.idNumber', has('id'))
  if (home.hasAccountNumber) put(facts, 'duplicate.account', has('account'))
  if (home.hasTitleKey) put(facts, 'duplicate.title', has('title'))
  if (home.kin?.standing === 'apart') put(facts, 'duplicate.family', false)
  else if (home.kin && has('family')) family(facts, home.kin)
  return facts
}

function buildingFacts(home: FactSources): Record<string, Fact> {
  const facts: Record<string, Fact> = {}
  put(facts, 'dwelling.livedInAllYear', home.permanentlyResident)
  if (home.inHeatingPlan) put(facts, 'dwelling.inHeatingPlan', true)
  if (home.formerHeating !== null)
    put(facts, 'dwelling.cleanHeated', ['electric', 'gas', 'central'].includes(home.formerHeating))
  return facts
}

/**
 * §4.1b: who is found in an earlier year's list was helped before; while it is only likely, or the application says
 * otherwise, somebody has to look.
 */
function helped(facts: Record<string, Fact>, home: FactSources): void {
  const { matchFlags, said } = home
  if ((matchFlags & matchBits.helpedSame) !== 0) return put(facts, 'household.helpedBefore', true)
  // An official who looked found that the list means somebody else, whatever number it gives.
  const isOther = (matchFlags & matchBits.helpedOther) !== 0 && (matchFlags & matchBits.helpedOpen) === 0
  settled(facts, 'household.helpedBefore', [
    ...saidBy(home.helpedBefore),
    ...saidBy(said.helpedBefore && !isOther ? true : null, said.helpedBefore),
  ])
  const fact = facts['household.helpedBefore']
  const isLikely = (matchFlags & matchBits.helpedOpen) !== 0 && !(fact?.known && fact.value === true)
  if (isLikely && (!fact || fact.known))
    facts['household.helpedBefore'] = {
      known: false,
      conflicting: true,
      said: [...saidBy(home.helpedBefore), found],
    }
}

/** §4.1b: the form, the tariff of the account and a licence in force at the address, none before the others. */
function business(facts: Record<string, Fact>, { dwellingKind, said }: FactSources): void {
  const residential = said.grid?.account?.residential ?? null
  settled(facts, 'dwelling.isBusinessPremises', [
    ...saidBy(dwellingKind === null ? null : dwellingKind === 'business'),
    ...saidBy(residential === null ? null : !residential, said.grid),
    ...saidBy(said.business ? true : null, said.business),
  ])
}

/** §4.4: a name that only looks like the householder's is no answer; somebody looks at it and settles it. */
function titleOwner(facts: Record<string, Fact>, { householder, titleOwner: owner }: FactSources): void {
  const byForm = owner === null ? null : agrees(householder, owner)
  if (byForm === 'look') facts['agreement.titleOwner'] = { known: false, conflicting: true }
  else put(facts, 'agreement.titleOwner', byForm)
}

/**
 * §4.4: the account's holder is whom the grid company's register names. Where it names the householder, a slip in the
 * form's copy is none of the household's; where it names another and the form does not, or either name is only near,
 * somebody has to look.
 */
function account(facts: Record<string, Fact>, home: FactSources): void {
  const { householder, accountHolder, said, hasAccountNumber } = home
  const registered = said.grid?.account
  const byGrid = registered ? agrees(householder, registered.holder) : null
  const byForm = accountHolder === null || byGrid === true ? null : agrees(householder, accountHolder)
  const known = [...answered(byForm), ...answered(byGrid, said.grid)]
  if (byForm === 'look' || byGrid === 'look')
    facts['agreement.accountHolder'] = {
      known: false,
      conflicting: true,
      ...(known.length > 0 && { said: known }),
    }
  else settled(facts, 'agreement.accountHolder', known)
  put(facts, 'comparison.gridRegisterDelivered', said.grid ? true : null, undefined, said.grid)
  if (!said.grid || !hasAccountNumber) return
  // A slip of one digit from the householder's own account in the register is put right, not held against the family.
  const { mistyped } = said.grid
  if (!registered && mistyped)
    settled(facts, 'account.inGridRegister', [...saidBy(false, said.grid), ...saidBy(true, mistyped)])
  else put(facts, 'account.inGridRegister', registered?.active === true, undefined, said.grid)
}

function agrees(householder: string, other: string): boolean | 'look' {
  if (householder === other) return true
  const answer = answerOfNames(householder, other)
  return answer === 'look' ? answer : answer !== 'mismatch'
}

const answered = (value: boolean | 'look' | null, source?: FactSource): SaidFact[] =>
  saidBy(value === 'look' ? null : value, source)

/** A record of a death is not believed against an application of the living: somebody has to look. */
function alive(facts: Record<string, Fact>, { said: { recordedDead } }: FactSources): void {
  if (!recordedDead) return
  settled(facts, 'household.householderAlive', [...saidBy(true), ...saidBy(false, recordedDead)])
}

/** What the comparison of records finds likely. */
const found: SaidFact = { value: true, by: 'comparison' }

/** One statement, or none where nothing is said. */
const saidBy = (value: boolean | null, source?: FactSource): SaidFact[] =>
  value === null ? [] : [{ value, ...(source && { source: sourceOnly(source) }) }]

const sourceOnly = ({ id, kind, asOf, row }: FactSource): FactSource => ({
  id,
  kind,
  asOf,
  ...(row !== undefined && { row }),
})

/** Statements that agree make a fact known, by the list where one says so; that disagree make it unknown, with what was said. */
function settled(facts: Record<string, Fact>, name: string, said: readonly SaidFact[]): void {
  const [first] = said
  if (!first) return
  const { source } = said.find((one) => one.source) ?? {}
  facts[name] = said.every(({ value }) => value === first.value)
    ? { known: true, value: first.value, ...(source && { source }) }
    : { known: false, conflicting: true, said }
}

/**
 * §4.4: householder and spouse are one family. Grown children often stand in their parents' book and keep a household of
 * their own, as their application says: somebody has to look.
 */
function family(facts: Record<string, Fact>, { standing, source }: Kin): void {
  settled(facts, 'duplicate.family', [...(standing === 'one' ? [] : saidBy(false)), ...saidBy(true, source)])
}

/** Nothing found is no fact: the pack says what holds then. What is only likely is unknown, and flagged. */
function matched(facts: Record<string, Fact>, name: string, flags: number, open: number, same: number): void {
  if ((flags & same) !== 0) put(facts, name, true)
  else if ((flags & open) !== 0)
    facts[name] = { known: false, conflicting: true, said: [...saidBy(false), found] }
}

/** The list of villages to be demolished decides; where it says no and the application yes, somebody has to look. */
function demolition(facts: Record<string, Fact>, home: FactSources): void {
  const list = home.demolitionList ?? undefined
  if (home.villageDemolition === false && home.inDemolitionPlan === true)
    facts['dwelling.inDemolitionPlan'] = {
      known: false,
      conflicting: true,
      said: [...saidBy(true), ...(list ? saidBy(false, list) : [{ value: false, by: 'town' } as const])],
    }
  else if (home.villageDemolition !== null)
    put(facts, 'dwelling.inDemolitionPlan', home.villageDemolition, undefined, list)
  else put(facts, 'dwelling.inDemolitionPlan', home.inDemolitionPlan)
}

function put(
  facts: Record<string, Fact>,
  name: string,
  value: boolean | null,
  since?: Day,
  source?: FactSource,
): void {
  if (value !== null)
    facts[name] = {
      known: true,
      value,
      ...(since && { since }),
      ...(source && { source: sourceOnly(source) }),
    }
}

/** Facts the pack grants as an exception to a clause that holds in principle (§4.4). */
export const isException = (fact: string): boolean => fact.startsWith('exception.')

/** What an exception is called while nobody knows whether it will be granted. */
export const exceptionLabel = (pack: Pack, fact: string): Said =>
  pack.facts[fact]?.asked ?? pack.facts[fact]?.label ?? { zh: fact, en: fact }

type StoredFact =
  | boolean
  | number
  | string
  | { value: boolean | number | string; since?: Day; reliedOn?: Day; source?: FactSource }
  | { conflicting: true; said?: readonly SaidFact[] }

/**
 * Facts as they are kept: plain values where there is nothing else to say, sorted by name. The day a fact was relied on is
 * kept where it would have expired without: `isPast` by name and day.
 */
export function storedFacts(
  facts: Facts,
  isPast: (name: string, since: Day) => boolean = () => true,
): Record<string, StoredFact> {
  const stored: Record<string, StoredFact> = {}
  for (const name of Object.keys(facts).sort()) {
    const fact = facts[name]
    if (!fact) continue
    if (fact.known) {
      const { value, since, reliedOn, source } = fact
      const said = {
        ...(since && { since }),
        ...(since && reliedOn && isPast(name, since) && { reliedOn }),
        ...(source && { source }),
      }
      stored[name] = since || source ? { value, ...said } : value
    } else if (fact.conflicting) stored[name] = { conflicting: true, ...(fact.said && { said: fact.said }) }
  }
  return stored
}

/** The facts a screening was decided on, found again to the letter. */
export function factsFromStored(stored: unknown): Facts {
  return Object.fromEntries(
    Object.entries(stored as Record<string, StoredFact>).map(([name, fact]): [string, Fact] => {
      if (typeof fact !== 'object') return [name, { known: true, value: fact }]
      if ('conflicting' in fact)
        return [name, { known: false, conflicting: true, ...(fact.said && { said: fact.said }) }]
      const { value, since, reliedOn, source } = fact
      return [
        name,
        {
          known: true,
          value,
          ...(since && { since }),
          ...(reliedOn && { reliedOn }),
          ...(source && { source }),
        },
      ]
    }),
  )
}
