import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmedHomes } from '../../../tests/support/confirmed-homes.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { newId } from '../../kernel/identity/id.ts'
import { findVisibleEvidence } from '../../server/visible-evidence.ts'
import type { PaperState } from './model.ts'

interface Page {
  present: number
  due: number
  papers: {
    id: string
    state: PaperState
    mayBring: boolean
    records: { doneBy: string; files: { digest: string }[] }[]
    brought: { id: string; files: { digest: string }[]; withdrawnReason: string | null }[]
  }[]
}

let c: TestCounty
const homes: Record<string, string> = {}
beforeAll(async () => {
  c = await aCounty()
  const { contractor, supervisor } = c.organisations
  for (const stage of ['applied', 'installed', 'inspected', 'accepted'] as const)
    homes[stage] = (await confirmedHomes(c, { village: area.village, count: 1, stage }))[0] ?? ''
  await sql`update home set contractor = ${contractor}, supervisor = ${supervisor}
             where stage in ('installed', 'inspected', 'accepted')`.execute(c.program.database.owner)
  await sql`update home set accepted_on = '2023-08-10' where stage = 'accepted'`.execute(
    c.program.database.owner,
  )
})
afterAll(() => c.close())

const page = (actor: Actor, home: string | undefined) => c.ask<Page>(actor, 'dossier.page', { home })
const paperOf = async (actor: Actor, home: string | undefined, id: string) => {
  const found = (await page(actor, home)).papers.find((paper) => paper.id === id)
  if (!found) throw new Error(`no paper ${id}`)
  return found
}
const stateOf = async (home: string | undefined, id: string) =>
  (await paperOf(c.actors.bureauOfficer, home, id)).state
const bring = async (actor: Actor, home: string | undefined, paper: string, kind = 'document') => {
  const evidence = await c.evidence(kind)
  const id = newId()
  await c.done(actor, 'dossier.add-paper', { home, id, paper }, [evidence])
  return { id, ...evidence }
}

