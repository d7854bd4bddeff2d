import { open, readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { VerifyingKey } from '../cipher/keys.ts'
import { type Said, speaker } from '../words/words.ts'
import { parseActText, subjectsDigest } from './act-text.ts'
import { type ExportedCheckpoint, LogHeader, ProofExport } from './export-format.ts'
import { usableKeys, verifySignature } from './export-signature.ts'
import { type Finding, Findings, TooManyFindings } from './finding.ts'
import { hashLeaf } from './merkle.ts'
import { rootFromInclusion } from './merkle-proof.ts'
import { LogReplay } from './replay-export.ts'
import { exportWords } from './words.ts'

const say = speaker(exportWords)

export interface ExportVerification {
  kind: 'log' | 'proof'
  county: number
  /** Whose proof it is. */
  subject?: { type: string; id: string }
  acts: number
  /** Acts a proof names without proving them: not sealed when it was made. */
  unsealed: string[]
  checkpoint?: { size: number; root: string; madeAt: string; keyId: string }
  /** Whether the signature was checked with a key given from outside, or only with the file's own. */
  keySource: 'given' | 'file'
  findings: Finding[]
  sound: boolean
}

/** The file is neither kind of export. */
export class NotAnExport extends Error {
  readonly said: Said
  constructor(file: string) {
    const said = say('export.unknown', { file })
    super(`${said.zh} ${said.en}`)
    this.name = 'NotAnExport'
    this.said = said
  }
}

interface ExportOptions {
  trusted?: readonly VerifyingKey[]
  onProgress?(acts: number): void
}

/**
 * Checks an export of `exportLog` or `proveSubject` with nothing but the file and a public key. Throws
 * `NotAnExport` for other files; everything else that is wrong is a finding.
 */
export async function verifyExport(file: string, options: ExportOptions = {}): Promise<ExportVerification> {
  const input = (await open(file)).createReadStream()
  try {
    const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]()
    const first = await lines.next()
    const header = LogHeader.safeParse(first.done ? undefined : tryParsing(first.value))
    if (header.success) return await verifyLogLines(header.data, lines, options)
  } finally {
    input.destroy()
  }
  const proof = ProofExport.safeParse(tryParsing(await readFile(file, 'utf8')))
  if (!proof.success) throw new NotAnExport(file)
  return verifyProof(proof.data, options)
}

async function verifyLogLines(
  { county, keys, size }: LogHeader,
  lines: AsyncIterator<string>,
  { trusted, onProgress }: ExportOptions,
): Promise<ExportVerification> {
  const findings = new Findings(county, 1000)
  const replay = new LogReplay(findings, usableKeys(findings, keys, trusted))
  await untilTooMany(async () => {
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      replay.read(tryParsing(line.value))
      if (replay.acts % 2000 === 0) onProgress?.(replay.acts)
    }
    replay.finish(size)
  })
  return answer('log', findings, replay.acts, replay.last, trusted)
}

async function verifyProof(proof: ProofExport, { trusted }: ExportOptions): Promise<ExportVerification> {
  const { county, acts, checkpoint, keys, subject, unsealed } = proof
  const findings = new Findings(county, 1000)
  const usable = usableKeys(findings, keys, trusted)
  await untilTooMany(() => {
    if (checkpoint) verifySignature(findings, checkpoint, usable)
    verifyProofActs(findings, proof)
  })
  return { ...answer('proof', findings, acts.length, checkpoint ?? undefined, trusted), subject, unsealed }
}

function verifyProofActs(findings: Findings, proof: ProofExport): void {
  const { county, subject, checkpoint } = proof
  const known = new Set<number>()
  for (const { position, text, path, subjects } of proof.acts) {
    const place = { table: 'export', key: { position } } as const
    if (known.has(position)) findings.add({ ...place, code: 'added' })
    known.add(position)
    const said = parseActText(text)
    if (!said || said.county !== county) {
      findings.add({ ...place, code: 'unreadable', column: 'text' })
      continue
    }
    const siblings = path.map((hash) => Buffer.from(hash, 'hex'))
    const root = checkpoint && rootFromInclusion(hashLeaf(text), position, checkpoint.size, siblings)
    if (!root || root.toString('hex') !== checkpoint.root)
      findings.add({ ...place, code: 'changed', column: 'text · path' })
    const digest = subjectsDigest(subjects)
    if (digest !== said.subjects.digest)
      findings.add({ ...place, code: 'subjects', expected: said.subjects.digest, found: digest })
    else if (!subjects.includes(`${subject.type}:${subject.id}`)) findings.add({ ...place, code: 'added' })
  }
}

function answer(
  kind: 'log' | 'proof',
  findings: Findings,
  acts: number,
  last: ExportedCheckpoint | undefined,
  trusted: readonly VerifyingKey[] | undefined,
): ExportVerification {
  return {
    kind,
    county: findings.county,
    acts,
    unsealed: [],
    checkpoint: last && { size: last.size, root: last.root, madeAt: last.madeAt, keyId: last.keyId },
    keySource: trusted ? 'given' : 'file',
    findings: findings.list,
    sound: findings.list.length === 0,
  }
}

async function untilTooMany(work: () => Promise<void> | void): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof TooManyFindings)) throw error
  }
}

function tryParsing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
