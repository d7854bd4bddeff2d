import { withThread } from './thread.ts'

/** A table of a document: texts only, every figure from the records. */
export interface DocumentTable {
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

/** A document that is printed and signed, as it is written. */
export interface WordDocument {
  title: string
  /** What stands in the head of every page. */
  where: string
  madeOn: string
  facts: [label: string, value: string][]
  conclusion?: string
  tables: DocumentTable[]
  /** Boxes in which somebody writes an opinion, signs and stamps: whose each is. */
  opinions?: string[]
  /** Whoever signs by hand: what is printed before the line. */
  signatures?: string[]
  /** How it can be verified. */
  proof?: string
}

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The document as a .docx file, written in a thread of its own. */
export const writtenDocument = (document: WordDocument): Promise<Uint8Array> =>
  withThread<WordDocument, Uint8Array>(
    { name: 'document-worker', source: new URL('./document-worker.ts', import.meta.url) },
    (write) => write(document),
  )
