import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, area, county, type TestCounty } from '../../../../tests/support/county.ts'
import { unzipped } from '../../../../tests/support/unzipped.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { anApplicationForm } from '../samples.ts'
import type { AskedKind } from '../model/change.ts'

let at: TestCounty
let village: string
let serial = 100

const stand = (day: string) => at.clock.set(new Date(`${day}T04:00:00Z`))
const villageId = async (code: string) =>
  (await one<{ id: string }>(sql`select id from village where county = ${county} and code = ${code}`)).id

async function one<T>(query: ReturnType<typeof sql>): Promise<T> {
  const { rows } = await query.execute(at.program.database.owner)
  return rows[0] as T
}

const homeNow = (home: string) =>
  one<{ stage: string; ended: string | null; change: string | null; householder: string; answer: string }>(
    sql`select stage, ended, change, householder, answer from home where county = ${county} and id = ${home}`,
  )
const changeNow = (change: string) =>
  one<{ state: string; passed: string[]; number: number }>(
    sql`select state, passed, number from home_change where county = ${county} and id = ${change}`,
  )

/** An application that passes every rule. */
async function apply(changes: object = {}): Promise<string> {
  const home = newId()
  serial += 1
  await at.done(at.actors.townOfficer, 'home.add', {
    programme: at.programme,
    home,
    village: area.village,
    fields: anApplicationForm(serial, changes),
  })
  return home
}

async function noticeAndConfirm(from: string, after: string): Promise<string> {
  const notice = newId()
  stand(from)
  await at.done(at.actors.townOfficer, 'notice.open', { notice, village })
  await at.done(at.actors.townOfficer, 'notice.post', { notice, postedOn: from }, [
    await at.evidence('photo'),
  ])
  stand(after)
  await at.done(at.actors.bureauOfficer, 'notice.confirm', { notice })
  return notice
}

/** The papers of a kind, all required ones attached. */
async function asking(kind: AskedKind, home: string, more: object = {}) {
  const pack = await at.program.packs.inForce(county)
  const wanted = pack.changes.filter(({ id }) => id === kind || ('enters' in more && id === 'replace'))
  const evidence = []
  const papers = []
  for (const { papers: listed } of wanted)
    for (const { id, required } of listed)
      if (required) {
        const document = await at.evidence('document')
        evidence.push(document)
        papers.push({ paper: id, digest: document.digest })
      }
  const input = { id: newId(), home, kind, happenedOn: '2023-08-15', reason: '农户来访说明', papers, ...more }
  return { input, evidence }
}

async function ask(kind: AskedKind, home: string, more: object = {}, actor = at.actors.townOfficer) {
  const { input, evidence } = await asking(kind, home, more)
  await at.done(actor, 'change.ask', input, evidence)
  return input.id
}
async function refusedAsking(kind: AskedKind, home: string, more: object = {}) {
  const { input, evidence } = await asking(kind, home, more)
  return at.refused(at.actors.townOfficer, 'change.ask', input, evidence)
}
const approve = (change: string) => at.done(at.actors.bureauOfficer, 'change.approve', { change })

let confirmed: string[]
let waiting: string[]

beforeAll(async () => {
  at = await aCounty()
  village = await villageId(area.village)
  confirmed = []
  for (let i = 0; i < 9; i += 1) confirmed.push(await apply())
  await noticeAndConfirm('2023-08-15', '2023-08-23')
  waiting = []
  for (let i = 0; i < 5; i += 1) waiting.push(await apply())
})
afterAll(() => at.close())

const waitingNow = async () => {
  const list = await at.ask<{ rows: { id: string }[] }>(at.actors.townOfficer, 'change.waiting')
  return list.rows.map(({ id }) => id)
}

const named = (list: readonly string[], index: number): string => {
  const home = list[index]
  if (home === undefined) throw new Error('No such home.')
  return home
}

