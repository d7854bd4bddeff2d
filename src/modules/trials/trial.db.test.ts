import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, area, county as countyId, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { amount } from '../../kernel/pack/pack.ts'
import { anApplicationForm } from '../households/samples.ts'
import type { DraftEdit } from '../policy/model.ts'
import type { Move } from './rules/summary.ts'

let county: TestCounty
const homes: Record<string, string> = {}
beforeAll(async () => {
  county = await aCounty()
  const add = async (name: string, number: number, village: string, more: object) => {
    const home = newId()
    homes[name] = home
    const officer = village === area.village ? county.actors.townOfficer : county.actors.otherTownOfficer
    await county.done(officer, 'home.add', {
      programme: county.programme,
      home,
      village,
      fields: anApplicationForm(number, more),
    })
  }
  await add('shop', 1, area.village, { dwellingKind: 'business' })
  await add('plain', 2, area.village, {})
  await add('farShop', 3, area.farVillage, { dwellingKind: 'business', helpedBefore: true })
  await add('unasked', 4, area.farVillage, { titleOwner: undefined })
  await add('unwilling', 5, area.farVillage, { wishes: false })
})
afterAll(() => county.close())

interface Run {
  stage: string
  trial: {
    reading: string
    homes: number
    stale: number
    moves: Move[]
    towns: { town: string; homes: number; moves: Move[]; cost: Costs | null }[]
    rules: { rule: string; moves: Move[]; difference: { switched: string | null } | null }[]
    idle: { rule: string }[]
    otherGroups: { zh: string }[]
    cost: Costs | null
    settled: { claimedHomes: number; equipmentFen: number; seasons: number; operatingFen: number }
    assumed: { atMeanPrice: number; meanPriceFen: number | null; withoutUnits: number }
  } | null
}
interface Costs {
  before: { equipmentFen: number; operatingFen: number }
  after: { equipmentFen: number; operatingFen: number }
}
interface Homes {
  total: number
  rows: {
    id: string
    before: string
    after: string
    rules: { rule: string; before: string; after: string }[]
  }[]
}

const day = '2023-08-15'
async function aDraft(edits: DraftEdit[]) {
  const draft = newId()
  const { bureauOfficer } = county.actors
  await county.done(bureauOfficer, 'draft.start', { programme: county.programme, draft, name: '试行' })
  await county.done(bureauOfficer, 'draft.edit', { draft, version: 1, edits })
  return { draft, version: 2, day }
}
const off = (id: string, until = '2023-08-14'): DraftEdit => ({ what: 'rule', id, put: { until } })
const run = async (asked: object) => {
  const { trial, stage } = await county.ask<Run>(county.actors.bureauDirector, 'trial.run', asked)
  if (!trial) throw new Error(`Not tried: ${stage}`)
  return trial
}
const list = (asked: object, filter: object = {}) =>
  county.ask<Homes>(county.actors.bureauOfficer, 'trial.homes', { ...asked, ...filter })
const countOf = (moves: readonly Move[], before: string, after: string) =>
  moves.find((move) => move.before === before && move.after === after)?.homes ?? 0

