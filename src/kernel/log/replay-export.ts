import type { VerifyingKey } from '../cipher/keys.ts'
import { parseActText, subjectsDigest } from './act-text.ts'
import { type ExportedCheckpoint, type LogAct, LogLine } from './export-format.ts'
import { verifySignature } from './export-signature.ts'
import type { Findings } from './finding.ts'
import { Edge, hashLeaf } from './merkle.ts'

/** Reads a log's export line by line, growing its tree and comparing it at every signed checkpoint. */
export class LogReplay {
  readonly #findings: Findings
  readonly #keys: ReadonlyMap<string, VerifyingKey>
  readonly #edge = Edge.empty()
  #line = 1
  #confirmed = 0
  #lost = false
  #ended = false
  /** Sizes of checkpoints since the last valid one whose signature does not hold. */
  #skipped: number[] = []
  acts = 0
  last: ExportedCheckpoint | undefined

  constructor(findings: Findings, keys: ReadonlyMap<string, VerifyingKey>) {
    this.#findings = findings
    this.#keys = keys
  }

  /** One line after the header, as parsed JSON; undefined where it was none. */
  read(value: unknown): void {
    this.#line++
    const parsed = LogLine.safeParse(value)
    const place = { table: 'export', key: { line: this.#line } } as const
    if (!parsed.success) this.#findings.add({ ...place, code: 'unreadable' })
    else if (this.#ended) this.#findings.add({ ...place, code: 'added' })
    else if ('act' in parsed.data) this.#readAct(parsed.data.act)
    else if ('checkpoint' in parsed.data) this.#readCheckpoint(parsed.data.checkpoint)
    else this.#ended = true
  }

  /** After the last line; `size` is what the header promised. */
  finish(size: number): void {
    if (!this.#ended) this.#findings.add({ table: 'export', key: { line: this.#line + 1 }, code: 'removed' })
    if (this.acts !== size)
      this.#findings.add({
        table: 'export',
        key: {},
        code: 'column',
        column: 'size',
        expected: String(this.acts),
        found: String(size),
      })
    if (this.acts > this.#confirmed) this.#loseTrack()
  }

  #readAct({ position, hash, text, subjects }: LogAct): void {
    const place = { table: 'export', key: { line: this.#line, position } } as const
    if (position !== this.acts) {
      const [expected, found] = [String(this.acts), String(position)]
      this.#findings.add({ ...place, code: 'column', column: 'position', expected, found })
      this.#loseTrack()
    }
    this.acts++
    this.#edge.append(Buffer.from(hash, 'hex'))
    if (text === null) return this.#findings.add({ ...place, code: 'removed', column: 'text' })
    if (hashLeaf(text).toString('hex') !== hash)
      return this.#findings.add({ ...place, code: 'disagrees', column: 'text' })
    const said = parseActText(text)
    if (!said || said.county !== this.#findings.county)
      return this.#findings.add({ ...place, code: 'unreadable', column: 'text' })
    const digest = subjectsDigest(subjects)
    if (digest !== said.subjects.digest)
      this.#findings.add({ ...place, code: 'subjects', expected: said.subjects.digest, found: digest })
  }

  #readCheckpoint(checkpoint: ExportedCheckpoint): void {
    if (!verifySignature(this.#findings, checkpoint, this.#keys))
      return void this.#skipped.push(checkpoint.size)
    const before = [this.last?.size ?? 0, ...this.#skipped]
    if (!before.includes(checkpoint.previous))
      this.#findings.add({ table: 'export', key: { checkpoint: checkpoint.previous }, code: 'removed' })
    this.last = checkpoint
    this.#skipped = []
    if (this.#lost) return
    if (checkpoint.size !== this.acts || this.#edge.root().toString('hex') !== checkpoint.root)
      this.#loseTrack()
    else this.#confirmed = checkpoint.size
  }

  #loseTrack(): void {
    if (this.#lost) return
    this.#lost = true
    this.#findings.add({ table: 'export', key: { from: this.#confirmed }, code: 'unconfirmed' })
  }
}
