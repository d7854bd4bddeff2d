import fc from 'fast-check'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerOfMasks, columnsOf, compileRules } from '../../kernel/pack/columns.ts'
import { decide, replay } from '../../kernel/pack/decide.ts'
import { loadPack } from '../../kernel/pack/load.ts'
import { aWorkbookOf, someStyles, zipped } from '../../kernel/sheets/package-samples.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { aRegister, anApplication, anApplicationForm, anIdNumber } from './samples.ts'
import { dwellingKinds } from './model/fields.ts'
import { HomeChanges } from './model/register.ts'
import { checkCorrection, checkSeen, corrected, mayWithdraw } from './rules/application.ts'
import { factsFromStored, factsOfHome, type FactSources, factsResting, storedFacts } from './rules/facts.ts'
import { type Kin, kinAmong, kinDecided } from './rules/family.ts'
import { duplicateBits } from './rules/groups.ts'
import { checkImport, mayUndo } from './rules/import.ts'
import type { SaidOfHome } from '../sources/public.ts'
import { placeReader, type VillageInArea } from '../villages/rules/places.ts'
import { quantityOf } from './rules/line-area.ts'
import { readEquipmentAndUnits, readYuan } from './rules/quantities.ts'
import { readRegister } from './rules/register-reading.ts'
import type { RegisterColumn } from './model/register.ts'
import { readRow } from './rules/row.ts'
import { checkDecidingException, checkSettling, type HomeToSettle, openExceptions } from './rules/settling.ts'
import { titleKey } from './rules/title.ts'
import { sayRowProblem } from './words/row-problems.ts'

const pack = await loadPack(path.join(import.meta.dirname, '../../../packs/laizhou-2023'))
const day = '2023-08-15'

const read = (row: Partial<Record<RegisterColumn, string>>, mangled: RegisterColumn[] = []) =>
  readRow(
    (column) => ({
      text: row[column] ?? '',
      mangled: mangled.includes(column),
      broken: row[column] === '#REF!',
    }),
    day,
  )
const codes = (row: Partial<Record<RegisterColumn, string>>, mangled?: RegisterColumn[]) =>
  read(row, mangled).problems.map(({ column, severity, code }) => `${column} ${severity} ${code}`)

describe('a row', () => {
  it('without a fault says nothing and comes back as it was meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (n) => {
        const { fields, problems } = read(anApplication(n, '甲村'))
        expect(problems).toEqual([])
        const { sex, ...rest } = fields
        expect(rest).toEqual(anApplicationForm(n))
        expect(sex).toMatch(/^(fe)?male$/)
      }),
      { numRuns: 200 },
    )
  })

  it.each<[Partial<Record<RegisterColumn, string>>, string]>([
    [{ householder: '' }, 'householder error blank-householder'],
    [{ householder: '=HYPERLINK("http://x","y")' }, 'householder error not-name'],
    [{ titleOwner: '12345' }, 'titleOwner error not-name'],
    [{ idNumber: '370683196001011234' }, 'idNumber error id-number.wrong-check-digit'],
    [{ idNumber: '3.70683E+17' }, 'idNumber error id-number.digits-lost'],
    [{ idNumber: '' }, 'idNumber warning blank'],
    [{ telephone: '2212345' }, 'telephone error telephone.area-code-missing'],
    [{ accountNumber: '606000000001' }, 'accountNumber error account.leading-zero-missing'],
    [{ accountNumber: '3.7E+12' }, 'accountNumber error account.digits-lost'],
    [{ accountNumber: '3700000000000' }, 'accountNumber warning ends-in-zeros'],
    [{ accountNumber: '3701230000000' }, 'accountNumber warning ends-in-zeros'],
    [{ helpedBefore: '大概' }, 'helpedBefore error not-yes-no'],
    [{ dwellingKind: '别墅' }, 'dwellingKind error not-in-list'],
    [{ wantedUnits: '2.5' }, 'wantedUnits error not-number'],
    [{ wantedUnits: '2人' }, 'wantedUnits error wrong-unit'],
    [{ buildingAreaM2: '80户' }, 'buildingAreaM2 error wrong-unit'],
    [{ buildingAreaM2: '1.2亩' }, 'buildingAreaM2 error wrong-unit'],
    [{ heatingAreaM2: '60吨' }, 'heatingAreaM2 error wrong-unit'],
    [{ coalTonnes: '2000公斤' }, 'coalTonnes error wrong-unit'],
    [{ buildingAreaM2: '6000' }, 'buildingAreaM2 error out-of-range'],
    [{ wantedUnits: '200' }, 'wantedUnits error out-of-range'],
    [{ contributionFen: '六百' }, 'contributionFen error not-yuan'],
    [{ titleOwner: '旁人' }, 'titleOwner warning names-differ'],
    [{ accountHolder: '旁人' }, 'accountHolder warning names-differ'],
    [{ householder: '王建国', titleOwner: '王健国' }, 'titleOwner warning names-look'],
    [{ householder: '刘国庆', accountHolder: '劉國慶' }, 'accountHolder warning names-variant'],
    [{ heatingAreaM2: '500' }, 'heatingAreaM2 warning area-exceeds'],
    [{ titleNumber: '12' }, 'titleNumber warning title-short'],
    [{ remark: '长'.repeat(401) }, 'remark error too-long'],
    [{ address: '#REF!' }, 'address error broken-cell'],
    [{ bankCard: '6222021234567890123' }, 'bankCard warning card.fails-luhn'],
    [{ bankCard: '6222021234567890000' }, 'bankCard warning ends-in-zeros'],
  ])('with %j is told %s', (changes, told) => {
    const row = { ...anApplication(7, '甲村'), ...changes }
    expect(codes(row)).toContain(told)
  })

  it.each(['householder', 'telephone', 'sex', 'wishes', 'wantedUnits', 'contributionFen', 'line'] as const)(
    'with a formula without its result as %s is told so once',
    (column) => {
      const row = { ...anApplication(7, '甲村'), [column]: '#REF!' }
      expect(codes(row).filter((told) => told.startsWith(`${column} `))).toEqual([
        `${column} error broken-cell`,
      ])
    },
  )

  it('whose sex is not that of the ID number is doubted', () => {
    const { sex } = read(anApplication(7, '甲村')).fields
    const other = { ...anApplication(7, '甲村'), sex: sex === 'male' ? '女' : '男' }
    expect(codes(other)).toEqual(['sex warning sex-differs'])
  })

  it('whose number a spreadsheet has cut is an error, not a guess', () => {
    expect(codes(anApplication(7, '甲村'), ['accountNumber'])).toEqual(['accountNumber error digits-lost'])
    expect(read(anApplication(7, '甲村'), ['accountNumber']).fields.accountNumber).toBeUndefined()
  })

  it('whose title number is too short is told so with the number, since it is not missing', () => {
    const { fields, problems } = read({ ...anApplication(7, '甲村'), titleNumber: '12号' })
    expect(fields.titleNumber).toBe('12号')
    const [problem] = problems.map(sayRowProblem)
    expect(problem?.zh).toContain('“12号”过短')
    expect(problem?.en).toContain('“12号” is too short')
  })

  it('takes the sex from the ID number, the units from the equipment and the kind from a title that is only one', () => {
    const { fields } = read({
      ...anApplication(8, '甲村'),
      sex: '',
      wantedUnits: '',
      wantedEquipment: '3匹×2台',
      titleKind: '',
      titleNumber: '村证明',
    })
    expect(fields).toMatchObject({ wantedEquipment: '3匹', wantedUnits: 2, titleKind: 'village-proof' })
    expect(fields.sex).toMatch(/male/)
    expect(fields.titleNumber).toBeUndefined()
  })

  it('never shows a long number whole in a message', () => {
    const { problems } = read({ ...anApplication(9, '甲村'), helpedBefore: anIdNumber(9) })
    expect(JSON.stringify(problems)).not.toContain(anIdNumber(9))
  })
})

