/** The fields of separated text, row by row; the array is the same each time. A blank line is no row. */
export function* separatedRows(
  text: string,
  delimiter: string,
  from: number,
): Generator<{ fields: string[]; line: number }> {
  const fields: string[] = []
  let [at, line] = [from, 1]
  while (at < text.length) {
    fields.length = 0
    const begun = line
    for (;;) {
      if (text.charCodeAt(at) === 34) {
        let value = ''
        let open = at + 1
        for (;;) {
          const close = text.indexOf('"', open)
          if (close < 0) throw new OpenQuote(begun)
          value += text.slice(open, close)
          at = close + 1
          if (text.charCodeAt(at) !== 34) break
          value += '"'
          open = at + 1
        }
        for (const letter of value) if (letter === '\n') line++
        fields.push(value)
        while (at < text.length && text[at] !== delimiter && !isLineEnd(text.charCodeAt(at))) at++
      } else {
        const begin = at
        while (at < text.length) {
          const code = text.charCodeAt(at)
          if (code === delimiter.charCodeAt(0) || isLineEnd(code)) break
          at++
        }
        fields.push(text.slice(begin, at))
      }
      if (text[at] === delimiter) at++
      else break
    }
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++
    at++
    line++
    if (fields.length > 1 || (fields[0] ?? '').trim() !== '') yield { fields, line: begun }
  }
}

/** A quotation mark that is never closed: to close it somewhere would swallow rows. */
export class OpenQuote extends Error {
  readonly line: number
  constructor(line: number) {
    super(`line ${line}`)
    this.line = line
  }
}

const isLineEnd = (code: number) => code === 10 || code === 13
