/** How much of a workbook is read before saying no. All are far above a county's register. */
export type ReadLimits = {
  fileBytes: number
  /** All parts of the package unpacked, as declared by its directory and as counted while unpacking. */
  unpackedBytes: number
  /** Parts in the package. */
  parts: number
  /** Rows with content, per sheet. Formatted blank rows do not count. */
  rows: number
  /** The rightmost column with content. */
  columns: number
  /** Cells with content, all sheets together. */
  cells: number
  /** Characters of text, all sheets together. */
  characters: number
  /** Characters of one cell; a spreadsheet itself holds no more. */
  cellCharacters: number
  sheets: number
  /** Cell styles a workbook declares. */
  styles: number
  seconds: number
  heapMb: number
}

export const readLimits: ReadLimits = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 400 * 1024 * 1024,
  parts: 20_000,
  rows: 200_000,
  columns: 200,
  cells: 8_000_000,
  characters: 80_000_000,
  cellCharacters: 32_767,
  sheets: 300,
  styles: 200_000,
  seconds: 60,
  heapMb: 768,
}