describe('amounts', () => {
  it('in yuan are exact in fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (fen) => {
        const text = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
        expect(readYuan(text)).toBe(fen)
      }),
    )
    expect(readYuan('0.005')).toBeUndefined()
    expect(readYuan('¥1,200.50元')).toBe(120_050)
    expect(readEquipmentAndUnits('热风机')).toBeUndefined()
  })
})

const villages: VillageInArea[] = [
  { code: '370683101201', name: '东村', kind: 'rural', town: '370683101000', townName: '沙河镇' },
  { code: '370683101202', name: '西村委会', kind: 'rural', town: '370683101000', townName: '沙河镇' },
  { code: '370683001001', name: '东村', kind: 'urban', town: '370683001000', townName: '文昌路街道' },
]

describe('a village', () => {
  const whole = placeReader(villages, false)
  const town = placeReader(villages.slice(0, 2), true)
  const found = (reading: ReturnType<typeof whole>) => (reading.ok ? reading.village.code : reading.code)

  it('is found by name, with or without what villages are called, by code, and by its town where names repeat', () => {
    expect(found(town('', '东村'))).toBe('370683101201')
    expect(found(town('沙河', '东 村民委员会'))).toBe('370683101201')
    expect(found(town('', '西村'))).toBe('370683101202')
    expect(found(town('', '西村（社区）'))).toBe('370683101202')
    expect(found(town('', '370683101202'))).toBe('370683101202')
    expect(found(whole('', '东村'))).toBe('town-needed')
    expect(found(whole('文昌路', '东村'))).toBe('370683001001')
  })

  it('outside the area is not known, whether it exists or not', () => {
    expect(found(town('文昌路街道', '东村'))).toBe('other-town')
    expect(found(town('', '南村'))).toBe('unknown-village')
    expect(found(town('', '370683001001'))).toBe('unknown-village')
    expect(found(town('', ''))).toBe('no-village')
  })
})

describe('titles', () => {
  it('are the same however brackets and spaces are written', () => {
    const one = titleKey({ titleNumber: '鲁（2019）莱州市不动产权第 0001234 号' }, 'v')
    expect(titleKey({ titleNumber: '鲁(2019)莱州市不动产权第0001234号' }, 'w')).toBe(one)
    expect(titleKey({ titleNumber: '12' }, 'v')).toBeUndefined()
    expect(titleKey({ titleKind: 'village-proof', titleNumber: '2023-017' }, 'v')).not.toBe(
      titleKey({ titleKind: 'village-proof', titleNumber: '2023-017' }, 'w'),
    )
  })
})

