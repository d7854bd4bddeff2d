import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { anIdNumber } from '../households/samples.ts'
import { anInstallation } from '../works/samples.ts'
import { aWorker, aWorkerLine, aWorkerTable } from './samples.ts'

let county: TestCounty
let road: BuildRoad
let nth = 500
beforeAll(async () => {
  county = await aCounty()
  road = await aBuildRoad(county)
})
afterAll(() => county.close())

const firm = () => county.organisations.contractor
const aHand = async (
  given: { lot?: string; fromDay?: string } = { lot: road.lot, fromDay: '2023-06-01' },
) => {
  const input = aWorker({ firm: firm(), idNumber: anIdNumber(++nth), ...given })
  await county.done(county.actors.contractor, 'worker.register', input)
  return input.id
}
interface Row {
  id: string
  idNumber: string
  telephone: string | null
  lots: string | null
}
const list = (actor = county.actors.contractor, input: object = {}) =>
  county.ask<{ total: number; rows: Row[] }>(actor, 'worker.list', input)

describe('the real-name register', () => {
  it('keeps numbers sealed, shows them masked, and leaves them out of the log (§3.2.3)', async () => {
    const idNumber = anIdNumber(++nth)
    const input = aWorker({
      firm: firm(),
      idNumber,
      telephone: '13912345678',
      lot: road.lot,
      fromDay: '2023-06-01',
    })
    const receipt = await county.done(county.actors.contractor, 'worker.register', input)
    const row = (await list()).rows.find(({ id }) => id === input.id)
    expect(row).toMatchObject({ telephone: '139****5678', lots: expect.stringContaining('R-') as string })
    expect(row?.idNumber).toBe(`${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`)
    const { rows } = await sql<{ text: string }>`
      select text from act where id = ${receipt.id} union all select w::text from worker w`.execute(
      county.program.database.owner,
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const { text } of rows) {
      expect(text).not.toContain(idNumber)
      expect(text).not.toContain('13912345678')
    }
    expect(rows[0]?.text).not.toContain('张三')
  })

  it('opens a whole number to whoever says why, and to nobody else', async () => {
    const idNumber = anIdNumber(++nth)
    const input = aWorker({ firm: firm(), idNumber })
    await county.done(county.actors.contractor, 'worker.register', input)
    const receipt = await county.done(county.actors.bureauOfficer, 'worker.reveal', {
      worker: input.id,
      field: 'idNumber',
      reason: '核对工资争议',
    })
    expect(await county.ask(county.actors.bureauOfficer, 'worker.revealed', { act: receipt.id })).toEqual({
      field: 'idNumber',
      value: idNumber,
    })
    await expect(
      county.ask(county.actors.contractor, 'worker.revealed', { act: receipt.id }),
    ).rejects.toThrow()
  })

  it('has one person in one firm at a time, also in the same moment', async () => {
    const idNumber = anIdNumber(++nth)
    const outcomes = await Promise.all([
      county.do(county.actors.contractor, 'worker.register', aWorker({ firm: firm(), idNumber })),
      county.do(
        county.actors.otherContractor,
        'worker.register',
        aWorker({ firm: county.organisations.otherContractor, idNumber }),
      ),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
    expect(
      await county.refused(county.actors.contractor, 'worker.register', aWorker({ firm: firm(), idNumber })),
    ).toEqual([outcomes[0]?.status === 'done' ? 'worker.known-here' : 'worker.known-elsewhere'])
  })

  it('is the firm’s own, and read by the county, its supervisor and its town', async () => {
    const id = await aHand()
    expect(
      await county.refused(
        county.actors.otherContractor,
        'worker.register',
        aWorker({ firm: firm(), idNumber: anIdNumber(++nth) }),
      ),
    ).toEqual(['subject.not-found'])
    const sees = async (actor: Parameters<typeof list>[0]) =>
      (await list(actor)).rows.some((row) => row.id === id)
    const { actors } = county
    for (const actor of [actors.bureauOfficer, actors.supervisor, actors.townOfficer, actors.auditor])
      expect(await sees(actor)).toBe(true)
    for (const actor of [actors.otherContractor, actors.otherSupervisor, actors.otherTownOfficer])
      expect(await sees(actor)).toBe(false)
  })

  it('records the contract, stays on site, and leaving, which ends them', async () => {
    const worker = await aHand({})
    const { contractor } = county.actors
    await county.done(contractor, 'worker.sign-contract', { worker, contractSignedOn: '2023-06-01' }, [
      await county.evidence('document'),
    ])
    const posting = newId()
    await county.done(contractor, 'worker.post', {
      worker,
      id: posting,
      lot: road.lot,
      fromDay: '2023-07-01',
    })
    expect(
      await county.refused(contractor, 'worker.post', {
        worker,
        id: newId(),
        lot: road.lot,
        fromDay: '2023-08-01',
      }),
    ).toEqual(['worker.posted-already'])
    await county.done(contractor, 'worker.end-posting', { worker, posting, toDay: '2023-07-10' })
    await county.done(contractor, 'worker.post', {
      worker,
      id: newId(),
      lot: road.lot,
      fromDay: '2023-08-01',
    })
    await county.done(contractor, 'worker.leave', { worker, leftOn: '2023-08-10' })
    expect(await county.ask(contractor, 'worker.page', { worker })).toMatchObject({
      leftOn: '2023-08-10',
      postings: [{ to: '2023-08-10' }, { to: '2023-07-10' }],
    })
    expect(await county.refused(contractor, 'worker.leave', { worker, leftOn: '2023-08-10' })).toEqual([
      'worker.left',
    ])
  })
})

describe('importing the register', () => {
  const importing = async (lines: Parameters<typeof aWorkerTable>[0]) => {
    const file = await county.evidence(
      'workbook',
      Buffer.from(await aWorkerTable(lines)),
      county.actors.contractor,
    )
    return {
      run: await county.ask<{ fresh: number; known: number; problems: { row: number; code: string }[] }>(
        county.actors.contractor,
        'workers.dry-run',
        { firm: firm(), file: file.digest },
      ),
      outcome: await county.do(
        county.actors.contractor,
        'worker.import',
        { firm: firm(), lot: road.lot, file: file.digest, fileName: '实名册.xlsx' },
        [file],
      ),
    }
  }

  it('takes all rows, passes over who is there, and puts them on site', async () => {
    const lines = [1, 2, 3].map(() => aWorkerLine({ 身份证号: anIdNumber(++nth) }))
    const first = await importing(lines)
    expect(first.run).toMatchObject({ fresh: 3, known: 0, problems: [] })
    expect(first.outcome).toMatchObject({ status: 'done', receipt: { result: { people: 3, known: 0 } } })
    const again = await importing([...lines, aWorkerLine({ 身份证号: anIdNumber(++nth) })])
    expect(again.run).toMatchObject({ fresh: 1, known: 3 })
    expect(again.outcome).toMatchObject({ status: 'done', receipt: { result: { people: 1, known: 3 } } })
    expect((await importing(lines)).outcome).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'worker.nothing-new' }],
    })
  })

  it('names each fault by row, and takes nothing', async () => {
    const before = (await list()).total
    const twice = anIdNumber(++nth)
    const elsewhere = anIdNumber(++nth)
    await county.done(
      county.actors.otherContractor,
      'worker.register',
      aWorker({ firm: county.organisations.otherContractor, idNumber: elsewhere }),
    )
    const { run, outcome } = await importing([
      aWorkerLine({ 身份证号: '37068319500101001X' }),
      aWorkerLine({ 身份证号: twice }),
      aWorkerLine({ 身份证号: twice, 工种: '厨师', 联系电话: '12' }),
      aWorkerLine({ 身份证号: anIdNumber(++nth), 进场日期: '五月' }),
      aWorkerLine({ 身份证号: elsewhere }),
    ])
    expect(run.problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '2 workers.id-number',
      '4 workers.twice',
      '4 workers.telephone',
      '4 workers.trade',
      '5 workers.day',
      '6 workers.elsewhere',
    ])
    expect(outcome).toMatchObject({ status: 'refused', refusals: [{ code: 'workbook.faulty' }] })
    expect((await list()).total).toBe(before)
  })
})