describe('a locked register', () => {
  it('takes nobody in by a notice, lists who waits in the order of application', async () => {
    expect(await at.refused(at.actors.townOfficer, 'notice.open', { notice: newId(), village })).toEqual([
      'notice.register-locked',
    ])
    const list = await at.ask<{ rows: { id: string; place: number }[] }>(
      at.actors.townOfficer,
      'change.waiting',
    )
    expect(list.rows.map(({ id, place }) => [id, place])).toEqual(waiting.map((id, i) => [id, i + 1]))
    const due = await at.ask<{ total: number }>(at.actors.townOfficer, 'notice.villages')
    expect(due.total).toBe(0)
    for (const { id, place } of list.rows)
      expect(await at.ask(at.household(id), 'home.own', {})).toMatchObject({
        home: { standing: 'waiting', waiting: { place } },
      })
  })

  it('lets nobody withdraw or rewrite a confirmed home directly', async () => {
    const home = named(confirmed, 0)
    expect(await at.refused(at.actors.townOfficer, 'home.withdraw', { home, reason: '不装了' })).toEqual([
      'home.locked',
    ])
    expect(
      await at.refused(at.actors.townOfficer, 'home.correct', {
        home,
        changes: { address: '新址1号' },
        reason: '更正',
      }),
    ).toEqual(['home.field-locked'])
  })

  it('asks for a reason, the papers of its kind and a day that has come', async () => {
    const home = named(confirmed, 0)
    const { input, evidence } = await asking('withdraw', home)
    expect(await at.refused(at.actors.townOfficer, 'change.ask', { ...input, papers: [] }, evidence)).toEqual(
      ['change.paper-missing'],
    )
    expect(
      await at.refused(at.actors.townOfficer, 'change.ask', { ...input, happenedOn: '2030-01-01' }, evidence),
    ).toEqual(['day.in-future'])
    expect(await at.refused(at.actors.townOfficer, 'change.ask', input, [])).toContain('evidence.required')
  })
})

describe('a replacement', () => {
  it('takes the first who waits; passing one over needs a reason that is kept', async () => {
    const [leaves, first, second] = [named(confirmed, 0), named(waiting, 0), named(waiting, 1)]
    expect(await refusedAsking('withdraw', leaves, { enters: second })).toEqual(['change.passes-over'])
    const change = await ask('withdraw', leaves, { enters: second, passedReason: '第一位外出，书面放弃本次' })
    expect(await changeNow(change)).toMatchObject({ state: 'asked', passed: [first] })
    // Its approval form is a document to be signed: what is asked, why, and a box for whoever gives an opinion.
    const form = await at.program.file(at.actors.townOfficer, 'change.form', { change })
    if (form.status !== 'ok') throw new Error(form.status)
    expect(form.value.fileName).toMatch(/[.]docx$/)
    const word = unzipped(Buffer.from(form.value.body)).get('word/document.xml') ?? ''
    for (const said of [
      '农户来访说明',
      '第一位外出，书面放弃本次',
      '村居意见',
      '镇街意见',
      '住建局意见',
      '签字（盖章）',
    ])
      expect(word).toContain(said)
    // Who is to come in already cannot be chosen again, and the request it stands in is named.
    const { number } = await changeNow(change)
    const { rows } = await at.ask<{ rows: { id: string; asked: object | null }[] }>(
      at.actors.townOfficer,
      'change.waiting',
      { instead: named(confirmed, 1) },
    )
    expect(rows.slice(0, 2)).toMatchObject([
      { id: first, asked: null },
      { id: second, asked: { change, number } },
    ])
    expect(await refusedAsking('withdraw', leaves)).toEqual(['change.asked-already'])
    await at.done(at.actors.townOfficer, 'change.recall', { change, reason: '改用第一位' })
    expect((await homeNow(leaves)).ended).toBeNull()
  })

  it('takes effect upon approval by another, goes on a notice, and every figure recounts', async () => {
    const [leaves, enters] = [named(confirmed, 0), named(waiting, 0)]
    const before = await figures()
    const change = await ask('withdraw', leaves, { enters })
    expect(await figures()).toEqual(before)
    const twoHats = {
      ...at.actors.townOfficer,
      grants: [...at.actors.townOfficer.grants, ...at.actors.bureauOfficer.grants],
    }
    expect(await at.refused(twoHats, 'change.approve', { change })).toEqual(['change.same-person'])
    await approve(change)
    expect(await at.refused(at.actors.bureauOfficer, 'change.approve', { change })).toEqual([
      'change.decided-already',
    ])
    expect(await homeNow(leaves)).toMatchObject({ ended: 'withdrawn' })
    expect(await homeNow(enters)).toMatchObject({ stage: 'screened', change })
    expect((await figures()).confirmed).toBe(before.confirmed - 1)
    const notice = await noticeAndConfirm('2023-08-24', '2023-09-01')
    expect(await homeNow(enters)).toMatchObject({ stage: 'confirmed', change: null })
    const lines = await at.ask<{ lines: { home: string }[] }>(at.actors.townOfficer, 'notice.get', { notice })
    expect(lines.lines.map(({ home }) => home)).toEqual([enters])
    expect(await figures()).toMatchObject({ confirmed: before.confirmed, replaced: before.replaced + 1 })
  })

  it('is declined with a reason and changes nothing', async () => {
    const leaves = named(confirmed, 1)
    const change = await ask('refuse', leaves)
    await at.done(at.actors.bureauOfficer, 'change.decline', { change, reason: '请再做一次工作' })
    expect(await changeNow(change)).toMatchObject({ state: 'declined' })
    expect((await homeNow(leaves)).ended).toBeNull()
    const page = await at.ask<{ answer: string }>(at.actors.townOfficer, 'change.page', { change })
    expect(page.answer).toBe('请再做一次工作')
    const lately = async () =>
      (
        await at.ask<{ rows: { id: string }[] }>(at.actors.townOfficer, 'change.list', { declined: 'lately' })
      ).rows.some(({ id }) => id === change)
    expect(await lately()).toBe(true)
    expect(await at.ask(at.household(leaves), 'home.own', {})).toMatchObject({
      changes: [{ state: 'declined', answer: '请再做一次工作' }],
    })
  })
})

