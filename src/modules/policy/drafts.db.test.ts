import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, area, county as countyId, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { anApplicationForm } from '../households/samples.ts'
import type { DraftEdit } from './model.ts'

let county: TestCounty
beforeAll(async () => {
  county = await aCounty()
})
afterAll(() => county.close())

interface Page {
  version: number
  state: string
  stage: string
  digest: string
  undoTo: number | null
  problems: { at: (string | number)[]; zh: string }[]
  parameters: Record<string, { values: { from: string; value: unknown }[] }>
  rules: { id: string; until?: string }[]
  cases: unknown[]
  changes: { what: string; id: string; how: string; fields: { field: string }[] }[]
  runs: { asExpected: boolean; rule: string | null }[] | null
}

const started = async (name = '提高单价') => {
  const draft = newId()
  await county.done(county.actors.bureauOfficer, 'draft.start', { programme: county.programme, draft, name })
  return draft
}
const page = (draft: string) => county.ask<Page>(county.actors.bureauDirector, 'policy.draft', { draft })
const edit = (draft: string, version: number, edits: DraftEdit[]) =>
  county.done(county.actors.bureauOfficer, 'draft.edit', { draft, version, edits })
const rate = (value: number | string): DraftEdit => ({
  what: 'parameter',
  id: 'operating.rateFenPerKwh',
  put: {
    values: [
      { from: '2023-04-05', value: 20 },
      { from: '2023-09-01', value },
    ],
  },
})
const ruleOff = (until: string | null): DraftEdit => ({
  what: 'rule',
  id: 'not-business-premises',
  put: { until },
})

