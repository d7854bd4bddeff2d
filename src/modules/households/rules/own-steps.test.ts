import { describe, expect, it } from 'vitest'
import { type OwnStep, splitWays, stepsByPlace } from './own-steps.ts'

const said = (zh: string) => ({ zh, en: zh })
const step = (fact: string, place: string | null, does: string, papers: string[] = []): OwnStep => ({
  ...{ fact, label: said(fact), says: said(fact), now: null, why: 'unrecorded', said: [] },
  does: said(does),
  papers: papers.map(said),
  places: place === null ? [] : [{ id: place, label: said(place), name: null, telephone: null }],
})

describe('what a family has to do', () => {
  it('names each place once and each thing to do once, with all its papers', () => {
    const told = stepsByPlace([
      step('holder', 'grid', '过户', ['电费单']),
      step('title', 'village', '交房产证', ['房产证']),
      step('owner', 'village', '开证明'),
      step('title-again', 'village', '交房产证', ['房产证', '户口簿']),
      step('town-checks', null, '等镇街核对'),
    ])
    expect(told.map(({ place }) => place?.id ?? null)).toEqual(['grid', 'village', null])
    expect(told[1]?.toDo.map(({ does, steps }) => [does.zh, steps.map(({ fact }) => fact)])).toEqual([
      ['交房产证', ['title', 'title-again']],
      ['开证明', ['owner']],
    ])
    expect(told[1]?.toDo[0]?.papers.map(({ zh }) => zh)).toEqual(['房产证', '户口簿'])
  })

  it('reads advice that two conditions share once', () => {
    const [at] = stepsByPlace([
      step('account', 'village', '报了两份的，撤回一份；户号抄错的，带电费单。'),
      step('id', 'village', '报了两份的，撤回一份；号码错的，带身份证。'),
    ])
    expect(at?.toDo.map(({ does }) => does.zh)).toEqual([
      '报了两份的，撤回一份；户号抄错的，带电费单。',
      '号码错的，带身份证。',
    ])
  })

  it('is told apart from what it may choose', () => {
    const [resident, one, other] = [
      step('resident', 'village', 'a'),
      step('one', 'town', 'b'),
      step('other', 'village', 'c'),
    ]
    const { always, either } = splitWays([
      [one, resident],
      [resident, other],
    ])
    expect(always).toEqual([resident])
    expect(either).toEqual([[one], [other]])
    expect(splitWays([[resident]])).toEqual({ always: [resident], either: [] })
    expect(splitWays([])).toEqual({ always: [], either: [] })
  })
})