describe('attendance', () => {
  it('is of people on the register alone, one village a day; a wrong day is struck', async () => {
    const { contractor, otherContractor, bureauOfficer } = county.actors
    const [on, off] = [await aHand(), await aHand({})]
    const at = (workers: string[], given: object = {}) => ({
      lot: road.lot,
      village: area.village,
      day: '2023-08-15',
      workers,
      ...given,
    })
    expect(await county.refused(contractor, 'attendance.record', at([on, off]))).toEqual([
      'attendance.not-on-site',
    ])
    await county.done(contractor, 'attendance.record', at([on]))
    expect(await county.refused(contractor, 'attendance.record', at([on]))).toEqual(['attendance.all-there'])
    expect(await county.refused(otherContractor, 'attendance.record', at([on]))).toEqual([
      'subject.not-found',
    ])
    expect(
      await county.refused(contractor, 'attendance.record', at([on], { village: area.farVillage })),
    ).toEqual(['attendance.other-village', 'attendance.elsewhere'])
    expect(
      (await county.ask<{ rows: object[] }>(bureauOfficer, 'attendance.list', { day: '2023-08-15' })).rows,
    ).toMatchObject([{ people: 1, village: area.village }])
    await county.done(contractor, 'attendance.strike', { worker: on, day: '2023-08-15', reason: '请假' })
    await county.done(contractor, 'attendance.record', at([on]))
  })
})

