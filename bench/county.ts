import { handClock } from '../src/kernel/dates/clock.ts'
import type { EvidenceRef } from '../src/kernel/act/define.ts'
import type { Receipt } from '../src/kernel/act/perform.ts'
import type { Actor, Grant } from '../src/kernel/identity/authority.ts'
import { newId } from '../src/kernel/identity/id.ts'
import type { RoleName } from '../src/modules/organisations/roles.ts'
import { programmeId } from '../src/modules/policy/public.ts'
import { type ApplicationRow, inventApplications } from '../src/demo/applications.ts'
import { inventVillages, towns } from '../src/demo/places.ts'
import { randomFrom } from '../src/demo/random.ts'
import { openStagehand, type Stagehand } from '../src/demo/stagehand.ts'
import { registerWorkbook } from '../src/demo/workbook-of.ts'
import { foundCounty } from '../src/server/found-county.ts'
import { openProgram, type Program } from '../src/server/program.ts'
import { programActor } from '../src/server/program-actor.ts'
import { type Meter, openMeter } from './meter.ts'
import type { BenchServer } from './server.ts'

export const county = 1
export const countyArea = '370683000000'
/** 沙河镇, the largest list. */
export const town = '370683101000'
const code = '370683'
/** The plan's target for 2023: as many rows as its register has. */
export const planned = 21_905

/** The real program on a database of its own, in mid-August 2023. */
export interface BenchCounty {
  program: Program
  url: string
  hand: Stagehand
  meter: Meter
  /** Flushes what earlier work left to write, so that nobody else pays for it. */
  settle(tables?: readonly string[]): Promise<void>
  /** Closes the program and keeps the database, as the template of others; answers its name. */
  keep(): Promise<string>
  close(): Promise<void>
}

export async function openCounty(
  server: BenchServer,
  template?: string,
  // What is measured is mostly not also being sealed; sealing has its own bench.
  { sealEveryMs = 3_600_000 } = {},
): Promise<BenchCounty> {
  const { name, url } = await server.create(template)
  const clock = handClock(new Date('2023-08-15T04:00:00Z'))
  const program = await openProgram({
    url,
    dataFolder: server.dataFolder,
    clock,
    sealEveryMs,
  })
  const hand = await openStagehand(program, clock, person('administrator', { area: countyArea })).catch(
    async (error: unknown) => {
      await program.close()
      throw error
    },
  )
  return {
    program,
    url,
    hand,
    meter: await openMeter(program.database.pool),
    settle: async (tables = ['home']) => {
      for (const table of tables)
        await program.database.pool.query(`vacuum (analyze) ${table}`).catch(() => undefined)
      await program.database.pool.query('checkpoint').catch(() => undefined)
    },
    keep: async () => {
      await program.close()
      return name
    },
    close: async () => {
      await program.close()
      await server.drop(name)
    },
  }
}

/** Laizhou's towns with invented villages, nobody applied yet: the template of the import's runs. */
export async function foundTemplate(server: BenchServer): Promise<string> {
  const { name, url } = await server.create()
  const clock = handClock(new Date('2023-08-15T04:00:00Z'))
  const program = await openProgram({ url, dataFolder: server.dataFolder, clock, sealEveryMs: 3_600_000 })
  try {
    await foundCounty(program, { id: county, code, name: '莱州市(模拟)', year: 2023, pack: 'laizhou-2023' })
    for (const areas of [towns, inventVillages(randomFrom(1))]) {
      const outcome = await program.door.perform(programActor(county, code), {
        id: newId(),
        kind: 'village.register',
        input: {
          programme: programmeId(county),
          synthetic: true,
          areas: areas.map(({ code, name, kind }) => ({ code, name, kind })),
        },
      })
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
    }
  } finally {
    await program.close()
  }
  return name
}

/** Somebody with one role somewhere; the door asks no account of them. */
export const person = (role: RoleName, where: Omit<Grant, 'role'>): Actor => ({
  id: newId(),
  county,
  name: role,
  ...(where.organisation ? { organisation: where.organisation } : {}),
  grants: [{ role, ...where }],
})

export interface Register {
  rows: ApplicationRow[]
  bytes: Uint8Array
}

/** The whole programme's applications in one workbook, faults included. */
export async function inventRegister(count = planned): Promise<Register> {
  const villages = inventVillages(randomFrom(1))
  const random = randomFrom(2)
  let serial = 0
  const rows = villages.flatMap((village, at) => {
    const share =
      Math.floor(((at + 1) * count) / villages.length) - Math.floor((at * count) / villages.length)
    return inventApplications(random, village, share, () => serial++)
  })
  return { rows, bytes: await registerWorkbook(rows) }
}

/** Enters a register as one act, by an official of the whole county. */
export async function importRegister(
  { program, hand }: Pick<BenchCounty, 'program' | 'hand'>,
  file: EvidenceRef,
): Promise<Receipt> {
  const actor = person('town-officer', { area: countyArea })
  await hand.bring(actor, [file])
  const outcome = await program.door.perform(actor, {
    id: newId(),
    kind: 'register.import',
    input: {
      programme: programmeId(county),
      import: newId(),
      area: countyArea,
      fileName: '全县确户表(模拟).xlsx',
      synthetic: true,
    },
    evidence: [file],
  })
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome).slice(0, 2000))
  return outcome.receipt
}
