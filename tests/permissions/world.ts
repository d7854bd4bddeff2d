import type { FastifyInstance } from 'fastify'
import { sealField } from '../../src/kernel/cipher/fields.ts'
import type { Actor } from '../../src/kernel/identity/authority.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { openSession } from '../../src/kernel/identity/sessions.ts'
import { aSourceFile } from '../../src/modules/sources/samples.ts'
import { anApplicationForm, anIdNumber } from '../../src/modules/households/samples.ts'
import { aWorker } from '../../src/modules/workers/samples.ts'
import { aBarring, aSampling } from '../../src/modules/suppliers/samples.ts'
import { openHttp } from '../../src/server/http.ts'
import { admittedFirms } from '../support/admitted-firms.ts'
import { aCounty, area, county, type TestCounty } from '../support/county.ts'

/** A county with one of everything in 沙河镇's first village, and a signed-in person for every role and place. */
export interface World {
  c: TestCounty
  http: FastifyInstance
  /** Everybody, by a name that tells role and place. */
  people: Record<string, Actor>
  ids: Record<
    | 'home'
    | 'otherHome'
    | 'twin'
    | 'triplet'
    | 'village'
    | 'lot'
    | 'model'
    | 'maker'
    | 'bar'
    | 'sampling'
    | 'fund'
    | 'fundReceipt'
    | 'contributionAccount'
    | 'contributionReceipt'
    | 'contributionSlip'
    | 'claim'
    | 'deduction'
    | 'season'
    | 'visit'
    | 'statement'
    | 'batch'
    | 'recovery'
    | 'coalFinding'
    | 'notice'
    | 'objection'
    | 'account'
    | 'import'
    | 'source'
    | 'print'
    | 'draft'
    | 'change'
    | 'handset'
    | 'held'
    | 'doubt'
    | 'worker'
    | 'posting'
    | 'plan'
    | 'damage'
    | 'hazard'
    | 'patrol'
    | 'finding'
    | 'publicity'
    | 'draw'
    | 'auditSample'
    | 'permit'
    | 'premises',
    string
  >
  /** Texts that only this home has: whoever may not see it may not see one of them. */
  secrets: string[]
  call(
    person: string,
    method: 'GET' | 'POST',
    url: string,
    body?: object,
  ): Promise<{ status: number; text: string }>
}

const secretForm = anApplicationForm(7, {
  householder: '欧阳独一',
  titleOwner: '欧阳独一',
  accountHolder: '欧阳独一',
  address: '独一巷77号',
  titleNumber: '独一证第0000077号',
})