describe('wages', () => {
  const worked = async (month: string, count: number) => {
    const workers = []
    for (let n = 0; n < count; n++) workers.push(await aHand({ lot: road.lot, fromDay: '2023-01-01' }))
    await sql`insert into attendance (county, id, worker, firm, day, lot, village, recorded_on, recorded_by, act)
              select 1, gen_random_uuid(), w, ${firm()}, ${`${month}-10`}::date, ${road.lot}, ${area.village}, ${`${month}-10`}::date,
                     ${newId()}, ${newId()} from unnest(${workers}::uuid[]) w`.execute(
      county.program.database.owner,
    )
    return workers
  }
  interface Months {
    total: number
    rows: { cells: { month: string; state: string; paid: number; worked: number }[] }[]
  }
  const months = async (actor = county.actors.contractor, state?: string) =>
    county.ask<Months>(actor, 'wage.months', state ? { state } : {})
  const waits = async (actor: Parameters<typeof months>[0], key: string) =>
    (
      await county.ask<{ items: { key: string; count: number }[] }>(
        actor ?? county.actors.contractor,
        'work.mine',
      )
    ).items.find((item) => item.key === key)?.count

  it('unpaid warn firm and bureau, then the director; paid they are quiet (§3.2.3)', async () => {
    const { contractor, bureauOfficer, bureauDirector } = county.actors
    const june = await worked('2023-06', 2)
    await worked('2023-07', 1)
    expect((await months()).rows[0]?.cells.slice(0, 2)).toMatchObject([
      { month: '2023-06', state: 'escalated', worked: 2, paid: 0 },
      { month: '2023-07', state: 'open', worked: 1 },
    ])
    expect((await months(bureauOfficer, 'late')).total).toBe(1)
    expect(await waits(contractor, 'wages-late')).toBe(1)
    expect(await waits(bureauOfficer, 'wages-to-urge')).toBe(1)
    expect(await waits(bureauDirector, 'wages-escalated')).toBe(1)
    const step = { firm: firm(), id: newId(), month: '2023-06', said: '请于三日内发放到位' }
    expect(await county.refused(bureauOfficer, 'wage.urge', { ...step, month: '2023-07' })).toEqual([
      'wage.not-late',
    ])
    await county.done(bureauOfficer, 'wage.urge', step)
    await county.done(bureauDirector, 'wage.interview', { ...step, id: newId() }, [
      await county.evidence('minutes'),
    ])
    expect(await county.refused(contractor, 'wage.urge', { ...step, id: newId() })).toEqual(['not-permitted'])

    const proof = {
      firm: firm(),
      id: newId(),
      month: '2023-06',
      paidOn: '2023-08-14',
      lines: june.map((worker) => ({ worker, amountFen: 520_000 })),
    }
    const paper = [await county.evidence('document')]
    expect(await county.refused(contractor, 'wage.prove', proof, paper)).toEqual(['wage.no-account'])
    await county.done(
      contractor,
      'wage-account.declare',
      { firm: firm(), bank: '莱州农商银行（模拟）', number: '6222020000000000000', openedOn: '2023-05-01' },
      paper,
    )
    expect(await county.refused(contractor, 'wage.prove', proof)).toEqual(['evidence.required'])
    await county.done(contractor, 'wage.prove', proof, paper)
    expect(await county.refused(contractor, 'wage.prove', { ...proof, id: newId() }, paper)).toEqual([
      'wage.paid-already',
    ])
    expect((await months()).rows[0]?.cells[0]).toMatchObject({ state: 'paid-late', paid: 2 })
    expect(await waits(contractor, 'wages-late')).toBe(0)
    const page = await county.ask<object>(bureauOfficer, 'wage.page', { firm: firm(), month: '2023-06' })
    expect(page).toMatchObject({
      totalFen: 1_040_000,
      account: expect.stringMatching(/\*+0000$/) as string,
      steps: [{ kind: 'urged' }, { kind: 'interviewed' }],
      people: [{ days: 1, amountFen: 520_000 }, { days: 1 }],
    })
  })

  it('are counted late on the very day the rules say so', async () => {
    county.clock.set(new Date('2023-08-16T04:00:00Z'))
    expect((await months(undefined, 'late')).total).toBe(await waits(undefined, 'wages-late'))
    expect((await months(undefined, 'late')).total).toBe(1)
    county.clock.set(new Date('2023-08-15T04:00:00Z'))
  })

  it('are nobody’s to see but the firm’s and the county’s', async () => {
    expect((await months(county.actors.otherContractor)).rows.flatMap(({ cells }) => cells)).toEqual([])
    await expect(months(county.actors.supervisor)).rejects.toThrow()
  })
})

