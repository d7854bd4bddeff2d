import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../../../kernel/pack/load.ts'
import { askedKinds, groupOf, isLeaving } from '../model/change.ts'
import { isAtLeast, type Stage, stages } from '../stages.ts'
import {
  checkAsking,
  checkDecider,
  consequencesOf,
  type Departure,
  type EnteringHome,
  type HomeToChange,
  kindsFor,
  mayAskChange,
  mayDecideChange,
  mayUndoChange,
  roomFor,
  standsAgainst,
} from './change.ts'

const pack = await loadPack(`${import.meta.dirname}/../../../../packs/laizhou-2023`)
const today = '2023-08-15'
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)

const aHome = (changes: Partial<HomeToChange> = {}) => ({
  stage: 'confirmed' as Stage,
  ended: null,
  line: 'heating' as const,
  areaKind: 'rural' as const,
  answer: 'yes' as const,
  locked: true,
  admitted: false,
  asked: null,
  taken: 100,
  appliedOn: '2023-05-10',
  departure: null,
  fields: { householder: '王小明', address: '村东1号', idNumber: '370683195001010010' },
  ...changes,
})
const aWaiting = (changes: Partial<EnteringHome> = {}): EnteringHome => ({
  ...aHome({ stage: 'screened' }),
  id: 'w',
  ofSameList: true,
  before: [],
  ...changes,
})

describe('what may be asked', () => {
  it('is leaving and rewriting of a confirmed home, adding of a waiting one, nothing of others', () => {
    const home = fc.record({
      stage: fc.constantFrom(...stages),
      ended: fc.constantFrom(null, 'withdrawn' as const, 'refused' as const, 'revoked' as const),
      answer: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
      locked: fc.boolean(),
      admitted: fc.boolean(),
    })
    fc.assert(
      fc.property(home, (given) => {
        const kinds = kindsFor(aHome(given), pack)
        const isIn = given.ended === null && isAtLeast(given.stage, 'confirmed')
        const waits =
          given.ended === null &&
          given.stage === 'screened' &&
          given.answer === 'yes' &&
          given.locked &&
          !given.admitted
        expect(kinds.includes('withdraw')).toBe(isIn)
        expect(kinds.includes('add')).toBe(waits)
        expect(mayAskChange(aHome(given), pack).length === 0).toBe(kinds.length > 0)
      }),
    )
  })

  it('says why not: open register, no yes, on its way, asked already', () => {
    const why = (changes: Partial<HomeToChange>) => codes(mayAskChange(aHome(changes), pack))
    expect(why({ stage: 'screened', locked: false })).toEqual(['change.register-open'])
    expect(why({ stage: 'screened', answer: 'unknown' })).toEqual(['change.not-waiting'])
    expect(why({ stage: 'screened', admitted: true })).toEqual(['change.on-its-way'])
    expect(why({ asked: 7 })).toEqual(['change.asked-already'])
    expect(why({ ended: 'revoked' })).toEqual(['home.ended'])
  })
})

describe('who comes in', () => {
  const against = (enters: EnteringHome, passedReason?: string) =>
    codes(standsAgainst(aHome(), { kind: 'withdraw', enters, passedReason }, pack, today))

  it('is the first of the list; another one with a reason; nobody of another list', () => {
    expect(against(aWaiting())).toEqual([])
    expect(against(aWaiting({ before: ['a', 'b'] }))).toEqual(['change.passes-over'])
    expect(against(aWaiting({ before: ['a'] }), '第一位放弃')).toEqual([])
    expect(against(aWaiting({ ofSameList: false }))).toEqual(['change.other-list'])
    expect(against(aWaiting({ answer: 'no' }))).toEqual(['change.not-waiting'])
  })

  it('is added only while the target leaves room, and not counted against lines in m²', () => {
    const adding = (taken: number) =>
      codes(
        standsAgainst(
          aHome({ stage: 'screened', taken }),
          { kind: 'add', enters: aWaiting({ taken }) },
          pack,
          today,
        ),
      )
    expect(adding(20_083)).toEqual([])
    expect(adding(20_084)).toEqual(['change.target-full'])
    expect(
      roomFor({ ...aHome({ line: 'building', areaKind: 'urban' }), taken: 9 }, pack, today),
    ).toBeUndefined()
  })
})

