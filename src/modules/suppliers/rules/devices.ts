import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { type Bar, barRefusals } from './negative-list.ts'
import { type HeldPaper, runOut } from './papers.ts'
import { type FailedBatch, stoppedRefusals } from './sampling.ts'

export interface ModelStanding {
  maker: string
  model: string
  /** Entries of the negative list for the model and for its maker. */
  bars: readonly Bar[]
  makerBars: readonly Bar[]
  papers: readonly HeldPaper[]
  failed: readonly FailedBatch[]
}

/** What stands against building this machine in now (§3.1.2, §A.6). */
export function newDeviceRefusals(
  serial: string,
  standing: ModelStanding,
  pack: Pack,
  today: Day,
): Refusal[] {
  const name = `${standing.maker} ${standing.model}`
  return [
    ...barRefusals('model.barred', name, standing.bars, pack, today),
    ...barRefusals('firm.barred', standing.maker, standing.makerBars, pack, today),
    ...runOut(pack, standing.papers, today).map(({ label, clauses, ranOut }) =>
      refuse('model.paper-run-out', clauses, {
        model: name,
        paper: label.zh,
        paperEn: label.en,
        day: ranOut,
      }),
    ),
    ...stoppedRefusals(serial, standing.failed),
  ]
}