describe('whoever builds', () => {
  it('reads what became of a home, and not why, on which papers or what was rewritten', async () => {
    const home = named(confirmed, 1)
    const change = await ask('correct', home, { changes: { address: '更正街18号' } })
    await at.done(at.actors.bureauOfficer, 'change.decline', { change, reason: '门牌没有变' })
    await sql`update home set contractor = ${at.organisations.contractor} where county = ${county} and id = ${home}`.execute(
      at.program.database.owner,
    )
    const told = { kind: 'correct', state: 'declined', mayReadWhy: false, reason: null, answer: null }
    expect(await at.ask(at.actors.contractor, 'change.page', { change })).toMatchObject({
      ...told,
      papers: [],
      rewritten: [],
      outlook: null,
    })
    const page = await at.ask<{ fields: object }>(at.actors.contractor, 'home.page', { home })
    expect(page).toMatchObject({ mayReadChoice: false, answer: null, names: [], settled: [], former: [] })
    expect(page).toMatchObject({ corrections: [] })
    const kinds = async (actor: typeof at.actors.contractor) =>
      (await at.ask<{ rows: { kind: string }[] }>(actor, 'home.acts', { home })).rows.map(({ kind }) => kind)
    expect(await kinds(at.actors.townOfficer)).toEqual(
      expect.arrayContaining(['notice.open', 'notice.confirm', 'home.add', 'change.ask']),
    )
    const ofBuilder = await kinds(at.actors.contractor)
    expect(ofBuilder).toEqual(expect.arrayContaining(['home.add', 'change.ask', 'change.decline']))
    expect(ofBuilder.filter((kind) => /^(register|notice)[.]/.test(kind))).toEqual([])
    expect(Object.keys(page.fields)).toContain('address')
    for (const field of ['helpedBefore', 'permanentlyResident', 'titleOwner', 'bankCard'])
      expect(Object.keys(page.fields)).not.toContain(field)
    for (const query of ['home.decision', 'home.told'])
      await expect(at.ask(at.actors.contractor, query, { home })).rejects.toThrow()
    await sql`update home set failed_rules = 1, unknown_rules = 2, duplicates = 1, answer = 'no' where county = ${county} and id = ${home}`.execute(
      at.program.database.owner,
    )
    const answered = async (actor: typeof at.actors.contractor) =>
      (await at.ask<{ key: string }[]>(actor, 'home.answers', { home })).map(({ key }) => key)
    expect(await answered(at.actors.contractor)).toEqual([])
    expect(await answered(at.actors.townOfficer)).toContain('kit.answer.yes')
    const listed = async (actor: typeof at.actors.contractor, filter: object) =>
      (await at.ask<{ rows: { id: string }[] }>(actor, 'home.list', filter)).rows.find(
        ({ id }) => id === home,
      )
    const blank = { failedRules: [], unknownRules: [], duplicates: [] }
    expect(await listed(at.actors.contractor, {})).toMatchObject(blank)
    expect(await listed(at.actors.contractor, { duplicates: 'any' })).toBeUndefined()
    expect(await listed(at.actors.townOfficer, { duplicates: 'any' })).not.toMatchObject(blank)
    const list = await at.ask<{ rows: { id: string }[] }>(at.actors.contractor, 'change.list', {})
    expect(list.rows.find(({ id }) => id === change)).toMatchObject(told)
    expect(await at.ask(at.actors.townOfficer, 'change.page', { change })).toMatchObject({
      mayReadWhy: true,
      reason: '农户来访说明',
      answer: '门牌没有变',
    })
  })
})

