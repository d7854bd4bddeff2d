import { v7 } from 'uuid'

/** A UUIDv7: unique without asking anyone, and in the order of making. */
export const newId = (): string => v7()

/** The same, after all of these: a telephone's acts keep their order, however its clock is set. */
export function newIdAfter(ids: readonly string[], nowMs = Date.now()): string {
  const latest = Math.max(0, ...ids.map(madeAtMs))
  return v7({ msecs: Math.max(nowMs, latest + 1) })
}

/** The first 48 bits of a UUIDv7 (RFC 9562). */
const madeAtMs = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
