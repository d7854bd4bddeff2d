import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCounty, area, type TestCounty } from '../../tests/support/county.ts'
import { newId } from '../kernel/identity/id.ts'
import { aRegister, anApplication } from '../modules/households/samples.ts'
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