async function figures() {
  const { rows } = await at.ask<{
    rows: { confirmed: number; more: number; fewer: number; replaced: number; rewritten: number }[]
  }>(at.actors.townOfficer, 'change.counts')
  const [row] = rows
  if (!row) throw new Error('Nothing is confirmed.')
  const { groups } = await at.ask<{
    groups: { line: string; areaKind: string; steps: { stage: string; homes: number }[] }[]
  }>(at.actors.bureauOfficer, 'overview.page')
  const rural = groups.find(({ line, areaKind }) => line === 'heating' && areaKind === 'rural')
  expect(rural?.steps.find(({ stage }) => stage === 'confirmed')?.homes).toBe(row.confirmed)
  const { confirmed: now, more, fewer, replaced, rewritten } = row
  return { confirmed: now, more, fewer, replaced, rewritten }
}

describe('the other kinds of change', () => {
  it('a refusal, a demolition and a death without heirs end the home, each with its own ending', async () => {
    const endings = { refuse: 'refused', demolish: 'withdrawn', die: 'withdrawn' } as const
    const told = { refuse: 'refused', demolish: 'demolish', die: 'die' } as const
    const before = await figures()
    for (const [index, kind] of (['refuse', 'demolish', 'die'] as const).entries()) {
      const home = named(confirmed, 1 + index)
      await approve(await ask(kind, home))
      expect(await homeNow(home)).toMatchObject({ ended: endings[kind], stage: 'confirmed' })
      const own = await at.ask<{ home: object }>(at.household(home), 'home.own', {})
      expect(own.home).toMatchObject({ standing: 'left', ending: told[kind] })
    }
    expect(await figures()).toMatchObject({ confirmed: before.confirmed - 3, fewer: before.fewer + 3 })
  })

  it('a late addition goes on a notice while the target leaves room', async () => {
    const enters = named(waiting, 1)
    const before = await figures()
    await approve(await ask('add', enters))
    await noticeAndConfirm('2023-09-02', '2023-09-10')
    expect((await homeNow(enters)).stage).toBe('confirmed')
    expect(await figures()).toMatchObject({ confirmed: before.confirmed + 1, more: before.more + 1 })
  })

  it('a correction is kept, screened again and needs no notice', async () => {
    const home = named(confirmed, 4)
    const change = await ask('correct', home, { changes: { address: '更正街8号' } })
    await approve(change)
    expect((await homeNow(home)).change).toBeNull()
    const page = await at.ask<{
      fields: { address: string }
      corrections: { field: string; before: string }[]
    }>(at.actors.townOfficer, 'home.page', { home })
    expect(page.fields.address).toBe('更正街8号')
    expect(page.corrections[0]).toMatchObject({ field: 'address' })
  })

  it('a correction says beforehand what screening will say of it', async () => {
    const home = named(confirmed, 4)
    const own = anApplicationForm(888)
    const answers = []
    for (const changes of [
      { idNumber: own.idNumber },
      { helpedBefore: true },
      { helpedBefore: null },
      // Another confirmed home's: the seventh in the village.
      { helpedBefore: false, accountNumber: anApplicationForm(107).accountNumber },
      { accountNumber: own.accountNumber, titleOwner: '欧阳别人' },
      { titleOwner: (await homeNow(home)).householder },
    ]) {
      const before = await homeNow(home)
      const foreseen = await at.ask(at.actors.townOfficer, 'change.outlook', {
        home,
        kind: 'correct',
        changes,
      })
      const change = await ask('correct', home, { changes })
      const { outlook } = await at.ask<{
        outlook: { now: string; decision: { answer: string; rules: { rule: string; answer: string }[] } }
      }>(at.actors.bureauOfficer, 'change.page', { change })
      expect(foreseen).toEqual(outlook)
      expect(outlook.now).toBe(before.answer)
      expect((await homeNow(home)).answer).toBe(before.answer)
      await approve(change)
      const after = await at.ask<{ decision: { answer: string; rules: { rule: string; answer: string }[] } }>(
        at.actors.bureauOfficer,
        'home.decision',
        { home },
      )
      // What comparison will find is known only once it is written.
      const told = ({ rules }: typeof outlook.decision) =>
        rules.flatMap(({ rule, answer }) => (rule === 'one-family-per-home' ? [] : [[rule, answer]]))
      expect(told(outlook.decision)).toEqual(told(after.decision))
      answers.push(outlook.decision.answer)
    }
    expect(answers).toEqual(['yes', 'no', 'unknown', 'no', 'no', 'yes'])
    // It is compared with the others by what it says now.
    expect(await comparedAccount(home)).toBe(own.accountNumber)
  })

  it('a succession names a new person and is put on notice without losing its place on the road', async () => {
    const home = named(confirmed, 5)
    expect(await refusedAsking('succeed', home, { changes: { householder: '王承接' } })).toEqual([
      'change.no-successor',
    ])
    expect(await refusedAsking('succeed', home, { changes: { address: '别处1号' } })).toEqual([
      'change.field-of-other-kind',
    ])
    const foreseen = (idNumber: string) =>
      at.ask<object>(at.actors.townOfficer, 'change.outlook', {
        ...{ home, kind: 'succeed', changes: { householder: '王承接', idNumber } },
      })
    expect(await foreseen('370683196001011234')).toMatchObject({
      wrong: [{ field: 'idNumber' }],
    })
    expect(await foreseen(anApplicationForm(777).idNumber ?? '')).toMatchObject({
      wrong: [],
      successor: 'not-listed',
    })
    await sql`update home set stage = 'installed' where county = ${county} and id = ${home}`.execute(
      at.program.database.owner,
    )
    const heir = anApplicationForm(777)
    const change = await ask('succeed', home, {
      changes: {
        householder: '王承接',
        idNumber: heir.idNumber,
        titleOwner: '王承接',
        accountHolder: '王承接',
      },
    })
    await approve(change)
    expect(await homeNow(home)).toMatchObject({
      householder: '王承接',
      stage: 'installed',
      change,
      answer: 'yes',
    })
    const told = () => at.ask<{ home: unknown }>(at.household(home), 'home.own', {})
    expect((await told()).home).toMatchObject({ standing: 'in', toNotice: true })
    await noticeAndConfirm('2023-09-11', '2023-09-19')
    expect((await told()).home).toMatchObject({ standing: 'in', toNotice: false })
    expect(await homeNow(home)).toMatchObject({ stage: 'installed', change: null })
  })

  it('a move stays in the village and needs the new address', async () => {
    const home = named(confirmed, 6)
    expect(await refusedAsking('move', home, { changes: { titleNumber: '新证88号' } })).toEqual([
      'change.no-new-address',
    ])
    await approve(await ask('move', home, { changes: { address: '村西新址9号', titleNumber: '新证88号' } }))
    expect(await homeNow(home)).toMatchObject({ stage: 'confirmed', change: null })
  })
})

