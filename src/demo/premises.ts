import { newId } from '../kernel/identity/id.ts'
import type { Pack } from '../kernel/pack/pack.ts'
import { pictureOf } from './pictures.ts'
import { filled, type VillageOnTheRoad } from './road.ts'
import type { Staff } from './staff.ts'
import type { Stagehand } from './stagehand.ts'

const named = [
  { premisesKind: 'school', name: '中心小学(模拟)', areaM2: 2600 },
  { premisesKind: 'clinic', name: '卫生室(模拟)', areaM2: 120 },
  { premisesKind: 'village-office', name: '村委会(模拟)', areaM2: 260.5 },
  { premisesKind: 'care-home', name: '幸福院(模拟)', areaM2: 840 },
  { premisesKind: 'kindergarten', name: '幼儿园(模拟)', areaM2: 460 },
] as const

/** How far each of the first has come; the last of them was sent back by its supervisor. */
const reached = ['accepted', 'inspected', 'built', 'assigned', 'listed', 'sent back'] as const

/** Public premises of some villages (§A.13, §A.15, §A.16), each at another step. */
export async function convertPremises(
  hand: Stagehand,
  staff: Staff,
  villages: readonly VillageOnTheRoad[],
  pack: Pack,
): Promise<void> {
  const chosen = villages
    .filter((_, at) => at % Math.max(1, Math.floor(villages.length / 12)) === 0)
    .slice(0, 12)
  for (const [at, village] of chosen.entries()) {
    const [id, reach] = [newId(), reached[at % reached.length]]
    await hand.do(staff.townOfficer(village.town.code), 'premises.list', {
      village: village.id,
      id,
      address: `${village.name}村南(模拟)`,
      ...named[at % named.length],
    })
    if (reach === 'listed') continue
    await hand.do(staff.by('bureau'), 'premises.assign', { premises: id, lot: village.lot })
    const steps = [
      ['premises.check-own', staff.by(village.contractor)],
      ['premises.inspect', staff.by(village.supervisor)],
      ['premises.accept', staff.townReviewer(village.town.code)],
    ] as const
    const count = { assigned: 0, built: 1, inspected: 2, accepted: 3, 'sent back': 2 }[reach ?? 'assigned']
    for (const [nth, [kind, actor]] of steps.slice(0, count).entries()) {
      const evidence = []
      // One picture proves one thing: these are of nobody else's.
      for (let shot = 0; shot < 4; shot++)
        evidence.push(await hand.upload('photo', pictureOf(100_000 + at * 20 + nth * 5 + shot, 'photograph')))
      const fails = reach === 'sent back' && kind === 'premises.inspect'
      const items = filled(pack, 'public-premises-acceptance', evidence, 2).map((answer) =>
        fails && answer.item === 'old-boiler-gone' ? { ...answer, passed: false } : answer,
      )
      await hand.do(actor, kind, { premises: id, items }, evidence)
    }
  }
}