describe('a pay list', () => {
  it('fills in whoever worked, by number or by a name that is one person’s, and names what it could not', async () => {
    const { contractor, otherContractor } = county.actors
    const month = '2023-08'
    const people = ['周强（模拟）', '吴梅（模拟）', '郑伟（模拟）', '郑伟（模拟）', '冯丽（模拟）'].map(
      (name) =>
        aWorker({ firm: firm(), idNumber: anIdNumber(++nth), name, lot: road.lot, fromDay: '2023-01-01' }),
    )
    for (const person of people) await county.done(contractor, 'worker.register', person)
    await county.done(contractor, 'attendance.record', {
      lot: road.lot,
      village: area.village,
      day: '2023-08-14',
      workers: people.map(({ id }) => id),
    })
    const [zhou, wu, zheng, other, feng] = people
    await county.done(
      contractor,
      'wage.prove',
      {
        firm: firm(),
        id: newId(),
        month,
        paidOn: '2023-08-15',
        lines: [{ worker: feng?.id, amountFen: 300_000 }],
      },
      [await county.evidence('document')],
    )
    const rows = [
      ['周强（模拟）', '', '5,200.50'],
      ['吴梅（模拟）', wu?.idNumber ?? '', '￥4800元'],
      ['郑伟（模拟）', '', '4000'],
      ['郑伟（模拟）', other?.idNumber ?? '', '4100'],
      ['郑伟（模拟）', zheng?.idNumber ?? '', '四千'],
      ['周强（模拟）', '', '1'],
      ['别人（模拟）', '', '4000'],
      ['冯丽（模拟）', '', '3000'],
      ['王五（模拟）', wu?.idNumber ?? '', '3000'],
    ]
    const table = ['姓名,身份证号,实发工资', ...rows.map((row) => row.map((cell) => `"${cell}"`).join(','))]
    const file = await county.evidence('workbook', Buffer.from(table.join('\r\n')), contractor)
    const asked = { firm: firm(), month, file: file.digest }
    const read = await county.ask<{
      read: number
      lines: object[]
      problems: { row: number; code: string; severity: string }[]
    }>(contractor, 'wages.of-sheet', asked)
    expect(read.lines).toEqual([
      { worker: zhou?.id, amountFen: 520_050 },
      { worker: wu?.id, amountFen: 480_000 },
      { worker: other?.id, amountFen: 410_000 },
    ])
    expect(read.problems.map(({ row, code, severity }) => `${row} ${code} ${severity}`)).toEqual([
      '4 wage-sheet.namesakes error',
      '6 wage-sheet.amount error',
      '7 wage-sheet.twice error',
      '8 wage-sheet.nobody error',
      '9 wage-sheet.paid warning',
      '10 wage-sheet.other-name error',
    ])
    expect(read.read).toBe(9)
    await expect(county.ask(otherContractor, 'wages.of-sheet', asked)).rejects.toThrow()
    const list = await county.program.file(contractor, 'wage.template', { firm: firm(), month })
    if (list.status !== 'ok') throw new Error(list.status)
    const book = await readWorkbook(list.value.body)
    if (isSheetProblem(book)) throw new Error('The list to fill in does not read.')
    // Its header, and everybody but her who is paid and the first tests' hand.
    expect(book.sheets[0]?.rowCount).toBeGreaterThanOrEqual(5)
  })
})

describe('who fitted a home', () => {
  const crew = (home: string) =>
    county.ask<{ named: string[] }>(county.actors.contractor, 'crew.of-home', { home })

  it('is named with the installation or afterwards, from the register; without it the home is listed', async () => {
    const { contractor } = county.actors
    const [first = '', second = ''] = await road.assigned(2)
    const [fitter, stranger] = [await aHand(), await aHand({})]
    const install = (home: string, workers?: string[]) =>
      anInstallation({ home, devices: [road.device()], ...(workers && { workers }) })
    expect(await county.refused(contractor, 'home.install', install(first, [stranger]), road.photos)).toEqual(
      ['home.crew-unknown'],
    )
    await county.done(contractor, 'home.install', install(first, [fitter]), road.photos)
    await county.done(contractor, 'home.install', install(second), road.photos)
    expect(await crew(first)).toMatchObject({ named: [fitter] })
    const listed = async () =>
      (await county.ask<{ rows: { home: string }[] }>(contractor, 'work.crewless')).rows.map(
        ({ home }) => home,
      )
    expect(await listed()).toEqual([second])
    expect(await county.refused(contractor, 'home.name-crew', { home: second, workers: [stranger] })).toEqual(
      ['home.crew-unknown'],
    )
    await county.done(contractor, 'home.name-crew', { home: second, workers: [fitter] })
    expect(await listed()).toEqual([])
  })
})
