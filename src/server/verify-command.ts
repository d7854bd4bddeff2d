import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readVerifyingKey, type VerifyingKey } from '../kernel/cipher/keys.ts'
import { type Database, openDatabase } from '../kernel/database/database.ts'
import { startEmbedded } from '../kernel/database/embedded.ts'
import { openClock } from '../kernel/dates/clock.ts'
import { openDiskStore } from '../kernel/evidence/disk-store.ts'
import { checkEvidence } from '../kernel/evidence/check-evidence.ts'
import type { EvidenceStore } from '../kernel/evidence/store.ts'
import { evidenceInExport } from '../kernel/log/export-evidence.ts'
import { type Finding, isDifference } from '../kernel/log/finding.ts'
import { listEvidenceDigests, listLogCounties } from '../kernel/log/log-contents.ts'
import { verifyExport } from '../kernel/log/verify-export.ts'
import { verifyLog } from '../kernel/log/verify.ts'
import { describeFinding, placeOf } from '../kernel/log/words.ts'
import { type Said, speaker } from '../kernel/words/words.ts'
import { verifyWords } from './verify-words.ts'

const say = speaker(verifyWords)

/** An act waits a second or so to be sealed; after a minute something is wrong with the sealer. */
const overdueMs = 60_000

export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>
  /** One line for people. */
  print(line: string): void
  /** What is going on right now, replaced by the next; empty at the end. */
  progress(line: string): void
}

/** Nothing could be verified; the message says why and what to do. */
class CannotVerify extends Error {
  constructor(said: Said) {
    super(`${said.zh}\n${said.en}`)
  }
}

/** `npm run verify`. Answers the exit code: 0 all fits, 1 something differs, 2 could not verify. */
export async function runVerify(args: readonly string[], around: Surroundings): Promise<0 | 1 | 2> {
  try {
    return (await verify(args, around)) ? 0 : 1
  } catch (error) {
    around.progress('')
    if (error instanceof CannotVerify) around.print(error.message)
    else tell(around, 'verify.failed', { why: error instanceof Error ? error.message : String(error) })
    return 2
  }
}

async function verify(args: readonly string[], around: Surroundings): Promise<boolean> {
  const { values } = readArguments(args)
  if (values.help) {
    tell(around, 'verify.usage')
    return true
  }
  const dataFolder = path.resolve(around.env.QINGNUAN_DATA ?? '.qingnuan')
  const trusted = await readTrusted(values.key ?? [], dataFolder)
  if (values.export !== undefined)
    return verifyFile(values.export, trusted, around, values.evidence ? dataFolder : undefined)
  const { url, leave } = await findDatabase(dataFolder, around)
  const database = openDatabase(url, { connections: 2 })
  try {
    return await verifyDatabase(
      database,
      values.county,
      trusted,
      around,
      values.evidence ? dataFolder : undefined,
    )
  } finally {
    await database.close()
    await leave()
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        export: { type: 'string' },
        key: { type: 'string', multiple: true },
        county: { type: 'string' },
        evidence: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    const usage = say('verify.usage')
    const why = error instanceof Error ? error.message : String(error)
    throw new CannotVerify({ zh: `${why}\n${usage.zh}`, en: usage.en })
  }
}

/** The keys named with `--key`, else the installation's own public key; undefined where there is neither. */
async function readTrusted(
  named: readonly string[],
  dataFolder: string,
): Promise<VerifyingKey[] | undefined> {
  const own = path.join(dataFolder, 'keys', 'log-public.pem')
  const files = named.length > 0 ? named : existsSync(own) ? [own] : []
  if (files.length === 0) return undefined
  return Promise.all(
    files.map(async (file) => {
      try {
        return readVerifyingKey(await readFile(file, 'utf8'))
      } catch (error) {
        throw new CannotVerify(say('verify.bad-key', { file, why: (error as Error).message }))
      }
    }),
  )
}

/** The configured database, or the embedded one, started where it is not running. Never makes a new one. */
async function findDatabase(
  dataFolder: string,
  around: Surroundings,
): Promise<{ url: string; leave(): Promise<void> }> {
  if (around.env.DATABASE_URL) return { url: around.env.DATABASE_URL, leave: async () => undefined }
  const holdsCluster = (folder: string) =>
    existsSync(path.join(folder, 'postgres')) || existsSync(path.join(folder, 'postgres-place.json'))
  const folder = [path.join(dataFolder, 'postgres'), dataFolder].find(holdsCluster)
  if (!folder) throw new CannotVerify(say('verify.no-installation', { folder: dataFolder }))
  const embedded = await startEmbedded({ dataFolder: folder, onNote: (text) => around.print(text) })
  return { url: embedded.url, leave: () => embedded.stop() }
}

