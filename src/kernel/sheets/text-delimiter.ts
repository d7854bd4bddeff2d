import { type SheetProblem, sheetProblem } from './sheet-problem.ts'
import { delimiterWords } from './words.ts'

export type Delimiter = keyof typeof delimiterWords

const candidates: readonly Delimiter[] = ['\t', ',', ';', '，', '|']
const LOOKED_AT = 200
const LONGEST_LINE = 20_000

/**
 * The delimiter of a text table: what divides most of its first lines into the same number of fields. Where two
 * would do nearly as well, a remark says which was taken. `sep=;` on the first line, as Excel knows it, settles it.
 */
export function findDelimiter(text: string): { delimiter: Delimiter; from: number; remarks: SheetProblem[] } {
  const said = /^sep=([\t,;，|])\r?\n/.exec(text)
  if (said) return { delimiter: said[1] as Delimiter, from: said[0].length, remarks: [] }
  const lines = firstLines(text)
  const fits = candidates
    .map((delimiter) => ({ delimiter, fit: fitOf(lines, delimiter) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
  const [best, other] = fits
  if (!best) return { delimiter: ',', from: 0, remarks: [] }
  const isDoubtful = other !== undefined && other.fit >= best.fit * 0.8
  const values = other && { taken: delimiterWords[best.delimiter], other: delimiterWords[other.delimiter] }
  const remarks = isDoubtful ? [sheetProblem('sheet.delimiter-either', values, {}, 'warning')] : []
  return { delimiter: best.delimiter, from: 0, remarks }
}

function firstLines(text: string): string[] {
  const lines: string[] = []
  for (let at = 0; at < text.length && lines.length < LOOKED_AT; ) {
    const found = /\r\n|\r|\n/g
    found.lastIndex = at
    const end = found.exec(text.slice(0, at + LONGEST_LINE))
    const line = text.slice(at, end?.index ?? at + LONGEST_LINE)
    if (line.trim() !== '') lines.push(line)
    at = end ? end.index + end[0].length : at + LONGEST_LINE
  }
  return lines
}

/** The share of lines divided into the commonest number of fields above one, and somewhat for there being more. */
function fitOf(lines: readonly string[], delimiter: string): number {
  const lengths = new Map<number, number>()
  for (const line of lines) {
    const fields = fieldsIn(line, delimiter)
    if (fields > 1) lengths.set(fields, (lengths.get(fields) ?? 0) + 1)
  }
  const [fields, times] = [...lengths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  return times === 0 ? 0 : times / lines.length + Math.min(fields, 50) / 500
}

function fieldsIn(line: string, delimiter: string): number {
  let fields = 1
  let inQuotes = false
  for (const letter of line) {
    if (letter === '"') inQuotes = !inQuotes
    else if (letter === delimiter && !inQuotes) fields++
  }
  return fields
}
