import type pg from 'pg'
import type { Keys } from '../cipher/keys.ts'
import type { Clock } from '../dates/clock.ts'
import { sealCounty } from './seal-county.ts'

export interface SealOptions {
  clock: Clock
  /** Acts per round of statements. */
  batch?: number
  /** Acts per transaction, each with its checkpoint. */
  perTransaction?: number
}

/**
 * Appends every committed act that waits to its county's tree and signs a checkpoint. Answers how many acts were
 * sealed. Any number of processes may seal at once; a killed one leaves nothing half done. `pool` connects as
 * the tables' owner. A county that fails does not hold up the others; its error is thrown at the end.
 */
export async function seal(pool: pg.Pool, keys: Keys, options: SealOptions): Promise<number> {
  const { batch = 5000, perTransaction: most = 100_000, clock } = options
  const { rows } = await pool.query<{ id: number }>(
    'select id from county where exists (select 1 from log_pending p where p.county = county.id) order by id',
  )
  let total = 0
  const errors: unknown[] = []
  for (const { id } of rows)
    try {
      for (let sealed = most; sealed >= most; total += sealed)
        sealed = await sealCounty(pool, keys.signing, id, { batch, most, now: clock.now() })
    } catch (error) {
      errors.push(error)
    }
  if (errors.length > 1) throw new AggregateError(errors, errors.map(String).join('\n'))
  if (errors.length === 1) throw errors[0]
  return total
}

export interface Sealer {
  /** Seals whatever was committed before this call; answers how many acts that were. */
  sealNow(): Promise<number>
  /** Waits for a seal under way; none begins afterwards. */
  stop(): Promise<void>
}

export interface SealerOptions extends SealOptions {
  everyMs: number
  /** A failed round; the next one tries again. Without it each new failure is a warning of the process. */
  onError?(error: unknown): void
}

/** Seals every so often until stopped. */
export function startSealer(pool: pg.Pool, keys: Keys, options: SealerOptions): Sealer {
  let running: Promise<number> | undefined
  let queued: Promise<number> | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const onError = options.onError ?? warnOnce()

  function sealNow(): Promise<number> {
    if (stopped) return Promise.reject(new Error('The sealer has stopped'))
    if (running) return (queued ??= running.then(startQueued, startQueued))
    return start()
  }

  function start(): Promise<number> {
    running = seal(pool, keys, options).finally(() => (running = undefined))
    return running
  }

  // The round under way may have begun before the caller's act was committed: only the next one surely sees it.
  function startQueued(): Promise<number> {
    queued = undefined
    return start()
  }

  function schedule(): void {
    timer = setTimeout(() => {
      sealNow()
        .catch(onError)
        .finally(() => {
          if (!stopped) schedule()
        })
    }, options.everyMs)
  }

  schedule()
  return {
    sealNow,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await Promise.allSettled([running, queued])
    },
  }
}

/** Once a second the same words would only bury the log of the program. */
function warnOnce(): (error: unknown) => void {
  let said = ''
  return (error) => {
    const text = String(error)
    if (text !== said) process.emitWarning(text, 'Sealer')
    said = text
  }
}
