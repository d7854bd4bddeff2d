import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../kernel/pack/condition.ts'
import { factsSaid } from '../../../kernel/pack/cases.ts'
import { decide } from '../../../kernel/pack/decide.ts'
import { loadPack } from '../../../kernel/pack/load.ts'
import { ownQuestion } from './own-question.ts'

const pack = await loadPack(path.join(import.meta.dirname, '../../../../packs/laizhou-2023'))
const day = '2023-08-15'
const good = {
  'household.isActualResident': true,
  'household.permanentlyResident': true,
  'household.helpedBefore': false,
  'household.idNumberValid': true,
  'dwelling.inDemolitionPlan': false,
  'dwelling.isBusinessPremises': false,
  'dwelling.isCommercialEstate': false,
  'dwelling.isIllegalBuilding': false,
  'dwelling.isCollectiveBuilding': false,
  'agreement.titleOwner': true,
  'agreement.accountHolder': true,
  'account.numberWellFormed': true,
  'title.present': true,
  'duplicate.idNumber': false,
  'duplicate.account': false,
  'duplicate.title': false,
}
const told = (facts: Record<string, boolean | string>, more: Facts = {}) =>
  ownQuestion(
    pack,
    decide(pack, 'eligibility.heating', { ...factsSaid({ ...good, ...facts }), ...more }, day),
    {
      place: (id) => {
        const place = pack.places?.[id]
        return place && { id, label: place.label, name: null, telephone: null }
      },
      originOf: (_name, _fact, _definition, by) => ({
        from: by ?? 'application',
        on: by ? day : '2023-06-01',
      }),
      doubtedOn: (name) => (name === 'dwelling.isIllegalBuilding' ? '2023-07-01' : undefined),
    },
  )

