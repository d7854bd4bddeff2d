import type { ActContext } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { periodOf } from '../../../kernel/pack/pack.ts'

interface NewHazard {
  id: string
  village: string
  lot: string
  contractor: string
  what: string
  foundOn: Day
  patrol?: string
  act: string
}

/** 隐患 stand open until somebody else than who removed them has looked again; the clock runs from today (§5.3). */
export async function openHazards(
  tx: WriteDb,
  { county, today, actor, pack }: ActContext,
  hazards: readonly NewHazard[],
): Promise<void> {
  if (hazards.length === 0) return
  await tx
    .insertInto('hazard')
    .values(
      hazards.map(({ foundOn, patrol, ...hazard }) => ({
        ...hazard,
        county,
        found_on: foundOn,
        found_by: actor.id,
        due_on: periodOf(pack, 'hazard.removeDays', today).lastDay,
        patrol: patrol ?? null,
      })),
    )
    .execute()
}