describe('a draft', () => {
  it('is a copy of the pack in force and leaves everything else of its files as it was', async () => {
    const draft = await started()
    const before = await county.program.packs.inForce(countyId)
    expect(await page(draft)).toMatchObject({
      version: 1,
      state: 'open',
      stage: 'sound',
      digest: before.digest,
      changes: [],
      undoTo: null,
    })
    await edit(draft, 1, [rate(25), ruleOff('2023-08-31')])
    const after = await page(draft)
    expect(after.stage).toBe('sound')
    expect(after.changes).toMatchObject([
      { what: 'parameter', id: 'operating.rateFenPerKwh', how: 'changed', fields: [{ field: 'values' }] },
      { what: 'rule', id: 'not-business-premises', fields: [{ field: 'until' }] },
    ])
    // Taken back by hand, the content is to the letter what it was.
    await edit(draft, 2, [
      {
        what: 'parameter',
        id: 'operating.rateFenPerKwh',
        put: { values: [{ from: '2023-04-05', value: 20 }] },
      },
      ruleOff(null),
    ])
    expect((await page(draft)).digest).toBe(before.digest)
  })

  it('is undone version by version, and what was undone can be gone back to', async () => {
    const draft = await started()
    await edit(draft, 1, [rate(21)])
    await edit(draft, 2, [rate(22)])
    const restore = (version: number, to: number) =>
      county.done(county.actors.bureauOfficer, 'draft.restore', { draft, version, to })
    const valueOf = async () =>
      (await page(draft)).parameters['operating.rateFenPerKwh']?.values.at(-1)?.value
    expect((await page(draft)).undoTo).toBe(2)
    await restore(3, 2)
    expect(await valueOf()).toBe(21)
    expect((await page(draft)).undoTo).toBe(1)
    await restore(4, 1)
    expect(await valueOf()).toBe(20)
    expect((await page(draft)).undoTo).toBeNull()
    await restore(5, 3)
    expect(await valueOf()).toBe(22)
  })

  it('tells a second window who saved what, and does not overwrite it', async () => {
    const draft = await started()
    await edit(draft, 1, [rate(21)])
    const { bureauDirector } = county.actors
    expect(
      await county.refused(bureauDirector, 'draft.edit', { draft, version: 1, edits: [rate(30)] }),
    ).toEqual(['draft.moved-on'])
    const check = await county.ask<{ moved: { version: number } | null }>(
      bureauDirector,
      'policy.draft-check',
      {
        draft,
        version: 1,
        edits: [rate(30)],
      },
    )
    expect(check.moved).toMatchObject({ version: 2 })
    expect((await page(draft)).parameters['operating.rateFenPerKwh']?.values.at(-1)?.value).toBe(21)
  })

  it('is checked as it is typed: what is wrong, where, and how the cases come out', async () => {
    const draft = await started()
    const check = (edits: DraftEdit[]) =>
      county.ask<Page>(county.actors.bureauOfficer, 'policy.draft-check', { draft, version: 1, edits })
    expect(await check([])).toMatchObject({ stage: 'sound', problems: [] })
    const bad = await check([rate('很多')])
    expect(bad).toMatchObject({ stage: 'meaning', runs: null })
    // Said once, where it is mended, and not again by the subsidy that is reckoned with it.
    expect(bad.problems.map(({ at }) => at)).toEqual([['operating.rateFenPerKwh', 'values', 1, 'value']])
    const elsewhere = await check([
      { what: 'rule', id: 'wish-expressed', put: { when: { all: [{ fact: 'home.no', is: true }] } } },
    ])
    expect(elsewhere.problems[0]?.at.slice(2)).toEqual(['when', 'all', 0, 'fact'])
    const empty = await check([{ what: 'rule', id: 'wish-expressed', put: { refusal: { zh: '', en: 'x' } } }])
    expect(empty.stage).toBe('shape')
    expect(empty.problems[0]?.at.slice(2)).toEqual(['refusal', 'zh'])
    const turned = await check([
      { what: 'rule', id: 'wish-expressed', put: { when: { fact: 'home.wishes', is: false } } },
    ])
    expect(turned.stage).toBe('cases')
    expect(turned.runs?.some(({ asExpected, rule }) => !asExpected && rule === 'wish-expressed')).toBe(true)
    // Nothing of all this was saved.
    expect((await page(draft)).version).toBe(1)
  })

  it('keeps cases as they are added, changed and taken away', async () => {
    const draft = await started()
    const { length } = (await page(draft)).cases
    const added = {
      title: { zh: '新例', en: 'New' },
      rule: 'wish-expressed',
      facts: { 'home.wishes': true },
      expect: 'yes' as const,
    }
    await edit(draft, 1, [
      { what: 'case', index: 0, put: null },
      { what: 'case', index: 1, put: added },
      { what: 'new-case', put: added },
    ])
    const after = await page(draft)
    expect(after.cases).toHaveLength(length)
    expect(after.cases[0]).toEqual(added)
    expect(after.cases.at(-1)).toEqual(added)
  })

  it('refuses an edit of nothing, and any edit once it is laid aside', async () => {
    const draft = await started()
    const { bureauOfficer } = county.actors
    const nothing: DraftEdit = { what: 'rule', id: 'no-such-rule', put: { until: '2023-12-31' } }
    expect(
      await county.refused(bureauOfficer, 'draft.edit', { draft, version: 1, edits: [nothing] }),
    ).toEqual(['draft.nothing-there'])
    await county.done(bureauOfficer, 'draft.rename', { draft, name: '另一个名字' })
    await county.done(bureauOfficer, 'draft.discard', { draft })
    expect(
      await county.refused(bureauOfficer, 'draft.edit', { draft, version: 1, edits: [rate(21)] }),
    ).toEqual(['draft.discarded'])
    const copy = newId()
    await county.done(bureauOfficer, 'draft.start', {
      programme: county.programme,
      draft: copy,
      name: '副本',
      copyOf: draft,
    })
    expect(await page(copy)).toMatchObject({ version: 1, state: 'open' })
  })
})

