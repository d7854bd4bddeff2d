import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, type TestCounty } from '../../../../tests/support/county.ts'
import { newId } from '../../../kernel/identity/id.ts'
import type { HomeFields } from '../model/fields.ts'
import type { OwnQuestion } from '../rules/own-question.ts'
import { anApplicationForm } from '../samples.ts'

let test: TestCounty
beforeAll(async () => {
  test = await aCounty()
})
afterAll(() => test.close())

async function addHome(n: number, changes: Partial<HomeFields> = {}, village = area.village) {
  const home = newId()
  const actor = village === area.farVillage ? test.actors.otherTownOfficer : test.actors.townOfficer
  await test.done(actor, 'home.add', {
    programme: test.programme,
    home,
    village,
    fields: anApplicationForm(n, changes),
  })
  return home
}
const own = async (home: string) => test.ask<{ decision: OwnQuestion }>(test.household(home), 'home.own', {})

/** How each of the family's pages says the home stands. */
const standings = async (home: string) => {
  const actor = test.household(home)
  const { home: own } = await test.ask<{ home: { standing: string } }>(actor, 'home.own', {})
  const money = await test.ask<{ standing: string; questions: unknown[] }>(actor, 'home.money', {})
  const visits = await test.ask<{ standing: string }>(actor, 'appointment.own', {})
  expect(money.questions).toEqual([])
  return [own.standing, money.standing, visits.standing]
}

describe('a family', () => {
  it('of two that have one ID number reads why and where to go, and nothing of the other', async () => {
    await test.done(test.actors.administrator, 'organisation.register', {
      id: newId(),
      kind: 'grid-company',
      name: '供电公司(模拟)',
      telephone: '0535-2310001',
    })
    const home = await addHome(701)
    const secret = { householder: '皇甫另一家', address: '别人家的地址99号', telephone: '13899990000' }
    const other = await addHome(
      702,
      { ...secret, idNumber: anApplicationForm(701).idNumber },
      area.farVillage,
    )
    const told = await own(home)
    expect(told.decision).toMatchObject({ answer: 'no', clauses: ['§4.4'] })
    expect(told.decision.failed[0]?.facts).toContainEqual({
      fact: 'duplicate.idNumber',
      label: { zh: '身份证号在其他申请中出现', en: 'ID number stands in another application' },
      now: { zh: '同一个身份证号还有另一份申请', en: 'Another application has the same ID number' },
      why: null,
      said: [expect.objectContaining({ origin: { from: 'comparison', on: told.decision.day } })],
    })
    for (const hidden of [...Object.values(secret), other]) expect(JSON.stringify(told)).not.toContain(hidden)
    expect(told.decision.ways.map((way) => way.map(({ fact }) => fact))).toEqual([
      ['exception.severalHomes'],
      ['duplicate.idNumber', 'duplicate.person'],
    ])
  })

  it('whose meter is in another name reads the list and its day, never the name, and whom to call', async () => {
    const home = await addHome(711)
    const file = Buffer.from(
      `用电户号,用电户名,电价类别\n${anApplicationForm(711).accountNumber ?? ''},欧阳旁人,居民生活\n`,
    )
    const source = newId()
    await test.done(
      test.actors.bureauOfficer,
      'source.import',
      {
        ...{ programme: test.programme, source, kind: 'grid', area: area.county, asOf: '2023-08-01' },
        ...{ deliveredBy: '供电公司(模拟)', fileName: 'grid.csv', isWhole: true, synthetic: true },
      },
      [await test.evidence('workbook', file, test.actors.bureauOfficer)],
    )
    const told = await own(home)
    expect(told.decision.answer).toBe('unknown')
    const missing = told.decision.missing.find(({ fact }) => fact === 'agreement.accountHolder')
    expect(missing?.said.map(({ origin }) => origin)).toEqual([
      { from: 'application', on: expect.any(String) as string },
      { from: 'list', kind: 'grid', asOf: '2023-08-01' },
    ])
    expect(missing?.places[0]).toMatchObject({
      id: 'power-station',
      name: '供电公司(模拟)',
      telephone: '0535-2310001',
    })
    expect(JSON.stringify(told)).not.toContain('欧阳旁人')
    await test.done(test.actors.bureauOfficer, 'source.undo-import', {
      programme: test.programme,
      source,
      reason: '交错了',
    })
  })

  it('whose fact an official settled reads that, and the office prints the same', async () => {
    const home = await addHome(721, { permanentlyResident: undefined })
    const before = await own(home)
    expect(before.decision.missing.map(({ fact }) => fact)).toContain('household.permanentlyResident')
    expect(await standings(home)).toEqual(['open', 'open', 'open'])
    await test.done(
      test.actors.townOfficer,
      'home.settle-fact',
      { home, fact: 'household.permanentlyResident', value: false, reason: '入户核实' },
      [await test.evidence('document', undefined, test.actors.townOfficer)],
    )
    const after = await own(home)
    expect(after.decision.answer).toBe('no')
    expect(await standings(home)).toEqual(['refused', 'refused', 'refused'])
    expect(
      after.decision.failed[0]?.facts.find(({ fact }) => fact === 'household.permanentlyResident')?.said,
    ).toMatchObject([{ says: { zh: '一家人不常年住在这里' }, origin: { from: 'official' } }])
    const printed = await test.ask<{ decision: OwnQuestion }>(test.actors.townOfficer, 'home.told', { home })
    expect(printed.decision).toEqual(after.decision)
    await expect(test.ask(test.actors.otherTownOfficer, 'home.told', { home })).rejects.toThrow()
  })
})