const undoFor = async (actor: typeof at.actors.bureauDirector, change: string) =>
  (await at.ask<{ undo: unknown }>(actor, 'change.page', { change })).undo
const pageOf = (home: string) =>
  at.ask<{
    departure: { change: string; kind: string } | null
    former: object[]
    corrections: { before: string | null; after: string | null; departure: string | null }[]
  }>(at.actors.townOfficer, 'home.page', { home })

/** By which account number a home is compared with others; undefined where it is not. */
const comparedAccount = async (home: string) =>
  (
    await at.program.database.owner
      .selectFrom('identity')
      .select('account')
      .where('id', '=', home)
      .executeTakeFirst()
  )?.account

describe('what may be asked for', () => {
  it('is told to be asked by who may ask, and by nobody else', async () => {
    const home = named(confirmed, 8)
    const mayAsk = async (actor: typeof at.actors.townOfficer) =>
      (await at.ask<{ mayAsk: boolean }>(actor, 'home.changes', { home })).mayAsk
    expect(await mayAsk(at.actors.townOfficer)).toBe(true)
    expect(await mayAsk(at.actors.bureauOfficer)).toBe(false)
  })
})

describe('a request whose replacement no longer qualifies', () => {
  it('says so to everybody who opens it', async () => {
    const [leaves, enters] = [named(confirmed, 8), named(waiting, 2)]
    const change = await ask('withdraw', leaves, { enters })
    const against = async () =>
      (
        await at.ask<{ against: { code: string; facts: object }[] }>(at.actors.townOfficer, 'change.page', {
          change,
        })
      ).against
    const correct = (helpedBefore: boolean) =>
      at.done(at.actors.townOfficer, 'home.correct', {
        ...{ home: enters, changes: { helpedBefore } },
        reason: '往年已享受，登记有误',
      })
    expect(await against()).toEqual([])
    await correct(true)
    expect(await against()).toMatchObject([
      { code: 'change.not-waiting', facts: { stage: 'screened', screened: 'no' } },
    ])
    // Its family reads that the request cannot be approved, and not that it waits.
    const told = () => at.ask<{ changes: object[] }>(at.household(enters), 'home.own', {})
    expect((await told()).changes[0]).toMatchObject({ state: 'asked', entered: true, barred: 'no' })
    await correct(false)
    expect((await told()).changes[0]).toMatchObject({ state: 'asked', entered: true, barred: null })
    expect(await against()).toEqual([])
    await at.done(at.actors.townOfficer, 'change.recall', { change, reason: '不换了' })
  })
})

