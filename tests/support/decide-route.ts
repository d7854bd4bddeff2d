import type { Actor } from '../../src/kernel/identity/authority.ts'
import { aMeeting } from '../../src/modules/outreach/samples.ts'
import type { TestCounty } from './county.ts'

/** What a meeting of representatives brings along. */
export const meetingPapers = async (county: TestCounty) => [
  await county.evidence('minutes'),
  await county.evidence('photo'),
]

/** A village decides on its route, by a meeting of its representatives. */
export async function decideRoute(
  county: TestCounty,
  actor: Actor,
  village: string,
  given: { route?: string; heldOn?: string } = {},
) {
  return county.done(actor, 'meeting.record', aMeeting({ village, ...given }), await meetingPapers(county))
}
