import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { EvidenceRef } from '../../src/kernel/act/define.ts'
import type { Outcome, Receipt } from '../../src/kernel/act/perform.ts'
import { handClock } from '../../src/kernel/dates/clock.ts'
import type { Actor, Grant } from '../../src/kernel/identity/authority.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import type { RoleName } from '../../src/modules/organisations/roles.ts'
import { programmeId } from '../../src/modules/policy/public.ts'
import { foundCounty } from '../../src/server/found-county.ts'
import { keepEvidence, noteUploads } from '../../src/server/keep-evidence.ts'
import { openProgram, type Program } from '../../src/server/program.ts'
import { programActor } from '../../src/server/program-actor.ts'
import { aDatabase } from './database.ts'

export const county = 1
const code = '370683'
export const area = {
  county: '370683000000',
  /** 沙河镇 and its two villages. */
  town: '370683101000',
  village: '370683101201',
  otherVillage: '370683101202',
  /** 文昌路街道 and its two villages. */
  otherTown: '370683001000',
  farVillage: '370683001001',
  farOtherVillage: '370683001002',
}

type ActorName =
  | 'administrator'
  | 'bureauOfficer'
  | 'bureauDirector'
  | 'townOfficer'
  | 'otherTownOfficer'
  | 'townReviewer'
  | 'otherTownReviewer'
  | 'cadre'
  | 'otherCadre'
  | 'contractor'
  | 'otherContractor'
  | 'supervisor'
  | 'otherSupervisor'
  | 'gridOfficer'
  | 'financeOfficer'
  | 'marketRegulator'
  | 'auditor'

export interface TestCounty {
  program: Program
  clock: ReturnType<typeof handClock>
  url: string
  dataFolder: string
  programme: string
  self: Actor
  actors: Record<ActorName, Actor>
  /** Another person with the same grants: for what two distinct people must do. */
  colleague(actor: Actor): Actor
  household(home: string): Actor
  organisations: Record<'contractor' | 'otherContractor' | 'supervisor' | 'otherSupervisor', string>
  do(actor: Actor, kind: string, input: unknown, evidence?: EvidenceRef[]): Promise<Outcome>
  /** As `do`, and throws with the reasons where the act was not done. */
  done(actor: Actor, kind: string, input: unknown, evidence?: EvidenceRef[]): Promise<Receipt>
  /** The codes of the refusals; throws where the act was done after all. */
  refused(actor: Actor, kind: string, input: unknown, evidence?: EvidenceRef[]): Promise<string[]>
  ask<T>(actor: Actor, name: string, input?: unknown): Promise<T>
  /** Uploads a small file of its own, or the given one, and answers how an act cites it; brought by whoever cites it, unless told. */
  evidence(kind: string, content?: Uint8Array, by?: Actor): Promise<EvidenceRef>
  /** Has somebody else bring files that are there already. */
  bring(actor: Actor, evidence: readonly EvidenceRef[]): Promise<void>
  close(): Promise<void>
}

