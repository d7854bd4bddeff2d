import type { Reaction } from '../../kernel/act/define.ts'
import { partnersOf } from './acts/shared-keys.ts'
import { rescreening } from './public.ts'

/** An upheld objection settled a fact of a home: it is screened again, and whoever shares a key with it. */
const objectionUpheld: Reaction = {
  on: ['objection.decide'],
  follow: async (_db, done, { county }) =>
    done.flatMap(({ id, result }) => {
      const { home } = result as { home?: string }
      return home ? [rescreening(county, [home], id)] : []
    }),
}

/** §2.3: a building retrofit waits for its house to be in the confirmed heating plan; now it may be. */
const homesConfirmed: Reaction = {
  on: ['notice.confirm'],
  follow: async (db, done, { county }) => {
    const confirmed = await db
      .selectFrom('notice_home')
      .select(['home', 'outcome_act as act'])
      .where('county', '=', county)
      .where('outcome', '=', 'confirmed')
      .where(
        'outcome_act',
        'in',
        done.map(({ id }) => id),
      )
      .execute()
    const partners = await partnersOf(
      db,
      county,
      confirmed.map(({ home }) => home),
    )
    const first = done[0]
    return first && partners.length > 0 ? [rescreening(county, partners, first.id)] : []
  },
}

export const noticeReactions = [objectionUpheld, homesConfirmed] as const
