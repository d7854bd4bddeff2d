// Waits until the test run lets go of its end of the pipe, which it does in whatever way it ends, Ctrl-C and
// kill -9 included, and then removes what the run has made:
//   janitor.mjs server <temporary folder> <its cluster>   a server of the run's own
//   janitor.mjs databases <address> <prefix>              databases on somebody else's server
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const [kind, place, name] = process.argv.slice(2)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)
process.stdin.resume()
process.stdin.on(
  'close',
  () => void (kind === 'server' ? removeServer(place, name) : dropDatabases(place, name)),
)

async function removeServer(folder, cluster) {
  // Several times: a server that was starting just then has no pid file yet.
  for (let round = 0; round < 50; round++) {
    stop(path.join(cluster, 'postmaster.pid'))
    await pause(round === 0 ? 0 : 100)
    try {
      rmSync(folder, { recursive: true, force: true })
      return
    } catch {
      // The server still writes into it.
    }
  }
}

function stop(pidFile) {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT')
  } catch {
    // There is none, or no more.
  }
}

async function dropDatabases(server, prefix) {
  const { default: pg } = await import('pg')
  const url = new URL(server)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
      prefix,
    ])
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
  } catch {
    // The server is gone, and the databases with it.
  } finally {
    await client.end().catch(() => undefined)
  }
}
