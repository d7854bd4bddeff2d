import { withoutSpacing } from '../../../kernel/standards/plain-text.ts'

/** A village as an import needs to know it. */
export interface VillageInArea {
  /** 12-digit code. */
  code: string
  name: string
  kind: 'urban' | 'rural'
  town: string
  townName: string
}

export type PlaceReading =
  | { ok: true; village: VillageInArea }
  | {
      ok: false
      column: 'town' | 'village'
      code: 'no-village' | 'unknown-village' | 'other-town' | 'town-needed'
    }

/**
 * Finds the village a row names among those of the area the list comes from. A village outside it is not known
 * here, whether it exists elsewhere or not, so a list never reaches beyond the area it was sent for.
 */
export function placeReader(
  villages: readonly VillageInArea[],
  isOneTown: boolean,
): (town: string, village: string) => PlaceReading {
  const towns = new Map<string, string>()
  const byTown = new Map<string, Map<string, VillageInArea | null>>()
  const anywhere = new Map<string, VillageInArea | null>()
  for (const village of villages) {
    for (const key of townKeys(village.townName, village.town)) towns.set(key, village.town)
    const known = byTown.get(village.town) ?? new Map<string, VillageInArea | null>()
    byTown.set(village.town, known)
    for (const key of villageKeys(village.name, village.code)) {
      put(known, key, village)
      put(anywhere, key, village)
    }
  }
  return (townText, villageText) => {
    const wanted = withoutSpacing(villageText)
    if (wanted === '') return { ok: false, column: 'village', code: 'no-village' }
    const namedTown = withoutSpacing(townText)
    const town =
      namedTown === ''
        ? undefined
        : townKeys(namedTown)
            .map((key) => towns.get(key))
            .find(Boolean)
    if (namedTown !== '' && town === undefined) return { ok: false, column: 'town', code: 'other-town' }
    const among = town === undefined ? anywhere : byTown.get(town)
    for (const key of villageKeys(wanted)) {
      const found = among?.get(key)
      if (found) return { ok: true, village: found }
      // The same name twice in the county: the town decides.
      if (found === null && !isOneTown && town === undefined)
        return { ok: false, column: 'town', code: 'town-needed' }
    }
    return { ok: false, column: 'village', code: 'unknown-village' }
  }
}

/** Null marks a name that is not one village's alone. */
function put(map: Map<string, VillageInArea | null>, key: string, village: VillageInArea): void {
  const before = map.get(key)
  map.set(key, before === undefined || before?.code === village.code ? village : null)
}

const villageSuffix = /(?:村民委员会|居民委员会|村委会|居委会|社区居委会|社区|村|居)$/
const townSuffix = /(?:街道办事处|街道办|办事处|街道|镇|乡)$/

const villageKeys = (name: string, code?: string): string[] => keys(withoutSpacing(name), villageSuffix, code)
const townKeys = (name: string, code?: string): string[] => keys(withoutSpacing(name), townSuffix, code)

function keys(name: string, suffix: RegExp, code: string | undefined): string[] {
  // A remark in brackets is no part of a name: 东村(社区) is 东村.
  const bare = name.replace(/\([^()]*\)$/, '')
  const all = [name, bare, name.replace(suffix, ''), bare.replace(suffix, ''), code]
  return [...new Set(all.filter((key): key is string => key !== undefined && key !== ''))]
}
