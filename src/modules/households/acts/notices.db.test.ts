import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, county, type TestCounty, aCounty } from '../../../../tests/support/county.ts'
import { readPackFolder } from '../../../kernel/pack/load.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { spacedCode } from '../plain-code.ts'
import { registerHomeFacts } from '../home-facts.ts'
import { findObjectionByReceipt, findPublicNotice } from '../queries/public-notice.ts'

let at: TestCounty
let villages: Record<string, string>
beforeAll(async () => {
  at = await aCounty()
  await adoptOpenFor(365)
  villages = Object.fromEntries(
    await at.program.database.read(county, async (db) =>
      (await db.selectFrom('village').select(['id', 'code']).where('county', '=', county).execute()).map(
        (row) => [row.code, row.id],
      ),
    ),
  )
})
afterAll(() => at.close())

/** Here villages are noticed several times over; a register that is locked has its own test. */
async function adoptOpenFor(days: number) {
  const files = await readPackFolder(path.resolve(import.meta.dirname, '../../../../packs/laizhou-2023'))
  const [before = '', after = ''] = (files['parameters.yaml'] ?? '').split('register.openDays:')
  await at.done(
    at.actors.administrator,
    'policy.adopt',
    {
      programme: at.programme,
      year: 2023,
      reason: '多轮公示后再锁定',
      files: {
        ...files,
        'parameters.yaml': `${before}register.openDays:${after.replace('value: 0', `value: ${String(days)}`)}`,
      },
    },
    [await at.evidence('document')],
  )
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** A valid but invented ID number. */
function anIdNumber(n: number): string {
  const body = `370683${1940 + (n % 50)}${String(1 + (n % 12)).padStart(2, '0')}17${String(n).padStart(3, '0')}`
  return (
    body + '10X98765432'.charAt(weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11)
  )
}

let made = 0
/** An application that passes screening, unless changed. */
function anApplication(changes: Record<string, unknown> = {}) {
  const n = ++made
  const name = `模拟${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}`
  return {
    householder: name,
    idNumber: anIdNumber(n),
    telephone: `138${String(11_110_000 + n * 37)}`,
    address: `模拟路${n}号`,
    actualResident: true,
    permanentlyResident: true,
    helpedBefore: false,
    wishes: true,
    inDemolitionPlan: false,
    dwellingKind: 'self-built',
    titleKind: 'homestead',
    titleNumber: `模拟宅证${1000 + n}`,
    titleOwner: name,
    accountHolder: name,
    accountNumber: `37068300${String(10_000 + n)}`,
    formerHeating: 'coal-stove',
    wantedEquipment: '热泵热风机 3匹',
    wantedUnits: 2,
    ...changes,
  }
}

async function aHome(village = area.village, changes: Record<string, unknown> = {}) {
  const id = newId()
  const officer = village.startsWith(area.town.slice(0, 9))
    ? at.actors.townOfficer
    : at.actors.otherTownOfficer
  await at.done(officer, 'home.add', {
    programme: at.programme,
    home: id,
    village,
    fields: anApplication(changes),
    synthetic: true,
  })
  return id
}

const homeRow = (id: string) =>
  at.program.database.read(county, (db) =>
    db
      .selectFrom('home')
      .select(['stage', 'answer', 'confirmed_on', 'duplicates'])
      .where('county', '=', county)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
const noticeRow = (id: string) =>
  at.program.database.read(county, (db) =>
    db
      .selectFrom('notice')
      .selectAll()
      .where('county', '=', county)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
const byReceipt = (receipt: string, day = at.program.clock.today()) =>
  at.program.database.read(county, (db) => findObjectionByReceipt(db, county, receipt, day))
const objectionRows = (notice: string) =>
  at.program.database.read(county, (db) =>
    db
      .selectFrom('objection')
      .select(['id', 'first', 'home', 'receipt', 'state', 'speaker', 'way', 'raised_on', 'raised_by'])
      .where('county', '=', county)
      .where('notice', '=', notice)
      .orderBy('id')
      .execute(),
  )
const stand = (day: string) => at.clock.set(new Date(`${day}T04:00:00Z`))

async function openAndPost(village: string, officer = at.actors.townOfficer) {
  const notice = newId()
  const opened = await at.done(officer, 'notice.open', { notice, village: villages[village] })
  await at.done(officer, 'notice.post', { notice, postedOn: at.program.clock.today() }, [
    await at.evidence('photo'),
  ])
  return { notice, opened }
}

describe('the road from screening to the confirmed register', () => {
  it('opens, posts, waits, confirms, and gives letters', async () => {
    stand('2023-08-15')
    const homes = [await aHome(), await aHome()]
    const unclear = await aHome(area.village, { actualResident: undefined })
    const refusedOne = await aHome(area.village, { helpedBefore: true })
    expect((await homeRow(homes[0] ?? '')).answer).toBe('yes')

    const { notice, opened } = await openAndPost(area.village)
    expect(opened.result).toEqual({
      notice,
      number: 1,
      homes: 2,
      closesOn: '2023-08-22',
      leftOut: { waiting: 0, unscreened: 0, unknown: 1, no: 1 },
    })
    for (const home of homes) expect((await homeRow(home)).stage).toBe('noticed')
    expect((await homeRow(unclear)).stage).toBe('screened')
    expect((await homeRow(refusedOne)).stage).toBe('screened')

    expect(
      await at.refused(at.actors.townOfficer, 'notice.open', {
        notice: newId(),
        village: villages[area.village],
      }),
    ).toEqual(['notice.none-ready'])
    expect(await at.refused(at.actors.townOfficer, 'notice.confirm', { notice })).toEqual([
      'notice.period-running',
    ])
    stand('2023-08-23')
    const confirmed = await at.done(at.actors.bureauOfficer, 'notice.confirm', { notice })
    expect(confirmed.result).toMatchObject({ confirmed: 2, waiting: { unknown: 0, duplicate: 0 } })
    expect(await homeRow(homes[0] ?? '')).toMatchObject({ stage: 'confirmed', confirmed_on: '2023-08-23' })
    expect(await noticeRow(notice)).toMatchObject({ state: 'confirmed', confirmed_on: '2023-08-23' })
    expect(await at.refused(at.actors.bureauOfficer, 'notice.confirm', { notice })).toEqual([
      'notice.confirmed-already',
    ])
    // Its family reads the days that led there, whatever is screened again later.
    stand('2023-08-25')
    await adoptOpenFor(366)
    await at.done(at.actors.bureauOfficer, 'register.screen', {
      programme: at.programme,
      area: area.village,
    })
    const own = await at.ask<{ decision: { day: string }; road: unknown }>(
      at.household(homes[0] ?? ''),
      'home.own',
      {},
    )
    expect(own).toMatchObject({
      decision: { day: '2023-08-25' },
      road: { screenedOn: '2023-08-15', noticedOn: '2023-08-15' },
    })
    // Papers in date when it was confirmed do not turn it by growing old.
    stand('2025-01-06')
    await at.done(at.actors.bureauOfficer, 'register.screen', {
      programme: at.programme,
      area: area.village,
    })
    expect(await homeRow(homes[0] ?? '')).toMatchObject({ stage: 'confirmed', answer: 'yes' })
  })

  it('runs the period from the day the board hangs, and refuses a confirmation without a photograph', async () => {
    stand('2023-08-15')
    await aHome(area.otherVillage)
    const notice = newId()
    await at.done(at.actors.townOfficer, 'notice.open', { notice, village: villages[area.otherVillage] })
    stand('2023-08-23')
    expect(await at.refused(at.actors.townOfficer, 'notice.confirm', { notice })).toEqual([
      'notice.not-posted',
    ])
    // No day of it has run: it has no last day, is read and objected to, and waits to be posted.
    const unposted = await at.ask<{
      closesOn: unknown
      isRunning: boolean
      isOnWeb: boolean
      webPath: string
    }>(at.actors.townOfficer, 'notice.get', { notice })
    expect(unposted).toMatchObject({ closesOn: null, isRunning: true, isOnWeb: false })
    const key = unposted.webPath.split('/').at(-1) ?? ''
    const read = () =>
      at.program.database.read(county, (db) => findPublicNotice(db, county, key, at.program.clock.today()))
    // Names stand on the web for as many days as were meant, posted or not.
    expect(await read()).toMatchObject({ status: 'unposted' })
    stand('2023-08-22')
    expect(await read()).toMatchObject({ status: 'open', notice: { closesOn: null } })
    stand('2023-08-23')
    const listed = await at.ask<{ rows: object[] }>(at.actors.townOfficer, 'notice.list', {
      phase: 'to-post',
      village: area.otherVillage,
    })
    expect(listed.rows).toMatchObject([{ id: notice, closesOn: null }])
    expect(
      await at.refused(at.actors.townOfficer, 'notice.post', { notice, postedOn: '2023-08-23' }),
    ).toEqual(['evidence.required'])
    await at.done(at.actors.townOfficer, 'notice.post', { notice, postedOn: '2023-08-23' }, [
      await at.evidence('photo'),
    ])
    expect(await noticeRow(notice)).toMatchObject({ closes_on: '2023-08-30', posted_on: '2023-08-23' })
    expect(await read()).toMatchObject({ status: 'open', notice: { closesOn: '2023-08-30' } })
    expect(await at.refused(at.actors.townOfficer, 'notice.confirm', { notice })).toEqual([
      'notice.period-running',
    ])
    stand('2023-08-24')
    await at.done(at.actors.townOfficer, 'notice.post', { notice, postedOn: '2023-08-24' }, [
      await at.evidence('photo'),
    ])
    expect(await noticeRow(notice)).toMatchObject({ closes_on: '2023-08-30', posted_on: '2023-08-23' })
    const page = await at.ask<{ photos: unknown[] }>(at.actors.townOfficer, 'notice.get', { notice })
    expect(page.photos).toHaveLength(2)
  })

  it('is closed to other towns, villages and roles', async () => {
    stand('2023-08-15')
    await aHome(area.farVillage)
    const { notice } = await openAndPost(area.farVillage, at.actors.otherTownOfficer)
    stand('2023-08-23')
    const input = { notice }
    expect(await at.refused(at.actors.townOfficer, 'notice.confirm', input)).toEqual(['subject.not-found'])
    expect(await at.refused(at.actors.cadre, 'notice.confirm', input)).toEqual(['not-permitted'])
    expect(
      await at.refused(at.actors.contractor, 'notice.open', {
        notice: newId(),
        village: villages[area.farVillage],
      }),
    ).toEqual(['not-permitted'])
    expect(
      await at.refused(at.actors.townOfficer, 'notice.open', {
        notice: newId(),
        village: villages[area.farVillage],
      }),
    ).toEqual(['subject.not-found'])
    expect((await at.program.ask(at.actors.townOfficer, 'notice.get', { notice })).status).toBe('not-found')
    const { rows } = await at.ask<{ rows: { id: string }[] }>(at.actors.townOfficer, 'notice.list', {})
    expect(rows.map((row) => row.id)).not.toContain(notice)
    expect((await noticeRow(notice)).state).toBe('open')
  })
})

describe('confirmation looks again', () => {
  it('lets a home with a duplicate wait until the other is gone, and confirms the rest', async () => {
    stand('2023-09-01')
    const sound = await aHome(area.farOtherVillage)
    const doubled = await aHome(area.farOtherVillage, { idNumber: anIdNumber(777) })
    const { notice } = await openAndPost(area.farOtherVillage, at.actors.otherTownOfficer)
    const second = await aHome(area.village, { idNumber: anIdNumber(777) })
    stand('2023-09-09')
    const confirmed = await at.done(at.actors.otherTownOfficer, 'notice.confirm', { notice })
    expect(confirmed.result).toMatchObject({ confirmed: 1, waiting: { unknown: 0, duplicate: 1 } })
    expect((await homeRow(sound)).stage).toBe('confirmed')
    expect((await homeRow(doubled)).stage).toBe('noticed')
    expect(await at.refused(at.actors.otherTownOfficer, 'notice.confirm', { notice })).toEqual([
      'notice.none-to-confirm',
    ])
    await at.done(at.actors.townOfficer, 'home.withdraw', { home: second, reason: '重复申请，撤回' })
    const left = await at.ask<{ changes: unknown }>(at.household(second), 'home.own', {})
    expect(left.changes).toMatchObject([
      {
        withdrawn: true,
        askedOn: at.program.clock.today(),
        reason: '重复申请，撤回',
        clauses: ['§3.1.3d', '§2.0a'],
      },
    ])
    await at.done(at.actors.otherTownOfficer, 'notice.confirm', { notice })
    expect((await homeRow(doubled)).stage).toBe('confirmed')
    expect((await noticeRow(notice)).state).toBe('confirmed')
  })

  it('sends back a home that is no longer what the board shows, and one that fails', async () => {
    stand('2023-10-01')
    const kept = await aHome(area.village)
    const changed = await aHome(area.village)
    const failing = await aHome(area.village)
    const { notice } = await openAndPost(area.village)
    await at.done(at.actors.townOfficer, 'home.correct', {
      home: changed,
      changes: { wantedUnits: 1 },
      reason: '户主改要一台',
    })
    await at.done(at.actors.townOfficer, 'home.correct', {
      home: failing,
      changes: { helpedBefore: true },
      reason: '查出往年已享受',
    })
    stand('2023-10-09')
    const confirmed = await at.done(at.actors.townOfficer, 'notice.confirm', { notice })
    expect(confirmed.result).toMatchObject({ confirmed: 1, returned: { no: 1, changed: 1 } })
    expect((await homeRow(kept)).stage).toBe('confirmed')
    expect((await homeRow(changed)).stage).toBe('screened')
    expect((await homeRow(failing)).stage).toBe('screened')
    const again = await at.done(at.actors.townOfficer, 'notice.open', {
      notice: newId(),
      village: villages[area.village],
    })
    expect(again.result).toMatchObject({ homes: 1 })
  })
})

describe('objections', () => {
  it('block confirmation until another person has answered; upheld ones send the home back to screening', async () => {
    stand('2023-11-01')
    const accused = await aHome(area.otherVillage)
    const other = await aHome(area.otherVillage)
    const { notice } = await openAndPost(area.otherVillage)
    const objection = newId()
    const raised = await at.done(at.actors.townOfficer, 'objection.raise', {
      id: objection,
      notice,
      homes: [accused],
      said: '这户常年在外，不住在村里',
      contact: '13900002222',
      receivedOn: '2023-11-01',
    })
    expect(raised.result).toMatchObject({ objection })
    // An open objection is asked about before money leaves, too.
    const objected = async (home: string) =>
      (
        await at.program.database.read(county, async (db) =>
          registerHomeFacts(
            db,
            { county, pack: await at.program.packs.inForceIn(db, county), today: '2023-11-01' },
            [home],
          ),
        )
      ).get(home)?.['home.objectionOpen']
    expect(await objected(accused)).toEqual({ known: true, value: true })
    expect(await objected(other)).toEqual({ known: true, value: false })
    const told = (home: string) =>
      at.ask<{ notice: { isLookedInto: boolean } }>(at.household(home), 'home.own', {})
    expect((await told(accused)).notice.isLookedInto).toBe(true)
    expect((await told(other)).notice.isLookedInto).toBe(false)
    expect(JSON.stringify(await told(accused))).not.toContain('这户常年在外')
    stand('2023-11-09')
    expect(await at.refused(at.actors.townOfficer, 'notice.confirm', { notice })).toEqual([
      'notice.objections-open',
    ])
    const decision = {
      objection,
      decision: 'upheld',
      answer: '入户核实，确实不在村里居住',
      fact: 'household.isActualResident',
      settled: 'no',
      paper: '入户核实记录',
    }
    const colleague = at.colleague(at.actors.townOfficer)
    const paper = async (actor = colleague) => [await at.evidence('document', undefined, actor)]
    const heard = { on: '2023-11-08', said: '老人住院，我们两头跑，电话 13900001111' }
    const grounded = { ...decision, heard }
    expect(
      await at.refused(
        at.actors.townOfficer,
        'objection.decide',
        grounded,
        await paper(at.actors.townOfficer),
      ),
    ).toEqual(['objection.own'])
    expect(await at.refused(colleague, 'objection.decide', { ...decision, settled: undefined })).toEqual([
      'objection.needs-consequence',
    ])
    expect(await at.refused(colleague, 'objection.decide', { ...decision, settled: 'yes' })).toEqual([
      'objection.nothing-changes',
    ])
    expect(await at.refused(at.actors.otherTownOfficer, 'objection.decide', decision)).toEqual([
      'subject.not-found',
    ])
    const onThePage = () =>
      at.program.database.read(county, async (db) => {
        const { web_key: key } = await db
          .selectFrom('notice')
          .select('web_key')
          .where('county', '=', county)
          .where('id', '=', notice)
          .executeTakeFirstOrThrow()
        const found = await findPublicNotice(db, county, key, '2023-11-02')
        return found.status === 'open' && [found.notice.rows.length, found.notice.returned]
      })
    expect(await onThePage()).toEqual([2, 0])
    // Refused by it, the family is heard first; and what is settled rests on a paper.
    expect(await at.refused(colleague, 'objection.decide', decision)).toEqual([
      'evidence.required',
      'objection.family-unheard',
    ])
    expect(
      await at.refused(
        colleague,
        'objection.decide',
        { ...grounded, heard: { ...heard, on: '2023-11-10' } },
        await paper(),
      ),
    ).toEqual(['day.in-future'])
    const goneSince = async () =>
      (await at.ask<{ goneSince: number }>(colleague, 'notice.get', { notice })).goneSince
    expect(await goneSince()).toBe(0)
    await at.done(colleague, 'objection.decide', grounded, await paper())
    // The board on the wall still names it, until the new one is photographed.
    expect(await goneSince()).toBe(1)
    await at.done(colleague, 'notice.post', { notice, postedOn: '2023-11-09' }, [
      await at.evidence('photo', undefined, colleague),
    ])
    expect(await goneSince()).toBe(0)
    expect(await objected(accused)).toEqual({ known: true, value: false })
    // The family reads what it was found to be, and not who said so.
    const own = await at.ask<{ notice: { position: number } }>(at.household(accused), 'home.own', {})
    const { position } = own.notice
    expect(own).toMatchObject({
      notice: {
        isLookedInto: false,
        upheld: [
          {
            answer: '入户核实，确实不在村里居住',
            on: '2023-11-09',
            paper: '入户核实记录',
            heard: expect.stringContaining('两头跑') as string,
            heardOn: heard.on,
          },
        ],
        review: { until: '2023-11-16' },
      },
    })
    expect(JSON.stringify(own)).not.toContain('13900001111')
    expect(JSON.stringify(own)).not.toContain('这户常年在外')
    expect(await onThePage()).toEqual([1, 1])
    // What is printed or sent on says the same, and nobody objects to whom it no longer names.
    expect(
      await at.ask<{ rows: unknown[]; returned: number }>(colleague, 'notice.board', { notice }),
    ).toMatchObject({ rows: [{}], returned: 1 })
    expect(
      await at.refused(at.actors.townOfficer, 'objection.raise', {
        id: newId(),
        notice,
        homes: [accused],
        said: '这户仍然不符合',
        receivedOn: '2023-11-01',
      }),
    ).toEqual(['objection.home-gone'])
    expect(await homeRow(accused)).toMatchObject({ stage: 'screened', answer: 'no' })
    expect(await at.refused(colleague, 'objection.decide', grounded, await paper())).toEqual([
      'objection.decided-already',
    ])
    const confirmed = await at.done(at.actors.townOfficer, 'notice.confirm', { notice })
    expect(confirmed.result).toMatchObject({ confirmed: 1 })
    expect((await homeRow(other)).stage).toBe('confirmed')

    // The family disputes it: somebody else looks at it again, also after the notice was confirmed.
    const review = newId()
    const asking = (more: object = {}) => ({
      ...{ id: review, home: accused, notice, positions: [position] },
      said: '今年一直住在村里，有村里证明',
      ...more,
    })
    expect(
      await at.refused(at.household(accused), 'objection.raise-own', asking({ positions: [3 - position] })),
    ).toEqual(expect.arrayContaining(['notice.confirmed-already']))
    expect(await at.refused(at.household(other), 'objection.raise-own', asking({ home: other }))).toEqual(
      expect.arrayContaining(['notice.confirmed-already']),
    )
    stand('2023-11-17')
    expect(await at.refused(at.household(accused), 'objection.raise-own', asking())).toEqual([
      'objection.review-over',
    ])
    stand('2023-11-16')
    await at.done(at.household(accused), 'objection.raise-own', asking({ positions: undefined, own: true }))
    expect(await at.refused(at.household(accused), 'objection.raise-own', asking({ id: newId() }))).toEqual([
      'objection.reviewed-already',
    ])
    expect(await at.ask<object>(at.household(accused), 'home.own', {})).toMatchObject({
      notice: { isLookedInto: false, review: null },
      objections: [{ isReview: true, answers: [{ aboutOwn: true, position }] }],
    })
    const granting = { ...decision, objection: review, settled: 'yes', answer: '补交证明属实，更正认定' }
    expect(await at.refused(colleague, 'objection.decide', granting, await paper())).toEqual([
      'objection.own-answer',
    ])
    const { rows: listed } = await at.ask<{
      rows: { id: string; isReview: boolean; isOwnAnswer: boolean }[]
    }>(colleague, 'objection.list', { notice, state: 'open' })
    expect(listed).toMatchObject([
      {
        ...{ id: review, isReview: true, isOwnAnswer: true, ownHome: accused },
        // Whoever answers reads what is disputed, and on what paper it was found.
        disputed: [{ answer: decision.answer, on: '2023-11-09', fact: decision.fact, paper: decision.paper }],
      },
    ])
    await at.done(at.actors.townOfficer, 'objection.decide', granting, await paper(at.actors.townOfficer))
    expect(await homeRow(accused)).toMatchObject({ stage: 'screened', answer: 'yes' })
    // Once, whatever the answer was; a family whose own word took its home off has nothing to dispute.
    expect(await at.refused(at.household(accused), 'objection.raise-own', asking({ id: newId() }))).toEqual([
      'objection.reviewed-already',
    ])
  })

  it('of a family about its own line takes it off without another look to be asked for', async () => {
    stand('2023-11-13')
    const home = await aHome(area.village)
    const { notice } = await openAndPost(area.village)
    const own = await at.ask<{ notice: { position: number } }>(at.household(home), 'home.own', {})
    const objection = newId()
    const said = '我家现在长期不在村里'
    const { position } = own.notice
    await at.done(at.household(home), 'objection.raise-own', {
      ...{ id: objection, home, notice, positions: [position], said },
    })
    const officer = at.actors.townOfficer
    await at.done(
      officer,
      'objection.decide',
      {
        ...{ objection, decision: 'upheld', answer: '按农户自己的说明认定' },
        ...{ fact: 'household.isActualResident', settled: 'no', heard: { on: '2023-11-13', said } },
        paper: '农户说明',
      },
      [await at.evidence('document', undefined, officer)],
    )
    expect(await at.ask(at.household(home), 'home.own', {})).toMatchObject({ notice: { review: null } })
    const again = { id: newId(), home, notice, positions: [position], said: '弄错了，常年在家' }
    expect(await at.refused(at.household(home), 'objection.raise-own', again)).toContain(
      'objection.home-gone',
    )
  })

  it('of a family whose home the board does not have is about that home and no other', async () => {
    stand('2023-11-13')
    const listed = await aHome(area.village)
    const { notice } = await openAndPost(area.village)
    const left = await aHome(area.village)
    const said = '我家条件一样，名单上没有'
    const objection = newId()
    await at.done(at.household(left), 'objection.raise-own', {
      ...{ id: objection, home: left, notice, own: true, said },
    })
    const officer = at.actors.townOfficer
    const { rows } = await at.ask<{ rows: { id: string; home: string | null; ownHome: string }[] }>(
      officer,
      'objection.list',
      { notice, state: 'open' },
    )
    expect(rows).toMatchObject([
      { id: objection, home: null, aboutOwn: true, ownHome: left, isReview: false },
    ])
    expect(
      await at.refused(officer, 'objection.narrow', { objection, homes: [listed], reason: said }),
    ).toEqual(['objection.about-home-already'])
    // Nobody else's home is found to be meant by it.
    const answered = { objection, decision: 'upheld', answer: '登记有误，正在更正' }
    const finding = { home: listed, fact: 'household.isActualResident', settled: 'no' }
    expect(await at.refused(officer, 'objection.decide', { ...answered, ...finding })).toEqual([
      'objection.consequence-without-home',
    ])
    await at.done(officer, 'objection.decide', {
      ...answered,
      followUp: { what: '更正登记后重新甄别', who: '镇街张某', by: '2023-11-20' },
    })
    expect(await at.ask(at.household(left), 'home.own', {})).toMatchObject({
      objections: [{ said, isReview: false, answers: [{ aboutOwn: true, position: null, state: 'upheld' }] }],
    })
  })

  it('upheld without a home stay somebody’s work until what was promised is recorded as done', async () => {
    stand('2023-11-10')
    await aHome(area.otherVillage)
    const { notice } = await openAndPost(area.otherVillage)
    const objection = newId()
    const { receipt } = (
      await at.done(at.actors.townOfficer, 'objection.raise', {
        id: objection,
        notice,
        said: '东头老王家没有列入名单',
        receivedOn: '2023-11-10',
      })
    ).result as { receipt: string }
    const colleague = at.colleague(at.actors.townOfficer)
    const decision = { objection, decision: 'upheld', answer: '经核实确有漏报，镇街补充登记' }
    expect(await at.refused(colleague, 'objection.decide', decision)).toEqual(['objection.needs-follow-up'])
    const followed = { objection, followed: '已补充登记，另行公示' }
    const paper = async () => [await at.evidence('document', undefined, colleague)]
    expect(await at.refused(colleague, 'objection.follow-up', followed, await paper())).toEqual([
      'objection.nothing-to-follow',
    ])
    const followUp = { what: '补充登记王家并另行公示', who: '镇街张某', by: '2023-11-20' }
    await at.done(colleague, 'objection.decide', { ...decision, followUp })

    const listed = async (input: Record<string, unknown>) =>
      (
        await at.ask<{ total: number; rows: { followUp: string | null; isOverdue: boolean }[] }>(
          colleague,
          'objection.list',
          input,
        )
      ).rows.map((row) => [row.followUp, row.isOverdue])
    const open = { village: area.otherVillage, state: 'to-follow' }
    expect(await listed(open)).toEqual([[followUp.what, false]])
    expect(await listed({ notice, state: 'to-follow' })).toEqual([[followUp.what, false]])
    const told = () => byReceipt(receipt, '2023-11-21')
    expect(await told()).toMatchObject([{ followUp: followUp.what, followUpBy: followUp.by, followed: null }])
    stand('2023-11-21')
    expect(await listed(open)).toEqual([[followUp.what, true]])
    await at.done(at.actors.townOfficer, 'notice.confirm', { notice })
    expect(await at.refused(colleague, 'objection.follow-up', followed, [])).toEqual(['evidence.required'])
    await at.done(colleague, 'objection.follow-up', followed, await paper())
    expect(await listed(open)).toEqual([])
    expect(await told()).toMatchObject([{ followed: followed.followed, followedOn: '2023-11-21' }])
    expect(await at.refused(colleague, 'objection.follow-up', followed, await paper())).toEqual([
      'objection.followed-already',
    ])
  })

  it('put in doubt what is not proven: the home waits for evidence', async () => {
    stand('2023-11-20')
    const doubted = await aHome(area.otherVillage)
    const { notice } = await openAndPost(area.otherVillage)
    const objection = newId()
    await at.done(at.actors.townOfficer, 'objection.raise', {
      id: objection,
      notice,
      homes: [doubted],
      said: '听说这户以前享受过',
      receivedOn: '2023-11-20',
    })
    await at.done(at.actors.bureauOfficer, 'objection.decide', {
      objection,
      decision: 'upheld',
      answer: '两份材料不一致，待查',
      fact: 'household.helpedBefore',
      settled: 'unknown',
    })
    expect(await homeRow(doubted)).toMatchObject({ stage: 'screened', answer: 'unknown' })
  })

  it('come from households about their own village, and keep what was said sealed', async () => {
    stand('2023-12-01')
    const speaker = await aHome(area.village)
    const { notice } = await openAndPost(area.village)
    const household = at.household(speaker)
    const said = '序号一的房子在拆迁范围里'
    const receipt = (
      await at.done(household, 'objection.raise-own', {
        id: newId(),
        home: speaker,
        notice,
        positions: [1],
        said,
      })
    ).result as { receipt: string }
    expect(receipt.receipt).toMatch(/^[A-Z2-9]{10}$/)
    const { notice: elsewhere } = await (async () => {
      await aHome(area.otherVillage)
      return openAndPost(area.otherVillage)
    })()
    expect(
      await at.refused(household, 'objection.raise-own', {
        id: newId(),
        home: speaker,
        notice: elsewhere,
        said,
      }),
    ).toEqual(['objection.other-village'])
    const foreign = at.household(await aHome(area.farVillage))
    expect(
      await at.refused(foreign, 'objection.raise-own', { id: newId(), home: speaker, notice, said }),
    ).toEqual(['subject.not-found'])

    const stored = await at.program.database.read(county, (db) =>
      db
        .selectFrom('objection')
        .selectAll()
        .where('county', '=', county)
        .where('notice', '=', notice)
        .execute(),
    )
    expect(stored).toHaveLength(1)
    expect(stored[0]?.said.toString('utf8')).not.toContain('拆迁')
    const log = await at.program.database.read(county, (db) =>
      db
        .selectFrom('act')
        .select('text')
        .where('county', '=', county)
        .where('kind', 'like', 'objection.%')
        .execute(),
    )
    expect(log.map((row) => row.text).join()).not.toMatch(/拆迁|常年在外|13900002222/)
    const { rows } = await at.ask<{ rows: { said: string; receipt: string; isOwn: boolean }[] }>(
      at.actors.townOfficer,
      'objection.list',
      { notice },
    )
    expect(rows).toMatchObject([{ said, receipt: spacedCode(receipt.receipt), isOwn: false }])
    expect(
      (await at.ask<{ rows: unknown[] }>(at.actors.otherTownOfficer, 'objection.list', { notice })).rows,
    ).toEqual([])
  })

  it('leave no home without a letter: refused or open, it is printed one and keeps its code', async () => {
    stand('2024-01-10')
    const refused = await aHome(area.village, { actualResident: false })
    const elsewhere = await aHome(area.otherVillage)
    const village = villages[area.village]
    const list = async () =>
      (
        await at.ask<{ rows: { home: string; answer: string; issuedOn: string | null; printed: number }[] }>(
          at.actors.bureauOfficer,
          'letter.list',
          { village },
        )
      ).rows.find((row) => row.home === refused)
    expect(await list()).toMatchObject({ answer: 'no', issuedOn: null, printed: 0 })
    const print = (homes: string[]) => ({ id: newId(), village, homes })
    expect(await at.refused(at.actors.bureauOfficer, 'letter.print', print([refused, elsewhere]))).toEqual([
      'letter.other-village',
    ])
    const codeOf = async (actor: typeof at.actors.cadre) => {
      const run = print([refused])
      await at.done(actor, 'letter.print', run)
      const sheet = await at.program.file(actor, 'letter.sheet', {
        print: run.id,
        origin: 'https://h.example',
      })
      if (sheet.status !== 'ok') throw new Error(sheet.status)
      const html = new TextDecoder().decode(sheet.value.body)
      expect(html).toContain('清洁取暖申请告知单')
      expect(html).not.toContain('确户通知单')
      return /class="code">([^<]+)</.exec(html)?.[1]
    }
    const first = await codeOf(at.actors.bureauOfficer)
    expect(first).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/)
    expect(await codeOf(at.actors.townOfficer)).toBe(first)
    expect(await list()).toMatchObject({ issuedOn: '2024-01-10', printed: 2 })
  })

  it('show numbers of persons masked, and whole only to whom the log names', async () => {
    stand('2024-01-08')
    await aHome(area.village)
    const { notice } = await openAndPost(area.village)
    const objection = newId()
    const said = '他的身份证是370683196501011234，电话13900004444'
    await at.done(at.actors.cadre, 'objection.raise', {
      id: objection,
      notice,
      said,
      receivedOn: '2024-01-08',
    })
    const { rows } = await at.ask<{ rows: { said: string; hidesNumbers: boolean }[] }>(
      at.actors.townOfficer,
      'objection.list',
      { notice },
    )
    expect(rows).toMatchObject([
      { said: '他的身份证是370683********1234，电话139****4444', hidesNumbers: true },
    ])
    const { id: act } = await at.done(at.actors.townOfficer, 'objection.reveal', {
      objection,
      reason: '核对被举报人身份',
    })
    expect(await at.ask(at.actors.townOfficer, 'objection.revealed', { act })).toMatchObject({ said })
    await expect(at.ask(at.actors.bureauOfficer, 'objection.revealed', { act })).rejects.toThrow()
  })

  it('show whom to call only to those who decide', async () => {
    stand('2024-01-05')
    await aHome(area.village)
    const { notice } = await openAndPost(area.village)
    await at.done(at.actors.cadre, 'objection.raise', {
      id: newId(),
      notice,
      said: '公示的台数不对',
      contact: '13900003333',
      receivedOn: '2024-01-05',
    })
    const contactFor = async (actor: typeof at.actors.cadre) =>
      (await at.ask<{ rows: { contact: string | null }[] }>(actor, 'objection.list', { notice })).rows[0]
        ?.contact
    expect(await contactFor(at.actors.townOfficer)).toBe('13900003333')
    expect(await contactFor(at.actors.cadre)).toBeNull()
  })
})

describe('one objection about several homes', () => {
  const said = '这几户都常年住在城里'
  /** A notice of so many homes, as the board has them. */
  async function aBoard(day: string, count: number, village = area.otherVillage) {
    stand(day)
    const homes: string[] = []
    while (homes.length < count) homes.push(await aHome(village))
    const { notice } = await openAndPost(village)
    const { lines } = await at.ask<{ lines: { home: string; row: { position: number } }[] }>(
      at.actors.townOfficer,
      'notice.get',
      { notice },
    )
    const board = lines.filter(({ home }) => homes.includes(home))
    expect(board).toHaveLength(count)
    return { notice, homes: board.map(({ home }) => home), positions: board.map(({ row }) => row.position) }
  }
  const raising = (notice: string, more: object = {}) => ({
    id: newId(),
    notice,
    said,
    receivedOn: at.program.clock.today(),
    ...more,
  })

  it('has one receipt, and each home is answered by itself', async () => {
    const { notice, homes, positions } = await aBoard('2024-04-01', 3)
    const [one = '', two = '', three = ''] = homes
    const input = raising(notice, { homes })
    const colleague = at.colleague(at.actors.townOfficer)
    const raised = await at.done(colleague, 'objection.raise', input)
    const { receipt, objections } = raised.result as { receipt: string; objections: string[] }
    expect(objections).toHaveLength(3)
    expect(objections[0]).toBe(input.id)
    const rows = await objectionRows(notice)
    expect(rows.map((row) => row.home).sort()).toEqual([...homes].sort())
    expect(new Set(rows.map((row) => row.receipt))).toEqual(new Set([receipt]))
    expect(new Set(rows.map((row) => row.first))).toEqual(new Set([input.id]))
    // The board's own list says of each that it waits for its answer.
    const { lines } = await at.ask<{ lines: { home: string; objected: boolean }[] }>(
      at.actors.townOfficer,
      'notice.get',
      { notice },
    )
    expect(lines.filter(({ objected }) => objected).map(({ home }) => home)).toEqual(homes)
    const subjects = await at.program.database.read(county, (db) =>
      db
        .selectFrom('act_subject')
        .select('subject')
        .where('county', '=', county)
        .where('act', '=', raised.id)
        .execute(),
    )
    expect(subjects.map(({ subject }) => subject)).toEqual(expect.arrayContaining([...homes, ...objections]))

    const of = (home: string) => rows.find((row) => row.home === home)?.id ?? ''
    await at.done(
      at.actors.townOfficer,
      'objection.decide',
      {
        objection: of(one),
        decision: 'upheld',
        answer: '入户核实，确实不在村里居住',
        fact: 'household.isActualResident',
        settled: 'no',
        heard: { on: at.program.clock.today(), said: '承认常年在外' },
        paper: '入户核实记录',
      },
      [await at.evidence('document', undefined, at.actors.townOfficer)],
    )
    await at.done(at.actors.townOfficer, 'objection.decide', {
      objection: of(three),
      decision: 'rejected',
      answer: '邻居证明常年在村',
    })
    expect(await homeRow(one)).toMatchObject({ stage: 'screened', answer: 'no' })
    expect(await homeRow(two)).toMatchObject({ stage: 'noticed', answer: 'yes' })
    expect(await homeRow(three)).toMatchObject({ stage: 'noticed', answer: 'yes' })
    const told = await byReceipt(receipt)
    expect(told).toMatchObject([
      // Who was sent back is no longer shown on the board, nor here.
      { position: positions[0], householder: null, state: 'upheld', answer: '入户核实，确实不在村里居住' },
      { position: positions[1], state: 'open', answer: null },
      { position: positions[2], state: 'rejected', answer: '邻居证明常年在村' },
    ])
    expect(told[1]?.householder).toMatch(/^模[*]/)
    // When the board is down nobody is named any longer.
    expect((await byReceipt(receipt, '2024-05-01')).map(({ householder }) => householder)).toEqual([
      null,
      null,
      null,
    ])
    stand('2024-04-10')
    expect(await at.refused(at.actors.townOfficer, 'notice.confirm', { notice })).toEqual([
      'notice.objections-open',
    ])
    const { total, rows: listed } = await at.ask<{
      total: number
      rows: { home: string; together: number }[]
    }>(at.actors.townOfficer, 'objection.list', { notice, state: 'open' })
    expect([total, listed[0]?.home, listed[0]?.together]).toEqual([1, two, 3])
    await at.done(at.actors.townOfficer, 'objection.decide', {
      objection: of(two),
      decision: 'rejected',
      answer: '核实在村居住',
    })
    await at.done(at.actors.townOfficer, 'notice.confirm', { notice })
    // Closed: nothing more is taken.
    expect(await at.refused(colleague, 'objection.raise', raising(notice, { homes: [two] }))).toEqual(
      expect.arrayContaining(['notice.confirmed-already']),
    )
  })

  it('names each home of the notice once, at most twenty, of one’s own area', async () => {
    const { notice, homes, positions } = await aBoard('2024-05-01', 22)
    const elsewhere = await aHome(area.village)
    const refused = (more: object, actor = at.actors.townOfficer) =>
      at.refused(actor, 'objection.raise', raising(notice, more))
    const officer = at.actors.townOfficer
    expect(await refused({ homes: homes.slice(0, 21) })).toEqual(['objection.too-many-homes'])
    expect(await refused({ homes: [homes[0], homes[1], homes[0]] })).toEqual(['objection.home-twice'])
    expect(await refused({ homes: [homes[0], elsewhere] })).toEqual(['objection.home-not-on-notice'])
    expect(await refused({ homes: [homes[0]] }, at.actors.otherTownOfficer)).toEqual(['subject.not-found'])
    expect(await refused({ homes: [homes[0]] }, at.actors.otherCadre)).toEqual(['subject.not-found'])
    expect(await refused({ homes: [homes[0]], receivedOn: '2024-04-30' })).toEqual([
      'objection.outside-period',
    ])
    const nobody = await at.do(officer, 'objection.raise', raising(notice, { homes: [] }))
    expect(nobody.status).toBe('invalid')
    expect(await objectionRows(notice)).toEqual([])
    await at.done(officer, 'objection.raise', raising(notice, { homes: homes.slice(0, 20) }))
    expect(await objectionRows(notice)).toHaveLength(20)

    // A household names lines of the board, and what it raised together is one of its questions.
    const speaker = homes[21] ?? ''
    const household = at.household(speaker)
    const own = (named: (number | undefined)[]) => ({
      id: newId(),
      home: speaker,
      notice,
      said,
      positions: named,
    })
    expect(await at.refused(household, 'objection.raise-own', own([positions[0], 9_999]))).toEqual([
      'objection.numbers-not-on-notice',
    ])
    for (let nth = 0; nth < 3; nth++)
      await at.done(household, 'objection.raise-own', own(positions.slice(0, 5)))
    expect(await at.refused(household, 'objection.raise-own', own([positions[0]]))).toEqual([
      'objection.too-many-open',
    ])
    const { objections } = await at.ask<{ objections: { said: string; answers: { position: number }[] }[] }>(
      household,
      'home.own',
    )
    expect(objections).toHaveLength(3)
    expect(objections[0]).toMatchObject({
      said,
      answers: positions.slice(0, 5).map((position) => ({ position, state: 'open' })),
    })
  })

  it('is one objection however often it is sent', async () => {
    const { notice, homes } = await aBoard('2024-06-01', 2)
    const request = { id: newId(), kind: 'objection.raise', input: raising(notice, { homes }) }
    const sent = await Promise.all(
      [1, 2, 3].map(() => at.program.door.perform(at.actors.townOfficer, request)),
    )
    const receipts = sent.map((outcome) => outcome.status === 'done' && outcome.receipt.result)
    expect(receipts[0]).toMatchObject({ objection: request.input.id })
    expect(receipts).toEqual([receipts[0], receipts[0], receipts[0]])
    expect(await objectionRows(notice)).toHaveLength(2)
    // The same objection sent as another act is told apart from a new one, too when both come at once.
    expect(await at.refused(at.actors.townOfficer, 'objection.raise', request.input)).toEqual([
      'objection.raised-already',
    ])
    const input = raising(notice, { homes })
    const both = await Promise.all([1, 2].map(() => at.do(at.actors.townOfficer, 'objection.raise', input)))
    expect(both.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
    expect(await objectionRows(notice)).toHaveLength(4)
  })

  it('to the whole list is narrowed to the homes it is about, each then answered under the same receipt', async () => {
    const { notice, homes, positions } = await aBoard('2024-07-01', 3)
    const elsewhere = await aHome(area.village)
    const speaker = homes[2] ?? ''
    const { objection, receipt } = (
      await at.done(at.household(speaker), 'objection.raise-own', {
        id: newId(),
        home: speaker,
        notice,
        said,
      })
    ).result as { objection: string; receipt: string }
    const officer = at.actors.townOfficer
    const narrowing = { objection, homes: homes.slice(0, 2), reason: '入户走访，只有两户长期不在村' }
    const refused = (more: object, actor = officer) =>
      at.refused(actor, 'objection.narrow', { ...narrowing, ...more })
    expect(await refused({ homes: [homes[0], elsewhere] })).toEqual(['objection.home-not-on-notice'])
    expect(await refused({ homes: [homes[0], homes[0]] })).toEqual(['objection.home-twice'])
    expect(await refused({}, at.actors.otherTownOfficer)).toEqual(['subject.not-found'])
    expect(await refused({}, at.actors.cadre)).toEqual(['not-permitted'])
    const { result } = await at.done(officer, 'objection.narrow', narrowing)
    const { objections } = result as { objections: string[] }
    expect(objections).toHaveLength(2)
    expect(await refused({})).toEqual(['objection.decided-already'])
    expect(
      await at.refused(officer, 'objection.decide', {
        objection,
        decision: 'rejected',
        answer: '不属实，已核',
      }),
    ).toEqual(['objection.decided-already'])
    expect(await refused({ objection: objections[0] })).toEqual(['objection.about-home-already'])
    const [whole, ...parts] = await objectionRows(notice)
    expect(whole).toMatchObject({ id: objection, first: objection, home: null, state: 'narrowed' })
    for (const part of parts)
      expect(part).toMatchObject({ ...whole, id: part.id, home: part.home, state: 'open' })
    await at.done(officer, 'objection.decide', {
      objection: parts.find(({ home }) => home === homes[1])?.id,
      decision: 'rejected',
      answer: '只是短期外出务工',
    })
    expect(await byReceipt(receipt)).toMatchObject([
      { position: null, state: 'narrowed', answer: narrowing.reason },
      { position: positions[0], state: 'open' },
      { position: positions[1], state: 'rejected', answer: '只是短期外出务工' },
    ])
    const { rows } = await at.ask<{ rows: { said: string; state: string; together: number }[] }>(
      officer,
      'objection.list',
      { notice, state: 'open' },
    )
    expect(rows).toMatchObject([{ said, state: 'open', together: 2 }])
    // Written down by an official, it is narrowed by somebody else.
    const own = raising(notice)
    await at.done(officer, 'objection.raise', own)
    expect(await refused({ objection: own.id })).toEqual(['objection.own'])
  })

  it.each([
    ['household.isActualResident', 'no'],
    ['household.helpedBefore', 'unknown'],
    ['dwelling.inDemolitionPlan', 'yes'],
  ] as const)(
    'foresees what upholding it with %s %s makes of the home, and writes nothing',
    async (fact, settled) => {
      const { notice, homes } = await aBoard('2024-08-01', 1)
      const [home = ''] = homes
      const input = raising(notice, { homes })
      await at.done(at.colleague(at.actors.townOfficer), 'objection.raise', input)
      const asked = { objection: input.id, fact, settled }
      const screenings = () =>
        at.program.database.read(county, async (db) => {
          const { rows } = await sql<{ facts: unknown; answer: string; failed: number; unknown: number }>`
          select facts, answer, failed_rules as failed, unknown_rules as unknown from screening
           where county = ${county} and home = ${home} order by id`.execute(db)
          return rows
        })
      const before = [await screenings(), await homeRow(home)]
      const outlook = await at.ask<{
        now: string
        isSo: boolean
        decision: { answer: string; rules: unknown }
      }>(at.actors.townOfficer, 'objection.outlook', asked)
      expect(outlook).toMatchObject({ now: 'yes', isSo: false })
      expect(outlook.decision.answer).not.toBe('yes')
      expect([await screenings(), await homeRow(home)]).toEqual(before)
      await at.done(
        at.actors.townOfficer,
        'objection.decide',
        {
          ...asked,
          ...{ decision: 'upheld', answer: '入户核实，按此认定', paper: '入户核实记录' },
          ...(outlook.decision.answer === 'no' && { heard: { on: '2024-08-01', said: '两次上门均无人' } }),
        },
        settled === 'unknown' ? [] : [await at.evidence('document', undefined, at.actors.townOfficer)],
      )
      const decided = await at.ask<{ decision: { answer: string; rules: unknown } }>(
        at.actors.townOfficer,
        'home.decision',
        { home },
      )
      expect(decided.decision).toMatchObject({
        answer: outlook.decision.answer,
        rules: outlook.decision.rules,
      })
      expect(await screenings()).toHaveLength(2)
    },
  )

  it('is upheld where it changes no answer only if that is meant', async () => {
    const { notice, homes } = await aBoard('2024-09-10', 1)
    const input = raising(notice, { homes })
    await at.done(at.actors.townOfficer, 'objection.raise', input)
    const colleague = at.colleague(at.actors.townOfficer)
    const decision = {
      ...{ objection: input.id, decision: 'upheld', answer: '已向供电公司核实该户号' },
      ...{ fact: 'account.inGridRegister', settled: 'yes', paper: '供电公司回函' },
    }
    const paper = [await at.evidence('document', undefined, colleague)]
    expect(await at.refused(colleague, 'objection.decide', decision, paper)).toEqual([
      'objection.answer-unchanged',
    ])
    await at.done(colleague, 'objection.decide', { ...decision, unchanged: true }, paper)
    expect(await homeRow(homes[0] ?? '')).toMatchObject({ stage: 'screened', answer: 'yes' })
  })

  it('says beforehand that a fact stands so already, and tells nobody elsewhere anything', async () => {
    const { notice, homes } = await aBoard('2024-09-01', 1)
    const input = raising(notice)
    await at.done(at.actors.townOfficer, 'objection.raise', input)
    const asked = { objection: input.id, home: homes[0], fact: 'household.isActualResident', settled: 'yes' }
    expect(await at.ask(at.actors.townOfficer, 'objection.outlook', asked)).toMatchObject({
      now: 'yes',
      isSo: true,
      decision: { answer: 'yes' },
    })
    const status = async (actor: typeof at.actors.cadre, more: object = {}) =>
      (await at.program.ask(actor, 'objection.outlook', { ...asked, ...more })).status
    expect(await status(at.actors.otherTownOfficer)).toBe('not-found')
    expect(await status(at.actors.cadre)).toBe('not-permitted')
    expect(await status(at.actors.townOfficer, { home: await aHome(area.village) })).toBe('not-found')
    expect(await status(at.actors.townOfficer, { home: undefined })).toBe('not-found')
    expect(await status(at.actors.townOfficer, { fact: 'home.kind' })).toBe('not-found')
  })
})

describe('at the same moment', () => {
  it('a village gets one notice and a notice one confirmation, and no letter twice', async () => {
    stand('2024-02-01')
    const homes = [await aHome(area.farVillage), await aHome(area.farVillage)]
    const officer = at.actors.otherTownOfficer
    const opened = await Promise.all(
      [1, 2, 3].map(() =>
        at.do(officer, 'notice.open', { notice: newId(), village: villages[area.farVillage] }),
      ),
    )
    expect(opened.filter((outcome) => outcome.status === 'done')).toHaveLength(1)
    const { rows } = await at.ask<{ rows: { id: string; phase: string; homes: number }[] }>(
      officer,
      'notice.list',
      {
        village: area.farVillage,
        phase: 'to-post',
      },
    )
    expect(rows).toHaveLength(1)
    const notice = rows[0]?.id ?? ''
    await at.done(officer, 'notice.post', { notice, postedOn: '2024-02-01' }, [await at.evidence('photo')])
    stand('2024-02-09')
    const confirmed = await Promise.all(
      [officer, at.colleague(officer), at.actors.bureauOfficer].map((actor) =>
        at.do(actor, 'notice.confirm', { notice }),
      ),
    )
    expect(confirmed.filter((outcome) => outcome.status === 'done')).toHaveLength(1)
    for (const home of homes) expect((await homeRow(home)).stage).toBe('confirmed')
    const letters = await at.program.database.read(county, (db) =>
      db
        .selectFrom('home_letter')
        .select('act')
        .where('county', '=', county)
        .where('home', 'in', homes)
        .execute(),
    )
    expect(letters).toHaveLength(2)
    expect(new Set(letters.map((letter) => letter.act)).size).toBe(1)
  })

  it('a batch opens and confirms many villages in one trip, each with its own act', async () => {
    stand('2024-03-01')
    const places = [area.village, area.otherVillage]
    const homes: string[] = []
    for (const village of places) homes.push(await aHome(village), await aHome(village))
    const requests = places.map((village) => ({
      id: newId(),
      kind: 'notice.open',
      input: { notice: newId(), village: villages[village] },
    }))
    const opened = await at.program.door.performBatch(at.actors.townOfficer, requests)
    expect(opened.map((outcome) => outcome.status)).toEqual(['done', 'done'])
    const notices = requests.map(({ input }) => input.notice)
    for (const notice of notices)
      await at.done(at.actors.townOfficer, 'notice.post', { notice, postedOn: '2024-03-01' }, [
        await at.evidence('photo'),
      ])
    stand('2024-03-09')
    const acts = notices.map((notice) => ({ id: newId(), kind: 'notice.confirm', input: { notice } }))
    const confirmed = await at.program.door.performBatch(at.actors.townOfficer, acts)
    expect(confirmed.map((outcome) => outcome.status)).toEqual(['done', 'done'])
    const subjects = await at.program.database.read(county, (db) =>
      db
        .selectFrom('act_subject')
        .select(['act', 'subject'])
        .where('county', '=', county)
        .where('subject_type', '=', 'home')
        .where(
          'act',
          'in',
          acts.map(({ id }) => id),
        )
        .execute(),
    )
    for (const [i, home] of homes.entries())
      expect(subjects.filter(({ subject }) => subject === home).map(({ act }) => act)).toContain(
        acts[Math.floor(i / 2)]?.id,
      )
  })
})
