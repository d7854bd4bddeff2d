import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../../../kernel/pack/load.ts'
import type { Actor } from '../../../kernel/identity/authority.ts'
import { paperDigest, papersFor, papersOf, wordedFor } from './paper-text.ts'
import { commitmentBefore } from './papers-before.ts'
import {
  checkFresh,
  checkPaper,
  checkShown,
  checkSignedOn,
  checkWitness,
  type HomeToSign,
  maySign,
} from './papers.ts'

const pack = await loadPack(path.resolve('packs/laizhou-2023'))
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)
const village = '370683101201'
const home: HomeToSign = {
  id: 'home',
  village,
  line: 'heating',
  areaKind: 'rural',
  stage: 'assigned',
  ended: null,
  householder: '模拟户主',
  contractor: 'firm',
  supervisor: 'eyes',
  firm: ['安装工甲'],
  reused: false,
  signed: {},
}
const person = (role: string, where: object): Actor => ({
  ...{ id: 'person', county: 1, name: '经办人', grants: [{ role, ...where }] },
})
const cadre = person('village-cadre', { area: village })
const contractor = person('contractor', { organisation: 'firm' })
const supervisor = person('supervisor', { organisation: 'eyes' })
const family = person('household', { home: 'home' })
const text = (id: string) => {
  const paper = papersOf(pack).find((each) => each.id === id)
  if (!paper) throw new Error(`The pack has no ${id}.`)
  return paperDigest(paper)
}

describe('what a household signs', () => {
  it('is each paper once, from its stage on, by a home that is still in the programme', () => {
    expect(maySign(home, pack)).toEqual([])
    expect(codes(maySign({ ...home, stage: 'noticed' }, pack))).toEqual(['paper.too-early'])
    expect(codes(maySign({ ...home, ended: 'withdrawn' }, pack))).toEqual(['paper.home-ended'])
    const signed = { commitment: '2023-08-24' }
    // The contract is still open.
    expect(maySign({ ...home, signed }, pack)).toEqual([])
    expect(codes(checkPaper({ ...home, signed }, 'commitment', cadre, pack))).toEqual([
      'paper.signed-already',
    ])
    expect(codes(maySign({ ...home, stage: 'confirmed', signed }, pack))).toEqual(['paper.signed-already'])
    expect(codes(checkPaper(home, 'acceptance', cadre, pack))).toEqual(['paper.too-early'])
    expect(codes(checkPaper({ ...home, contractor: null }, 'contract', cadre, pack))).toEqual([
      'paper.no-contractor',
    ])
    expect(codes(checkPaper(home, 'lease', cadre, pack))).toEqual(['paper.not-in-pack'])
  })
  it('is had signed by whom the pack names for it, where they are', () => {
    const later = { ...home, stage: 'self-checked' as const }
    const may = (actor: Actor) =>
      ['commitment', 'contract', 'acceptance'].map((id) => checkPaper(later, id, actor, pack).length === 0)
    expect(may(family)).toEqual([true, true, true])
    expect(may(cadre)).toEqual([true, true, true])
    expect(may(contractor)).toEqual([false, true, true])
    expect(may(supervisor)).toEqual([false, false, true])
    expect(may(person('village-cadre', { area: '370683101202' }))).toEqual([false, false, false])
    expect(may(person('auditor', { area: '370683000000' }))).toEqual([false, false, false])
    expect(codes(checkPaper(home, 'commitment', contractor, pack))).toEqual(['paper.not-yours'])
  })
  it('is signed under words the pack has or had, naming the contractor of now', () => {
    const shown = { paper: 'commitment', text: text('commitment') }
    expect(checkShown(home, shown, pack)).toEqual([])
    const other = { ...shown, text: '0'.repeat(64) }
    expect(codes(checkShown(home, other, pack))).toEqual(['paper.text-changed'])
    expect(checkShown(home, other, pack, new Set([`commitment ${other.text}`]))).toEqual([])
    // The words of another paper are not those of this one.
    expect(codes(checkShown(home, other, pack, new Set([`contract ${other.text}`])))).toEqual([
      'paper.text-changed',
    ])
    const contract = { paper: 'contract', text: text('contract') }
    expect(codes(checkShown(home, contract, pack))).toEqual(['paper.other-contractor'])
    expect(codes(checkShown(home, { ...contract, contractor: 'other' }, pack))).toEqual([
      'paper.other-contractor',
    ])
    expect(checkShown(home, { ...contract, contractor: 'firm' }, pack)).toEqual([])
  })
  it('is witnessed by somebody who is no party to it', () => {
    const by = (witness: string, paper = 'contract') =>
      codes(checkWitness(home, { paper, witness }, cadre, pack))
    expect(by('邻居乙')).toEqual([])
    expect(by(' 经 办 人')).toEqual(['paper.own-witness'])
    expect(by('模拟户主')).toEqual(['paper.householder-witness'])
    expect(by('安装工甲')).toEqual(['paper.firm-witness'])
    // It is paid upon the commitment and the acceptance too; a pack may allow it by saying so.
    expect([by('安装工甲', 'commitment'), by('安装工甲', 'acceptance')]).toEqual([
      ['paper.firm-witness'],
      ['paper.firm-witness'],
    ])
    const papers = pack.papers.map((paper) => ({ ...paper, firmMayWitness: true as const }))
    const lenient = checkWitness(home, { paper: 'acceptance', witness: '安装工甲' }, cadre, {
      ...pack,
      papers,
    })
    expect(lenient).toEqual([])
    expect(checkWitness(home, { paper: 'contract' }, cadre, pack)).toEqual([])
  })
  it('is not signed with a signature that stands elsewhere, nor tomorrow', () => {
    expect(checkFresh(home)).toEqual([])
    expect(codes(checkFresh({ ...home, reused: true }))).toEqual(['paper.signature-used'])
    expect(codes(checkSignedOn('2023-08-26', '2023-08-25'))).toEqual(['day.in-future'])
    expect(checkSignedOn('2023-08-25', '2023-08-25')).toEqual([])
  })
  it('has recovery and the use of data among the words of the commitment, which are those of before', () => {
    expect(text('commitment')).toBe(paperDigest(commitmentBefore))
    expect(commitmentBefore.items.some(({ zh }) => zh.includes('退回'))).toBe(true)
    expect(commitmentBefore.dataUse?.zh).toMatch(/公示.*审计/)
    expect(papersOf({ papers: [] })).toEqual([commitmentBefore])
  })
})