describe('what a family is told', () => {
  it('of a contradiction: both sides, who says each, and of which day', () => {
    const question = told(
      {},
      {
        'household.helpedBefore': {
          known: false,
          conflicting: true,
          said: [{ value: false }, { value: true, by: 'comparison' }],
        },
        'dwelling.isIllegalBuilding': { known: false, conflicting: true, said: [{ value: false }] },
      },
    )
    const sides = question.missing.map(({ fact, said }) => [fact, said.map(({ origin }) => origin)])
    expect(Object.fromEntries(sides)).toEqual({
      'household.helpedBefore': [
        { from: 'application', on: '2023-06-01' },
        { from: 'comparison', on: day },
      ],
      'dwelling.isIllegalBuilding': [
        { from: 'application', on: '2023-06-01' },
        { from: 'official', on: '2023-07-01' },
      ],
    })
  })

  it('of a no: the reason, its clause with its words, the list a fact is from, and what would lift it', () => {
    const source = { id: 's', kind: 'earlier', asOf: '2023-05-01', row: 'r' }
    const question = told({}, { 'household.helpedBefore': { known: true, value: true, source } })
    expect(question.answer).toBe('no')
    expect(question.clauses).toEqual(['§4.1b'])
    expect(question.clauseTexts['§4.1b']).toEqual(pack.clauses['§4.1b'])
    expect(question.failed).toMatchObject([
      {
        rule: 'not-helped-before',
        facts: [
          {
            now: { zh: '往年已经享受过清洁取暖补助' },
            said: [{ origin: { from: 'list', kind: 'earlier', asOf: '2023-05-01' } }],
          },
        ],
      },
    ])
    expect(question.ways).toMatchObject([
      [{ fact: 'household.helpedBefore', says: { zh: '往年没有享受过清洁取暖补助' }, changeable: false }],
    ])
    // Which line of the list it is, is the office's.
    expect(JSON.stringify(question)).not.toContain('"r"')
  })

  it('of a no: what fails alone, not what beside it is in order or still open', () => {
    const twice = told({ 'duplicate.title': true, 'duplicate.dwelling': 'conflicting' })
    expect(twice.failed.map(({ rule, facts }) => [rule, facts.map(({ fact }) => fact)])).toEqual([
      ['one-family-per-home', ['duplicate.title']],
    ])
    const away = told({ 'household.permanentlyResident': false })
    expect(away.failed.map(({ facts }) => facts.map(({ fact }) => fact))).toEqual([
      ['household.permanentlyResident'],
    ])
  })

  it('of what would lift a no: each fact with what is known of it', () => {
    const { ways } = told(
      { 'household.permanentlyResident': false },
      {
        'household.helpedBefore': {
          known: false,
          conflicting: true,
          said: [{ value: false }, { value: true, by: 'comparison' }],
        },
      },
    )
    const open = ways.flat().find(({ fact }) => fact === 'household.helpedBefore')
    expect(open).toMatchObject({ why: 'conflicting', now: null })
    expect(open?.said).toHaveLength(2)
  })

  it('of an open answer: what is missing, which paper settles it, and where', () => {
    const question = told({ 'household.permanentlyResident': 'unknown' })
    expect(question.answer).toBe('unknown')
    expect(question.missing).toMatchObject([
      {
        fact: 'household.permanentlyResident',
        why: 'unrecorded',
        says: { zh: '一家人常年住在这里' },
        papers: [{ zh: '村居出具的居住证明' }, { zh: '电费缴费单' }],
        places: [{ id: 'village-committee' }],
      },
    ])
  })

  it('of what settles a fact only papers a family can bring, never lists and records of the office', () => {
    const papers = (name: string) => told({ [name]: 'unknown' }).missing[0]?.papers.map(({ zh }) => zh)
    expect(papers('duplicate.idNumber')).toEqual(['户口簿'])
    expect(papers('duplicate.title')).toEqual(['房产证'])
    expect(papers('household.helpedBefore')).toEqual([])
  })

  it('of a possible duplicate: that the town is checking, never whose the other is', () => {
    const question = told({ 'duplicate.person': 'conflicting' })
    expect(question.answer).toBe('unknown')
    expect(question.missing[0]).toMatchObject({ fact: 'duplicate.person', said: [] })
    expect(question.missing[0]?.does.zh).toContain('镇街正在核对')
    expect(question.ways.map((way) => way.map(({ fact }) => fact))).toEqual([
      ['duplicate.person'],
      ['exception.severalHomes'],
    ])
  })

  it('of a home entered twice: to withdraw one, not to be two families and two houses at once', () => {
    const question = told({
      'duplicate.idNumber': true,
      'duplicate.person': true,
      'duplicate.dwelling': true,
      'duplicate.title': true,
    })
    const asked = question.ways.map((way) => way.map(({ fact }) => fact))
    expect(asked.length).toBeGreaterThan(0)
    // What was found is not being looked at any more: there is something to do, and one place to do it.
    const steps = question.ways.flat().filter(({ fact }) => fact.startsWith('duplicate.'))
    expect(steps.map(({ does }) => does.zh).join()).not.toContain('正在核对')
    expect(new Set(steps.flatMap(({ places }) => places.map(({ id }) => id)))).toEqual(
      new Set(['village-committee']),
    )
    for (const way of asked)
      expect(way).not.toEqual(expect.arrayContaining(['exception.severalHomes', 'exception.severalFamilies']))
  })

  it('names one place to go for each thing to do', () => {
    for (const [name, { type }] of Object.entries(pack.facts)) {
      if (type !== 'boolean' || !(name in good)) continue
      const { missing, ways } = told({ [name]: 'unknown' })
      for (const one of [...missing, ...ways.flat()]) expect(one.places.length).toBeLessThanOrEqual(1)
    }
  })

  it('has for every fact of the rules plain words, something to do and somewhere to go', () => {
    const lacking = Object.entries(pack.facts)
      .filter(([name]) => !name.startsWith('village.'))
      .filter(
        ([, { type, says, toHousehold, settledAt }]) =>
          (type === 'boolean' && !says) || !toHousehold || !settledAt,
      )
    expect(lacking.map(([name]) => name)).toEqual([])
  })
})
