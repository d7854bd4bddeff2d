import type { ReadDb } from '../../kernel/database/database.ts'
import { measuredWorks, type Pack } from '../../kernel/pack/pack.ts'
import type { Said } from '../../kernel/words/words.ts'
import { partsOf } from '../works/public.ts'

/** The recorded parts of a home by their names; null where it is built with machines (§1.2). */
export async function partsToMeasure(
  db: ReadDb,
  county: number,
  pack: Pack,
  of: { line: string; areaKind: 'urban' | 'rural' },
  home: string,
): Promise<{ id: string; label: Said; areaM2: number }[] | null> {
  const works = measuredWorks(pack, of)
  if (!works) return null
  return ((await partsOf(db, county, [home])).get(home) ?? []).map(({ part, areaM2 }) => ({
    id: part,
    label: works.parts.find(({ id }) => id === part)?.label ?? { zh: part, en: part },
    areaM2,
  }))
}
