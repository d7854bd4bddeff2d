import type { ActRequest, EvidenceRef } from '../src/kernel/act/define.ts'
import type { Actor } from '../src/kernel/identity/authority.ts'
import { newId } from '../src/kernel/identity/id.ts'
import { getChecklist } from '../src/kernel/pack/checklist.ts'
import { aModel, anAdmission, somePapers } from '../src/modules/suppliers/samples.ts'
import { aFilledChecklist } from '../src/modules/works/samples.ts'
import { programActor } from '../src/server/program-actor.ts'
import { type BenchCounty, county, countyArea, person } from './county.ts'

/** Homes given to a firm that may fit them with an admitted model. */
export async function openSite({ program, hand }: BenchCounty) {
  const { pool } = program.database
  const done = async (actor: Actor, kind: string, input: object, evidence: EvidenceRef[] = []) => {
    await hand.bring(actor, evidence)
    const outcome = await program.door.perform(actor, { id: newId(), kind, input, evidence })
    if (outcome.status !== 'done') throw new Error(`${kind}: ${JSON.stringify(outcome)}`)
  }
  const firm = newId()
  await done(programActor(county, countyArea.slice(0, 6)), 'organisation.register', {
    id: firm,
    kind: 'contractor',
    name: '暖通公司(模拟)',
    synthetic: true,
  })
  const maker = newId()
  await done(programActor(county, countyArea.slice(0, 6)), 'organisation.register', {
    id: maker,
    kind: 'maker',
    name: '设备厂(模拟)',
    synthetic: true,
  })
  const officer = person('bureau-officer', { area: countyArea })
  const policy = await program.packs.inForce(county)
  const paper = hand.document(0)
  const papersOf = (of: string) => somePapers(policy, of, paper.digest)
  await done(officer, 'firm.admit', anAdmission({ firm: maker, papers: papersOf('maker') }), [paper])
  const model = aModel({ firm: maker, papers: papersOf('model') })
  await done(officer, 'equipment.admit', model, [paper])
  // The way to the contractor is no part of what is measured here.
  await pool.query(
    `update home set stage = 'assigned', confirmed_on = '2023-06-20', contractor = $2, wanted_units = 2
      where county = $1 and answer = 'yes'`,
    [county, firm],
  )
  await pool.query('vacuum analyze home')
  const { rows } = await pool.query<{ id: string }>(
    "select id from home where county = $1 and stage = 'assigned' order by id",
    [county],
  )
  const pack = await program.packs.inForce(county)
  const checklist = getChecklist(pack, 'self-check')
  let taken = 0
  let serial = 0
  const contractor = person('contractor', { organisation: firm })
  // The whole box once: who brought what is not looked up again.
  await hand.bring(
    contractor,
    Array.from({ length: 64 }, (_, at) => hand.photo(at)),
  )
  return {
    contractor,
    photos: (count: number): EvidenceRef[] =>
      Array.from({ length: count }, (_, at) => hand.photo(taken + at)),
    nextHomes(count: number): Promise<string[]> {
      const homes = rows.slice(taken, (taken += count)).map(({ id }) => id)
      if (homes.length < count) throw new Error('There are not enough homes for so many repetitions.')
      return Promise.resolve(homes)
    },
    request(kind: 'home.install' | 'home.self-check', home: string, evidence: EvidenceRef[]): ActRequest {
      if (kind === 'home.install') {
        const devices = [0, 1].map(() => ({
          serial: `${model.serialPrefix ?? 'SB'}${String(++serial).padStart(9, '0')}`,
          model: model.id,
        }))
        return {
          id: newId(),
          kind,
          input: { home, installedOn: '2023-08-01', devices },
          evidence,
        }
      }
      const items = aFilledChecklist(
        checklist,
        evidence.map(({ digest }) => digest),
      )
      return { id: newId(), kind, input: { home, checkedOn: '2023-08-03', items }, evidence }
    },
  }
}
