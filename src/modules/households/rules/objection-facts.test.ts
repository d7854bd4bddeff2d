import { describe, expect, it } from 'vitest'
import { loadPack } from '../../../kernel/pack/load.ts'
import { factsToSettle } from './objection-facts.ts'

const day = '2023-08-15'

describe('what an objection can settle', async () => {
  const pack = await loadPack(`${import.meta.dirname}/../../../../packs/laizhou-2023`)
  const about = (said: string) =>
    factsToSettle(pack, day, said, 'heating')
      .filter((each) => each.about)
      .map(({ fact }) => fact)

  it('begins with what was said', () => {
    expect(about('这户是商品房，不该补')[0]).toBe('dwelling.isCommercialEstate')
    expect(about('前几年已经享受过政策了')).toContain('household.helpedBefore')
    expect(about('那房子是违法建筑')[0]).toBe('dwelling.isIllegalBuilding')
    expect(about('家里没人常年居住')).toContain('household.permanentlyResident')
  })

  it('says by what each is usually proved', () => {
    const [first] = factsToSettle(pack, day, '家里没人常年居住', 'heating')
    expect(first?.fact).toBe('household.permanentlyResident')
    expect(first?.papers.map(({ zh }) => zh)).toContain(pack.evidence['residence-certificate']?.zh)
  })

  it('hears English, and does not hear the name of a number somebody quotes', () => {
    expect(about('They were helped by an earlier programme already')[0]).toBe('household.helpedBefore')
    const named = about('身份证号：370683197001011234，电话13800000000，那房子是违法建筑')
    expect(named).toEqual(about('那房子是违法建筑'))
  })

  it('has every fact of the line once, also where nothing is recognised, and none of the other line', () => {
    const facts = factsToSettle(pack, day, '就是不公平', 'heating')
    expect(facts.some((each) => each.about)).toBe(false)
    expect(new Set(facts.map(({ fact }) => fact)).size).toBe(facts.length)
    expect(facts.map(({ fact }) => fact)).not.toContain('owner.consents')
    expect(factsToSettle(pack, day, '').map(({ fact }) => fact)).toContain('owner.consents')
  })
})
