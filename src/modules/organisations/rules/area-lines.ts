import { isWithin, levelOf, parentOf, readAreaCode } from '../../../kernel/standards/area-code.ts'

/** One town or village as it was pasted or stands in a sheet; nothing is checked yet. */
export interface AreaLine {
  /** The line of the text, or the row of the sheet, from 1. */
  line: number
  code: string
  name: string
  /** Urban or rural as it was written; empty where it was not. */
  kind: string
}

export interface AreaEntry {
  code: string
  name: string
  kind: 'urban' | 'rural'
}

export interface AreaProblem {
  line: number
  /** Its words are `area-problem.<code>`. */
  code: 'code' | 'name' | 'kind' | 'elsewhere' | 'repeated' | 'no-parent'
  said: string
}

export interface AreaReading {
  /** What would be entered, towns before their villages. */
  areas: AreaEntry[]
  problems: AreaProblem[]
  /** Lines whose place is entered already: left out, so that a whole list can be given again. */
  known: number
  /** Those of them that are entered under another name: it stays, and is told. */
  otherwise: { line: number; code: string; here: string; said: string }[]
}

/** `code name [urban|rural]` a line, apart by blanks, tabs or commas as they come from a sheet; empty lines are none. */
export function parseAreaLines(text: string): AreaLine[] {
  return text.split(/\r?\n/).flatMap((raw, i) => {
    const [code = '', name = '', kind = ''] = raw.trim().split(/[\s,，、;；]+/u)
    return code === '' ? [] : [{ line: i + 1, code, name, kind }]
  })
}

const kinds: Readonly<Record<string, AreaEntry['kind']>> = {
  urban: 'urban',
  城区: 'urban',
  城镇: 'urban',
  rural: 'rural',
  农村: 'rural',
  乡村: 'rural',
}

/** Everything that is wrong with a list, and what would be entered of it. `known` are the names of the codes entered already. */
export function readAreas(
  lines: readonly AreaLine[],
  county: string,
  known: ReadonlyMap<string, string>,
): AreaReading {
  const problems: AreaProblem[] = []
  const found = new Map<string, AreaEntry & { line: number }>()
  let alreadyThere = 0
  const otherwise: AreaReading['otherwise'] = []
  for (const { line, code: said, name, kind } of lines) {
    const wrong = (code: AreaProblem['code'], what: string) => problems.push({ line, code, said: what })
    const code = readAreaCode(said)
    const here = code && known.get(code)
    if (code === undefined) wrong('code', said)
    else if (!isPlaceOf(code, county)) wrong('elsewhere', said)
    else if (here !== undefined) {
      alreadyThere += 1
      if (name !== '' && name !== here) otherwise.push({ line, code, here, said: name })
    } else if (name === '' || name.length > 60) wrong('name', said)
    else if (kind !== '' && !kinds[kind]) wrong('kind', kind)
    else if (found.has(code)) wrong('repeated', said)
    else found.set(code, { line, code, name, kind: kinds[kind] ?? usualKind(code) })
  }
  for (const { line, code } of found.values()) {
    const parent = parentOf(code) ?? ''
    if (levelOf(code) === 'village' && !known.has(parent) && !found.has(parent))
      problems.push({ line, code: 'no-parent', said: parent })
  }
  return {
    areas: [...found.values()]
      .map(({ code, name, kind }) => ({ code, name, kind }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    problems: problems.sort((a, b) => a.line - b.line),
    known: alreadyThere,
    otherwise,
  }
}

const isPlaceOf = (code: string, county: string): boolean =>
  ['town', 'village'].includes(levelOf(code)) && isWithin(code, county)

/**
 * Urban or rural where the list does not say: subdistricts have numbers below 100 and neighbourhood committees below
 * 200 in the national division codes; the rest are towns and village committees.
 */
function usualKind(code: string): AreaEntry['kind'] {
  const [town, village] = [Number(code.slice(6, 9)), Number(code.slice(9))]
  return (village === 0 ? town < 100 : village < 200) ? 'urban' : 'rural'
}
