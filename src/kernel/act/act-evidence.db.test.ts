import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import type { EvidenceRef } from './define.ts'
import { newId } from '../identity/id.ts'

let at: TestCounty
let home: string
beforeAll(async () => {
  at = await aCounty()
  home = newId()
  await at.done(at.actors.townOfficer, 'home.add', {
    programme: at.programme,
    home,
    village: area.village,
    fields: { householder: '模拟户主', address: '甲村1号' },
    synthetic: true,
  })
})
afterAll(() => at.close())

const correct = (residents: number, evidence: EvidenceRef[]) =>
  at.refused(
    at.actors.townOfficer,
    'home.correct',
    { home, changes: { residents }, reason: '少写了人' },
    evidence,
  )

it('a file of somebody else’s is refused like one that is not there', async () => {
  const others = await at.evidence('document', undefined, at.actors.bureauOfficer)
  expect(await correct(3, [others])).toEqual(['evidence.not-uploaded'])
  expect(await correct(3, [{ kind: 'document', digest: '0'.repeat(64) }])).toEqual(['evidence.not-uploaded'])
})

it('a table is no photograph, signature, document or minutes, and a picture no workbook', async () => {
  const table = await at.evidence('workbook')
  for (const kind of ['photo', 'signature', 'document', 'minutes'])
    expect(await correct(3, [{ ...table, kind }])).toEqual(['evidence.unfit'])
  expect(await correct(3, [{ ...(await at.evidence('photo')), kind: 'workbook' }])).toEqual([
    'evidence.unfit',
  ])
  expect(await correct(3, [{ ...table, kind: 'constructor' }])).toEqual(['evidence.unfit'])
})
