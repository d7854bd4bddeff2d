import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { RecordSampling } from '../model.ts'

/** How a maker's batch is known on the machine itself: what its serials begin with, or the first and the last. */
export interface BatchSerials {
  serialPrefix: string | null
  serialFrom: string | null
  serialTo: string | null
}

/** A batch whose latest sample failed. */
export interface FailedBatch extends BatchSerials {
  number: number
  batch: string
}

/** Serials of a range are as long as its ends, so that they are ordered as they are numbered. */
export function isOfBatch(serial: string, { serialPrefix, serialFrom, serialTo }: BatchSerials): boolean {
  if (serialPrefix !== null) return serial.startsWith(serialPrefix)
  if (serialFrom === null || serialTo === null) return false
  return serial.length === serialFrom.length && serialFrom <= serial && serial <= serialTo
}

/** A batch that failed is stopped: none of its machines is built in or accepted (§A.6). */
export const stoppedRefusals = (serial: string, failed: readonly FailedBatch[]): Refusal[] =>
  failed
    .filter((batch) => isOfBatch(serial, batch))
    .map(({ batch, number }) => refuse('device.batch-stopped', ['§A.6'], { serial, batch, number }))

export interface SamplingFacts {
  area: string
  exists: boolean
  /** The batch as an earlier sample of it named its serials. */
  known?: BatchSerials | undefined
}

/** The result is of a day that was; a batch sampled again is the same machines. */
export function checkSampling(
  { exists, known }: SamplingFacts,
  input: RecordSampling,
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  if (exists) refusals.push(refuse('sampling.exists', ['§A.6']))
  if (input.sampledOn > today)
    refusals.push(refuse('sampling.in-future', ['§A.6'], { day: input.sampledOn, today }))
  const { serialPrefix, serialFrom, serialTo } = serialsOf(input)
  if ((serialFrom === null) !== (serialTo === null) || (serialPrefix === null) === (serialFrom === null))
    refusals.push(refuse('sampling.which-serials', ['§A.6']))
  else if (serialFrom !== null && serialTo !== null)
    if (serialFrom.length !== serialTo.length || serialFrom > serialTo)
      refusals.push(refuse('sampling.range-turned', ['§A.6'], { from: serialFrom, to: serialTo }))
  if (
    known &&
    (known.serialPrefix !== serialPrefix || known.serialFrom !== serialFrom || known.serialTo !== serialTo)
  )
    refusals.push(
      refuse('sampling.other-serials', ['§A.6'], {
        batch: input.batch,
        serials: known.serialPrefix ?? `${known.serialFrom ?? ''}–${known.serialTo ?? ''}`,
      }),
    )
  return refusals
}

export const serialsOf = (input: {
  serialPrefix?: string | undefined
  serialFrom?: string | undefined
  serialTo?: string | undefined
}): BatchSerials => ({
  serialPrefix: input.serialPrefix ?? null,
  serialFrom: input.serialFrom ?? null,
  serialTo: input.serialTo ?? null,
})
