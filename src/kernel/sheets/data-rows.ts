import type { Breather } from '../pace/breather.ts'
import { isRunningNumber, LONGEST_LABEL } from './header-rows.ts'
import { type Header, headerKey, type SheetForm } from './sheet-form.ts'
import { workbookWords } from './words.ts'
import type { Sheet } from './workbook.ts'

/** A row below the header that is passed over, by its index, and why. */
export type SkippedRow = {
  row: number
  why: 'example' | 'header-again' | 'column-numbers' | 'total' | 'footer' | 'unfilled' | 'unread' | 'marking'
}

const EXAMPLE = /^(?:示例|样例|例[:：]|范例)/u
const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|共计|累计|以上(?:共|合计))/u
const FOOTER =
  /^(?:说\s*明|填表说明|备\s*注\s*[:：]|注\s*[:：]|注\d?[、.．]|填\s*表|填\s*报|制\s*表|审\s*核|复\s*核|(?:单位|村|镇|街道|分管)?负责人|经办人|审批|主管|[（(]?(?:盖章|公章)|单位[（(]?盖章|(?:填表|上报|填报)?日期\s*[:：]|联系(?:人|电话)\s*[:：]|第\s*\d+\s*页|共\s*\d+\s*[页户]|(?:本页)?以下空白|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$|年\s+月\s+日)/u
/** The whole of a cell below the last line: who signs, with what seal, when; a name and a colon is never a home's. */
const SIGNED =
  /^[\p{Script=Han}（()）、\s]{0,16}(?:人|领导|书记|主任|镇长|审核|复核|审批|校对|制表|填表|填报|统计|日期|时间|电话|单位|签字|签章|签名|盖章|公章)[（(签字名章盖)）\s]*[:：]|[（(]\s*(?:单位)?(?:盖章|公章|签章|签字|印章)\s*[）)]|^(?:注|备\s*注|说\s*明|填表说明)\s*\d?\s*[:：]/u
/** Who signs, without a colon: alone in its cell, with the name in the next one, or with the name behind a space. */
const SIGNER =
  /^(?:填表|制表|填报|上报|审核|复核|审批|校对|经办|负责|统计)人?(?:[（(]签[字名章][)）])?(?:\s*[:：]?|\s+\p{Script=Han}{2,4})$/u
const DATE = /^(?:[\d\s]{4,}|\s*)[年/.-][\d\s]*[月/.-][\d\s]*日?$/u
/** A number that only a person or an account has. */
const LONG_NUMBER = /\d{10}/
/** The whole of a cell: an ID number, its middle hidden or not, an account, a card, a telephone, also as Excel mangled it. */
const OWN_NUMBER = /^(?:[\d*][\d*-]{8,22}[\dX*]|\d(?:\.\d+)?E\+?\d{1,2})$/i
const TELEPHONE_LABEL = /(?:电话|手机|联系方式)[^:：]*[:：]?$/u
const WHOLE_TOTAL = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计)\s*[:：]?$/u
/** A further line of notes: 2、… (3) … ③… */
const NOTE_LINE = /^(?:[(（]?\d{1,2}[)）、.．]|[一二三四五六七八九十]、|[①-⑳])\s*\D/u

/**
 * Tells the rows of data from what else stands below a header: the template's example row, the header repeated
 * on each printed page, a line of column numbers, totals, signatures, and rows prepared with nothing but a
 * running number. Everything passed over is reported, so that nothing is lost in silence.
 */
export async function findDataRows(
  sheet: Sheet,
  header: Header,
  form: SheetForm,
  breath: Breather,
): Promise<{ rows: number[]; skipped: SkippedRow[] }> {
  const judge = new RowJudge(sheet, header, form)
  const rows: number[] = []
  const skipped: SkippedRow[] = []
  for (let row = header.lastRow + 1; row < sheet.rowCount; row++) {
    const why = judge.whySkipped(row)
    if (why) skipped.push({ row, why })
    else rows.push(row)
    if (breath.due) await breath.take()
  }
  return { rows, skipped }
}

class RowJudge {
  readonly #sheet: Sheet
  readonly #header: Header
  /** What each row of the header has by column, and last what it comes to with merged headings carried down. */
  readonly #headerKeys: ReadonlyMap<number, string>[] = []
  readonly #numberColumn: number | undefined
  readonly #matched: number[]
  readonly #required: number[]
  /** The column our marked workbook adds; a row of nothing else was blank. */
  readonly #markedColumn: number | undefined
  #footerSeen = false

  constructor(sheet: Sheet, header: Header, form: SheetForm) {
    this.#sheet = sheet
    this.#header = header
    this.#matched = [...header.columns.values()]
    this.#required = form.columns.flatMap(({ field, required }) => {
      const column = header.columns.get(field)
      return required && column !== undefined ? [column] : []
    })
    const last = sheet.columnCount - 1
    const marks = Object.values(workbookWords.problem).map(headerKey)
    const lastLabel = headerKey(sheet.text(header.lastRow, last).slice(0, LONGEST_LABEL))
    this.#markedColumn = marks.some((mark) => lastLabel.startsWith(mark)) ? last : undefined
    for (let row = header.firstRow; row <= header.lastRow; row++)
      this.#headerKeys.push(keysOf(sheet, (column) => sheet.text(row, column)))
    this.#headerKeys.push(keysOf(sheet, (column) => sheet.mergedText(header.lastRow, column)))
    for (const keys of this.#headerKeys)
      for (const [column, key] of keys) if (isRunningNumber(key)) this.#numberColumn ??= column
  }

  whySkipped(row: number): SkippedRow['why'] | undefined {
    const texts: { column: number; text: string }[] = []
    for (let column = 0; column < this.#sheet.columnCount; column++) {
      const text = this.#sheet.text(row, column).trim()
      if (text !== '') texts.push({ column, text })
    }
    if (texts.every(({ column }) => column === this.#markedColumn)) return 'marking'
    const filled = new Set(texts.map(({ column }) => column))
    const isUnfilled = !this.#matched.some((column) => column !== this.#numberColumn && filled.has(column))
    const first = texts[0]?.text ?? ''
    if (row <= this.#header.lastRow + 5 && this.#isExample(texts.slice(0, 2))) return 'example'
    if (this.#isHeaderAgain(texts)) return 'header-again'
    if (row <= this.#header.lastRow + 2 && isColumnNumbers(texts)) return 'column-numbers'
    // A real row fills what is required, or most of it; a total stands in a few columns, a signature in one.
    const missing = this.#required.filter((column) => !filled.has(column)).length
    const isThin = isUnfilled || missing * 2 > this.#required.length || (missing > 0 && texts.length === 1)
    const label = texts.find(({ column }) => column !== this.#numberColumn)?.text ?? ''
    const hasNumber = texts.some(({ text }) => LONG_NUMBER.test(text))
    if (WHOLE_TOTAL.test(label) && !hasNumber) return 'total'
    if (missing > 0 && (TOTAL.test(first) || TOTAL.test(label))) return 'total'
    const isSomebody = hasOwnNumber(texts)
    const isNote = this.#footerSeen && texts.length === 1 && NOTE_LINE.test(first)
    if (
      !isSomebody &&
      isClosing(texts.filter(({ column, text }) => column !== this.#numberColumn || /\D/.test(text)))
    ) {
      this.#footerSeen = true
      return 'footer'
    }
    if (isThin && !isSomebody && (FOOTER.test(first) || isNote)) {
      this.#footerSeen = true
      return 'footer'
    }
    if (!isUnfilled) return undefined
    return texts.every(({ column }) => column === this.#numberColumn) ? 'unfilled' : 'unread'
  }

  #isExample(texts: { text: string }[]): boolean {
    return texts.some(({ text }) => EXAMPLE.test(text) || text === workbookWords.example.en)
  }

  #isHeaderAgain(texts: { column: number; text: string }[]): boolean {
    return this.#headerKeys.some((keys) => {
      const same = texts.filter(
        ({ column, text }) => keys.get(column) === headerKey(text.slice(0, LONGEST_LABEL)),
      )
      return same.length >= 2 && same.length * 2 >= keys.size
    })
  }
}

/**
 * Signatures, stamps and notes by their own shape, whatever columns they stand in: the first cell is one, and so is at
 * least half of the rest that is no date. A home with such a word in one of its cells is a home.
 */
function isClosing(texts: readonly { text: string }[]): boolean {
  const isSigned = (text: string) => SIGNED.test(text) || SIGNER.test(text)
  const isLabel = (text: string | undefined) =>
    text !== undefined && isSigned(text) && /(?:[:：]|人|[)）])\s*$/u.test(text)
  // The name beside who signs is part of what is signed.
  const said = texts.filter(
    ({ text }, at) => !DATE.test(text) && !(isLabel(texts[at - 1]?.text) && !isSigned(text)),
  )
  const [first] = said
  if (!first) return texts.length === 1
  const signed = said.filter(({ text }) => isSigned(text)).length
  return texts[0] === first && isSigned(first.text) && signed * 2 >= said.length
}

/** A number of a person stands in a cell of its own, and is not the telephone of who drew up the list. */
function hasOwnNumber(texts: readonly { text: string }[]): boolean {
  return texts.some(({ text }, at) => {
    const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
    const isOwn = OWN_NUMBER.test(plain) && plain.replaceAll(/\D/g, '').length >= 4 && !DATE.test(text)
    return isOwn && !TELEPHONE_LABEL.test(texts[at - 1]?.text ?? '')
  })
}

function keysOf(sheet: Sheet, textOf: (column: number) => string): Map<number, string> {
  const keys = new Map<number, string>()
  for (let column = 0; column < sheet.columnCount; column++) {
    const key = headerKey(textOf(column).slice(0, LONGEST_LABEL))
    if (key !== '') keys.set(column, key)
  }
  return keys
}

/** 1 2 3 4 … or (1) (2) (3) … across the columns, as official forms number them. */
function isColumnNumbers(texts: { text: string }[]): boolean {
  const numbers = texts.map(({ text }) => Number(text.normalize('NFKC').replace(/[()]/g, '')))
  const start = numbers[0]
  return (
    numbers.length >= 4 &&
    (start === 0 || start === 1) &&
    numbers.every((number, at) => number === start + at)
  )
}