const good: FactSources = {
  line: 'heating',
  appliedOn: day,
  confirmedOn: null,
  householder: '张三',
  titleOwner: '张三',
  accountHolder: '张 三',
  hasIdNumber: true,
  hasAccountNumber: true,
  hasTitle: true,
  hasTitleKey: true,
  actualResident: true,
  permanentlyResident: true,
  helpedBefore: false,
  wishes: true,
  dwellingKind: 'self-built',
  inDemolitionPlan: null,
  formerHeating: 'coal-stove',
  villageDemolition: false,
  demolitionList: null,
  said: {},
  duplicates: 0,
  kin: undefined,
  matchFlags: 0,
  inHeatingPlan: false,
}
const failed = (home: Partial<FactSources>) =>
  decide(pack, 'eligibility.heating', factsOfHome({ ...good, ...home }, []), day)
    .rules.filter(({ answer }) => answer === 'no')
    .map(({ rule }) => rule)
const answer = (home: Partial<FactSources>) =>
  decide(pack, 'eligibility.heating', factsOfHome({ ...good, ...home }, []), day).answer

it('what a home was confirmed on does not expire; an application that waits on does', () => {
  const later = '2025-01-01'
  const on = (home: Partial<FactSources>, settled: Parameters<typeof factsOfHome>[1] = []) => {
    const facts = factsOfHome({ ...good, ...home }, settled)
    const kept = factsFromStored(JSON.parse(JSON.stringify(storedFacts(facts))))
    const decision = decide(pack, 'eligibility.heating', kept, later)
    expect(replay(decision, pack)).toEqual(decision)
    return decision.answer
  }
  expect(on({})).toBe('unknown')
  expect(on({ confirmedOn: '2023-08-23' })).toBe('yes')
  const since = '2023-11-02'
  const resident = { fact: 'household.permanentlyResident', value: true, since }
  expect(on({ confirmedOn: '2023-08-23' }, [resident])).toBe('yes')
  expect(on({ confirmedOn: '2023-08-23' }, [{ ...resident, value: false }])).toBe('no')
  const facts = factsOfHome({ ...good, confirmedOn: '2023-08-23' }, [])
  // Kept only where it changes the answer: what has not expired stands as it stood.
  expect(storedFacts(facts, () => false)).toEqual(storedFacts(factsOfHome(good, [])))
})

const grid = {
  id: 'g',
  kind: 'grid' as const,
  asOf: '2023-08-01',
  row: 'r1',
  account: { holder: good.householder, residential: true as boolean | null, active: true },
}
const gridSaying = (account: Partial<typeof grid.account>) => ({
  grid: { ...grid, account: { ...grid.account, ...account } },
})
const [earlier, dead, licence] = (['earlier', 'death', 'business'] as const).map((kind) => ({
  id: kind,
  kind,
  asOf: '2023-07-01',
  row: 'r2',
})) as [Found<'earlier'>, Found<'death'>, Found<'business'>]
type Found<K> = { id: string; kind: K; asOf: string; row: string }
const kin = (standing: Kin['standing']) => ({
  standing,
  confirmed: false,
  source: { id: 'p', kind: 'police', asOf: '2023-07-01', row: 'r3' },
})
const factOf = (name: string, home: Partial<FactSources>) => factsOfHome({ ...good, ...home }, [])[name]

