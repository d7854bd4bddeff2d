import { defineAct, type Reaction } from '../../../kernel/act/define.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { amount, type Pack } from '../../../kernel/pack/pack.ts'
import { loadVillages } from '../../villages/public.ts'
import { mayDecideRoute, routeChoices } from '../../villages/rules.ts'
import { RecordMeeting } from '../model.ts'
import { checkMeeting, type MeetingTerms, outcomeOf } from '../rules/meeting.ts'

const termsOf = (pack: Pack, today: Day): MeetingTerms => ({
  quorumPercent: amount(pack, 'meeting.quorumPercent', today),
  majorityPercent: amount(pack, 'meeting.majorityPercent', today),
})

/** 村民代表会议 (§3.1.3b): what it decided follows from its votes. */
export const recordMeeting = defineAct({
  kind: 'meeting.record',
  version: 1,
  input: RecordMeeting,
  permission: 'meeting.record',
  clauses: ['§3.1.3b', '§4.1a'],
  evidence: ['minutes', 'photo'],
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }) => {
    const villages = await loadVillages(
      db,
      county,
      items.map(({ subject }) => subject),
    )
    return items.map(({ subject }) => villages.get(subject))
  },
  place: ({ code }) => ({ area: code }),
  may: mayDecideRoute,
  check: (_facts, { input }, { pack, today }) => checkMeeting(input, routeChoices(pack), today),
  apply: async (tx, items, { county, today, actor, pack }) => {
    const terms = termsOf(pack, today)
    const held = items.map((item) => ({ ...item, outcome: outcomeOf(item.input, terms) }))
    await tx
      .insertInto('village_meeting')
      .values(
        held.map(({ id, input, facts, outcome }) => ({
          county,
          id: input.id,
          village: facts.code,
          held_on: input.heldOn,
          representatives: input.representatives,
          present: input.present,
          votes: JSON.stringify(input.votes),
          quorum_percent: terms.quorumPercent,
          majority_percent: terms.majorityPercent,
          ...outcome,
          recorded_on: today,
          recorded_by: actor.id,
          act: id,
        })),
      )
      .execute()
    return held.map(({ facts, outcome }) => ({
      result: { ...outcome, changes: outcome.route !== null && outcome.route !== facts.route },
    }))
  },
})

/** What the meeting decided is the village's route from that moment on (§4.1a). */
export const meetingDecides: Reaction = {
  on: ['meeting.record'],
  follow: async (_db, done) =>
    done.flatMap(({ id, subject, input, result }) => {
      const { route, changes } = result as { route: string | null; changes: boolean }
      const { heldOn } = input as { heldOn: Day }
      return changes
        ? [
            {
              id: newId(),
              kind: 'village.decide-route',
              input: { village: subject, route, decidedOn: heldOn },
              causedBy: id,
            },
          ]
        : []
    }),
}
