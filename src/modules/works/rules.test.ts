import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../../kernel/pack/load.ts'
import type { Checklist } from '../../kernel/pack/schema.ts'
import type { HomeState } from '../households/public.ts'
import { stages } from '../households/stages.ts'
import type { Bar } from '../suppliers/rules/negative-list.ts'
import type { HeldPaper } from '../suppliers/rules/papers.ts'
import type { FailedBatch } from '../suppliers/rules/sampling.ts'
import {
  checkCorrection,
  checkInstall,
  checkSelfCheck,
  deviceChanges,
  type InstalledFacts,
  mayAssign,
  mayCorrectDevices,
  mayInstall,
  maySelfCheck,
} from './rules.ts'
import { Serial } from './model.ts'
import { aFilledChecklist, aSerial } from './samples.ts'

const home = (given: Partial<HomeState> = {}): HomeState => ({
  id: 'h',
  town: '370683101000',
  village: '370683101201',
  sequence: 1,
  line: 'heating',
  areaKind: 'rural',
  stage: 'assigned',
  ended: null,
  answer: 'yes',
  contractor: 'c',
  supervisor: 's',
  householder: '模拟户',
  accountHolder: null,
  accountNumber: null,
  transformerArea: null,
  wantedUnits: 2,
  confirmedOn: '2023-06-20',
  acceptedOn: null,
  committed: true,
  coalFinding: null,
  ...given,
})
const admitted = {
  id: 'm',
  maker: '甲厂',
  model: 'RF-35',
  heatingWatts: 3500,
  serialPrefix: null as string | null,
  admittedOn: '2023-05-01',
  bars: [] as Bar[],
  makerBars: [] as Bar[],
  papers: [] as HeldPaper[],
  failed: [] as FailedBatch[],
}
const facts = (given: Partial<InstalledFacts> = {}): InstalledFacts => ({
  home: home(),
  devices: [],
  takenSerials: new Set(),
  models: new Map([['m', admitted]]),
  installedOn: null,
  ...given,
})
const asOf = { pack: await loadPack(path.resolve('packs/laizhou-2023')), today: '2023-08-01' }
const barred = { number: 3, reason: 'wages', from: '2023-07-01', to: null, liftedOn: null }
const firm = { id: 'c', kind: 'contractor', name: '甲公司', admissions: [], bars: [barred] }
const device = (number: number, model = 'm') => ({ serial: aSerial(number), model })
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)

describe('a serial number', () => {
  it('is one and the same however it was typed', () => {
    for (const typed of ['sb20 0001', 'SB200001', ' ＳＢ２０ ０００１ ', 'Sb20\t0001'])
      expect(Serial.parse(typed)).toBe('SB200001')
  })

  it('is not a blank, a word or a sentence', () => {
    for (const typed of ['', 'A1', '没有铭牌', 'SB20;drop', 'x'.repeat(41)])
      expect(Serial.safeParse(typed).success).toBe(false)
  })
})