describe('what comparison sources say (§4.1b, §4.4)', () => {
  it('fills a blank, and names the line it comes from', () => {
    const { account: _, ...source } = grid
    expect(factOf('agreement.accountHolder', { accountHolder: null, said: { grid } })).toEqual({
      known: true,
      value: true,
      source,
    })
    expect(factOf('household.helpedBefore', { helpedBefore: null, said: { helpedBefore: earlier } })).toEqual(
      {
        known: true,
        value: true,
        source: earlier,
      },
    )
    expect(factOf('dwelling.isBusinessPremises', { dwellingKind: null, said: { grid } })).toMatchObject({
      value: false,
      source,
    })
  })

  it('makes unknown what the application says otherwise, and keeps who said what', () => {
    const said = { helpedBefore: earlier }
    expect(factOf('household.helpedBefore', { said })).toEqual({
      known: false,
      conflicting: true,
      said: [{ value: false }, { value: true, source: earlier }],
    })
    expect(answer({ said })).toBe('unknown')
    expect(answer({ said: gridSaying({ holder: '别人' }) })).toBe('unknown')
    expect(answer({ said: gridSaying({ residential: false }) })).toBe('unknown')
    expect(answer({ said: { business: licence } })).toBe('unknown')
    expect(answer({ said: { recordedDead: { ...dead, day: '2023-01-01' } } })).toBe('unknown')
  })

  it('refuses where both say so', () => {
    expect(failed({ helpedBefore: true, said: { helpedBefore: earlier } })).toEqual(['not-helped-before'])
    expect(failed({ accountHolder: '别人', said: gridSaying({ holder: '别人' }) })).toEqual([
      'account-holder-agrees',
    ])
    expect(failed({ dwellingKind: 'business', said: { business: licence } })).toEqual([
      'not-business-premises',
    ])
  })

  it('holds a slip in the copied holder against nobody whom the grid company names', () =>
    expect(answer({ accountHolder: '张三丰', said: { grid } })).toBe('yes'))

  it('asks for the account in the register only where one was delivered', () => {
    const { account: _, ...without } = grid
    expect(answer({ said: {} })).toBe('yes')
    expect(answer({ said: { grid } })).toBe('yes')
    expect(failed({ said: { grid: without } })).toEqual(['account-in-grid-register'])
    expect(failed({ said: gridSaying({ active: false }) })).toEqual(['account-in-grid-register'])
  })

  it('holds a slip of one digit in the account against nobody, and says who says what', () => {
    const { account: _, ...without } = grid
    const mistyped = { id: 'g', kind: 'grid' as const, asOf: '2023-08-01', row: 'r9' }
    const said = { grid: { ...without, mistyped } }
    expect(answer({ said })).toBe('unknown')
    expect(factOf('account.inGridRegister', { said })).toEqual({
      known: false,
      conflicting: true,
      said: [
        { value: false, source: without },
        { value: true, source: mistyped },
      ],
    })
    // A number that stands in the register is nobody else's mistyped.
    expect(answer({ said: { grid: { ...grid, mistyped } } })).toBe('yes')
  })

  it('finds husband and wife, asks about others of a family, and leaves a confirmed home alone (§4.4)', () => {
    const family = duplicateBits.family
    const fact = { duplicates: family, kin: kin('one') }
    expect(failed(fact)).toEqual(['one-home-per-family'])
    expect(factOf('duplicate.family', fact)).toEqual({ known: true, value: true, source: kin('one').source })
    expect(answer({ duplicates: family, kin: kin('asked') })).toBe('unknown')
    expect(factOf('duplicate.family', { duplicates: family, kin: kin('asked') })).toEqual({
      known: false,
      conflicting: true,
      said: [{ value: false }, { value: true, source: kin('asked').source }],
    })
    expect(answer({ duplicates: 0, kin: kin('one') })).toBe('yes')
  })

  it('takes what officials found of a family’s pairs before what the list says', () => {
    expect(kinDecided(kin('one'), 0)?.standing).toBe('one')
    expect(kinDecided(kin('one'), 512)?.standing).toBe('apart')
    expect(kinDecided(kin('one'), 512 | 256)?.standing).toBe('asked')
    expect(kinDecided(kin('asked'), 512 | 128)?.standing).toBe('one')
    expect(kinDecided(undefined, 128)).toBeUndefined()
    expect(factOf('duplicate.family', { duplicates: 0, kin: kin('apart') })).toEqual({
      known: true,
      value: false,
    })
  })

  it.each([
    ['户主', '配偶', 'l', true],
    ['妻', '户主', 'l', true],
    ['户主', '长子', 'l', false],
    ['儿媳', '长子', 'l', false],
    ['户主', null, 'l', false],
    ['户主', '配偶', 'another list', false],
  ])('takes %s and %s (list %s) for a couple: %s', (one, other, list, certain) => {
    const member = (relation: string | null, id: string) => ({
      family: 'H1',
      relation,
      source: { id, kind: 'police', asOf: day },
    })
    expect(kinAmong(member(one, 'l'), [{ ...member(other, list), confirmed: true }])).toMatchObject({
      standing: certain ? 'one' : 'asked',
      confirmed: true,
    })
    expect(kinAmong(member(one, 'l'), [])).toBeUndefined()
  })

  it('says of a village where its mark comes from', () => {
    const demolitionList = { id: 'd', kind: 'demolition', asOf: '2023-06-01' }
    expect(factOf('dwelling.inDemolitionPlan', { villageDemolition: true, demolitionList })).toEqual({
      known: true,
      value: true,
      source: demolitionList,
    })
    const against = { villageDemolition: false, demolitionList, inDemolitionPlan: true }
    expect(factOf('dwelling.inDemolitionPlan', against)).toMatchObject({
      conflicting: true,
      said: [{ value: true }, { value: false, source: demolitionList }],
    })
  })

  it('never says that evidence disagrees without saying what each side says', () => {
    const open: [string, Partial<FactSources>][] = [
      ['household.helpedBefore', { helpedBefore: false, matchFlags: 16 }],
      ['duplicate.person', { matchFlags: 1 }],
      ['duplicate.dwelling', { matchFlags: 4 }],
      [
        'dwelling.inDemolitionPlan',
        { villageDemolition: false, demolitionList: null, inDemolitionPlan: true },
      ],
    ]
    for (const [fact, facts] of open) {
      const found = factOf(fact, facts)
      const said = found && !found.known ? (found.said ?? []) : []
      expect([fact, said.map(({ value }) => value).sort()]).toEqual([fact, [false, true]])
    }
    // In doubt since an objection: what was said until then stays beside it.
    const doubted = factsOfHome({ ...good, dwellingKind: 'self-built' }, [
      { fact: 'dwelling.isIllegalBuilding', value: null, since: '2023-08-01' },
    ])
    expect(doubted['dwelling.isIllegalBuilding']).toEqual({
      known: false,
      conflicting: true,
      said: [{ value: false }],
    })
  })

  it('is found again to the letter, also where facts were stored before there were sources', () => {
    const facts = factsOfHome({ ...good, said: { grid, helpedBefore: earlier } }, [])
    expect(factsFromStored(JSON.parse(JSON.stringify(storedFacts(facts))))).toEqual(facts)
    const before = { a: true, b: { value: false, since: '2023-01-01' }, c: { conflicting: true } }
    expect(factsFromStored(before)).toEqual({
      a: { known: true, value: true },
      b: { known: true, value: false, since: '2023-01-01' },
      c: { known: false, conflicting: true },
    })
  })
})

