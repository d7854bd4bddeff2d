import path from 'node:path'
import { startEmbedded } from '../kernel/database/embedded.ts'
import { openClock } from '../kernel/dates/clock.ts'
import { openHttp } from './http.ts'
import { openProgram } from './program.ts'

const port = Number(process.env.PORT ?? 3000)
const dataFolder = path.resolve(process.env.QINGNUAN_DATA ?? '.qingnuan')

const note = (text: string) => console.log(`  ${text}`)

async function main(): Promise<void> {
  const external = process.env.DATABASE_URL
  const embedded = external
    ? undefined
    : await startEmbedded({ dataFolder: path.join(dataFolder, 'postgres'), onNote: note })
  const program = await openProgram({
    url: external ?? embedded?.url ?? '',
    dataFolder,
    clock: openClock(process.env.QINGNUAN_TODAY),
  })
  const http = await openHttp({ program })
  let closing = false
  const close = async (code: number) => {
    if (closing) return
    closing = true
    await http.close()
    await program.close()
    await embedded?.stop()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close(0))
  await http.listen({ port, host: process.env.HOST ?? '0.0.0.0' })
  console.log(`\n清暖 Qingnuan  http://localhost:${port}\n`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
