import type { Said } from '../words/words.ts'
import { damageWords, sheetWords } from './words.ts'

/**
 * Something about a workbook a person has to know: what, where, why and what to do next.
 * `row` and `column` count from 1, as the spreadsheet does. Modules that import workbooks make their own with
 * their own codes, so that one list feeds the screen and the marked workbook.
 */
export type SheetProblem = {
  code: string
  severity: 'error' | 'warning'
  sheet?: string
  row?: number
  column?: number
  words: Said
}

export type SheetProblemCode = keyof typeof sheetWords

type Place = { sheet?: string; row?: number; column?: number }
type Values = Record<string, string | number | Said>

/** A problem of this folder's own, its words filled with values (a value may itself be in two languages). */
export function sheetProblem(
  code: SheetProblemCode,
  values: Values = {},
  place: Place = {},
  severity: SheetProblem['severity'] = 'error',
): SheetProblem {
  return { code, severity, ...place, words: filled(sheetWords[code], values) }
}

/** Puts values into the `{{name}}` places of words in both languages. A missing value is a defect and throws. */
export function filled(words: Said, values: Values): Said {
  const fill = (language: 'zh' | 'en') =>
    words[language].replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`No value for {{${name}}} in '${words.en}'`)
      return typeof value === 'object' ? value[language] : String(value)
    })
  return { zh: fill('zh'), en: fill('en') }
}

/** Thrown inside this folder while reading; never leaves it. */
export class ReadFailure extends Error {
  readonly problem: SheetProblem
  constructor(problem: SheetProblem) {
    super(problem.words.en)
    this.problem = problem
  }
}

export function failRead(code: SheetProblemCode, values: Values = {}, place: Place = {}): never {
  throw new ReadFailure(sheetProblem(code, values, place))
}

export function failDamaged(where: keyof typeof damageWords): never {
  return failRead('sheet.damaged', { detail: damageWords[where] })
}