describe('screening', () => {
  it('says yes to a home without a fault', () => expect(answer({})).toBe('yes'))

  it.each<[string, string, 'yes' | 'no' | 'unknown']>([
    ['刘国庆', '劉國慶', 'yes'],
    ['王建国', '王建国（户主）', 'yes'],
    ['王建国', '王健国', 'unknown'],
    ['王建国', '王*国', 'unknown'],
    ['王建国', '王建军', 'unknown'],
    ['王建国', '李秀英', 'no'],
  ])('of %s and %s in the deed or at the meter says %s (§4.4)', (householder, other, expected) => {
    expect(answer({ householder, titleOwner: other, accountHolder: null })).toBe(
      expected === 'yes' ? 'unknown' : expected,
    )
    expect(answer({ householder, titleOwner: householder, accountHolder: other })).toBe(expected)
    const facts = factsOfHome({ ...good, householder, titleOwner: other }, [])
    const told =
      expected === 'unknown'
        ? { known: false, conflicting: true }
        : { known: true, value: expected === 'yes' }
    expect(facts['agreement.titleOwner']).toEqual(told)
    expect(factsFromStored(JSON.parse(JSON.stringify(storedFacts(facts))))).toEqual(facts)
  })

  it.each<[Partial<FactSources>, string]>([
    [{ actualResident: false }, 'resident-household'],
    [{ permanentlyResident: false }, 'resident-household'],
    [{ villageDemolition: true }, 'not-in-demolition-plan'],
    [{ villageDemolition: null, inDemolitionPlan: true }, 'not-in-demolition-plan'],
    [{ dwellingKind: 'business' }, 'not-business-premises'],
    [{ dwellingKind: 'commercial-estate' }, 'not-commercial-estate'],
    [{ dwellingKind: 'illegal' }, 'not-illegal-building'],
    [{ dwellingKind: 'collective' }, 'not-collective-building'],
    [{ helpedBefore: true }, 'not-helped-before'],
    [{ wishes: false }, 'wish-expressed'],
    [{ titleOwner: '李四' }, 'title-owner-agrees'],
    [{ accountHolder: '李四' }, 'account-holder-agrees'],
    [{ duplicates: 1 }, 'one-application-per-person'],
    [{ duplicates: 2 }, 'one-home-per-account'],
    [{ duplicates: 4 }, 'one-family-per-home'],
  ])('says no to %j by the rule %s alone (§4.1b, §4.4)', (home, rule) => expect(failed(home)).toEqual([rule]))

  it.each<Partial<FactSources>>([
    { actualResident: null },
    { dwellingKind: null },
    { hasIdNumber: false },
    { hasAccountNumber: false },
    { hasTitle: false, hasTitleKey: false },
    { hasTitleKey: false },
    { titleOwner: null },
    { villageDemolition: null },
    { villageDemolition: false, inDemolitionPlan: true },
  ])('neither refuses nor passes what is not known: %j', (home) => expect(answer(home)).toBe('unknown'))

  it('hears what an official settled before what the application says', () => {
    const settled = [{ fact: 'dwelling.isBusinessPremises', value: true, since: day }]
    expect(decide(pack, 'eligibility.heating', factsOfHome(good, settled), day).answer).toBe('no')
    const contradicted = [{ fact: 'dwelling.isBusinessPremises', value: null, since: day }]
    expect(decide(pack, 'eligibility.heating', factsOfHome(good, contradicted), day).answer).toBe('unknown')
  })

  it('answers a column of homes exactly as it answers each of them, from facts kept and found again', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
    const aSaying: fc.Arbitrary<SaidOfHome> = fc.record(
      {
        helpedBefore: fc.constant({ id: 'e', kind: 'earlier' as const, asOf: day, row: 'r' }),
        recordedDead: fc.constant({ id: 't', kind: 'death' as const, asOf: day, day: null }),
        business: fc.constant({ id: 'b', kind: 'business' as const, asOf: day }),
        grid: fc.record(
          {
            id: fc.constant('g'),
            kind: fc.constant('grid' as const),
            asOf: fc.constant(day),
            account: fc.record({
              holder: fc.constantFrom('张三', '李四'),
              residential: maybe(fc.boolean()),
              active: fc.boolean(),
            }),
          },
          { requiredKeys: ['id', 'kind', 'asOf'] },
        ),
      },
      { requiredKeys: [] },
    )
    const home = fc.record<FactSources>({
      line: fc.constantFrom('heating' as const, 'building' as const),
      appliedOn: fc.constantFrom('2023-08-15', '2022-01-01'),
      confirmedOn: maybe(fc.constantFrom('2022-06-01', '2023-08-15')),
      householder: fc.constantFrom('张三', '李四'),
      titleOwner: maybe(fc.constantFrom('张三', '李四')),
      accountHolder: maybe(fc.constantFrom('张三', '李四')),
      hasIdNumber: fc.boolean(),
      hasAccountNumber: fc.boolean(),
      hasTitle: fc.boolean(),
      hasTitleKey: fc.boolean(),
      actualResident: maybe(fc.boolean()),
      permanentlyResident: maybe(fc.boolean()),
      helpedBefore: maybe(fc.boolean()),
      wishes: maybe(fc.boolean()),
      dwellingKind: maybe(fc.constantFrom(...dwellingKinds)),
      inDemolitionPlan: maybe(fc.boolean()),
      formerHeating: maybe(fc.constantFrom('gas', 'coal-stove')),
      villageDemolition: maybe(fc.boolean()),
      demolitionList: maybe(fc.constant({ id: 'd', kind: 'demolition', asOf: day })),
      said: aSaying,
      duplicates: fc.integer({ min: 0, max: 15 }),
      kin: fc.constantFrom(undefined, kin('one'), kin('asked')),
      matchFlags: fc.integer({ min: 0, max: 63 }),
      inHeatingPlan: fc.boolean(),
    })
    const names = Object.keys(pack.facts).filter((name) => pack.facts[name]?.type === 'boolean')
    const settled = fc.array(
      fc.record({
        fact: fc.constantFrom(...names),
        value: maybe(fc.boolean()),
        since: fc.constantFrom('2022-05-01', day),
      }),
      { maxLength: 2 },
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(home, settled), { minLength: 1, maxLength: 20 }), (homes) => {
        for (const line of ['heating', 'building'] as const) {
          const group = `eligibility.${line}`
          const facts = homes
            .filter(([{ line: own }]) => own === line)
            .map(([each, said]) =>
              factsFromStored(JSON.parse(JSON.stringify(storedFacts(factsOfHome(each, said))))),
            )
          const masks = compileRules(pack, group, day).evaluateColumns(
            columnsOf(pack, group, facts, day),
            facts.length,
          )
          facts.forEach((own, i) =>
            expect(answerOfMasks(masks.failed[i] ?? 0, masks.unknown[i] ?? 0)).toBe(
              decide(pack, group, own, day).answer,
            ),
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  it('names only facts the pack knows', () => {
    const named = [
      ...Object.keys(factsOfHome({ ...good, inDemolitionPlan: false }, [])),
      ...Object.keys(factsOfHome({ ...good, said: { grid, recordedDead: { ...dead, day: null } } }, [])),
      ...Object.keys(factsOfHome({ ...good, line: 'building', inHeatingPlan: true }, [])),
      ...Object.values(factsResting).flat(),
    ]
    expect(named.filter((name) => !(name in pack.facts))).toEqual([])
  })
})

describe('the area of a home whose line is counted in it', () => {
  const urban = { ...villages[0], code: '370683001001', kind: 'urban' } as VillageInArea
  const told = async (area: string, place = urban, line: 'heating' | 'building' = 'building') => {
    const file = await aRegister([anApplication(1, place.name, { buildingAreaM2: area, heatingAreaM2: '' })])
    const workbook = await readWorkbook(file)
    if (isSheetProblem(workbook)) throw new Error(workbook.code)
    const by = { today: day, pack }
    const reading = await readRegister(workbook, { villages: [place], isOneTown: true }, line, by)
    return reading.problems.map(({ code, severity, words }) => ({ code, severity, zh: words.zh }))
  }

  it('is read with its unit', async () => {
    for (const area of ['96.5', '96.5平方米', '96.5㎡', '９６．５ m²', '96.5 平'])
      expect(await told(area)).toEqual([])
  })

  it('that no home can have is an error, that is left blank a warning, each in the unit of the pack', async () => {
    const [slip] = await told('1.5')
    expect(slip).toMatchObject({ code: 'line-area-implausible', severity: 'error' })
    expect(slip?.zh).toContain('平方米')
    expect(slip?.zh).toContain('城区建筑节能改造')
    expect(await told('2400')).toMatchObject([{ code: 'line-area-implausible' }])
    expect(await told('')).toMatchObject([{ code: 'line-area-blank', severity: 'warning' }])
    expect(await told('2亩')).toMatchObject([{ code: 'wrong-unit', severity: 'error' }])
  })

  it('is not asked for where homes or dwellings are counted', async () => {
    expect(await told('', { ...urban, kind: 'rural' })).toEqual([])
    expect(await told('1.5', urban, 'heating')).toEqual([])
  })

  it('is refused at the door as in a list', () => {
    const home = {
      ...{ stage: 'screened' as const, ended: null, fields: anApplicationForm(1) },
      ...{ line: 'building' as const, areaKind: 'urban' as const },
    }
    const codesOf = (area: number) =>
      checkCorrection(home, { buildingAreaM2: area }, { today: day, pack }).map(({ code, clauses }) => [
        code,
        ...clauses,
      ])
    expect(codesOf(2.5)).toEqual([['home.field-wrong', '§1.2']])
    expect(codesOf(97)).toEqual([])
  })

  it('is what the home adds to its line; a dwelling adds one', () => {
    const urbanHome = { line: 'building', areaKind: 'urban' } as const
    expect(quantityOf(pack, urbanHome, { buildingAreaM2: 97.25 })).toMatchObject({
      amount: 97.25,
      unitLabel: { zh: '平方米', en: 'm²' },
    })
    expect(quantityOf(pack, urbanHome, {})).toMatchObject({ amount: null })
    expect(quantityOf(pack, { ...urbanHome, areaKind: 'rural' }, {})).toMatchObject({
      amount: 1,
      unitLabel: { en: 'dwellings' },
    })
  })
})

describe('a correction', () => {
  const home = (stage: 'screened' | 'confirmed') => ({
    ...{ stage, ended: null, fields: anApplicationForm(1) },
    ...{ line: 'heating' as const, areaKind: 'rural' as const },
  })
  const now = { today: day, pack }

  it('may clear and change any field, and is judged by what it changes alone', () => {
    const schema = HomeChanges.parse({ telephone: null, remark: '已核' })
    expect(corrected(anApplicationForm(1), schema)).toEqual({
      ...Object.fromEntries(Object.entries(anApplicationForm(1)).filter(([field]) => field !== 'telephone')),
      remark: '已核',
    })
    const old = { ...home('screened'), fields: { ...anApplicationForm(1), telephone: 'unreadable' } }
    expect(checkCorrection(old, { remark: '好' }, now)).toEqual([])
    expect(checkCorrection(old, { telephone: '1' }, now).map(({ code }) => code)).toEqual([
      'home.field-wrong',
    ])
    expect(HomeChanges.safeParse({ householder: null }).success).toBe(false)
  })

  it('of the confirmed register is open for what nobody was screened by', () => {
    const codes = (changes: object) =>
      checkCorrection(home('confirmed'), HomeChanges.parse(changes), now).map(
        ({ code, facts }) => `${code} ${String(facts.field)}`,
      )
    expect(codes({ telephone: '13599998888' })).toEqual([])
    expect(codes({ householder: '王五', wantedUnits: 9, telephone: '13599998888' })).toEqual([
      'home.field-locked householder',
      'home.field-locked wantedUnits',
    ])
  })
})

describe('what may be done', () => {
  it('is withdrawing until the register is locked, then only by an approved change', () => {
    expect(mayWithdraw({ stage: 'noticed', ended: null })).toEqual([])
    expect(mayWithdraw({ stage: 'confirmed', ended: null }).map(({ code }) => code)).toEqual(['home.locked'])
    expect(mayWithdraw({ stage: 'screened', ended: 'refused' }).map(({ code }) => code)).toEqual([
      'home.ended',
    ])
  })

  it('settles what the rules ask and nobody knows, and nothing else', () => {
    const home: HomeToSettle = {
      stage: 'screened',
      ended: null,
      line: 'heating',
      answer: 'unknown',
      facts: {
        'household.helpedBefore': { known: true, value: true },
        'dwelling.inDemolitionPlan': { known: false, conflicting: true },
      },
      settled: [],
    }
    const told = (fact: string) => checkSettling(home, fact, pack, day).map(({ code }) => code)
    expect(told('household.isActualResident')).toEqual([])
    expect(told('dwelling.inDemolitionPlan')).toEqual([])
    expect(told('household.helpedBefore')).toEqual(['fact.known-already'])
    const anew = { ...home, settled: ['household.helpedBefore'] }
    expect(checkSettling(anew, 'household.helpedBefore', pack, day)).toEqual([])
    expect(told('home.accepted')).toEqual(['fact.not-asked'])
    expect(told('exception.severalHomes')).toEqual(['fact.not-asked'])
  })

  it('offers an exception only where a rule that knows it refuses the home (§4.4)', () => {
    const home = (duplicates: number, more: Partial<FactSources> = {}): HomeToSettle => ({
      settled: [],
      stage: 'screened',
      ended: null,
      line: 'heating',
      answer: 'no',
      facts: factsOfHome({ ...good, duplicates, ...more }, []),
    })
    expect(openExceptions(home(1), pack, day)).toEqual(['exception.severalHomes'])
    expect(openExceptions(home(4), pack, day)).toEqual(['exception.severalFamilies'])
    expect(openExceptions(home(2), pack, day)).toEqual([])
    expect(openExceptions(home(0, { dwellingKind: 'business' }), pack, day)).toEqual([])
  })

  it('keeps asking and deciding an exception apart (§4.4, §5.2)', () => {
    const request = { fact: 'exception.severalHomes', state: 'asked' as const, askedBy: 'a' }
    expect(checkDecidingException(request, 'b')).toEqual([])
    expect(checkDecidingException(request, 'a').map(({ code }) => code)).toEqual(['exception.same-person'])
    expect(checkDecidingException({ ...request, state: 'granted' }, 'b').map(({ code }) => code)).toEqual([
      'exception.not-open',
    ])
    expect(checkDecidingException(undefined, 'b').map(({ code }) => code)).toEqual(['exception.not-open'])
  })

  it('imports what has no error and undoes what nobody built on', () => {
    const facts = { homes: 1, rows: 1, problems: [], earlier: undefined, taken: false }
    const warning = { code: 'blank', severity: 'warning' as const, words: { zh: '', en: '' } }
    expect(checkImport({ ...facts, problems: [warning] })).toEqual([])
    expect(
      checkImport({ ...facts, problems: [{ ...warning, severity: 'error', row: 3 }] }).map(
        ({ code }) => code,
      ),
    ).toEqual(['import.has-errors'])
    expect(checkImport({ ...facts, homes: 0 }).map(({ code }) => code)).toEqual(['import.empty'])
    expect(checkImport({ ...facts, taken: true }).map(({ code }) => code)).toEqual(['import.id-taken'])
    expect(mayUndo({ undone: false, homes: 1, builtUpon: [] })).toEqual([])
    expect(mayUndo({ undone: true, homes: 1, builtUpon: [] }).map(({ code }) => code)).toEqual([
      'import.undone-already',
    ])
    expect(
      mayUndo({ undone: false, homes: 1, builtUpon: [{ kind: 'home.correct', homes: 1 }] }),
    ).toHaveLength(1)
  })
})

describe('a correction of what somebody else has corrected meanwhile', () => {
  const latest = [
    { act: 'c', field: 'residents' },
    { act: 'b', field: 'remark' },
    { act: 'b', field: 'residents' },
    { act: 'a', field: 'telephone' },
  ]
  it.each([
    ['c', []],
    ['b', ['residents']],
    ['a', ['residents', 'remark']],
    [null, ['residents', 'remark']],
    [undefined, []],
  ])('having seen %s is refused for %j', (seen, fields) => {
    const refused = checkSeen(latest, HomeChanges.parse({ residents: 3, remark: '好' }), seen)
    expect(refused.map(({ code, facts }) => [code, facts.field])).toEqual(
      fields.map((field) => ['home.corrected-meanwhile', field]),
    )
  })
})

it('a group or title number a spreadsheet made a day of is doubted', () => {
  const { fields, problems } = readRow(
    (column) => ({
      text:
        column === 'villageGroup' || column === 'titleNumber'
          ? '2024-01-02'
          : (anApplication(1, '甲村')[column] ?? ''),
      mangled: false,
      broken: false,
      isDay: column === 'villageGroup' || column === 'titleNumber',
    }),
    day,
  )
  expect(fields.villageGroup).toBe('2024-01-02')
  expect(problems.map(({ column, severity, code }) => `${column} ${severity} ${code}`)).toEqual([
    'titleNumber warning became-day',
    'villageGroup warning became-day',
  ])
})

describe('a whole register', () => {
  it('is read with its problems placed, repeated keys told once for each row after the first', async () => {
    const file = await aRegister([
      anApplication(1, '东村'),
      anApplication(2, '东村', { accountNumber: anApplication(1, '').accountNumber ?? '' }),
      anApplication(3, '西村'),
      anApplication(4, '南村'),
    ])
    const workbook = await readWorkbook(file)
    if (isSheetProblem(workbook)) throw new Error(workbook.code)
    const reading = await readRegister(
      workbook,
      { villages: villages.slice(0, 2), isOneTown: true },
      'heating',
      { today: day, pack },
    )
    expect(reading.rows).toBe(4)
    expect(reading.applications.map(({ row, village }) => [row, village.name])).toEqual([
      [2, '东村'],
      [3, '东村'],
      [4, '西村委会'],
    ])
    expect(reading.problems.map(({ row, code, severity }) => [row, code, severity])).toEqual([
      [3, 'repeated-in-file', 'warning'],
      [5, 'unknown-village', 'error'],
    ])
  })

  it('is read by the columns its user named, where the headers say nothing', async () => {
    const texts = (...all: string[]) =>
      `<row>${all.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
    const rows = [
      texts('自然村', '权利人', '户主', '证件', '电表'),
      texts('东村', '张三', '李四', anIdNumber(1), '3701234567890'),
    ]
    const workbook = await readWorkbook(await zipped(aWorkbookOf(`<sheetData>${rows.join('')}</sheetData>`)))
    if (isSheetProblem(workbook)) throw new Error(workbook.code)
    const area = { villages: villages.slice(0, 2), isOneTown: true }
    expect((await readRegister(workbook, area, 'heating', { today: day, pack })).applications).toEqual([])
    const columns = { A: 'village', B: 'householder', D: 'idNumber', E: 'accountNumber' } as const
    const { applications, problems } = await readRegister(
      workbook,
      area,
      'heating',
      { today: day, pack },
      { columns },
    )
    expect(applications.map(({ fields }) => [fields.householder, fields.accountNumber])).toEqual([
      ['张三', '3701234567890'],
    ])
    // 户主 gave its field away: that the column is not read is told.
    const unread = problems.filter(({ code }) => code === 'sheet.column-unknown')
    expect(unread.map(({ column }) => column)).toEqual([3])
    // What no row can have said is told once, by the column's name.
    expect(problems.filter(({ code }) => code === 'blank')).toEqual([])
    const absent = problems.filter(({ code }) => code === 'column-absent')
    expect(absent.slice(0, 2).map(({ words }) => words.zh.slice(0, 9))).toEqual([
      '没有“电话”列，各',
      '没有“房屋地址”列',
    ])
    expect(absent.every(({ row, severity }) => row === undefined && severity === 'warning')).toBe(true)
  })

  it('takes a number cell by the digits it stores, whatever it shows, and doubts one that was rounded', async () => {
    const texts = (...all: string[]) =>
      all.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')
    const stored = ['3701234567890', '3.7E+12', '3.70123456789E+15']
    const rows = [
      texts('村', '户主', '身份证号', '用电户号'),
      ...stored.map((account, n) => `${texts('东村', '张三', anIdNumber(n))}<c s="0"><v>${account}</v></c>`),
    ]
    const sheet = `<sheetData>${rows.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join('')}</sheetData>`
    const scientific = 11
    const file = await zipped(aWorkbookOf(sheet, { 'xl/styles.xml': someStyles([scientific]) }))
    const workbook = await readWorkbook(file)
    if (isSheetProblem(workbook)) throw new Error(workbook.code)
    const reading = await readRegister(
      workbook,
      { villages: villages.slice(0, 2), isOneTown: true },
      'heating',
      { today: day, pack },
    )
    expect(reading.applications.map(({ fields }) => fields.accountNumber)).toEqual([
      '3701234567890',
      '3700000000000',
    ])
    expect(
      reading.problems
        .filter(({ column }) => column === 4)
        .map(({ row, code, severity }) => [row, code, severity]),
    ).toEqual([
      [3, 'ends-in-zeros', 'warning'],
      [4, 'digits-lost', 'error'],
    ])
  })
})