describe('adopting a draft', () => {
  const adoption = (draft: string, { version, digest }: Page, from: string) => ({
    programme: county.programme,
    year: 2023,
    draft: { id: draft, version, digest },
    from,
    reason: '市里提高了运行补贴单价。',
  })

  it('asks for a day not past, a reason, a document, and the very version that was looked at', async () => {
    const draft = await started()
    await edit(draft, 1, [rate(25)])
    const { bureauDirector, bureauOfficer } = county.actors
    const seen = await page(draft)
    const good = adoption(draft, seen, '2023-08-20')
    const paper = [await county.evidence('document', undefined, bureauDirector)]
    expect(await county.refused(bureauDirector, 'policy.adopt', { ...good, reason: undefined })).toEqual([
      'policy.reason-missing',
      'evidence.required',
    ])
    expect(
      await county.refused(bureauDirector, 'policy.adopt', { ...good, from: '2023-08-14' }, paper),
    ).toEqual(['policy.from-past'])
    expect(
      await county.refused(
        bureauDirector,
        'policy.adopt',
        { ...good, draft: { ...good.draft, digest: '0'.repeat(64) } },
        paper,
      ),
    ).toEqual(['policy.other-content'])
    await edit(draft, 2, [rate(26)])
    expect(await county.refused(bureauDirector, 'policy.adopt', good, paper)).toEqual(['draft.moved-on'])
    await edit(draft, 3, [rate('很多')])
    const faulty = adoption(draft, { ...seen, version: 4 }, '2023-08-20')
    expect(await county.refused(bureauDirector, 'policy.adopt', faulty, paper)).toEqual([
      'policy.faulty-pack',
    ])
    expect(await county.refused(bureauOfficer, 'policy.adopt', good)).toEqual(['not-permitted'])
  })

  it('counts from its day on; what was decided before is answered from its own pack, to the bit', async () => {
    const { bureauDirector, bureauOfficer, townOfficer } = county.actors
    const before = await county.program.packs.inForce(countyId)
    const add = async (number: number, more: object = {}) => {
      const home = newId()
      await county.done(townOfficer, 'home.add', {
        programme: county.programme,
        home,
        village: area.village,
        fields: anApplicationForm(number, more),
      })
      return home
    }
    const decisionOf = (home: string, screening?: string) =>
      county.ask<{ screening: string; decision: { pack: { digest: string }; answer: string; day: string } }>(
        bureauOfficer,
        'home.decision',
        { home, screening },
      )
    const shop = await add(1, { dwellingKind: 'business' })
    const first = await decisionOf(shop)
    expect(first.decision).toMatchObject({ answer: 'no', pack: { digest: before.digest } })

    const draft = await started('经营性用房不再排除')
    await edit(draft, 1, [ruleOff('2023-08-31')])
    const seen = await page(draft)
    await county.done(bureauDirector, 'policy.adopt', adoption(draft, seen, '2023-09-01'), [
      await county.evidence('document', undefined, bureauDirector),
    ])
    expect(await page(draft)).toMatchObject({
      state: 'adopted',
      adopted: { from: '2023-09-01', on: '2023-08-15', calledOff: false },
    })
    expect((await county.program.packs.inForce(countyId)).digest).toBe(before.digest)

    county.clock.set(new Date('2023-09-01T04:00:00Z'))
    expect((await county.program.packs.inForce(countyId)).digest).toBe(seen.digest)
    // Adopting decides nothing again.
    expect(await decisionOf(shop)).toEqual(first)
    const late = await add(2, { dwellingKind: 'business' })
    expect((await decisionOf(late)).decision).toMatchObject({ answer: 'yes', pack: { digest: seen.digest } })

    await county.done(bureauOfficer, 'register.screen', { programme: county.programme, area: area.county })
    expect((await decisionOf(shop)).decision).toMatchObject({ answer: 'yes', pack: { digest: seen.digest } })
    expect((await decisionOf(shop, first.screening)).decision).toEqual(first.decision)
  })

  it('can be called off until its day', async () => {
    const { bureauDirector } = county.actors
    const draft = await started()
    await edit(draft, 1, [rate(28)])
    const now = await county.program.packs.inForce(countyId)
    await county.done(bureauDirector, 'policy.adopt', adoption(draft, await page(draft), '2023-10-01'), [
      await county.evidence('document', undefined, bureauDirector),
    ])
    const pack = await county.ask<{ adopted: { id: string; toCome: boolean; draftName: string | null }[] }>(
      bureauDirector,
      'policy.pack',
    )
    const toCome = pack.adopted.find((one) => one.toCome)
    expect(toCome).toMatchObject({ draftName: '提高单价' })
    const callOff = { programme: county.programme, adoption: toCome?.id, reason: '日期填错了。' }
    await county.done(bureauDirector, 'policy.call-off', callOff)
    expect(await page(draft)).toMatchObject({ adopted: { calledOff: true } })
    expect(await county.refused(bureauDirector, 'policy.call-off', callOff)).toEqual([
      'policy.called-off-already',
    ])
    const begun = pack.adopted.find((one) => !one.toCome)
    expect(
      await county.refused(bureauDirector, 'policy.call-off', { ...callOff, adoption: begun?.id }),
    ).toEqual(['policy.begun-already'])
    county.clock.set(new Date('2023-10-02T04:00:00Z'))
    expect((await county.program.packs.inForce(countyId)).digest).toBe(now.digest)
  })
})
