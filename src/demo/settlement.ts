import { newId } from '../kernel/identity/id.ts'
import type { Program } from '../server/program.ts'
import type { DemoSetting } from './settings.ts'
import type { Staff } from './staff.ts'
import type { Stagehand } from './stagehand.ts'

export interface DemoLot {
  id: string
  code: string
  contractor: string
  supervisor: string
}

/** The contractors' claims: in August one is paid, one approved, one waits; after the season all are paid. */
export async function settleClaims(
  program: Program,
  hand: Stagehand,
  staff: Staff,
  lots: readonly DemoLot[],
  setting: DemoSetting,
): Promise<void> {
  const { county } = hand.administrator
  const fund = await program.database.read(county, (db) =>
    db
      .selectFrom('fund')
      .select('id')
      .where('county', '=', county)
      .where('purpose', '=', 'equipment')
      .where('source', '=', 'central')
      .executeTakeFirstOrThrow(),
  )
  for (const [at, lot] of lots.entries()) {
    const claim = newId()
    const submitted = await hand.tryAll('claim.submit', [
      { actor: staff.by(lot.contractor), input: { id: claim, lot: lot.id } },
    ])
    if (submitted.length === 0 || (setting === 'works' && at === 2)) continue
    await hand.do(staff.by('bureau'), 'claim.review', { claim })
    if (setting === 'works' && at === 1) continue
    // The minutes of the meeting: the pack asks for them from a sum on.
    await hand.do(staff.by('director'), 'claim.approve', { claim, fund: fund.id }, [hand.document(at)])
    await hand.do(staff.by('finance'), 'claim.pay', { claim, bankReference: `DEMO-${at + 1}-0001` }, [
      hand.document(at),
    ])
  }
}
