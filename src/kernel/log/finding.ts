export type FindingTable =
  | 'act'
  | 'act_subject'
  | 'act_evidence'
  /** How photographs came about: the log seals of which that was said. */
  | 'evidence_taken'
  | 'log_pending'
  | 'log_leaf'
  | 'log_head'
  | 'log_checkpoint'
  | 'log_key'
  /** A file made by `exportLog` or `proveSubject`. */
  | 'export'

export type FindingCode =
  /** A column says something else than the sealed text, tree or signature: `column`, `expected`, `found`. */
  | 'column'
  /** Not the bytes that were sealed under a signature. */
  | 'changed'
  /** The act's text and its leaf do not fit each other, and no signature tells which of them changed. */
  | 'disagrees'
  /** The act's text is not one we write. */
  | 'unreadable'
  /** A row that must be there is not. */
  | 'removed'
  /** A row that belongs to nothing sealed. */
  | 'added'
  /** The list of subjects is not the one the text's digest was taken of. */
  | 'subjects'
  /** Committed, but neither sealed nor waiting to be. */
  | 'unsealed'
  /** Committed and waiting longer than it should. */
  | 'waiting'
  | 'signature'
  | 'unknown-key'
  | 'untrusted-key'
  /** From here on the rows are not what was signed, and which one changed cannot be told from them alone. */
  | 'unconfirmed'
  /** More is wrong than is worth listing. */
  | 'stopped'

/** One thing that is not as it was sealed: where, and what differs. */
export interface Finding {
  table: FindingTable
  county: number
  /** The rest of the row's primary key; a range of rows as `from` and `to`, an open one as `from`. */
  key: Readonly<Record<string, string | number>>
  code: FindingCode
  column?: string
  expected?: string
  found?: string
}

/** Waiting is no difference: the next seal ends it. */
export const isDifference = (finding: Finding): boolean => finding.code !== 'waiting'

export class TooManyFindings extends Error {}

/** What was found, up to a limit: a wiped table must not fill our memory. */
export class Findings {
  readonly county: number
  readonly list: Finding[] = []
  readonly #most: number

  constructor(county: number, most: number) {
    this.county = county
    this.#most = most
  }

  /** Throws `TooManyFindings` once the limit is reached. */
  add(finding: Omit<Finding, 'county'>): void {
    this.list.push({ ...finding, county: this.county, ...shorten(finding) })
    if (this.list.length < this.#most) return
    this.list.push({ table: finding.table, county: this.county, key: {}, code: 'stopped' })
    throw new TooManyFindings()
  }
}

function shorten({ expected, found }: Omit<Finding, 'county'>): Pick<Finding, 'expected' | 'found'> {
  const short = (text?: string) => (text !== undefined && text.length > 200 ? `${text.slice(0, 200)}…` : text)
  return {
    ...(expected !== undefined && { expected: short(expected) }),
    ...(found !== undefined && { found: short(found) }),
  }
}
