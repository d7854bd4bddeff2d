import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DemoAccount } from '../demo/demo-accounts.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { demoDays, type DemoSetting, isDemoSetting } from '../demo/settings.ts'
import { startEmbedded } from '../kernel/database/embedded.ts'
import { emptyDatabase } from '../kernel/database/migrate.ts'
import { programFolder } from '../kernel/database/program-folder.ts'
import { handClock, openClock } from '../kernel/dates/clock.ts'
import type { Limit } from '../kernel/identity/throttle.ts'
import { startExaminer } from './examiner.ts'
import { ensureFree } from './free-port.ts'
import { openHttp } from './http.ts'
import { openProgram } from './program.ts'
import { progressBar } from './progress-bar.ts'

const note = (text: string) => console.log(`  ${text}`)

/** What is to be undone when the program ends, last first. */
const closers: (() => Promise<unknown>)[] = []
let closing: Promise<void> | undefined

function close(): Promise<void> {
  closing ??= (async () => {
    for (const one of closers.reverse()) await one()
  })()
  return closing
}

async function main(): Promise<void> {
  const port = readPort(process.env.PORT)
  const host = process.env.HOST ?? '0.0.0.0'
  await ensureFree(port, host)
  const firstPack = await readFirstPack(process.env.QINGNUAN_PACK)
  const dataFolder = path.resolve(process.env.QINGNUAN_DATA ?? '.qingnuan')
  await mkdir(dataFolder, { recursive: true })
  const external = process.env.DATABASE_URL
  const embedded = external
    ? undefined
    : await startEmbedded({ dataFolder: path.join(dataFolder, 'postgres'), onNote: note })
  if (embedded) closers.push(() => embedded.stop())
  const url = external ?? embedded?.url ?? ''

  const demo = await prepareDemo(url, dataFolder, external !== undefined)
  const clock = openClock(process.env.QINGNUAN_TODAY ?? (demo && demoDays[demo.setting]))
  const program = await openProgram({ url, dataFolder, clock, firstPack })
  closers.push(() => program.close())
  const examiner = startExaminer(program)
  closers.push(() => examiner.stop())
  const http = await openHttp({
    program,
    demo: demo && { accounts: demo.accounts },
    objections: readObjections(process.env.QINGNUAN_OBJECTIONS),
  })
  closers.push(() => http.close())
  const address = await http.listen({ port, host })

  // With PORT=0 the system chose one.
  const listening = new URL(address).port
  console.log(`\n清暖 Qingnuan  http://localhost:${listening}   (${clock.today()})\n`)
  if (!demo) return
  console.log('  演示账号 Demo accounts:')
  for (const { signIn, password, who } of demo.accounts)
    console.log(`    ${signIn.padEnd(14)} ${password}   ${who.zh} · ${who.en}`)
  console.log('')
}

interface LoadedDemo {
  setting: DemoSetting
  accounts: DemoAccount[]
}

/**
 * Loads the demo county into an empty database, once, and remembers which setting it was. On a county's own server
 * (`DATABASE_URL`) only where it is asked for by `QINGNUAN_DEMO`.
 */
async function prepareDemo(
  url: string,
  dataFolder: string,
  ownServer: boolean,
): Promise<LoadedDemo | undefined> {
  const marker = path.join(dataFolder, 'demo.json')
  const known = await readFile(marker, 'utf8').then(
    (text) => JSON.parse(text) as LoadedDemo & { complete: boolean },
    () => undefined,
  )
  const asked = process.env.QINGNUAN_DEMO ?? (ownServer ? 'none' : 'works')
  if (asked !== 'none' && !isDemoSetting(asked))
    throw new Error(`QINGNUAN_DEMO is works, season or none, not '${asked}'.`)
  if (known?.complete) {
    if (process.env.QINGNUAN_DEMO && asked !== known.setting)
      throw new Error(
        `This data folder holds the demo county '${known.setting}'. For '${asked}' choose another QINGNUAN_DATA.`,
      )
    return known
  }
  if (asked === 'none') return undefined
  const setting = known?.setting ?? asked
  if (known) await emptyDatabase(url)
  const clock = handClock(new Date())
  const program = await openProgram({ url, dataFolder, clock, sealEveryMs: 3_600_000 })
  try {
    const account = await program.database.owner
      .selectFrom('account')
      .select('id')
      .limit(1)
      .executeTakeFirst()
    if (account && !known) return undefined
    await writeFile(marker, JSON.stringify({ setting, accounts: [], complete: false }))
    const bar = progressBar('演示县 Demo county')
    const accounts = await loadDemo(program, clock, setting, bar.show)
    bar.end()
    await writeFile(marker, JSON.stringify({ setting, accounts, complete: true }))
    return { setting, accounts }
  } finally {
    await program.close()
  }
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be a port number, not '${text}'.`)
  return port
}

/** The pack a new county is founded with: one of the folders of `packs`. */
async function readFirstPack(name: string | undefined): Promise<string | undefined> {
  if (name === undefined) return undefined
  const files = await readdir(path.join(programFolder(), 'packs'), { recursive: true })
  const packs = files.flatMap((file) => (path.basename(file) === 'pack.yaml' ? [path.dirname(file)] : []))
  if (!packs.includes(name)) throw new Error(`QINGNUAN_PACK is one of ${packs.join(', ')}, not '${name}'.`)
  return name
}

/** `60,300`: how many objections one address may send to the public page in ten minutes, and in a day. */
function readObjections(text: string | undefined): Limit[] | undefined {
  if (text === undefined) return undefined
  const [tenMinutes, day] = /^[1-9]\d{0,5},[1-9]\d{0,5}$/.test(text) ? text.split(',').map(Number) : []
  if (!tenMinutes || !day)
    throw new Error(`QINGNUAN_OBJECTIONS must be two numbers such as 60,300, not '${text}'.`)
  return [
    { most: tenMinutes, seconds: 600 },
    { most: day, seconds: 86_400 },
  ]
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void close().then(() => process.exit(0)))

main().catch(async (error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  await close()
  process.exit(1)
})
