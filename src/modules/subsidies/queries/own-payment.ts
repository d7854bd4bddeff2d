import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Fact } from '../../../kernel/pack/condition.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { hasParameter, type Pack, parameter, type ParameterInForce } from '../../../kernel/pack/pack.ts'
import type { FactDefinition } from '../../../kernel/pack/schema.ts'
import { figuresOf, subsidiesOf } from '../../../kernel/pack/subsidies.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { paymentDecisions } from '../../funds/public.ts'
import {
  coalFoundIn,
  findHomes,
  type Origin,
  ownQuestion,
  type OwnQuestion,
  placesOf,
} from '../../households/public.ts'
import { doubtFacts, doubtsOf } from '../../photographs/public.ts'
import { devicesOf } from '../../works/public.ts'

export interface OwnPayments {
  /** Whether either subsidy may be paid as things stand today; none before the home is accepted (§3.3.4, §4.2). */
  questions: OwnQuestion[]
  /** The home is on its road, and nobody has asked yet whether anything may be paid. */
  isBeforeAcceptance: boolean
  /** By which values it is reckoned. */
  rates: (ParameterInForce & { label: Said })[]
}

/** What the amounts are reckoned by, and how many seasons the rules of payment allow where the pack limits them. */
const rateNames = (pack: Pack, day: Day): string[] => [
  ...new Set([
    ...(['equipment', 'operating'] as const)
      .flatMap((pays) => subsidiesOf(pack, pays, day))
      .flatMap((each) => figuresOf(each).map(({ name }) => name)),
    'operating.seasons',
  ]),
]

/** May the home be paid, what is missing and by which values: for the family, today (§3.3.2a–c, §3.3.4, §4.3). */
export async function ownPayments(
  db: ReadDb,
  { county, pack, today, homeFacts }: Pick<QueryContext, 'county' | 'pack' | 'today' | 'homeFacts'>,
  id: string,
): Promise<OwnPayments> {
  const rates = rateNames(pack, today).flatMap((name) => {
    const label = pack.parameters[name]?.label
    return label && hasParameter(pack, name, today) ? [{ ...parameter(pack, name, today), label }] : []
  })
  const home = (await findHomes(db, county, [id])).get(id)
  if (!home || home.confirmedOn === null || home.line !== 'heating')
    return { questions: [], rates, isBeforeAcceptance: false }
  // Machines not fitted and not accepted are no fault of anybody's while the home waits for them.
  if (home.acceptedOn === null && home.ended === null)
    return { questions: [], rates, isBeforeAcceptance: true }
  const devices = (await devicesOf(db, county, [id])).get(id) ?? []
  const toPay = {
    accepted: home.acceptedOn !== null,
    acceptedUnits: devices.filter((device) => device.accepted).length,
    committed: home.committed,
    coalFound: coalFoundIn(home),
    left: home.ended !== null && home.ended !== 'revoked',
    doubts: doubtFacts(pack, today, (await doubtsOf(db, county, [id]))(id)),
    known: (await homeFacts(db, [id])).get(id),
  }
  const { seasonsPaid } = await db
    .selectFrom('statement')
    .select((eb) => eb.fn.countAll<number>().as('seasonsPaid'))
    .where('county', '=', county)
    .where('home', '=', id)
    .where('state', 'in', ['batched', 'paid', 'failed'])
    .executeTakeFirstOrThrow()
  const beside = {
    place: await placesOf(db, county, pack, id),
    originOf: (_name: string, _fact: Fact, { evidence }: FactDefinition): Origin => {
      const said = pack.evidence[evidence[0] ?? '']
      return said ? { from: 'record', evidence: said } : { from: 'nobody' }
    },
  }
  return {
    isBeforeAcceptance: false,
    questions: [
      ownQuestion(pack, paymentDecisions({ pack, today }, 'payment.equipment')(toPay), beside),
      ownQuestion(
        pack,
        paymentDecisions({ pack, today }, 'payment.operating')({ ...toPay, seasonsPaid }),
        beside,
      ),
    ],
    rates,
  }
}