describe('a dossier', () => {
  it('asks for what the home’s place on the road asks for, and no more', async () => {
    expect(await stateOf(homes.applied, 'id-card')).toBe('later')
    expect(await stateOf(homes.applied, 'application')).toBe('present')
    expect(await stateOf(homes.accepted, 'id-card')).toBe('missing')
    expect(await stateOf(homes.accepted, 'settlement-sheet')).toBe('later')
    expect(await stateOf(homes.accepted, 'patrol-record')).toBe('needless')
  })

  it('counts nothing as present without a record or a file', async () => {
    const home = homes.installed
    const { owner } = c.program.database
    for (const paper of ['works-record', 'equipment']) expect(await stateOf(home, paper)).toBe('missing')
    await sql`insert into installation (county, home, contractor, installed_on, installed_by, install_act)
              select county, id, contractor, '2023-08-01', ${newId()}, act from home where id = ${home}`.execute(
      owner,
    )
    expect(await stateOf(home, 'works-record')).toBe('present')
    expect(await stateOf(home, 'commissioning')).toBe('later')
    const run = (number: number, passed: boolean, fellOn: string | null = null) =>
      sql`insert into commissioning (county, id, home, number, contractor, route, run_on, run_by, measured, beyond, passed,
                                     fell_on)
          select county, ${newId()}, id, ${number}, contractor, 'gas', '2023-08-02', ${newId()}, '[]', '[]', ${passed}, ${fellOn}
            from home where id = ${home}`.execute(owner)
    await sql`update home set stage = 'self-checked' where id = ${home}`.execute(owner)
    expect(await stateOf(home, 'commissioning')).toBe('missing')
    await run(1, true, '2023-08-02')
    await run(2, false)
    expect(await stateOf(home, 'commissioning')).toBe('missing')
    await run(3, true)
    expect(await stateOf(home, 'commissioning')).toBe('present')
  })

  it('counts receipts for the whole contribution, and only those that stand', async () => {
    const home = homes.installed
    const { owner } = c.program.database
    await sql`update home set contribution_fen = 150000 where id = ${home}`.execute(owner)
    expect(await stateOf(home, 'contribution-receipt')).toBe('missing')
    const account = newId()
    await c.done(c.actors.financeOfficer, 'contribution.open-account', {
      id: account,
      town: area.town,
      bank: '农商银行',
      accountNumber: '9060000001',
    })
    const collect = async (number: number, amountFen: number) => {
      const id = newId()
      const input = { id, home, number, amountFen, paidOn: '2023-08-15', way: 'cash' }
      await c.done(c.actors.townOfficer, 'contribution.collect', input)
      return id
    }
    await collect(1, 100_000)
    expect(await stateOf(home, 'contribution-receipt')).toBe('missing')
    const second = await collect(2, 50_000)
    const paper = await paperOf(c.actors.bureauOfficer, home, 'contribution-receipt')
    expect(paper.state).toBe('present')
    expect(paper.records.map(({ doneBy }) => doneBy)).toEqual([
      'contribution.collect',
      'contribution.collect',
    ])
    await c.done(c.actors.townReviewer, 'contribution.cancel-receipt', {
      receipt: second,
      reason: '写错了金额',
    })
    expect(await stateOf(home, 'contribution-receipt')).toBe('missing')
  })

  it('counts the last visit alone, and both signatures on it', async () => {
    const home = homes.inspected
    const { owner } = c.program.database
    const visit = async (number: number, passed: boolean) => {
      const id = newId()
      await sql`insert into acceptance_visit (county, id, home, number, supervisor, inspector, visited_on, passed, items,
                                              serials, findings, act)
                select county, ${id}, id, ${number}, supervisor, ${newId()}, '2023-08-05', ${passed},
                       '[{"item": "user-confirmed", "passed": true}]', '[]', '[]', act from home where id = ${home}`.execute(
        owner,
      )
      return id
    }
    const sign = (level: string, of: string) =>
      sql`insert into sign_off (county, home, level, visit, signer, signed_on, items, act)
          select county, id, ${level}, ${of}, ${newId()}, '2023-08-06', '[]', act from home where id = ${home}`.execute(
        owner,
      )
    await sql`update home set stage = 'accepted' where id = ${home}`.execute(owner)
    const first = await visit(1, true)
    expect(await stateOf(home, 'user-confirmed')).toBe('present')
    await sign('village', first)
    expect(await stateOf(home, 'sign-offs')).toBe('missing')
    await sign('town', first)
    expect(await stateOf(home, 'sign-offs')).toBe('present')
    await visit(2, false)
    for (const paper of ['acceptance-sheet', 'user-confirmed', 'sign-offs'])
      expect(await stateOf(home, paper)).toBe('missing')
    await sql`update home set stage = 'inspected' where id = ${home}`.execute(owner)
  })

  it('is complete once every paper due is there, and takes files from whom the pack names', async () => {
    const home = homes.accepted
    const { cadre, contractor, bureauOfficer } = c.actors
    const before = await page(bureauOfficer, home)
    await bring(cadre, home, 'title')
    expect(await page(bureauOfficer, home)).toMatchObject({ present: before.present + 1, due: before.due })
    const evidence = [await c.evidence('document')]
    const add = (actor: Actor, paper: string, files = evidence) =>
      c.refused(actor, 'dossier.add-paper', { home, id: newId(), paper }, files)
    expect(await add(contractor, 'title')).toEqual(['dossier.not-yours'])
    expect(await add(cadre, 'service-agreement')).toEqual(['dossier.not-yours'])
    expect(await add(cadre, 'something')).toEqual(['dossier.no-such-paper'])
    expect(await add(cadre, 'title', [])).toEqual(['dossier.no-file'])
    expect(await add(cadre, 'id-card')).toEqual(['dossier.other-kind'])
    expect(await add(c.actors.otherCadre, 'title')).toEqual(['subject.not-found'])
    expect(await add(bureauOfficer, 'title')).toEqual(['not-permitted'])
    await c.done(contractor, 'dossier.add-paper', { home, id: newId(), paper: 'service-agreement' }, evidence)
    expect(await add(contractor, 'service-agreement')).toEqual(['dossier.brought-already'])
  })

  it('takes a paper out with a reason and keeps it in the history', async () => {
    const home = homes.accepted
    const { cadre, contractor, bureauOfficer } = c.actors
    const voucher = await bring(cadre, home, 'account-voucher')
    const withdraw = { home, brought: voucher.id, reason: '交错了一户' }
    expect(await c.refused(contractor, 'dossier.withdraw-paper', withdraw)).toEqual(['dossier.not-yours'])
    await c.done(cadre, 'dossier.withdraw-paper', withdraw)
    expect(await paperOf(bureauOfficer, home, 'account-voucher')).toMatchObject({
      state: 'missing',
      brought: [{ id: voucher.id, withdrawnReason: '交错了一户' }],
    })
    expect(await c.refused(cadre, 'dossier.withdraw-paper', withdraw)).toEqual(['dossier.withdrawn-already'])
    expect(await c.refused(cadre, 'dossier.withdraw-paper', { ...withdraw, brought: newId() })).toEqual([
      'dossier.not-brought',
    ])
  })

  it('opens personal papers to whoever may unmask numbers there, and no firm', async () => {
    const { cadre, contractor, supervisor, townOfficer, otherTownOfficer, townReviewer } = c.actors
    const card = await bring(cadre, homes.accepted, 'id-card', 'personal')
    const title = await bring(cadre, homes.accepted, 'title')
    const opens = async (actor: Actor, digest: string) =>
      (await findVisibleEvidence(c.program, actor, digest)) !== undefined
    for (const actor of [contractor, supervisor, townReviewer, otherTownOfficer])
      expect(await opens(actor, card.digest)).toBe(false)
    for (const actor of [townOfficer, cadre, c.household(homes.accepted ?? '')])
      expect(await opens(actor, card.digest)).toBe(true)
    expect(await opens(contractor, title.digest)).toBe(true)
  })
})