describe('a trial', () => {
  it('counts who changes, by town and by rule, and leaves everything as it is', async () => {
    const asked = await aDraft([off('not-business-premises')])
    const before = await county.program.database.pool.query(
      'select id, answer, screening from home order by id',
    )
    const trial = await run(asked)
    expect(trial.homes).toBe(5)
    expect(trial.stale).toBe(0)
    expect(countOf(trial.moves, 'no', 'yes')).toBe(1)
    // The other shop was helped before as well: it stays a no and is counted nowhere as changed.
    expect(countOf(trial.moves, 'no', 'no')).toBe(2)
    expect(
      trial.towns.map(({ town, homes: all, moves }) => [town, all, countOf(moves, 'no', 'yes')]),
    ).toEqual([
      [area.otherTown, 3, 0],
      [area.town, 2, 1],
    ])
    expect(trial.rules).toMatchObject([{ rule: 'not-business-premises', difference: { switched: 'off' } }])
    expect(countOf(trial.rules[0]?.moves ?? [], 'no', 'yes')).toBe(1)
    expect(
      await county.program.database.pool.query('select id, answer, screening from home order by id'),
    ).toMatchObject({ rows: before.rows })
  })

  it('opens every figure to exactly its homes, each with what turned it', async () => {
    const asked = await aDraft([
      off('not-business-premises'),
      off('not-helped-before'),
      { what: 'rule', id: 'wish-expressed', put: { when: { not: { fact: 'home.wishes', is: false } } } },
    ])
    const trial = await run(asked)
    for (const { before, after, homes: count } of trial.moves)
      expect((await list(asked, { before, after })).total).toBe(count)
    for (const { town, moves } of trial.towns)
      for (const { before, after, homes: count } of moves)
        expect((await list(asked, { town, before, after })).total).toBe(count)
    for (const { rule, moves } of trial.rules)
      for (const { before, after, homes: count } of moves)
        expect((await list(asked, { rule, before, after })).total).toBe(count)
    const { rows } = await list(asked, { changed: true, town: area.otherTown })
    expect(rows).toMatchObject([
      {
        id: homes.farShop,
        before: 'no',
        after: 'yes',
        rules: [
          { rule: 'not-business-premises', before: 'no', after: 'yes' },
          { rule: 'not-helped-before', before: 'no', after: 'yes' },
        ],
      },
    ])
    // The condition reads otherwise and asks the same: it is named as turning nobody.
    expect(trial.idle.map(({ rule }) => rule)).toEqual(['wish-expressed'])
  })

  it('says what the screening says once the draft is adopted', async () => {
    const asked = await aDraft([
      off('not-business-premises'),
      off('title-owner-agrees'),
      {
        what: 'rule',
        id: 'wish-expressed',
        put: { when: { fact: 'home.wishes', is: true }, until: '2023-08-14' },
      },
    ])
    const { rows } = await list(asked)
    const tried = new Map(rows.map(({ id, after }) => [id, after]))
    const page = await county.ask<{ digest: string }>(county.actors.bureauDirector, 'policy.draft', {
      draft: asked.draft,
    })
    const inForce = await county.program.packs.inForce(countyId)
    const adopt = async (input: object) =>
      county.done(
        county.actors.bureauDirector,
        'policy.adopt',
        { programme: county.programme, year: 2023, reason: '比对用。', ...input },
        [await county.evidence('document', undefined, county.actors.bureauDirector)],
      )
    await adopt({ draft: { id: asked.draft, version: 2, digest: page.digest } })
    const screen = () =>
      county.done(county.actors.bureauOfficer, 'register.screen', {
        programme: county.programme,
        area: area.county,
      })
    const { trial: later } = await county.ask<Run>(county.actors.bureauOfficer, 'trial.run', asked)
    expect(later?.stale).toBe(3)
    const { rows: stale } = await county.ask<{ rows: { before: string; rules: { before: string }[] }[] }>(
      county.actors.bureauOfficer,
      'trial.homes',
      { ...asked, stale: true },
    )
    // Each is told by what is in its way, though the draft answers the same.
    for (const { before, rules } of stale) expect(rules.length > 0).toBe(before !== 'yes')
    expect(stale.flatMap(({ rules }) => rules).every(({ before }) => before !== 'yes')).toBe(true)
    await screen()
    const { rows: stored } = await county.program.database.pool.query<{ id: string; answer: string }>(
      'select id, answer from home',
    )
    expect(new Map(stored.map(({ id, answer }) => [id, answer]))).toEqual(tried)
    // Back to where the other tests are.
    const { rows: packs } = await county.program.database.pool.query<{ files: Record<string, string> }>(
      'select files from policy_pack where digest = $1',
      [inForce.digest],
    )
    await adopt({ files: packs[0]?.files })
    await screen()
  })

  it('estimates the money by the formulas of the payments, and says what it took for granted', async () => {
    const pack = await county.program.packs.inForce(countyId)
    const value = (name: string) => amount(pack, name, day)
    const asked = await aDraft([
      off('not-business-premises'),
      {
        what: 'parameter',
        id: 'operating.rateFenPerKwh',
        put: {
          values: [
            { from: '2023-04-05', value: 20 },
            { from: '2024-09-01', value: 30 },
          ],
        },
      },
    ])
    const trial = await run(asked)
    const perSeason = (rate: number) => rate * value('operating.capKwh')
    const yes = countOf(trial.moves, 'yes', 'yes')
    expect(trial.cost?.before).toEqual({
      // No lot is awarded: the cap is counted.
      equipmentFen: yes * value('equipment.subsidyCapFen'),
      operatingFen: yes * perSeason(20) * value('operating.seasons'),
    })
    expect(trial.cost?.after).toEqual({
      equipmentFen: (yes + 1) * value('equipment.subsidyCapFen'),
      // The rate rises before the second season.
      operatingFen: (yes + 1) * (perSeason(20) + perSeason(30) * (value('operating.seasons') - 1)),
    })
    expect(trial.assumed).toMatchObject({ atMeanPrice: 0, meanPriceFen: null })
    const sum = trial.towns.reduce((all, { cost }) => all + (cost?.after.operatingFen ?? 0), 0)
    expect(sum).toBe(trial.cost?.after.operatingFen)
    expect(trial.settled).toEqual({ claimedHomes: 0, equipmentFen: 0, seasons: 0, operatingFen: 0 })
  })

  it('reads the register again once it has changed, and keeps to the reading a list asks for', async () => {
    const asked = await aDraft([off('wish-expressed')])
    const first = await run(asked)
    await county.done(county.actors.otherTownOfficer, 'home.withdraw', {
      home: homes.unwilling,
      reason: '农户撤回。',
    })
    const second = await run(asked)
    expect(second.reading).not.toBe(first.reading)
    expect(second.homes).toBe(first.homes - 1)
    const { total } = await list(asked, { reading: second.reading })
    expect(total).toBe(second.homes)
  })

  it('finds by name, pages and exports', async () => {
    const asked = await aDraft([off('not-business-premises')])
    const all = await list(asked, { page: 0, pageSize: 2 })
    expect(all.rows).toHaveLength(2)
    const rest = await list(asked, { page: 1, pageSize: 2 })
    expect(new Set([...all.rows, ...rest.rows].map(({ id }) => id)).size).toBe(4)
    const file = await county.program.file(county.actors.bureauOfficer, 'trial.export', {
      ...asked,
      changed: true,
    })
    expect(file).toMatchObject({ status: 'ok' })
  })

  it('is not tried while it has faults', async () => {
    const asked = await aDraft([
      { what: 'rule', id: 'wish-expressed', put: { when: { fact: 'home.nothing', is: true } } },
    ])
    expect(await county.ask<Run>(county.actors.bureauOfficer, 'trial.run', asked)).toMatchObject({
      stage: 'meaning',
      trial: null,
    })
  })

  it('is not for towns', async () => {
    const asked = await aDraft([off('wish-expressed')])
    expect(await county.program.ask(county.actors.townOfficer, 'trial.run', asked)).toEqual({
      status: 'not-permitted',
    })
  })
})