/** A county of two towns with two villages each, standing at noon on 2023-08-15, and one person for every role. */
export async function aCounty(pack = 'laizhou-2023'): Promise<TestCounty> {
  const database = await aDatabase()
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'qingnuan-test-'))
  const clock = handClock(new Date('2023-08-15T04:00:00Z'))
  const program = await openProgram({
    url: database.url,
    dataFolder,
    clock,
    firstPack: pack,
    sealEveryMs: 3_600_000,
  })
  const self = programActor(county, code)
  await foundCounty(program, { id: county, code, name: '莱州市', year: 2023, pack })

  const ask = async <T>(actor: Actor, name: string, input: unknown = {}): Promise<T> => {
    const answer = await program.ask(actor, name, input)
    if (answer.status !== 'ok') throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return answer.value as T
  }
  const bring = (actor: Actor, evidence: readonly EvidenceRef[]) =>
    noteUploads(
      program,
      actor,
      evidence.map((e) => e.digest),
    )
  const anybodys = new Set<string>()
  const perform = async (actor: Actor, kind: string, input: unknown, evidence: EvidenceRef[] = []) => {
    await bring(
      actor,
      evidence.filter((e) => anybodys.has(e.digest)),
    )
    return program.door.perform(actor, { id: newId(), kind, input, evidence })
  }
  const done = async (actor: Actor, kind: string, input: unknown, evidence?: EvidenceRef[]) => {
    const outcome = await perform(actor, kind, input, evidence)
    if (outcome.status !== 'done') throw new Error(`${kind} was not done: ${JSON.stringify(outcome)}`)
    return outcome.receipt
  }
  const refused = async (actor: Actor, kind: string, input: unknown, evidence?: EvidenceRef[]) => {
    const outcome = await perform(actor, kind, input, evidence)
    if (outcome.status !== 'refused') throw new Error(`${kind} was not refused: ${JSON.stringify(outcome)}`)
    return outcome.refusals.map((refusal) => refusal.code)
  }

  await done(self, 'village.register', {
    programme: programmeId(county),
    synthetic: true,
    areas: [
      { code: area.town, name: '沙河镇', kind: 'rural' },
      { code: area.village, name: '甲村(模拟)', kind: 'rural' },
      { code: area.otherVillage, name: '乙村(模拟)', kind: 'rural' },
      { code: area.otherTown, name: '文昌路街道', kind: 'urban' },
      { code: area.farVillage, name: '丙村(模拟)', kind: 'urban' },
      { code: area.farOtherVillage, name: '丁村(模拟)', kind: 'urban' },
    ],
  })
  const organisation = async (kind: string, name: string) => {
    const id = newId()
    await done(self, 'organisation.register', { id, kind, name, synthetic: true })
    return id
  }
  const organisations = {
    contractor: await organisation('contractor', '甲暖通公司(模拟)'),
    otherContractor: await organisation('contractor', '乙暖通公司(模拟)'),
    supervisor: await organisation('supervisor', '甲监理公司(模拟)'),
    otherSupervisor: await organisation('supervisor', '乙监理公司(模拟)'),
  }
  const person = (role: RoleName, where: Omit<Grant, 'role'>): Actor => ({
    id: newId(),
    county,
    name: role,
    ...(where.organisation ? { organisation: where.organisation } : {}),
    grants: [{ role, ...where }],
  })
  const actors: Record<ActorName, Actor> = {
    administrator: person('administrator', { area: area.county }),
    bureauOfficer: person('bureau-officer', { area: area.county }),
    bureauDirector: person('bureau-director', { area: area.county }),
    townOfficer: person('town-officer', { area: area.town }),
    otherTownOfficer: person('town-officer', { area: area.otherTown }),
    townReviewer: person('town-reviewer', { area: area.town }),
    otherTownReviewer: person('town-reviewer', { area: area.otherTown }),
    cadre: person('village-cadre', { area: area.village }),
    otherCadre: person('village-cadre', { area: area.farVillage }),
    contractor: person('contractor', { organisation: organisations.contractor }),
    otherContractor: person('contractor', { organisation: organisations.otherContractor }),
    supervisor: person('supervisor', { organisation: organisations.supervisor }),
    otherSupervisor: person('supervisor', { organisation: organisations.otherSupervisor }),
    gridOfficer: person('grid-company', { area: area.county }),
    financeOfficer: person('finance-officer', { area: area.county }),
    marketRegulator: person('market-regulator', { area: area.county }),
    auditor: person('auditor', { area: area.county }),
  }

  return {
    program,
    clock,
    url: database.url,
    dataFolder,
    programme: programmeId(county),
    self,
    actors,
    colleague: (actor) => ({ ...actor, id: newId() }),
    household: (home) => ({ ...person('household', { home }), home }),
    organisations,
    do: perform,
    done,
    refused,
    ask,
    evidence: async (kind, content = kind === 'workbook' ? aTable() : aPicture(), by) => {
      const stored = await keepEvidence(program, by ?? self, content, { maxBytes: 50_000_000 })
      if (!by) anybodys.add(stored.digest)
      return { kind, digest: stored.digest }
    },
    bring,
    close: async () => {
      await program.close()
      await database.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

const aTable = (): Buffer => Buffer.from(`序号,姓名\n1,${randomBytes(8).toString('hex')}\n`)

/** The head of a JPEG and random bytes: distinct each time, and by its bytes a photograph. */
function aPicture(): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(64)])
}