describe('a place that became free', () => {
  const turns = async () => {
    const { rows } = await at.ask<{ rows: { id: string; turn: boolean }[] }>(
      at.actors.townOfficer,
      'change.waiting',
    )
    const those = rows.filter(({ turn }) => turn).map(({ id }) => id)
    const { rows: only } = await at.ask<{ rows: { id: string }[] }>(at.actors.townOfficer, 'change.waiting', {
      turn: 'yes',
    })
    expect(only.map(({ id }) => id)).toEqual(those)
    return those
  }
  const undo = async (change: string) =>
    at.done(at.actors.bureauDirector, 'change.undo', { change, reason: '批错了户' }, [
      await at.evidence('document'),
    ])

  it('is the next one’s on the list until that one is asked for, and after it came in nobody’s', async () => {
    const before = await turns()
    const [left, next] = [named(confirmed, 8), (await waitingNow())[before.length]]
    const leaving = await ask('withdraw', left)
    expect(await turns()).toEqual(before)
    await approve(leaving)
    expect(await turns()).toEqual([...before, next])
    const first = before[0] ?? next ?? ''
    const adding = await ask('add', first, { enters: first })
    expect(await turns()).not.toContain(first)
    await approve(adding)
    expect((await turns()).length).toBe(before.length)
    await undo(adding)
    expect(await turns()).toContain(first)
    await undo(leaving)
    expect(await turns()).toEqual(before)
  })

  it('is nobody’s where somebody came in instead', async () => {
    const before = await turns()
    const enters = (await waitingNow())[0] ?? ''
    const leaving = await ask('withdraw', named(confirmed, 8), { enters })
    await approve(leaving)
    expect((await turns()).length).toBe(before.length)
    await undo(leaving)
  })
})

describe('a list of the town', () => {
  const list = async () => {
    const pack = await at.program.packs.inForce(county)
    const [value] = pack.parameters['change.waitingList']?.values ?? []
    if (!value) throw new Error('The pack says nothing of the list.')
    return value
  }
  const urban = (homes: readonly string[], kind: 'urban' | 'rural') =>
    sql`update home set area_kind = ${kind} where county = ${county} and id = any(${[...homes]}::uuid[])`.execute(
      at.program.database.owner,
    )

  it('orders each kind of area apart, since a place belongs to one of them (§A.2)', async () => {
    const value = await list()
    value.value = 'town'
    const waits = await waitingNow()
    const [first, second, third] = [named(waits, 0), named(waits, 1), named(waits, 2)]
    await urban([first], 'urban')
    try {
      const { rows, list: whose } = await at.ask<{
        rows: { id: string; place: number; areaKind: string }[]
        list: string
      }>(at.actors.townOfficer, 'change.waiting')
      expect(whose).toBe('town')
      const placeOf = (id: string) => rows.find((row) => row.id === id)?.place
      expect([first, second, third].map(placeOf)).toEqual([1, 1, 2])
      expect(await at.ask(at.household(second), 'home.own', {})).toMatchObject({
        home: { waiting: { place: 1, list: 'town' } },
      })
      const leaving = await ask('withdraw', named(confirmed, 8), { enters: second })
      expect(await changeNow(leaving)).toMatchObject({ passed: [] })
      await at.done(at.actors.townOfficer, 'change.recall', { change: leaving, reason: '不换了' })
    } finally {
      await urban([first], 'rural')
      value.value = 'village'
    }
  })

  it('says of every list how many wait and how many places are free', async () => {
    interface Lists {
      list: string
      rows: { areaName: string; areaKind: string; line: string; waiting: number; places: number }[]
    }
    const lists = () => at.ask<Lists>(at.actors.townOfficer, 'change.places')
    const waits = (await waitingNow()).length
    const before = await lists()
    expect(before).toMatchObject({
      list: 'village',
      rows: [{ areaName: '甲村(模拟)', areaKind: 'rural', line: 'heating', waiting: waits }],
    })
    const leaving = await ask('withdraw', named(confirmed, 8))
    await approve(leaving)
    expect((await lists()).rows[0]?.places).toBe((before.rows[0]?.places ?? 0) + 1)
    const value = await list()
    value.value = 'town'
    try {
      expect(await lists()).toMatchObject({ list: 'town', rows: [{ areaName: '沙河镇', waiting: waits }] })
    } finally {
      value.value = 'village'
    }
    const elsewhere = await at.ask<Lists>(at.actors.otherTownOfficer, 'change.places')
    expect(elsewhere.rows).toEqual([])
    await at.done(at.actors.bureauDirector, 'change.undo', { change: leaving, reason: '批错了户' }, [
      await at.evidence('document'),
    ])
  })

  it('calls nobody to a place that is asked for already', async () => {
    // More wait than places are free.
    for (let i = 0; i < 4; i += 1) await apply()
    const leaving = await ask('withdraw', named(confirmed, 8))
    await approve(leaving)
    const turn = async () =>
      (
        await at.ask<{ rows: { id: string }[] }>(at.actors.townOfficer, 'change.waiting', { turn: 'yes' })
      ).rows.map(({ id }) => id)
    const called = await turn()
    expect(called.length).toBeLessThan((await waitingNow()).length)
    const adding = await ask('add', called[0] ?? '')
    expect(await turn()).toEqual(called.slice(1))
    await at.done(at.actors.townOfficer, 'change.recall', { change: adding, reason: '不增补了' })
    await at.done(at.actors.bureauDirector, 'change.undo', { change: leaving, reason: '批错了户' }, [
      await at.evidence('document'),
    ])
  })
})