export async function openWorld(): Promise<World> {
  const c = await aCounty()
  const { actors } = c
  const ids: World['ids'] = {
    home: newId(),
    otherHome: newId(),
    village: '',
    lot: newId(),
    twin: newId(),
    triplet: newId(),
    model: newId(),
    maker: '',
    bar: newId(),
    sampling: newId(),
    fund: newId(),
    fundReceipt: newId(),
    contributionAccount: newId(),
    contributionReceipt: newId(),
    contributionSlip: newId(),
    claim: newId(),
    deduction: newId(),
    season: newId(),
    visit: newId(),
    statement: newId(),
    batch: newId(),
    recovery: newId(),
    coalFinding: newId(),
    notice: newId(),
    objection: newId(),
    account: newId(),
    import: newId(),
    source: newId(),
    print: newId(),
    draft: newId(),
    change: newId(),
    handset: newId(),
    held: newId(),
    doubt: newId(),
    worker: newId(),
    posting: newId(),
    plan: newId(),
    damage: newId(),
    hazard: newId(),
    patrol: newId(),
    finding: newId(),
    publicity: newId(),
    draw: newId(),
    auditSample: newId(),
    permit: newId(),
    premises: newId(),
  }
  const villages = await c.program.database.read(county, (db) =>
    db.selectFrom('village').select(['id', 'code']).where('county', '=', county).execute(),
  )
  ids.village = villages.find((row) => row.code === area.village)?.id ?? ''
  const added = await c.done(actors.townOfficer, 'home.add', {
    programme: c.programme,
    home: ids.home,
    village: area.village,
    fields: secretForm,
  })
  await c.done(actors.townOfficer, 'notice.open', { notice: ids.notice, village: ids.village })
  await c.done(actors.otherTownOfficer, 'home.add', {
    programme: c.programme,
    home: ids.otherHome,
    village: area.farVillage,
    fields: anApplicationForm(8),
  })
  const list = aSourceFile('hardship', [
    {
      name: secretForm.householder,
      idNumber: secretForm.idNumber ?? '',
      category: '低保',
      village: '甲村(模拟)',
      address: '独一巷',
    },
  ])
  await c.done(
    actors.bureauOfficer,
    'source.import',
    {
      programme: c.programme,
      source: ids.source,
      kind: 'hardship',
      area: area.county,
      asOf: '2023-08-01',
      deliveredBy: '民政局',
      fileName: '名单.csv',
    },
    [await c.evidence('workbook', list, actors.bureauOfficer)],
  )
  await c.done(actors.cadre, 'objection.raise', {
    id: ids.objection,
    notice: ids.notice,
    said: '他家常年不在村里住。',
    receivedOn: '2023-08-15',
  })
  await c.done(actors.bureauOfficer, 'draft.start', {
    programme: c.programme,
    draft: ids.draft,
    name: '试行稿',
  })
  await c.done(actors.bureauOfficer, 'lot.open', { id: ids.lot, code: 'L1', name: '一标段' })
  const firms = await admittedFirms(c)
  ids.maker = firms.maker
  await c.done(actors.bureauOfficer, 'equipment.admit', firms.model({ id: ids.model }), [firms.paper])
  await c.done(
    actors.bureauOfficer,
    'firm.bar',
    aBarring({ firm: ids.maker, id: ids.bar, fromDay: '2023-09-01' }),
    [await c.evidence('document')],
  )
  await c.done(
    actors.marketRegulator,
    'sampling.record',
    aSampling({ model: ids.model, id: ids.sampling, serialPrefix: 'QX' }),
    [await c.evidence('document')],
  )
  await c.done(
    actors.bureauOfficer,
    'lot.award',
    {
      lot: ids.lot,
      contractor: c.organisations.contractor,
      supervisor: c.organisations.supervisor,
      unitPriceFen: 400_000,
      awardedOn: '2023-08-15',
    },
    [await c.evidence('document')],
  )
  await c.done(actors.townOfficer, 'premises.list', {
    ...{ village: ids.village, id: ids.premises, premisesKind: 'school' },
    ...{ name: '独一小学（模拟）', address: '村南', areaM2: 800 },
  })
  await c.done(actors.bureauOfficer, 'premises.assign', { premises: ids.premises, lot: ids.lot })
  await c.done(actors.financeOfficer, 'fund.open', {
    id: ids.fund,
    name: '运行补贴',
    source: 'county',
    purpose: 'operating',
    budgetFen: 10_000_000,
  })
  await c.done(
    actors.financeOfficer,
    'fund.receive',
    {
      id: ids.fundReceipt,
      fund: ids.fund,
      amountFen: 10_000_000,
      creditedOn: '2023-08-15',
      bankReference: 'IN-0001',
    },
    [await c.evidence('document')],
  )
  await c.done(actors.administrator, 'account.open', {
    id: ids.account,
    signIn: 'somebody',
    name: '某人',
    password: 'a long pass phrase',
    roles: [{ role: 'auditor', area: area.county }],
  })
  const handset = { county, id: ids.handset, account: ids.account, name: '手机', act: newId() }
  const since = '2023-08-14T00:00:00Z'
  await c.program.database.owner
    .insertInto('handset')
    .values({ ...handset, enrolled_at: since, last_contact_at: since, emptied_at: since })
    .execute()
  const kept = await c.program.door.perform(
    { ...actors.townOfficer, id: ids.account },
    {
      id: newId(),
      kind: 'held.keep',
      input: {
        act: ids.held,
        kind: 'home.correct',
        version: 1,
        about: { type: 'home', id: ids.home },
        area: area.village,
        organisations: [],
        handset: ids.handset,
        number: 1,
        seen: null,
        claimedAt: since,
        happenedAt: since,
        evidence: [],
        input: { home: ids.home, changes: { householder: secretForm.householder }, reason: '入户核对过' },
        reasons: [{ code: 'act.overtaken', clauses: [], facts: {} }],
      },
    },
    { byProgram: true },
  )
  if (kept.status !== 'done') throw new Error(JSON.stringify(kept))
  const raised = await c.program.door.perform(
    c.self,
    {
      id: newId(),
      kind: 'doubt.raise',
      input: { home: ids.home, doubt: ids.doubt, kind: 'picked', about: added.id, measures: {} },
    },
    { byProgram: true },
  )
  if (raised.status !== 'done') throw new Error(JSON.stringify(raised))
  await c.done(
    actors.contractor,
    'worker.register',
    aWorker({ firm: c.organisations.contractor, id: ids.worker, idNumber: anIdNumber(777) }),
  )
  await c.done(actors.contractor, 'worker.post', {
    worker: ids.worker,
    id: ids.posting,
    lot: ids.lot,
    fromDay: '2023-08-01',
  })
  await furnish(c, ids)
  await c.done(actors.townOfficer, 'home.add', {
    programme: c.programme,
    home: ids.twin,
    village: area.village,
    fields: anApplicationForm(9, { accountNumber: secretForm.accountNumber }),
  })
  await c.done(actors.townOfficer, 'home.add', {
    programme: c.programme,
    home: ids.triplet,
    village: area.village,
    fields: anApplicationForm(10, { accountNumber: secretForm.accountNumber }),
  })
  await c.program.database.owner
    .updateTable('home')
    .set({
      contractor: c.organisations.contractor,
      supervisor: c.organisations.supervisor,
      stage: 'assigned',
    })
    .where('county', '=', county)
    .where('id', '=', ids.home)
    .execute()

  const people: Record<string, Actor> = {
    ...actors,
    household: c.household(ids.home),
    otherHousehold: c.household(ids.otherHome),
  }
  const http = await openHttp({ program: c.program })
  const tokens = new Map<string, { token: string; csrfToken: string }>()
  for (const [name, actor] of Object.entries(people)) tokens.set(name, await enter(c, name, actor))
  return {
    c,
    http,
    people,
    ids,
    secrets: [
      ids.home,
      '欧阳独一',
      '独一巷',
      '独一证',
      secretForm.idNumber ?? '',
      secretForm.accountNumber ?? '',
    ],
    async call(person, method, url, body) {
      const session = tokens.get(person)
      const response = await http.inject({
        method,
        url,
        headers: { cookie: `qingnuan=${session?.token}`, 'x-csrf-token': session?.csrfToken ?? '' },
        ...(body ? { payload: body } : {}),
      })
      return { status: response.statusCode, text: response.payload }
    },
  }
}