describe('what is rewritten', () => {
  const rewriting = (kind: 'correct' | 'move' | 'succeed', changes: object) =>
    codes(standsAgainst(aHome(), { kind, changes }, pack, today))

  it('is what the kind is about', () => {
    expect(rewriting('move', { address: '村西2号' })).toEqual([])
    expect(rewriting('move', { titleNumber: '新证1号' })).toEqual(['change.no-new-address'])
    expect(rewriting('move', { address: '村西2号', householder: '李四' })).toEqual([
      'change.field-of-other-kind',
    ])
    expect(rewriting('succeed', { householder: '王承接' })).toEqual(['change.no-successor'])
    expect(rewriting('correct', { address: '村东1号' })).toEqual(['home.nothing-changed'])
    expect(rewriting('correct', { idNumber: '123' })).toEqual(['home.field-wrong'])
  })
})

it('a request brings its papers, and its day has come', () => {
  const digest = 'a'.repeat(64)
  const input = {
    id: 'c',
    home: 'h',
    kind: 'die' as const,
    happenedOn: '2023-08-16',
    reason: '去世',
    papers: [{ paper: 'death', digest }],
  }
  const check = (evidence: { kind: string; digest: string }[]) =>
    codes(checkAsking(aHome(), input, { named: false, home: undefined }, evidence, pack, today))
  expect(check([])).toEqual(['day.in-future', 'change.paper-missing'])
  expect(check([{ kind: 'document', digest }])).toEqual(['day.in-future'])
})

describe('the day it happened', () => {
  const check = (kind: 'die' | 'succeed' | 'demolish' | 'move' | 'withdraw' | 'correct', more: object = {}) =>
    checkAsking(
      aHome(),
      { id: 'c', home: 'h', kind, happenedOn: '2023-05-09', reason: '说明', papers: [], ...more },
      { named: false, home: undefined },
      [],
      pack,
      today,
    ).filter(({ code }) => code.includes('application') || code === 'day.in-future')

  it('lies neither before the application nor in the future', () => {
    for (const kind of ['demolish', 'withdraw', 'move'] as const) {
      expect(check(kind)).toMatchObject([
        {
          code: `change.before-application.${kind}`,
          clauses: ['§3.1.3d', '§4.1b'],
          facts: { day: '2023-05-09', appliedOn: '2023-05-10' },
        },
      ])
      expect(check(kind, { happenedOn: '2023-05-10' })).toEqual([])
      expect(codes(check(kind, { happenedOn: '2023-08-16' }))).toEqual(['day.in-future'])
    }
    // What was wrong from the beginning is corrected, whenever it was found.
    expect(check('correct')).toEqual([])
  })

  it('may be that of a death before the application, once it is explained and proven', () => {
    for (const kind of ['die', 'succeed'] as const) {
      expect(codes(check(kind))).toEqual(['change.died-before-application'])
      expect(check(kind, { explained: '儿子代报，现由其居住' })).toEqual([])
    }
    const papers = (happenedOn: string) =>
      checkAsking(
        aHome(),
        {
          id: 'c',
          home: 'h',
          kind: 'succeed',
          happenedOn,
          explained: '儿子代报',
          reason: '说明',
          papers: [],
        },
        { named: false, home: undefined },
        [],
        pack,
        today,
      )
        .filter(({ code }) => code === 'change.paper-missing')
        .map(({ facts }) => facts.paper)
    expect(papers('2023-05-10')).toEqual(['同户户口簿'])
    expect(papers('2023-05-09')).toEqual(['同户户口簿', '死亡证明（原户主去世时）'])
  })
})