describe('handing over a village', () => {
  const lot = {
    id: 'l',
    code: 'L-1',
    name: 'L',
    line: 'heating' as const,
    contractor: 'c',
    supervisor: 's',
    unitPriceFen: 1,
    awardedOn: '2023-04-27',
  }
  const ready = {
    code: 'v',
    kind: 'rural' as const,
    line: 'heating' as const,
    route: 'central-heating',
    demolitionPlanned: null,
    lot,
    waiting: ['h'],
    firms: [],
  }

  it('needs a route, an awarded lot and a confirmed home', () => {
    expect(mayAssign(ready, asOf)).toEqual([])
    expect(codes(mayAssign({ ...ready, route: null, lot: undefined, waiting: [] }, asOf))).toEqual([
      'village.no-route',
      'village.no-lot',
      'village.none-to-assign',
    ])
    expect(codes(mayAssign({ ...ready, lot: { ...lot, awardedOn: null } }, asOf))).toEqual([
      'lot.not-awarded',
    ])
    expect(codes(mayAssign({ ...ready, demolitionPlanned: true }, asOf))).toEqual([
      'village.to-be-demolished',
    ])
  })

  it('needs no route where nothing that heats is built in', () => {
    for (const kind of ['urban', 'rural'] as const)
      expect(mayAssign({ ...ready, kind, line: 'building', route: null }, asOf)).toEqual([])
    const silent = { ...asOf.pack, lines: asOf.pack.lines.map(({ measured: _, ...line }) => line) }
    expect(codes(mayAssign({ ...ready, line: 'building' }, { ...asOf, pack: silent }))).toEqual([
      'village.line-not-built',
    ])
  })

  it('goes to nobody on the negative list, and the refusal names the entry and the class of reason alone', () => {
    expect(mayAssign({ ...ready, firms: [firm] }, asOf)).toEqual([
      {
        code: 'firm.barred',
        clauses: ['§3.1.2', '§3.2.3'],
        facts: { name: '甲公司', number: 3, reason: '拖欠工资', reasonEn: 'Wages not paid' },
      },
    ])
    const lifted = { ...firm, bars: [{ ...barred, liftedOn: '2023-08-01' }] }
    expect(mayAssign({ ...ready, firms: [lifted] }, asOf)).toEqual([])
  })
})

describe('each step is taken at its stage only, by a home on the road', () => {
  const steps = [
    { step: 'install', may: (all: InstalledFacts) => mayInstall(all, asOf), at: ['assigned'] },
    {
      step: 'correct',
      may: (all: InstalledFacts) => mayCorrectDevices(all, asOf),
      at: ['installed', 'self-checked'],
    },
    { step: 'self-check', may: maySelfCheck, at: ['installed'] },
  ]
  for (const { step, may, at } of steps)
    it(step, () => {
      for (const stage of stages) {
        expect(may(facts({ home: home({ stage }) })).length === 0, stage).toBe(at.includes(stage))
        expect(codes(may(facts({ home: home({ stage, ended: 'withdrawn' }) })))).toEqual(['home.ended'])
      }
    })
})

describe('installing', () => {
  it('puts no machines into a home that is built by measured parts', () => {
    const built = facts({ home: home({ line: 'building' }) })
    expect(codes(mayInstall(built, asOf))).toEqual(['home.made-of-parts'])
  })

  const on = '2023-08-01'

  it('takes admitted machines up to the number of the confirmed register', () => {
    expect(checkInstall(facts(), [device(1), device(2)], on, asOf)).toEqual([])
    expect(checkInstall(facts(), [device(1)], on, asOf)).toEqual([])
    expect(checkInstall(facts(), [device(1), device(2), device(3)], on, asOf)).toMatchObject([
      { code: 'home.too-many-units', facts: { units: 3, wanted: 2 } },
    ])
    expect(
      checkInstall(
        facts({ home: home({ wantedUnits: null }) }),
        [1, 2, 3].map((n) => device(n)),
        on,
        asOf,
      ),
    ).toEqual([])
  })

  it('refuses a serial in use without a word about whose it is', () => {
    const [refusal] = checkInstall(facts({ takenSerials: new Set([aSerial(1)]) }), [device(1)], on, asOf)
    expect(refusal).toEqual({
      code: 'device.serial-used',
      clauses: ['§4.2', '§5.2'],
      facts: { serial: aSerial(1) },
    })
  })

  it('is not done by a firm on the negative list', () => {
    expect(codes(mayInstall(facts({ contractor: firm }), asOf))).toEqual(['firm.barred'])
    const over = { ...firm, bars: [{ ...barred, to: '2023-07-31' }] }
    expect(mayInstall(facts({ contractor: over }), asOf)).toEqual([])
  })

  it('refuses machines of a model on the negative list, with a certificate run out, or of a stopped batch', () => {
    const held = [{ paper: 'ccc', validTo: '2023-07-31' }]
    const batch = { number: 1, batch: 'B', serialPrefix: null, serialFrom: aSerial(2), serialTo: aSerial(4) }
    const models = new Map([
      ['m', { ...admitted, bars: [barred], makerBars: [barred], papers: held, failed: [batch] }],
    ])
    const refusals = (number: number) => codes(checkInstall(facts({ models }), [device(number)], on, asOf))
    expect(refusals(1)).toEqual(['model.barred', 'firm.barred', 'model.paper-run-out'])
    expect(refusals(2)).toEqual([
      'model.barred',
      'firm.barred',
      'model.paper-run-out',
      'device.batch-stopped',
    ])
    // What hangs already is not built in anew when something else is corrected.
    const correction = checkCorrection(facts({ models, devices: [device(2), device(1)] }), [device(2)], asOf)
    expect(correction).toEqual([])
  })

  it('tells every reason at once', () => {
    const models = new Map([['m', { ...admitted, serialPrefix: 'XX' }]])
    const refusals = checkInstall(facts({ models }), [device(1), device(1, 'unknown')], '2023-08-02', asOf)
    expect(codes(refusals)).toEqual([
      'device.serial-of-other-model',
      'model.not-admitted',
      'device.serial-twice',
      'home.installed-in-future',
    ])
    expect(codes(checkInstall(facts(), [device(1)], '2023-06-19', asOf))).toEqual([
      'home.installed-before-confirmed',
    ])
  })
})

