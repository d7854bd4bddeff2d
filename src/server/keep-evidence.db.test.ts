import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCounty, area, type TestCounty } from '../../tests/support/county.ts'
import { aRegister, anApplication } from '../modules/households/samples.ts'

let at: TestCounty
beforeAll(async () => {
  at = await aCounty()
})
afterAll(() => at.close())

it('is the upload of everybody who brought the same file, and of nobody else', async () => {
  const { townOfficer } = at.actors
  const [colleague, other] = [at.colleague(townOfficer), at.colleague(townOfficer)]
  const content = await aRegister([anApplication(1, '甲村(模拟)')])
  const { digest } = await at.evidence('workbook', content, townOfficer)
  await at.evidence('workbook', content, colleague)
  await at.evidence('workbook', content, colleague)
  const dryRun = { digest, area: area.town }
  for (const actor of [townOfficer, colleague])
    expect(await at.ask(actor, 'register.dry-run', dryRun)).toMatchObject({ homes: 1 })
  expect(await at.program.ask(other, 'register.dry-run', dryRun)).toEqual({ status: 'not-found' })
})
