import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { z } from 'zod'
import type { MadeFile, QueryContext } from '../kernel/act/define.ts'
import { NotFound } from '../kernel/act/not-found.ts'
import { type Door, openDoor } from '../kernel/act/perform.ts'
import { type InputProblem, readInput } from '../kernel/act/read-input.ts'
import { homeFactsIn, type Registry, registryOf } from '../kernel/act/registry.ts'
import { type Keys, openKeys } from '../kernel/cipher/keys.ts'
import { type Database, openDatabase, type ReadDb } from '../kernel/database/database.ts'
import { migrate } from '../kernel/database/migrate.ts'
import { programFolder } from '../kernel/database/program-folder.ts'
import type { Clock } from '../kernel/dates/clock.ts'
import { openDiskStore } from '../kernel/evidence/disk-store.ts'
import type { EvidenceStore } from '../kernel/evidence/store.ts'
import { type Actor, isEmpty, type Roles, scopeOf } from '../kernel/identity/authority.ts'
import { startSealer } from '../kernel/log/seal.ts'
import { turnstile } from '../kernel/pace/turnstile.ts'
import { loadPack } from '../kernel/pack/load.ts'
import { roles as businessRoles } from '../modules/organisations/roles.ts'
import { packsInForce } from '../modules/policy/packs-in-force.ts'
import { modules } from './modules.ts'
import { programRole } from './program-actor.ts'

export interface Program {
  database: Database
  registry: Registry
  roles: Roles
  door: Door
  clock: Clock
  keys: Keys
  store: EvidenceStore
  packs: ReturnType<typeof packsInForce>
  /** The folder of the pack a county is founded with. */
  firstPack: string
  /** Seals what is pending now; it also happens by itself every second. */
  seal(): Promise<void>
  ask(actor: Actor, name: string, input: unknown, options?: AskOptions): Promise<Answer>
  file(actor: Actor, name: string, input: unknown, options?: AskOptions): Promise<Answer<MadeFile>>
  close(): Promise<void>
}

export interface AskOptions {
  progress?(done: number, label?: string): void
}

export type Answer<T = unknown> =
  | { status: 'ok'; value: T }
  | { status: 'not-found' }
  | { status: 'not-permitted' }
  | { status: 'invalid'; problems: InputProblem[] }

/**
 * Opens everything on a database and a data folder: migrates, loads the keys (made only while the database is
 * empty), takes the modules together and starts the sealer. The pack `first` is for counties that have none yet.
 */
export async function openProgram(options: {
  url: string
  dataFolder: string
  clock: Clock
  firstPack?: string | undefined
  sealEveryMs?: number
}): Promise<Program> {
  await migrate(options.url)
  const database = openDatabase(options.url)
  const empty = (await database.owner.selectFrom('county').select('id').limit(1).execute()).length === 0
  const keys = await openKeys(path.join(options.dataFolder, 'keys'), { mayCreate: empty })
  const store = openDiskStore(path.join(options.dataFolder, 'evidence'))
  const registry = registryOf(modules)
  const roles: Roles = { ...businessRoles, program: programRole }
  const firstPack = options.firstPack ?? 'laizhou-2023'
  const first = await loadPack(path.join(programFolder(), 'packs', firstPack))
  const { clock } = options
  const packs = packsInForce(database, first, clock)
  const door = openDoor({
    database,
    registry,
    roles,
    clock,
    keys,
    store,
    random: () => randomBytes(32).toString('hex'),
    packOf: packs.inForceIn,
  })
  const sealer = startSealer(database.pool, keys, {
    everyMs: options.sealEveryMs ?? 1000,
    clock,
    onError: (error) => console.error('The log could not be sealed; it is tried again.', error),
  })

  const inTurn = turnstile(1)

  async function run<T>(
    actor: Actor,
    definition: { input: z.ZodType; permission: string; oneAtATime?: boolean } | undefined,
    input: unknown,
    work: (db: ReadDb, input: unknown, context: QueryContext) => Promise<T>,
    options: AskOptions = {},
  ): Promise<Answer<T>> {
    if (!definition) return { status: 'not-found' }
    const scopeFor = (permission: string) => scopeOf(roles, actor, permission)
    const scope = scopeFor(definition.permission)
    if (isEmpty(scope)) return { status: 'not-permitted' }
    const read = readInput(definition.input, input)
    if (!read.ok) return { status: 'invalid', problems: read.problems }
    const contextIn = async (db: ReadDb): Promise<QueryContext> => {
      const where = {
        county: actor.county,
        today: clock.today(),
        pack: await packs.inForceIn(db, actor.county),
      }
      return {
        ...where,
        homeFacts: homeFactsIn(registry, where),
        actor,
        now: clock.now(),
        packByDigest: (digest) => packs.byDigest(db, actor.county, digest),
        keys,
        store,
        scope,
        scopeFor,
        progress: options.progress ?? (() => undefined),
      }
    }
    const look = () => database.read(actor.county, async (db) => work(db, read.input, await contextIn(db)))
    try {
      return {
        status: 'ok',
        value: await (definition.oneAtATime
          ? inTurn(look, () => options.progress?.(0, 'kit.waiting-turn'))
          : look()),
      }
    } catch (error) {
      if (error instanceof NotFound) return { status: 'not-found' }
      throw error
    }
  }

  return {
    database,
    registry,
    roles,
    door,
    clock,
    keys,
    store,
    packs,
    firstPack,
    seal: async () => {
      await sealer.sealNow()
    },
    ask: (actor, name, input, options) => {
      const query = registry.queries.get(name)
      return run(
        actor,
        query,
        input,
        (db, parsed, context) => {
          if (!query) throw new NotFound()
          return query.run(db, parsed, context)
        },
        options,
      )
    },
    file: (actor, name, input, options) => {
      const download = registry.downloads.get(name)
      return run(
        actor,
        download,
        input,
        (db, parsed, context) => {
          if (!download) throw new NotFound()
          return download.run(db, parsed, context)
        },
        options,
      )
    },
    close: async () => {
      await sealer.stop()
      await database.close()
    },
  }
}