describe('a home that left by mistake', () => {
  const left = (stage: Stage, enters: Departure['enters'] = null) =>
    aHome({ stage, ended: 'withdrawn', departure: { kind: 'demolish', enters } })

  it('comes back by a change once nothing can be undone, and never before', () => {
    expect(kindsFor(left('installed'), pack)).toEqual(['return'])
    expect(codes(mayAskChange(left('installed'), pack))).toEqual([])
    expect(kindsFor(left('assigned'), pack)).toEqual([])
    expect(codes(mayAskChange(left('assigned'), pack))).toEqual(['change.undo-instead'])
    const noticed = { stage: 'noticed' as Stage, ended: null, admitted: true }
    expect(kindsFor(left('assigned', noticed), pack)).toEqual(['return'])
    expect(kindsFor(aHome(), pack)).not.toContain('return')
    expect(codes(mayAskChange(aHome({ ended: 'revoked' }), pack))).toEqual(['home.ended'])
    expect(codes(standsAgainst(left('assigned'), { kind: 'return' }, pack, today))).toEqual([
      'change.not-of-confirmed',
    ])
  })
  it('counts as any other within the target', () => {
    const full = { ...left('installed'), taken: 20_084 }
    expect(codes(standsAgainst(full, { kind: 'return' }, pack, today))).toEqual(['change.target-full'])
  })
})

it('is decided once, and by another person', () => {
  expect(mayDecideChange({ state: 'asked', askedBy: 'a' })).toEqual([])
  expect(codes(mayDecideChange({ state: 'approved', askedBy: 'a' }))).toEqual(['change.decided-already'])
  expect(codes(checkDecider({ state: 'asked', askedBy: 'a' }, 'a'))).toEqual(['change.same-person'])
  expect(checkDecider({ state: 'asked', askedBy: 'a' }, 'b')).toEqual([])
})

it('is undone until machines or a notice were built on it', () => {
  const undo = (stage: Stage, enters: Parameters<typeof mayUndoChange>[0]['enters'] = null) =>
    codes(
      mayUndoChange({
        state: 'approved',
        kind: 'withdraw',
        home: { stage, ended: 'withdrawn' },
        enters,
      }),
    )
  expect(undo('assigned')).toEqual([])
  const back = { stage: 'assigned' as Stage, ended: null }
  expect(codes(mayUndoChange({ state: 'approved', kind: 'return', home: back, enters: null }))).toEqual([
    'change.leave-instead',
  ])
  expect(codes(mayUndoChange({ state: 'approved', kind: 'withdraw', home: back, enters: null }))).toEqual([
    'change.out-no-more',
  ])
  expect(undo('installed')).toEqual(['change.machines-followed'])
  expect(undo('assigned', { stage: 'screened', ended: null, admitted: true })).toEqual([])
  expect(undo('assigned', { stage: 'noticed', ended: null, admitted: true })).toEqual([
    'change.entered-already',
  ])
})

describe('what follows', () => {
  it('never leaves machines or money of a home that left unspoken of', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...askedKinds.filter(isLeaving)),
        fc.constantFrom(...stages.filter((stage) => isAtLeast(stage, 'installed'))),
        (kind, stage) => {
          const told = consequencesOf(kind, stage, false, pack)
          expect(told).toContain('home-ends')
          // Once the claim is paid the contractor has no more to take back.
          expect(told.includes('machines-back')).toBe(!isAtLeast(stage, 'settled'))
          expect(
            told.some((each) =>
              ['machines-back', 'machines-stay', 'equipment-owed', 'all-owed'].includes(each),
            ),
          ).toBe(true)
        },
      ),
    )
  })
  it('has moved machines checked again, and a new householder noticed', () => {
    expect(consequencesOf('move', 'accepted', false, pack)).toContain('checked-again')
    expect(consequencesOf('move', 'assigned', false, pack)).not.toContain('checked-again')
    expect(consequencesOf('succeed', 'accepted', false, pack)).toContain('noticed-again')
  })
  it('counts as the form of the field does', () => {
    expect([
      groupOf('add', true),
      groupOf('die', false),
      groupOf('die', true),
      groupOf('move', false),
    ]).toEqual(['more', 'fewer', 'replaced', 'rewritten'])
  })
})
