import { open, readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseActText } from './act-text.ts'
import { LogHeader, LogLine, ProofExport } from './export-format.ts'

/** What the acts of an export name: every piece of evidence once, and those of which it was said how they were taken. */
export interface NamedEvidence {
  all: ReadonlySet<string>
  taken: ReadonlySet<string>
}

/** Reads which evidence an export's acts name; the export itself is verified elsewhere. */
export async function evidenceInExport(file: string): Promise<NamedEvidence> {
  const all = new Set<string>()
  const taken = new Set<string>()
  for await (const text of actTexts(file))
    for (const named of parseActText(text)?.evidence ?? []) {
      all.add(named.digest)
      if (named.taken !== undefined) taken.add(named.digest)
    }
  return { all, taken }
}

async function* actTexts(file: string): AsyncGenerator<string> {
  const input = (await open(file)).createReadStream()
  try {
    let isLog: boolean | undefined
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const value = parsed(line)
      isLog ??= LogHeader.safeParse(value).success
      if (!isLog) break
      const read = LogLine.safeParse(value)
      if (read.success && 'act' in read.data && read.data.act.text !== null) yield read.data.act.text
    }
    if (isLog) return
  } finally {
    input.destroy()
  }
  const proof = ProofExport.safeParse(parsed(await readFile(file, 'utf8')))
  for (const { text } of proof.data?.acts ?? []) yield text
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
