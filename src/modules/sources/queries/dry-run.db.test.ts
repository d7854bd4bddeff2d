import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, area, type TestCounty } from '../../../../tests/support/county.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { anApplicationForm, anIdNumber } from '../../households/samples.ts'
import type { SourceKind } from '../model.ts'
import { aSourceFile } from '../samples.ts'

let test: TestCounty
beforeAll(async () => {
  test = await aCounty()
})
afterAll(() => test.close())

const person = (n: number, place: object) => ({
  name: '甲',
  idNumber: anIdNumber(n),
  familyNumber: `H${n}`,
  year: '2021',
  ...place,
})
const upload = (kind: SourceKind, rows: readonly Record<string, string>[]) =>
  test.evidence('workbook', aSourceFile(kind, rows), test.actors.bureauOfficer)

interface Run {
  coverage: { homes: number; found: number } | null
  leastPercent: number
  onlyTown: { code: string; name: string } | null
  standing: { lines: number; asOf: string | null } | null
}
const run = async (kind: SourceKind, rows: readonly Record<string, string>[], of = area.county) =>
  test.ask<Run>(test.actors.bureauOfficer, 'source.dry-run', {
    digest: (await upload(kind, rows)).digest,
    kind,
    area: of,
  })

async function deliver(kind: SourceKind, rows: readonly Record<string, string>[], asOf: string, of: string) {
  await test.done(
    test.actors.bureauOfficer,
    'source.import',
    {
      programme: test.programme,
      source: newId(),
      kind,
      area: of,
      asOf,
      deliveredBy: '某单位(模拟)',
      fileName: `${kind}.csv`,
      isWhole: true,
      synthetic: true,
    },
    [await upload(kind, rows)],
  )
}

describe('what an import would take the place of', () => {
  const here = { village: area.village }
  const far = { village: area.farVillage }

  it('is told with the lines that stand in its area now, of kinds of which the newest list counts', async () => {
    expect(await run('police', [person(1, here)])).toMatchObject({ standing: { lines: 0, asOf: null } })
    await deliver('police', [person(2, here), person(3, here), person(4, far)], '2023-05-01', area.county)
    await deliver('police', [person(5, far), person(6, far)], '2023-06-01', area.otherTown)
    expect(await run('police', [person(1, here)])).toMatchObject({
      standing: { lines: 4, asOf: '2023-06-01' },
    })
    expect(await run('police', [person(1, here)], area.town)).toMatchObject({
      standing: { lines: 2, asOf: '2023-05-01' },
    })
    expect(await run('police', [person(1, far)], area.otherTown)).toMatchObject({
      standing: { lines: 2, asOf: '2023-06-01' },
    })
    expect(await run('earlier', [person(1, here)])).toMatchObject({ standing: null })
  })

  it('is told with the one town that all its lines are in', async () => {
    expect((await run('police', [person(7, here), person(8, here)])).onlyTown?.code).toBe(area.town)
    expect((await run('police', [person(7, here), person(8, far)])).onlyTown).toBeNull()
    expect((await run('police', [person(7, { village: '没有的村' })])).onlyTown).toBeNull()
  })
})

describe('a list that may be a part', () => {
  const account = (n: number) => ({
    accountNumber: anApplicationForm(n).accountNumber ?? '',
    name: anApplicationForm(n).householder,
    tariff: '居民生活',
  })

  it('is held against the live applications of its area, also where no list stands', async () => {
    for (const n of [51, 52, 53, 54, 55])
      await test.done(n === 55 ? test.actors.otherTownOfficer : test.actors.townOfficer, 'home.add', {
        programme: test.programme,
        home: newId(),
        village: n === 55 ? area.farVillage : area.village,
        fields: anApplicationForm(n, n === 54 ? { accountNumber: undefined, idNumber: undefined } : {}),
      })
    expect(await run('grid', [account(51)], area.town)).toMatchObject({
      coverage: { homes: 3, found: 1 },
      leastPercent: 50,
    })
    expect(await run('grid', [account(51), account(52)], area.town)).toMatchObject({
      coverage: { homes: 3, found: 2 },
    })
    const renumbered = {
      ...account(51),
      accountNumber: '1234567890',
      oldAccountNumber: account(51).accountNumber,
    }
    expect((await run('grid', [renumbered, account(55)])).coverage).toEqual({ homes: 4, found: 2 })
    expect(await run('police', [person(51, { village: area.village })])).toMatchObject({
      coverage: { homes: 4, found: 1 },
    })
    expect(await run('earlier', [person(51, { village: area.village })])).toMatchObject({
      coverage: null,
    })
  })

  it('is refused by the act itself until somebody says that it is whole', async () => {
    const bring = async (kind: SourceKind, rows: readonly Record<string, string>[], more: object) => {
      const input = {
        programme: test.programme,
        source: newId(),
        kind,
        area: area.town,
        asOf: '2023-07-01',
        deliveredBy: '某单位(模拟)',
        fileName: `${kind}.csv`,
        synthetic: true,
        ...more,
      }
      const file = await upload(kind, rows)
      const outcome = await test.do(test.actors.bureauOfficer, 'source.import', input, [file])
      return outcome.status === 'refused' ? outcome.refusals : outcome.status
    }
    const part = [account(51)]
    expect(await bring('grid', part, {})).toMatchObject([
      { code: 'source.lacks-most', facts: { homes: 3, found: 1 } },
    ])
    expect(await bring('grid', [account(51), account(52)], {})).toBe('done')
    const newer = { asOf: '2023-07-02' }
    expect(await bring('grid', part, newer)).toMatchObject([
      { code: 'source.fewer-lines', facts: { taken: 1, lines: 2 } },
      { code: 'source.lacks-most' },
    ])
    expect(await bring('grid', part, { asOf: '2023-06-30' })).toBe('done')
    expect(await bring('grid', [account(53)], { ...newer, isWhole: true })).toBe('done')
  })
})