describe('a mistake', () => {
  it('is undone until something was built on it', async () => {
    const [leaves, enters] = [named(confirmed, 7), named(waiting, 2)]
    const change = await ask('withdraw', leaves, { enters })
    await approve(change)
    expect(await undoFor(at.actors.bureauOfficer, change)).toMatchObject({ refusals: [], mayUndo: false })
    expect(await undoFor(at.actors.bureauDirector, change)).toMatchObject({ refusals: [], mayUndo: true })
    expect((await pageOf(leaves)).departure).toMatchObject({ change, kind: 'withdraw' })
    expect(await comparedAccount(leaves)).toBeUndefined()
    await at.done(at.actors.bureauDirector, 'change.undo', { change, reason: '批错了户' }, [
      await at.evidence('document'),
    ])
    expect(await homeNow(leaves)).toMatchObject({ ended: null, answer: 'yes' })
    expect(await comparedAccount(leaves)).toBeDefined()
    expect(await changeNow(change)).toMatchObject({ state: 'undone' })
    expect(await undoFor(at.actors.bureauOfficer, change)).toBeNull()
    // Whoever opens it later reads who took the approval back and why, and no longer what would follow.
    const taken = await at.ask<{ consequences: string[]; undone: { papers: string[] } }>(
      at.actors.townOfficer,
      'change.page',
      { change },
    )
    expect(taken).toMatchObject({
      consequences: [],
      undone: { reason: '批错了户', on: at.program.clock.today() },
    })
    expect(taken.undone.papers).toHaveLength(1)
    const { departure, corrections } = await pageOf(leaves)
    expect(departure).toBeNull()
    expect(corrections.map(({ before, after, departure: kind }) => [before, after, kind])).toEqual([
      ['withdrawn', null, 'withdraw'],
      [null, 'withdrawn', 'withdraw'],
    ])
    // Who was to come in is freed: on no notice, and on the waiting list again.
    expect(await homeNow(enters)).toMatchObject({ change: null })
    const list = await at.ask<{ rows: { id: string }[] }>(at.actors.townOfficer, 'change.waiting')
    expect(list.rows.map(({ id }) => id)).toContain(enters)
    expect(await at.refused(at.actors.townOfficer, 'notice.open', { notice: newId(), village })).toEqual([
      'notice.register-locked',
    ])

    const again = await ask('withdraw', leaves, { enters })
    await approve(again)
    await at.done(at.actors.townOfficer, 'notice.open', { notice: newId(), village })
    expect(
      await at.refused(at.actors.bureauDirector, 'change.undo', { change: again, reason: '批错了户' }, [
        await at.evidence('document'),
      ]),
    ).toEqual(['change.entered-already'])
    expect(await undoFor(at.actors.townOfficer, again)).toMatchObject({
      refusals: [{ code: 'change.entered-already' }],
      mayUndo: false,
      back: { refusals: [], mayAsk: true },
    })

    // What cannot be undone any more is put right by a change of its own, asked for by one and approved by another.
    const list2 = await at.ask<{ kinds: { kind: string }[] }>(at.actors.townOfficer, 'home.changes', {
      home: leaves,
    })
    expect(list2.kinds.map(({ kind }) => kind)).toEqual(['return'])
    const back = await ask('return', leaves)
    expect((await undoFor(at.actors.townOfficer, again)) as object).toMatchObject({
      back: { refusals: [{ code: 'change.asked-already' }] },
    })
    expect(await at.refused(at.actors.townOfficer, 'change.approve', { change: back })).toEqual([
      'not-permitted',
    ])
    await approve(back)
    expect(await homeNow(leaves)).toMatchObject({
      ended: null,
      stage: 'confirmed',
      answer: 'yes',
      change: back,
    })
    expect(await homeNow(enters)).toMatchObject({ ended: null, stage: 'noticed' })
    expect((await pageOf(leaves)).departure).toBeNull()
    expect(await undoFor(at.actors.townOfficer, again)).toMatchObject({
      refusals: [{ code: 'change.out-no-more' }],
      back: null,
    })
    expect(await at.refused(at.actors.bureauOfficer, 'change.approve', { change: back })).toEqual([
      'change.decided-already',
    ])
  })

  it('is not dated before the application, but for a death that is explained', async () => {
    const home = named(confirmed, 8)
    expect(await refusedAsking('demolish', home, { happenedOn: '2023-08-14' })).toEqual([
      'change.before-application.demolish',
    ])
    expect(await refusedAsking('die', home, { happenedOn: '2023-08-14' })).toEqual([
      'change.died-before-application',
    ])
    const change = await ask('die', home, { happenedOn: '2023-08-14', explained: '儿子代报，现由其居住' })
    expect(await at.ask(at.actors.bureauOfficer, 'change.page', { change })).toMatchObject({
      happenedOn: '2023-08-14',
      explained: '儿子代报，现由其居住',
    })
    await at.done(at.actors.townOfficer, 'change.recall', { change, reason: '再核实' })
  })
})

