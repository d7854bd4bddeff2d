import { afterAll, beforeAll, expect, it } from 'vitest'
import { admittedFirms } from '../../tests/support/admitted-firms.ts'
import { aCounty, area, type TestCounty } from '../../tests/support/county.ts'
import { newId } from '../kernel/identity/id.ts'
import { aRegister, anApplication } from '../modules/households/samples.ts'
import { aBarring, aSampling } from '../modules/suppliers/samples.ts'
import { findVisibleEvidence } from './visible-evidence.ts'

let at: TestCounty
beforeAll(async () => {
  at = await aCounty()
})
afterAll(() => at.close())

it('hands an imported workbook to nobody but whoever brought it', async () => {
  const { townOfficer, bureauOfficer } = at.actors
  const file = await at.evidence('workbook', await aRegister([anApplication(1, '甲村(模拟)')]))
  await at.done(
    townOfficer,
    'register.import',
    { programme: at.programme, import: newId(), area: area.town, fileName: '确户表.xlsx', synthetic: true },
    [file],
  )
  for (const actor of [bureauOfficer, at.colleague(townOfficer)])
    expect(await findVisibleEvidence(at.program, actor, file.digest)).toBeUndefined()
  expect(await findVisibleEvidence(at.program, townOfficer, file.digest)).toBeDefined()
})

it('shows a photograph to whoever may see the home it is about', async () => {
  const { townOfficer, bureauOfficer, otherTownOfficer } = at.actors
  const home = newId()
  const fields = { householder: '模拟户主', address: '甲村1号' }
  await at.done(townOfficer, 'home.add', {
    programme: at.programme,
    home,
    village: area.village,
    fields,
    synthetic: true,
  })
  const photo = await at.evidence('photo')
  const correction = { home, changes: { residents: 3 }, reason: '少写了一人' }
  await at.done(townOfficer, 'home.correct', correction, [photo])
  for (const actor of [townOfficer, bureauOfficer])
    expect(await findVisibleEvidence(at.program, actor, photo.digest)).toBeDefined()
  expect(await findVisibleEvidence(at.program, otherTownOfficer, photo.digest)).toBeUndefined()
})

it('shows the papers of a firm and its models to the county and the firm, not to its competitors', async () => {
  const { contractor, otherContractor, bureauOfficer, townOfficer } = at.actors
  const firms = await admittedFirms(at)
  const paper = await at.evidence('document')
  await at.done(bureauOfficer, 'firm.bar', aBarring({ firm: at.organisations.contractor }), [paper])
  for (const actor of [bureauOfficer, contractor])
    expect(await findVisibleEvidence(at.program, actor, paper.digest)).toBeDefined()
  for (const actor of [otherContractor, townOfficer])
    expect(await findVisibleEvidence(at.program, actor, paper.digest)).toBeUndefined()

  const report = await at.evidence('document')
  const model = firms.model()
  await at.done(bureauOfficer, 'equipment.admit', model, [firms.paper])
  const sampling = aSampling({ model: model.id, serialPrefix: 'QN' })
  await at.done(at.actors.marketRegulator, 'sampling.record', sampling, [report])
  expect(await findVisibleEvidence(at.program, bureauOfficer, report.digest)).toBeDefined()
  expect(await findVisibleEvidence(at.program, otherContractor, report.digest)).toBeUndefined()
})
