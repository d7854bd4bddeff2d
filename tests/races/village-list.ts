import type { Actor } from '../../src/kernel/identity/authority.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import type { HomeFields } from '../../src/modules/households/model/fields.ts'
import { anApplicationForm } from '../../src/modules/households/samples.ts'
import { county, type TestCounty } from '../support/county.ts'

export interface VillageList {
  code: string
  name: string
  id: string
  homes: string[]
}

let people = 0
let villages = 300
/** The day after the last notice's period: every notice of the file ends before the next begins. */
let day = new Date('2023-08-15T04:00:00Z')

/** An application like no other of this file. */
export const anApplicant = (changes: Partial<HomeFields> = {}): HomeFields =>
  anApplicationForm(100_000 + ++people, changes)

/** A new village of 沙河镇 with applications that passed screening, entered one by one through the door. */
export async function aVillageList(test: TestCounty, count: number): Promise<VillageList> {
  const code = `370683101${++villages}`
  const name = `第${villages}村(模拟)`
  await test.done(test.self, 'village.register', {
    programme: test.programme,
    synthetic: true,
    areas: [{ code, name, kind: 'rural' }],
  })
  const { rows } = await test.program.database.pool.query<{ id: string }>(
    'select id from village where county = $1 and code = $2',
    [county, code],
  )
  const requests = Array.from({ length: count }, () => ({
    id: newId(),
    kind: 'home.add',
    input: {
      programme: test.programme,
      home: newId(),
      village: code,
      fields: anApplicant(),
      synthetic: true,
    },
  }))
  const outcomes = await test.program.door.performBatch(test.actors.townOfficer, requests)
  if (outcomes.some(({ status }) => status !== 'done')) throw new Error(JSON.stringify(outcomes))
  return { code, name, id: rows[0]?.id ?? '', homes: requests.map(({ input }) => input.home) }
}

/** Puts a village's list on its board and lets the period pass. Answers the notice. */
export async function aNoticePast(test: TestCounty, village: VillageList): Promise<string> {
  const notice = newId()
  const { townOfficer } = test.actors
  test.clock.set(day)
  await test.done(townOfficer, 'notice.open', { notice, village: village.id })
  await test.done(townOfficer, 'notice.post', { notice, postedOn: test.program.clock.today() }, [
    await test.evidence('photo'),
  ])
  day = new Date(day.getTime() + 10 * 86_400_000)
  test.clock.set(day)
  return notice
}

export const correction = (home: string, changes: object) => ({ home, changes, reason: '写错了' })

/** Columns of one home as they are now; undefined where it is not in the register. */
export async function homeNow(
  test: TestCounty,
  id: string,
): Promise<{ stage: string; ended: string | null; householder: string } | undefined> {
  const { rows } = await test.program.database.pool.query<{
    stage: string
    ended: string | null
    householder: string
  }>('select stage, ended, householder from home where county = $1 and id = $2', [county, id])
  return rows[0]
}

/** Somebody else with the same rights, so that two people do not stand in for one. */
export const crowdOf = (test: TestCounty, actor: Actor, count: number): Actor[] =>
  Array.from({ length: count }, () => test.colleague(actor))
