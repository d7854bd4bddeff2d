/** A table of a report: texts only, every figure from the records. */
export interface ReportTable {
  title: string
  head: string[]
  /** Shares of the page's width. */
  widths: number[]
  rows: string[][]
  /** Said where there are no rows. */
  none: string
  /** Drawn across a page of its own direction, where there are too many columns for an upright one. */
  wide?: boolean
}

/** An acceptance report (验收报告) as it is written: of one home, or of a village. */
export interface ReportSheets {
  title: string
  /** What stands in the head of every page. */
  where: string
  madeOn: string
  facts: [label: string, value: string][]
  conclusion: string
  tables: ReportTable[]
  /** Whoever signs by hand: what is printed before the line. */
  signatures: string[]
  /** How it can be verified. */
  proof: string
}