describe('at the same moment', () => {
  it('two windows asking for one home make one request', async () => {
    const home = named(confirmed, 8)
    const [one, two] = [await asking('withdraw', home), await asking('refuse', home)]
    const outcomes = await Promise.all(
      [one, two].map(({ input, evidence }) => at.do(at.actors.townOfficer, 'change.ask', input, evidence)),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
    const change = [one, two][outcomes.findIndex(({ status }) => status === 'done')]?.input.id ?? ''

    const decided = await Promise.all([
      at.do(at.actors.bureauOfficer, 'change.approve', { change }),
      at.do(at.colleague(at.actors.bureauOfficer), 'change.approve', { change }),
      at.do(at.colleague(at.actors.bureauOfficer), 'change.decline', { change, reason: '材料不全' }),
    ])
    expect(decided.filter(({ status }) => status === 'done')).toHaveLength(1)
  })

  it('one waiting home is promised one place', async () => {
    const enters = named(waiting, 3)
    const places = [named(confirmed, 4), named(confirmed, 6)]
    const asked = await Promise.all(places.map((home) => asking('withdraw', home, { enters })))
    const outcomes = await Promise.all(
      asked.map(({ input, evidence }) => at.do(at.actors.townOfficer, 'change.ask', input, evidence)),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
    const other = places[outcomes.findIndex(({ status }) => status === 'refused')] ?? ''
    expect(await refusedAsking('withdraw', other, { enters })).toEqual(['change.enters-asked-already'])
  })
})

it('a home says which home that left had its person, account or deed', async () => {
  const left = named(confirmed, 8)
  const { rows } = await sql<{ ended: string | null; sequence: number }>`
    select ended, sequence from home where id = ${left}`.execute(at.program.database.owner)
  const [was] = rows
  if (was?.ended === null) await approve(await ask('withdraw', left))
  const { ended } = await homeNow(left)
  const again = await apply()
  expect((await pageOf(again)).former).toEqual([])
  await sql`update home set id_number_index = (select id_number_index from home where id = ${left}) where id = ${again}`.execute(
    at.program.database.owner,
  )
  expect((await pageOf(again)).former).toMatchObject([
    { id: left, sequence: was?.sequence, ended, person: true, account: false, title: false, open: true },
  ])
  // A home that left itself has nothing to be warned of.
  expect((await pageOf(left)).former).toEqual([])
})

it('another town sees and asks nothing', async () => {
  const { rows } = await at.ask<{ rows: unknown[] }>(at.actors.otherTownOfficer, 'change.list')
  expect(rows).toEqual([])
  const { input, evidence } = await asking('withdraw', named(confirmed, 6))
  await at.bring(at.actors.otherTownOfficer, evidence)
  expect(await at.refused(at.actors.otherTownOfficer, 'change.ask', input, evidence)).toEqual([
    'subject.not-found',
  ])
})
