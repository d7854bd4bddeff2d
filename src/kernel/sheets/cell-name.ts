/** Column letters for a column counted from 1: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** The name of a cell counted from 1: (12, 3) → C12. */
export function cellName(row: number, column: number): string {
  return columnLetters(column) + row
}

/** Reads `C12` into row and column counted from 1, or undefined. `$` marks are allowed. */
export function readCellName(name: string): { row: number; column: number } | undefined {
  let column = 0
  let at = 0
  for (; at < name.length; at++) {
    const code = name.charCodeAt(at)
    const letter = code >= 97 ? code - 96 : code - 64
    if (code === 36) continue
    if (letter < 1 || letter > 26 || code < 65) break
    column = column * 26 + letter
  }
  let row = 0
  for (; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code === 36 && row === 0) continue
    if (code < 48 || code > 57) return undefined
    row = row * 10 + (code - 48)
  }
  if (column < 1 || column > 16384 || row < 1 || row > 1048576) return undefined
  return { row, column }
}