describe('what a home of measured parts signs (§1.2)', () => {
  const built: HomeToSign = { ...home, line: 'building' }
  const textOf = (of: HomeToSign, id: string) => {
    const paper = papersFor(pack, of).find((each) => each.id === id)
    return paper && paperDigest(paper)
  }

  it('speaks of its parts and m², never of machines', () => {
    const said = papersFor(pack, built).flatMap(({ title, items }) => [title, ...items])
    expect(said.map(({ zh }) => zh).join()).toContain('平方米')
    expect(said.filter(({ zh }) => /设备|台数|热风|开机/u.test(zh))).toEqual([])
    expect(said.filter(({ en }) => /machine|equipment|warm air/iu.test(en))).toEqual([])
    expect(papersFor(pack, built).map(({ id }) => id)).toEqual(['commitment', 'contract', 'acceptance'])
  })

  it('is signed under those words, and not under the others', () => {
    const shown = (text = '') => ({ paper: 'contract', text, contractor: 'firm' })
    expect(checkShown(built, shown(textOf(built, 'contract')), pack)).toEqual([])
    expect(codes(checkShown(built, shown(textOf(home, 'contract')), pack))).toEqual(['paper.text-changed'])
    expect(codes(checkShown(home, shown(textOf(built, 'contract')), pack))).toEqual(['paper.text-changed'])
  })

  it('leaves out what the pack does not ask of it', () => {
    const without = {
      ...pack,
      papers: pack.papers.map((paper) =>
        paper.id === 'commitment' ? { ...paper, ofParts: false as const } : paper,
      ),
    }
    expect(papersFor(without, built).map(({ id }) => id)).toEqual(['contract', 'acceptance'])
    expect(papersFor(without, home)).toHaveLength(3)
    expect(codes(checkPaper(built, 'commitment', cadre, without))).toEqual(['paper.not-in-pack'])
    expect(maySign(built, without)).toEqual([])
  })

  it('is the same text as before where the pack has no words of its own', () => {
    expect(wordedFor(commitmentBefore, true)).toEqual([commitmentBefore])
  })
})
