import { sql } from 'kysely'
import type { Reaction } from '../../kernel/act/define.ts'
import { newId } from '../../kernel/identity/id.ts'
import { parameter } from '../../kernel/pack/pack.ts'
import { rescreening } from '../households/public.ts'
import { isAtLeast, type Stage } from '../households/stages.ts'
import { receivedBy } from './recoveries.ts'

/**
 * §3.1.3d, §4.2: a home left. What it received is owed back as the pack says of its kind; machines that nobody has paid
 * for go back to the contractor.
 */
const departures: Reaction = {
  on: ['change.approve'],
  follow: async (db, done, { county, pack }) => {
    const left = done.flatMap(({ id, subject, result }) => {
      const { kind, home, stage } = result as { kind: string; home: string; stage: Stage }
      const terms = pack.changes.find((each) => each.id === kind)
      return terms?.recovers && isAtLeast(stage, 'installed')
        ? [{ causedBy: id, change: subject, home, recovers: terms.recovers }]
        : []
    })
    const received = await receivedBy(
      db,
      county,
      left.map(({ home }) => home),
    )
    return left.flatMap(({ causedBy, change, home, recovers }) => {
      const machinesArePaid = received.some((one) => one.home === home && one.kind === 'equipment')
      return [
        {
          id: newId(),
          kind: 'recovery.open',
          input: { id: newId(), home, change, recovers },
          causedBy,
        },
        ...(machinesArePaid
          ? []
          : [{ id: newId(), kind: 'home.open-return', input: { home, change }, causedBy }]),
      ]
    })
  },
}

/** §3.1.3d: a home that came back owes nothing for having left, and what was stopped is reviewed anew. */
const returns: Reaction = {
  on: ['change.approve'],
  follow: async (db, done, { county }) => {
    const back = done.flatMap(({ id, subject, result }) => {
      const { kind, home } = result as { kind: string; home: string }
      return kind === 'return' ? [{ causedBy: id, change: subject, home }] : []
    })
    if (back.length === 0) return []
    const owed = await db
      .selectFrom('recovery')
      .select(['id', 'home'])
      .where('county', '=', county)
      .where(
        'home',
        'in',
        back.map(({ home }) => home),
      )
      .where('change', 'is not', null)
      .where('state', '=', 'open')
      .where(sql<boolean>`repaid_fen + waived_fen = 0`)
      .execute()
    return back.flatMap(({ causedBy, change, home }) => [
      { id: newId(), kind: 'statement.resume', input: { home, change }, causedBy },
      ...owed
        .filter((one) => one.home === home)
        .map((one) => ({
          id: newId(),
          kind: 'recovery.lift',
          input: { recovery: one.id, change },
          causedBy,
        })),
    ])
  },
}

/**
 * §4.2, §3.3.2c: a drawn home that is paid for and does not pass owes back what its machines were paid with, until a
 * later check finds it in order. Once money has come back a person has to see to it: a line is settled once.
 */
const failedSamples: Reaction = {
  on: ['home.check-town', 'home.check-county'],
  follow: async (db, done, { county, pack, today }) => {
    const passed = ({ result }: (typeof done)[number]) => (result as { passed: boolean }).passed
    const failed = done.filter((each) => !passed(each))
    const homes = done.map(({ subject }) => subject)
    const open = await db
      .selectFrom('recovery')
      .select(['id', 'home', sql<number>`repaid_fen + waived_fen`.as('settledFen')])
      .where('county', '=', county)
      .where('home', 'in', homes)
      .where('failed_check', 'is not', null)
      .where('state', '=', 'open')
      .execute()
    const asked = parameter(pack, 'acceptance.failedSampleRecovers', today).value === 'equipment'
    const received = asked ? await receivedBy(db, county, homes) : []
    const owes = (home: string) => received.some((one) => one.home === home && one.kind === 'equipment')
    return [
      ...failed
        .filter(({ subject }) => owes(subject) && !open.some(({ home }) => home === subject))
        .map(({ id, subject }) => ({
          id: newId(),
          kind: 'recovery.open',
          input: { id: newId(), home: subject, failedCheck: id, recovers: 'equipment' },
          causedBy: id,
        })),
      ...done.filter(passed).flatMap(({ id, subject }) =>
        open
          .filter(({ home, settledFen }) => home === subject && settledFen === 0)
          .map(({ id: recovery }) => ({
            id: newId(),
            kind: 'recovery.lift',
            input: { recovery, check: id },
            causedBy: id,
          })),
      ),
    ]
  },
}

export const reactions: Reaction[] = [
  departures,
  returns,
  failedSamples,
  /** What was held back for a finding that does not stand goes on by itself: nobody has to remember it. */
  {
    on: ['coal.dismiss'],
    follow: (_db, done) =>
      Promise.resolve(
        done.map(({ id, result }) => {
          const { finding, home } = result as { finding: string; home: string }
          return { id: newId(), kind: 'statement.release', input: { home, finding }, causedBy: id }
        }),
      ),
  },
  /** A subsidy cancelled for coal opens the recovery, and frees whoever shared a key with the revoked home to be screened again. */
  {
    on: ['coal.revoke'],
    follow: async (_db, done, { county }) => [
      ...done.map(({ id, result }) => {
        const { finding, home } = result as { finding: string; home: string }
        return { id: newId(), kind: 'recovery.open', input: { id: newId(), home, finding }, causedBy: id }
      }),
      ...(done[0]
        ? [
            rescreening(
              county,
              done.map(({ result }) => (result as { home: string }).home),
              done[0].id,
            ),
          ]
        : []),
    ],
  },
]