/** A signed-in session for an actor: the account as the acts would have opened it. */
async function enter(c: TestCounty, name: string, actor: Actor) {
  const { owner } = c.program.database
  const act = newId()
  await owner
    .insertInto('account')
    .values({
      county,
      id: actor.id,
      sign_in: name.toLowerCase(),
      name,
      organisation: actor.organisation ?? null,
      home: actor.home ?? null,
      password_hash: '!',
      disabled_at: null,
      act,
    })
    .execute()
  for (const grant of actor.grants)
    await owner
      .insertInto('role_grant')
      .values({
        county,
        account: actor.id,
        id: newId(),
        role: grant.role,
        area: grant.area ?? null,
        organisation: grant.organisation ?? null,
        home: grant.home ?? null,
        act,
      })
      .execute()
  return openSession(c.program.database, county, actor.id)
}

/** Rows of later steps, written straight into the tables: who may touch them is asked here, not how they came. */
async function furnish(c: TestCounty, ids: World['ids']): Promise<void> {
  const { owner } = c.program.database
  const [act, by, day] = [newId(), newId(), '2023-08-15']
  const account = ids.contributionAccount
  await owner
    .insertInto('fund')
    .values({
      county,
      id: account,
      name: '沙河镇自筹款',
      source: 'household',
      purpose: 'contribution',
      act,
    })
    .execute()
  await owner
    .insertInto('contribution_account')
    .values({
      county,
      id: account,
      town: area.town,
      bank: '农商银行',
      account_number: '9060000001',
      opened_on: day,
      act,
    })
    .execute()
  await owner
    .insertInto('contribution_slip')
    .values({
      county,
      id: ids.contributionSlip,
      account,
      number: 'HX-0000',
      amount_fen: 100,
      banked_on: day,
      entered_on: day,
      entered_by: by,
      state: 'entered',
      act,
    })
    .execute()
  for (const [name, amount] of [
    ['on-hand', 1000],
    ['held', -1000],
  ] as const)
    await owner
      .insertInto('ledger_balance')
      .values({ county, fund: account, account: name, amount_fen: amount })
      .execute()
  const receipt = ids.contributionReceipt
  await owner
    .insertInto('contribution_receipt')
    .values({
      county,
      id: receipt,
      account,
      home: ids.home,
      year: 2023,
      number: 1,
      amount_fen: 100,
      paid_on: day,
      way: 'cash',
      collected_by: by,
      act,
    })
    .execute()
  await owner
    .insertInto('ledger_journal')
    .values({
      county,
      id: newId(),
      fund: account,
      kind: 'contribution-received',
      amount_fen: 100,
      reference: receipt,
      number: 1,
      party: null,
      reverses: null,
      booked_on: day,
      act,
    })
    .execute()
  await owner
    .insertInto('claim')
    .values({
      county,
      id: ids.claim,
      number: 1,
      lot: ids.lot,
      contractor: c.organisations.contractor,
      state: 'submitted',
      homes: 1,
      units: 1,
      total_fen: 240_000,
      submitted_on: day,
      submitted_by: by,
      act,
    })
    .execute()
  await owner
    .insertInto('claim_line')
    .values({
      county,
      claim: ids.claim,
      home: ids.home,
      units: 1,
      unit_price_fen: 400_000,
      subsidy_fen: 240_000,
      formula: JSON.stringify({ amountFen: 0, parts: [], lacking: [], split: [], parameters: [] }),
    })
    .execute()
  await owner
    .insertInto('claim_deduction')
    .values({
      ...{ county, id: ids.deduction, claim: ids.claim, kind: 'penalty', amount_fen: 100, reason: '逾期' },
      ...{ made_on: day, made_by: by, struck_reason: null, struck_by: null, struck_act: null, act },
    })
    .execute()
  await owner
    .updateTable('claim')
    .set({ deducted_fen: 100 })
    .where('county', '=', county)
    .where('id', '=', ids.claim)
    .execute()
  await owner
    .insertInto('season')
    .values({
      county,
      id: ids.season,
      name: '2022—2023',
      starts_on: '2022-11-15',
      ends_on: '2023-03-31',
      fund: ids.fund,
      act,
    })
    .execute()
  const [analysis, draw] = [newId(), newId()]
  await owner
    .insertInto('season_analysis')
    .values({
      county,
      id: analysis,
      season: ids.season,
      number: 1,
      from_on: '2022-11-15',
      to_on: '2023-03-31',
      files_digest: Buffer.alloc(32),
      weights_digest: Buffer.alloc(32),
      reading_files: 1,
      temperature_files: 1,
      reading_count: 1,
      home_count: 1,
      finding_count: 0,
      analysed_on: day,
      analysed_by: by,
    })
    .execute()
  await owner
    .insertInto('visit_draw')
    .values({
      county,
      id: draw,
      season: ids.season,
      analysis,
      seed: 'x',
      method: 'x',
      by_lot_percent: 50,
      frame_size: 1,
      size: 1,
      drawn_on: day,
      drawn_by: by,
    })
    .execute()
  await owner
    .insertInto('season_visit')
    .values({ county, id: ids.visit, draw, season: ids.season, home: ids.home, way: 'random' })
    .execute()
  await owner
    .insertInto('statement')
    .values({
      county,
      id: ids.statement,
      season: ids.season,
      home: ids.home,
      town: area.town,
      village: area.village,
      account_number: secretForm.accountNumber ?? '',
      used_centi_kwh: 100_000,
      amount_fen: 20_000,
      formula: JSON.stringify({ amountFen: 0, parts: [], lacking: [], split: [], parameters: [] }),
      answer: 'yes',
      decision: '{"rules":[]}',
      state: 'drawn-up',
      drawn_up_on: day,
      drawn_up_by: by,
      act,
    })
    .execute()
  await owner
    .insertInto('payment_batch')
    .values({
      county,
      id: ids.batch,
      season: ids.season,
      fund: ids.fund,
      number: 1,
      state: 'frozen',
      payments: 0,
      total_fen: 0,
      lines_digest: Buffer.alloc(32),
      frozen_on: day,
      frozen_by: by,
      act,
    })
    .execute()
  await owner
    .insertInto('home_change')
    .values({
      county,
      id: ids.change,
      number: 1,
      town: area.town,
      village: area.village,
      line: 'heating',
      kind: 'withdraw',
      home: ids.home,
      happened_on: day,
      stage: 'assigned',
      reason: sealField(c.program.keys, county, 'home_change.reason', '不装了'),
      papers: '[]',
      state: 'asked',
      asked_on: day,
      asked_by: by,
      act,
    })
    .execute()
  await owner
    .updateTable('village')
    .set({ lot: ids.lot })
    .where('county', '=', county)
    .where('code', '=', area.village)
    .execute()
  const onSite = {
    county,
    village: area.village,
    lot: ids.lot,
    contractor: c.organisations.contractor,
    due_on: day,
  }
  await owner
    .insertInto('damage')
    .values({ ...onSite, id: ids.damage, what: '路面', reported_on: day, reported_by: by, act })
    .execute()
  await owner
    .insertInto('hazard')
    .values({ ...onSite, id: ids.hazard, what: '沟槽', found_on: day, found_by: by, act })
    .execute()
  const { due_on: _due, ...seen } = onSite
  await owner
    .insertInto('patrol')
    .values({
      ...seen,
      id: ids.patrol,
      side: 'firm',
      day,
      route: '全村',
      recorded_on: day,
      recorded_by: by,
      act,
    })
    .execute()
  await owner
    .insertInto('audit_sample')
    .values({
      county,
      id: ids.auditSample,
      number: 1,
      population: 'confirmed',
      town: null,
      homes: 1,
      frame_digest: '0'.repeat(64),
      confidence_percent: 95,
      tolerable_percent: 5,
      size: 1,
      seed: '0'.repeat(64),
      method: 'sha256-order-1',
      drawn_on: '2023-08-15',
      drawn_by: by,
      act: newId(),
    })
    .execute()
  await owner
    .insertInto('audit_sample_home')
    .values({ county, sample: ids.auditSample, home: ids.home, place: 1 })
    .execute()
  await owner
    .insertInto('sample_draw')
    .values({
      county,
      id: ids.draw,
      village: ids.village,
      code: area.village,
      level: 'town',
      number: 1,
      cause: 'first',
      reason: null,
      seed: 'a'.repeat(64),
      method: 'sha256-order-1',
      frame: [ids.home],
      frame_digest: 'a'.repeat(64),
      size: 0,
      drawn_on: day,
      drawn_by: by,
      act,
    })
    .execute()
  await owner
    .insertInto('publicity')
    .values({
      county,
      id: ids.publicity,
      village: area.village,
      kind: 'leaflet',
      held_on: day,
      carried_out_by: '村委会',
      families: 100,
      reached: 80,
      recorded_on: day,
      recorded_by: by,
      act,
    })
    .execute()
  await owner
    .insertInto('finding')
    .values({
      county,
      id: ids.finding,
      home: ids.home,
      source: 'visit',
      kind: 'no-machine',
      about: '',
      found_on: day,
      found_by: by,
      found_act: act,
      times: 1,
      due_on: day,
    })
    .execute()
  await owner
    .insertInto('permit')
    .values({ ...onSite, id: ids.permit, authority: 'water', place: '河道', applied_on: day, act })
    .execute()
  await owner
    .insertInto('village_plan')
    .values({
      county,
      id: ids.plan,
      village: ids.village,
      code: area.village,
      lot: ids.lot,
      contractor: c.organisations.contractor,
      starts_on: day,
      crews: 1,
      homes_per_day: 1,
      remark: null,
      state: 'proposed',
      proposed_on: day,
      proposed_by: by,
      decided_on: null,
      decided_by: null,
      reason: null,
      decide_act: null,
      act,
    })
    .execute()
  const finding = newId()
  await owner
    .insertInto('coal_finding')
    .values({
      county,
      id: finding,
      home: ids.home,
      found_on: day,
      found_by: by,
      description: '散煤',
      state: 'revoked',
      act,
    })
    .execute()
  await owner
    .insertInto('coal_finding')
    .values({
      county,
      id: ids.coalFinding,
      home: ids.home,
      found_on: day,
      found_by: by,
      description: '散煤',
      act,
    })
    .execute()
  await owner
    .insertInto('recovery')
    .values({
      county,
      id: ids.recovery,
      home: ids.home,
      finding,
      opened_on: day,
      owed_fen: 100,
      state: 'open',
      act,
    })
    .execute()
}