describe('correcting machines', () => {
  it('removes and adds exactly the difference', () => {
    const some = fc.uniqueArray(fc.nat(6)).map((numbers) => numbers.map((n) => device(n)))
    fc.assert(
      fc.property(some, some, (present, wanted) => {
        const { removed, added } = deviceChanges(present, wanted)
        const after = [...present.filter((d) => !removed.includes(d)), ...added].map((d) => d.serial)
        expect(after.sort()).toEqual(wanted.map((d) => d.serial).sort())
        expect(added.every((d) => !present.some((p) => p.serial === d.serial))).toBe(true)
      }),
    )
  })

  it('takes another model of the same serial for a change, the same machines for none', () => {
    expect(deviceChanges([device(1)], [device(1, 'n')])).toEqual({
      removed: [device(1)],
      added: [device(1, 'n')],
    })
    expect(codes(checkCorrection(facts({ devices: [device(1)] }), [device(1)], asOf))).toEqual([
      'device.nothing-changed',
    ])
  })
})

describe('the firm’s own check (§3.3.3)', () => {
  const said = (text: string) => ({ zh: text, en: text })
  const item = (id: string, blocks: boolean) => ({
    id,
    label: said(id),
    blocks,
    photo: false,
    clauses: ['§3.3.3'],
  })
  const checklist: Checklist = {
    id: 'self-check',
    label: said('l'),
    by: ['contractor'],
    clauses: ['§3.3.3'],
    status: 'assumed',
    note: said('n'),
    items: [item('plate', true), item('heat', true), item('training', false)],
  }
  const photos = ['a', 'b'].map((letter) => ({ kind: 'photo', digest: letter.repeat(64) }))
  const check = (failed: string[], checkedOn = '2023-08-02', evidence = photos) =>
    checkSelfCheck(
      facts({ home: home({ stage: 'installed' }), installedOn: '2023-08-01' }),
      { home: 'h', checkedOn, items: aFilledChecklist(checklist, [], failed) },
      evidence,
      checklist,
      2,
      '2023-08-05',
    )

  it('passes when all blocking items do', () => {
    expect(check([])).toEqual([])
    expect(check(['training'])).toEqual([])
  })

  it('names each blocking item that failed', () => {
    expect(check(['plate', 'heat']).map(({ code, facts }) => [code, facts.item])).toEqual([
      ['checklist.item-failed', 'plate'],
      ['checklist.item-failed', 'heat'],
    ])
  })

  it('asks for enough photographs and a day between installation and today', () => {
    expect(codes(check([], '2023-08-02', photos.slice(1)))).toEqual(['checklist.too-few-photos'])
    expect(codes(check([], '2023-07-31'))).toEqual(['home.checked-before-installed'])
    expect(codes(check([], '2023-08-06'))).toEqual(['home.checked-in-future'])
  })
})
