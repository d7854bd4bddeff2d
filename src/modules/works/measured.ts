import { type RawBuilder, sql } from 'kysely'
import { measuredWorks, type Pack } from '../../kernel/pack/pack.ts'

const homeLines = ['heating', 'building']
const areaKinds = ['urban', 'rural'] as const

/** Whether home `h` is built of measured parts and not of machines: the pack's choice by line of work (§1.2). */
export function isMeasured(pack: Pack): RawBuilder<boolean> {
  const measured = homeLines.flatMap((line) =>
    areaKinds.flatMap((areaKind) => (measuredWorks(pack, { line, areaKind }) ? [`${line} ${areaKind}`] : [])),
  )
  return sql<boolean>`(h.line || ' ' || h.area_kind) = any(${measured}::text[])`
}