describe('lists of dossiers', () => {
  interface List {
    total: number
    rows: { home: string; present: number; due: number; states: PaperState[] }[]
  }
  const list = (actor: Actor, input: object) => c.ask<List>(actor, 'dossier.homes', input)

  it('tell of each home what its own page tells', async () => {
    const { rows } = await list(c.actors.bureauOfficer, { village: area.village })
    expect(rows).toHaveLength(4)
    for (const { home, states, present, due } of rows) {
      const own = await page(c.actors.bureauOfficer, home)
      expect({ states, present, due }).toEqual({
        states: own.papers.map(({ state }) => state),
        present: own.present,
        due: own.due,
      })
    }
  })

  it('find who lacks a paper, and what is mine to bring', async () => {
    const { bureauOfficer, contractor, cadre, otherCadre } = c.actors
    const lacking = await list(bureauOfficer, { missing: 'household-book' })
    expect(lacking.rows.map(({ home }) => home).sort()).toEqual(
      [homes.installed, homes.inspected, homes.accepted].sort(),
    )
    expect((await list(cadre, { bring: 'mine' })).rows.map(({ home }) => home)).toEqual([homes.accepted])
    expect((await list(contractor, { bring: 'mine' })).total).toBe(1)
    expect((await list(otherCadre, {})).total).toBe(0)
    expect((await list(bureauOfficer, { missing: 'nothing' })).total).toBe(0)
    expect((await list(bureauOfficer, { state: 'complete' })).rows.map(({ home }) => home)).toEqual([
      homes.applied,
    ])
  })

  it('add up by village', async () => {
    const { rows } = await c.ask<{ rows: object[] }>(c.actors.bureauOfficer, 'dossier.villages')
    const all = await list(c.actors.bureauOfficer, {})
    const sum = (of: (row: List['rows'][number]) => number) => all.rows.reduce((n, row) => n + of(row), 0)
    expect(rows).toMatchObject([
      {
        village: area.village,
        homes: 4,
        complete: 1,
        due: sum(({ due }) => due),
        present: sum(({ present }) => present),
      },
    ])
  })
})