async function verifyDatabase(
  database: Database,
  only: string | undefined,
  trusted: readonly VerifyingKey[] | undefined,
  around: Surroundings,
  evidenceFolder: string | undefined,
): Promise<boolean> {
  const all = await listLogCounties(database)
  const counties = only === undefined ? all : all.filter((county) => String(county) === only)
  if (counties.length === 0) {
    if (only !== undefined) throw new CannotVerify(say('verify.unknown-county', { county: only }))
    tell(around, 'verify.no-acts')
    return true
  }
  if (trusted) tell(around, 'verify.keys', { keys: trusted.map((key) => key.keyId).join(', ') })
  const clock = openClock(around.env.QINGNUAN_TODAY)
  let sound = true
  for (const county of counties) {
    const seen = await database.read(county, (db) =>
      verifyLog(db, county, {
        trusted,
        overdueBefore: new Date(clock.now().getTime() - overdueMs),
        onProgress: ({ stage, done, total }) => showProgress(around, county, stage, done, total),
      }),
    )
    around.progress('')
    tell(around, 'verify.log', { ...seen })
    if (seen.last) tell(around, 'verify.signed', { ...seen.last })
    else if (seen.acts > 0) tell(around, 'verify.unsigned')
    if (!trusted && seen.last) tell(around, 'verify.own-keys', { keys: seen.last.keyId })
    const damaged = evidenceFolder ? await verifyEvidence(database, county, evidenceFolder, around) : 0
    if (!evidenceFolder) tell(around, 'verify.without-evidence')
    tell(around, 'verify.covers')
    conclude(seen.findings, around, damaged)
    sound &&= seen.sound && damaged === 0
  }
  return sound
}

/** Reads every piece of evidence through; answers how many are gone or changed. */
async function verifyEvidence(
  database: Database,
  county: number,
  dataFolder: string,
  around: Surroundings,
): Promise<number> {
  const store = openDiskStore(path.join(dataFolder, 'evidence'))
  const digests = await database.read(county, (db) => listEvidenceDigests(db, county))
  return readThrough(store, county, digests, around)
}

/** Names what is gone or changed of the pieces of evidence that are to be there; answers how many. */
async function readThrough(
  store: EvidenceStore,
  county: number,
  digests: readonly string[],
  around: Surroundings,
): Promise<number> {
  let read = 0
  const counted = function* () {
    for (const digest of digests) {
      yield digest
      showProgress(around, county, 'evidence', ++read, digests.length)
    }
  }
  let damaged = 0
  for await (const { digest, problem } of checkEvidence(store, counted())) {
    damaged++
    around.progress('')
    around.print(`  evidence(county=${county}, digest=${digest})`)
    tell(around, `verify.evidence.${problem}`, {}, '      ')
  }
  around.progress('')
  tell(around, 'verify.evidence', { files: digests.length })
  return damaged
}

async function verifyFile(
  file: string,
  trusted: readonly VerifyingKey[] | undefined,
  around: Surroundings,
  evidenceFolder: string | undefined,
): Promise<boolean> {
  const seen = await verifyExport(file, {
    trusted,
    onProgress: (acts) => around.progress(`${acts.toLocaleString('en')} …`),
  })
  around.progress('')
  const subject = seen.subject && `${seen.subject.type}:${seen.subject.id}`
  tell(around, `verify.exported-${seen.kind}`, { county: seen.county, acts: seen.acts, subject })
  if (seen.checkpoint) tell(around, 'verify.signed', { ...seen.checkpoint })
  if (seen.unsealed.length > 0) tell(around, 'verify.not-proven', { acts: seen.unsealed.length })
  if (trusted) tell(around, 'verify.keys', { keys: trusted.map((key) => key.keyId).join(', ') })
  else tell(around, 'verify.own-keys', { keys: seen.checkpoint?.keyId ?? '–' })
  const named = await evidenceInExport(file)
  tell(around, 'verify.named', { files: named.all.size, taken: named.taken.size })
  if (!evidenceFolder) tell(around, 'verify.without-evidence')
  const damaged = evidenceFolder
    ? await readThrough(
        openDiskStore(path.join(evidenceFolder, 'evidence')),
        seen.county,
        [...named.all].sort(),
        around,
      )
    : 0
  conclude(seen.findings, around, damaged)
  return seen.sound && damaged === 0
}

function conclude(findings: readonly Finding[], around: Surroundings, damaged = 0): void {
  for (const finding of findings) {
    const { zh, en } = describeFinding(finding)
    around.print(`  ${placeOf(finding)}`)
    around.print(`      ${zh}`)
    around.print(`      ${en}`)
  }
  const count = findings.filter(isDifference).length + damaged
  if (count > 0) tell(around, 'verify.differs', { count })
  else tell(around, 'verify.sound')
}

function tell(around: Surroundings, key: string, values: Record<string, unknown> = {}, indent = ''): void {
  const { zh, en } = say(key, values)
  around.print(`${indent}${zh}`)
  around.print(`${indent}${en}`)
}

function showProgress(
  around: Surroundings,
  county: number,
  stage: 'acts' | 'tree' | 'evidence',
  done: number,
  total: number,
): void {
  const { zh, en } = say(`verify.progress.${stage}`)
  around.progress(`${county} ${zh} ${en} ${done.toLocaleString('en')} / ${total.toLocaleString('en')}`)
}
