import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { admittedFirms } from '../../../../tests/support/admitted-firms.ts'
import { confirmedHomes } from '../../../../tests/support/confirmed-homes.ts'
import { aCounty, area, county as countyId, type TestCounty } from '../../../../tests/support/county.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { Actor } from '../../../kernel/identity/authority.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { readSearch } from '../../../web/kit/address/search-text.ts'
import { workItems } from '../rules/work.ts'

interface Mine {
  items: { key: string; to: string; count: number }[]
  waiting: number
}

let county: TestCounty
const mine = (actor: Actor) => county.ask<Mine>(actor, 'work.mine')
const countOf = async (actor: Actor, key: string) =>
  (await mine(actor)).items.find((item) => item.key === key)?.count

/** One thing or more waiting for everybody, in both towns; what is written here stands beside nothing else. */
beforeAll(async () => {
  county = await aCounty()
  const { owner } = county.program.database
  const { contractor, supervisor, otherContractor, otherSupervisor } = county.organisations
  const said = sealField(county.program.keys, 1, 'objection.said', '模拟')
  const at = async (village: string, stage: Parameters<typeof confirmedHomes>[1]['stage'], count: number) =>
    confirmedHomes(county, { village, count, stage })
  for (const village of [area.village, area.farVillage]) {
    await at(village, 'applied', 3)
    await at(village, 'screened', 4)
    await at(village, 'noticed', 2)
    await at(village, 'confirmed', 5)
    await at(village, 'assigned', 6)
    await at(village, 'installed', 4)
    await at(village, 'self-checked', 3)
    await at(village, 'inspected', 3)
    await at(village, 'accepted', 2)
  }
  await sql`update home set answer = 'unknown' where stage = 'applied'`.execute(owner)
  await sql`with named as (
              insert into screening (county, id, home, rule_group, decided_on, answer, failed_rules, unknown_rules, pack,
                                     facts, act)
              select county, gen_random_uuid(), id, 'eligibility.heating', '2023-08-01', answer, 0, 0, 'test',
                     jsonb_build_object('agreement.titleOwner', case when stage = 'applied'
                       then '{"conflicting": true}'::jsonb else 'true'::jsonb end), ${newId()}
                from home where stage in ('applied', 'noticed') returning county, home, id)
            update home h set screening = named.id, title_owner = h.householder || '（户主）'
              from named where h.county = named.county and h.id = named.home`.execute(owner)
  await sql`insert into identity (county, id, list, line, village, seal)
            select county, id, 'home', line, village, '' from home where stage = 'noticed'`.execute(owner)
  await sql`insert into match_pair (county, first, second, earlier, near, levels, rare, person_bits, dwelling_bits,
                                    person_model, dwelling_model, exact, found_on, act)
            select county, min(id::text)::uuid, max(id::text)::uuid, false, true, '{}', 0, 5, 5, ${newId()}, ${newId()},
                   0, '2023-08-15', ${newId()} from home where stage = 'noticed' group by county, village`.execute(
    owner,
  )
  await sql`with pair as (
              select f.county, f.id as first, s.id as second, gen_random_uuid() as decision
                from home f join home s on s.village = ${area.farVillage} and s.stage = 'noticed'
               where f.village = ${area.village} and f.stage = 'noticed' limit 1),
            decided as (
              insert into match_decision (county, id, first, second, answer, reason, first_seal, second_seal, decided_on,
                                          decided_by, act)
              select county, decision, first, second, 'papers', '请两镇补户口簿', '', '', '2023-08-15', ${newId()}, ${newId()}
                from pair)
            insert into match_pair (county, first, second, earlier, near, levels, rare, person_bits, dwelling_bits,
                                    person_model, dwelling_model, exact, found_on, act, state, decision)
            select county, first, second, false, false, '{}', 0, 5, 5, ${newId()}, ${newId()}, 0, '2023-08-15', ${newId()},
                   'papers', decision from pair`.execute(owner)
  await sql`update home set accepted_on = '2023-08-01' where stage = 'accepted'`.execute(owner)
  for (const [town, village] of [
    [area.town, area.village],
    [area.otherTown, area.farVillage],
  ] as const) {
    const [account, confirmed, entered] = [newId(), newId(), newId()]
    await sql`insert into fund (county, id, name, source, purpose, act)
              values (1, ${account}, 'x', 'household', 'contribution', ${newId()})`.execute(owner)
    await sql`insert into contribution_account (county, id, town, bank, account_number, opened_on, act)
              values (1, ${account}, ${town}, 'x', 'x', '2023-04-20', ${newId()})`.execute(owner)
    await sql`insert into contribution_slip (county, id, account, number, amount_fen, banked_on, entered_on, entered_by,
                                             state, act)
              select 1, id, ${account}, id::text, 150000, '2023-08-02', '2023-08-02', ${newId()}, state, ${newId()}
                from (values (${confirmed}::uuid, 'confirmed'), (${entered}::uuid, 'entered')) s (id, state)`.execute(
      owner,
    )
    // The accepted homes have paid all and it is in the bank, those confirmed a part that is not; one of them left.
    await sql`insert into contribution_receipt (county, id, account, home, year, number, amount_fen, paid_on, way,
                                                collected_by, slip, act)
              select county, gen_random_uuid(), ${account}, id, 2023, row_number() over (order by id),
                     case stage when 'accepted' then 150000 else 1000 end, '2023-08-01', 'cash', ${newId()},
                     case stage when 'accepted' then ${confirmed}::uuid when 'inspected' then ${entered}::uuid end, ${newId()}
                from home where village = ${village} and stage in ('accepted', 'inspected', 'confirmed')`.execute(
      owner,
    )
    const [left] = await confirmedHomes(county, { village, count: 1, stage: 'assigned' })
    await sql`update home set ended = 'withdrawn' where id = ${left}`.execute(owner)
    await sql`insert into contribution_receipt (county, id, account, home, year, number, amount_fen, paid_on, way,
                                                collected_by, act)
              values (1, ${newId()}, ${account}, ${left}, 2023, 900, 1000, '2023-08-01', 'cash', ${newId()}, ${newId()})`.execute(
      owner,
    )
  }
  await sql`update home set contractor = case when town = ${area.town} then ${contractor}::uuid else ${otherContractor}::uuid end,
                            supervisor = case when town = ${area.town} then ${supervisor}::uuid else ${otherSupervisor}::uuid end
             where stage in ('assigned', 'installed', 'self-checked', 'inspected', 'accepted')`.execute(owner)
  await sql`insert into installation (county, home, contractor, installed_on, installed_by, install_act, sent_back_on)
            select county, id, contractor, '2023-08-01', ${newId()}, ${newId()},
                   case when stage = 'installed' and sequence % 4 = 0 then date '2023-08-10' end
              from home where stage in ('installed', 'self-checked', 'inspected', 'accepted')`.execute(owner)
  await sql`insert into acceptance_visit (county, id, home, number, supervisor, inspector, visited_on, passed, items,
                                          serials, findings, act)
            select county, gen_random_uuid(), id, n, supervisor, ${newId()}, '2023-08-11', n = 2, '[]', '[]', '[]', ${newId()}
              from home, generate_series(1, 2) n where stage = 'inspected'`.execute(owner)
  await sql`insert into sign_off (county, home, level, visit, signer, signed_on, items, act)
            select v.county, v.home, 'village', v.id, ${newId()}, '2023-08-12', '[]', ${newId()}
              from acceptance_visit v where v.number = 2 and v.home = (
                select id from home where stage = 'inspected' and village = ${area.village} order by id limit 1)`.execute(
    owner,
  )
  for (const due of ['2023-08-20', '2023-08-10'])
    await sql`insert into finding (county, id, home, source, kind, about, found_on, found_by, found_act, times, due_on)
              select county, gen_random_uuid(), id, 'visit', 'item', ${due}, '2023-08-03', ${newId()}, ${newId()}, 1, ${due}
                from home where stage = 'installed'`.execute(owner)
  for (const level of ['town', 'county']) {
    const draw = newId()
    await sql`insert into sample_draw (county, id, village, code, level, number, cause, seed, method, frame, frame_digest,
                                       size, drawn_on, drawn_by, act)
              select county, ${draw}, id, code, ${level}, 1, 'first', repeat('a', 64), 'x', array[id], repeat('a', 64), 1,
                     '2023-08-13', ${newId()}, ${newId()} from village where code = ${area.village}`.execute(
      owner,
    )
    await sql`insert into sample_home (county, home, level, draw, place, passed)
              select county, id, ${level}, ${draw}, sequence, case when stage = 'accepted' then false end
                from home where village = ${area.village} and stage in ('installed', 'inspected', 'accepted')`.execute(
      owner,
    )
  }
  for (const [village, town] of [
    [area.village, area.town],
    [area.farVillage, area.otherTown],
  ] as const)
    for (const [number, closes, posted] of [
      [1, '2023-08-10', '2023-08-03'],
      [2, '2023-08-20', null],
    ] as const) {
      const [notice, open, upheld] = [newId(), newId(), newId()]
      await sql`insert into notice (county, id, village, town, number, opened_on, opened_by, closes_on, posted_on,
                                    posted_by, state, web_key, act)
                values (1, ${notice}, ${village}, ${town}, ${number}, '2023-08-03', ${newId()}, ${closes}, ${posted},
                        ${posted ? newId() : null}, 'open', ${newId()}, ${newId()})`.execute(owner)
      await sql`insert into objection (county, id, first, notice, way, said, receipt, raised_on, raised_by, state, act)
                values (1, ${open}, ${open}, ${notice}, 'web', ${said}, ${newId()}, '2023-08-12', ${newId()}, 'open', ${newId()})`.execute(
        owner,
      )
      await sql`insert into objection (county, id, first, notice, way, said, receipt, raised_on, raised_by, state, answer,
                                       answered_on, decided_by, decide_act, follow_up, follow_up_who, follow_up_by, act)
                values (1, ${upheld}, ${upheld}, ${notice}, 'web', ${said}, ${newId()}, '2023-08-12', ${newId()}, 'upheld', 'x',
                        '2023-08-12', ${newId()}, ${newId()}, '模拟', '模拟', '2023-08-20', ${newId()})`.execute(
        owner,
      )
    }
  await sql`insert into exception_request (county, id, home, fact, reason, asked_by, asked_on, state, act)
            select county, gen_random_uuid(), id, 'exception.severalHomes', 'x', ${newId()}, '2023-08-12', 'asked', ${newId()}
              from home where stage = 'noticed'`.execute(owner)
  const { rows: leaving } = await sql<{ id: string; town: string; village: string }>`
    select id, town, village from home where stage = 'assigned' order by id`.execute(owner)
  for (const [index, { id, town, village }] of leaving.entries()) {
    await sql`insert into home_change (county, id, number, town, village, line, kind, home, happened_on, stage, reason, papers,
                                       state, asked_on, asked_by, act)
              values (1, ${newId()}, ${index + 1}, ${town}, ${village}, 'heating', 'withdraw', ${id}, '2023-08-12', 'assigned',
                      ${sealField(county.program.keys, 1, 'home_change.reason', '模拟')}, '[]', 'asked', '2023-08-12',
                      ${newId()}, ${newId()})`.execute(owner)
  }
  await sql`insert into home_change (county, id, number, town, village, line, kind, home, happened_on, stage, reason, papers,
                                     state, asked_on, asked_by, act, answer, decided_by, decided_on, decide_act)
            select 1, gen_random_uuid(), 500 + row_number() over (order by id), town, village, line, 'withdraw', id,
                   '2023-08-10', 'noticed', ${sealField(county.program.keys, 1, 'home_change.reason', '模拟')}, '[]',
                   'declined', '2023-08-10', ${newId()}, ${newId()},
                   ${sealField(county.program.keys, 1, 'home_change.answer', '模拟')}, ${newId()}, '2023-08-13', ${newId()}
              from home where stage = 'noticed'`.execute(owner)
  await sql`update home set change = gen_random_uuid() where stage = 'screened'`.execute(owner)
  for (const [index, village] of [area.village, area.farVillage].entries()) {
    await at(village, 'screened', 2)
    const [left] = await confirmedHomes(county, { village, count: 1 })
    await sql`insert into home_change (county, id, number, town, village, line, kind, home, happened_on, stage, reason, papers,
                                       state, asked_on, asked_by, act, decided_by, decided_on, decide_act)
              select 1, ${newId()}, ${100 + index}, town, village, line, 'withdraw', id, '2023-08-12', 'confirmed',
                     ${sealField(county.program.keys, 1, 'home_change.reason', '模拟')}, '[]', 'approved', '2023-08-12',
                     ${newId()}, ${newId()}, ${newId()}, '2023-08-13', ${newId()} from home where id = ${left}`.execute(
      owner,
    )
    await sql`update home set ended = 'withdrawn' where id = ${left}`.execute(owner)
  }
  await sql`insert into device_return (county, home, change, contractor, opened_on, act)
            select county, id, ${newId()}, contractor, '2023-08-12', ${newId()} from home
             where stage = 'inspected' and sequence % 2 = 0`.execute(owner)
  for (const village of [area.village, area.farVillage])
    await sql`insert into held_act (county, id, number, maker, kind, version, subject_type, subject, area, organisations,
                                    evidence, claimed_at, happened_at, arrived_at, input, reasons, state, act)
              values (1, ${newId()}, 1, ${newId()}, 'home.inspect', 1, 'home', ${newId()}, ${village}, '{}', '[]',
                      '2023-08-12', '2023-08-12', '2023-08-13', ${said}, ${said}, 'held', ${newId()})`.execute(
      owner,
    )
  await sql`insert into doubt (county, id, kind, home, about, maker, wide, measures, raised_at, act, state)
            select county, gen_random_uuid(), 'picked', id, gen_random_uuid(), ${newId()}, sequence % 2 = 0, '{}', '2023-08-12',
                   ${newId()}, 'open'
              from home where stage = 'accepted'`.execute(owner)
  await sql`update village set route = 'heat-pump-air-heater' where code in (${area.village}, ${area.otherVillage})`.execute(
    owner,
  )
  const firms = await admittedFirms(county)
  const model = firms.model()
  await county.done(county.actors.bureauOfficer, 'equipment.admit', model, [firms.paper])
  // The newest certificate of one kind runs out next month; another model's does not.
  await county.done(county.actors.bureauOfficer, 'equipment.admit', firms.model({ model: 'RF-51' }), [
    firms.paper,
  ])
  await sql`update access_paper set valid_to = '2023-09-10' where model = ${model.id} and valid_to is not null`.execute(
    owner,
  )
  await sql`update home set answer = 'no' where stage = 'confirmed'`.execute(owner)
  await sql`update home set answer = 'unknown' where stage = 'installed'`.execute(owner)
  await building()
  await money()
})
afterAll(() => county.close())

/** People on site of both contractors, paid for nothing, and installations that name none of them. */
async function building() {
  const { owner } = county.program.database
  for (const [code, firm, village] of [
    ['W1', county.organisations.contractor, area.village],
    ['W2', county.organisations.otherContractor, area.farVillage],
  ] as const) {
    const [lot, worker] = [newId(), newId()]
    await county.done(county.actors.bureauOfficer, 'lot.open', { id: lot, code, name: code })
    await sql`update lot set contractor = ${firm}, supervisor = ${county.organisations.supervisor}, unit_price_fen = 1,
                             awarded_on = '2023-04-01', award_act = ${newId()} where id = ${lot}`.execute(
      owner,
    )
    await sql`update village set lot = ${lot} where code = ${village}`.execute(owner)
    for (const stage of ['listed', 'assigned', 'built', 'inspected'])
      await sql`insert into premises (county, id, kind, name, town, village, address, area_m2, stage, lot, contractor,
                                      supervisor, listed_on, act)
                select 1, ${newId()}, 'school', ${`${stage}小学（模拟）`}, town, code, '村南', 800, ${stage}, ${lot}, ${firm},
                       ${county.organisations.supervisor}, '2023-08-01', ${newId()}
                  from village where code = ${village}`.execute(owner)
    // The first contractor has proposed nothing yet.
    for (const [nth, state] of code === 'W2' ? ['declined', 'proposed'].entries() : [])
      await sql`insert into village_plan (county, id, village, code, lot, contractor, starts_on, crews, homes_per_day, state,
                                          proposed_on, proposed_by, decided_on, decided_by, reason, decide_act, act)
                select 1, ${newId()}, id, code, ${lot}, ${firm}, '2023-08-01', 1, 1, ${state}, '2023-08-01', ${newId()},
                       ${nth === 0 ? '2023-08-01' : null}::date, ${nth === 0 ? newId() : null}::uuid,
                       ${nth === 0 ? 'x' : null}, ${nth === 0 ? newId() : null}::uuid, ${newId()}
                  from village where code = ${village}`.execute(owner)
    for (const [due, removed] of [
      ['2023-08-20', null],
      ['2023-08-10', null],
      ['2023-08-10', '2023-08-11'],
    ] as const) {
      const [id, by] = [newId(), newId()]
      await sql`insert into hazard (county, id, village, lot, contractor, what, found_on, found_by, due_on, removed_on,
                                    removed_by, removed_note, act)
                values (1, ${id}, ${village}, ${lot}, ${firm}, 'x', '2023-08-07', ${by}, ${due}, ${removed}::date,
                        ${removed && by}::uuid, ${removed}, ${newId()})`.execute(owner)
      await sql`insert into damage (county, id, village, lot, contractor, what, reported_on, reported_by, due_on, act)
                values (1, ${newId()}, ${village}, ${lot}, ${firm}, 'x', '2023-08-07', ${by}, ${due}, ${newId()})`.execute(
        owner,
      )
      await sql`insert into permit (county, id, village, lot, contractor, authority, place, applied_on, due_on, act)
                values (1, ${newId()}, ${village}, ${lot}, ${firm}, 'water', 'x', '2023-08-01', ${due}, ${newId()})`.execute(
        owner,
      )
    }
    await sql`insert into worker (county, id, firm, name, id_number, id_seal, trade, registered_on, registered_by, act)
              values (1, ${worker}, ${firm}, '模拟', '', ${Buffer.from(code)}, 'installer', '2023-05-01', ${newId()}, ${newId()})`.execute(
      owner,
    )
    await sql`insert into posting (county, id, worker, lot, from_day, act)
              values (1, ${newId()}, ${worker}, ${lot}, '2023-05-01', ${newId()})`.execute(owner)
    await sql`insert into attendance (county, id, worker, firm, day, lot, village, recorded_on, recorded_by, act)
              values (1, ${newId()}, ${worker}, ${firm}, '2023-05-10', ${lot}, ${village}, '2023-05-10', ${newId()},
                      ${newId()})`.execute(owner)
  }
}

/** A lot, claims in every state, a season that is over with statements in every state, a batch and a recovery. */
async function money() {
  const { owner } = county.program.database
  const lot = newId()
  await county.done(county.actors.bureauOfficer, 'lot.open', { id: lot, code: 'L1', name: '一标段' })
  for (const [i, state] of ['submitted', 'reviewed', 'approved', 'paid', 'returned'].entries())
    await sql`insert into claim (county, id, number, lot, contractor, state, homes, units, total_fen, submitted_on,
                                 submitted_by, act)
              values (1, ${newId()}, ${i + 1}, ${lot}, ${county.organisations.contractor}, ${state}, 1, 1, 100,
                      '2023-08-12', ${newId()}, ${newId()})`.execute(owner)
  await sql`update claim set retained_fen = 3, release_on = '2023-08-01' where state = 'paid'`.execute(owner)
  const [season, batch, usage, fund, finding] = [newId(), newId(), newId(), newId(), newId()]
  await sql`insert into season (county, id, name, starts_on, ends_on, act)
            values (1, ${season}, '2022', '2022-11-15', '2023-03-31', ${newId()})`.execute(owner)
  await sql`update home set accepted_on = '2022-10-01' where stage = 'accepted'`.execute(owner)
  await sql`insert into usage_import (county, id, season, file_digest, file_name, row_count, imported_on, imported_by)
            values (1, ${usage}, ${season}, 'x', 'x', 1, '2023-04-01', ${newId()})`.execute(owner)
  await sql`insert into usage_reading (county, season, home, account_number, start_centi_kwh, end_centi_kwh,
                                       used_centi_kwh, import, import_row)
            select county, ${season}, id, '1', 0, 1, 1, ${usage}, 1 from home
             where stage = 'accepted' and sequence % 2 = 0 or stage in ('assigned', 'installed')`.execute(
    owner,
  )
  const [analysis, visits] = [newId(), newId()]
  await sql`insert into season_analysis (county, id, season, number, from_on, to_on, files_digest, weights_digest,
                                         reading_files, temperature_files, reading_count, home_count, finding_count,
                                         analysed_on, analysed_by)
            values (1, ${analysis}, ${season}, 1, '2022-11-15', '2023-03-31', 'x', 'x', 1, 1, 1, 1, 0, '2023-04-01',
                    ${newId()})`.execute(owner)
  await sql`insert into visit_draw (county, id, season, analysis, seed, method, by_lot_percent, frame_size, size, drawn_on,
                                    drawn_by)
            values (1, ${visits}, ${season}, ${analysis}, 'x', 'x', 50, 1, 1, '2023-04-02', ${newId()})`.execute(
    owner,
  )
  await sql`insert into season_visit (county, id, draw, season, home, way)
            select county, gen_random_uuid(), ${visits}, ${season}, id, 'random' from home where stage = 'accepted'`.execute(
    owner,
  )
  const states = ['drawn-up', 'town-reviewed', 'bureau-reviewed', 'failed', 'paid', 'blocked']
  await sql`insert into statement (county, id, season, home, town, village, account_number, used_centi_kwh, amount_fen,
                                   formula, answer, decision, state, drawn_up_on, drawn_up_by, act, sent_back_on)
            select county, gen_random_uuid(), ${season}, id, town, village, '1', 1, 1, '{}', 'yes', '{}',
                   (${states}::text[])[1 + sequence % 6], '2023-04-02', ${newId()}, ${newId()},
                   case when sequence % 6 = 5 then date '2023-04-03' end
              from home where stage = 'assigned'`.execute(owner)
  await sql`insert into fund (county, id, name, source, purpose, act)
            values (1, ${fund}, 'x', 'county', 'operating', ${newId()})`.execute(owner)
  await sql`insert into payment_batch (county, id, season, fund, number, state, payments, total_fen, lines_digest,
                                       frozen_on, frozen_by, act)
            values (1, ${batch}, ${season}, ${fund}, 1, 'frozen', 1, 1, 'x', '2023-04-20', ${newId()}, ${newId()})`.execute(
    owner,
  )
  const { rows } = await sql<{ id: string }>`select id from home where stage = 'accepted' limit 1`.execute(
    owner,
  )
  const home = rows[0]?.id
  await sql`insert into coal_finding (county, id, home, found_on, found_by, description, state, hear_until, act)
            values (1, ${finding}, ${home}, '2023-05-01', ${newId()}, 'x', 'revoked', null, ${newId()}),
                   (1, ${newId()}, ${home}, '2023-05-02', ${newId()}, 'x', 'open', '2023-05-12', ${newId()})`.execute(
    owner,
  )
  // Owed by an instalment that is overdue, and asked to be waived.
  const [recovery, plan, reason] = [newId(), newId(), Buffer.from('x')]
  await sql`insert into recovery (county, id, home, finding, opened_on, owed_fen, state, instalments, act)
            values (1, ${recovery}, ${home}, ${finding}, '2023-05-01', 1, 'open', ${plan}, ${newId()})`.execute(
    owner,
  )
  await sql`insert into recovery_instalment (county, recovery, act, number, due_on, amount_fen)
            values (1, ${recovery}, ${plan}, 1, '2023-06-01', 1)`.execute(owner)
  await sql`insert into recovery_relief (county, id, recovery, kind, amount_fen, reason, state, asked_on, asked_by, act)
            values (1, ${newId()}, ${recovery}, 'waiver', 1, ${reason}, 'asked', '2023-06-02', ${newId()}, ${newId()})`.execute(
    owner,
  )
}

/** The list that each page shows, by the page's path; `lots?awarded=no` is the query's `awarded: false`. */
const listOf: Record<string, { query: string; input?: object }> = {
  '/villages': { query: 'village.list' },
  '/register': { query: 'home.list' },
  '/lots': { query: 'lot.list' },
  '/held': { query: 'held.list' },
  '/doubts': { query: 'doubt.list' },
  '/objections': { query: 'objection.list' },
  '/installations': { query: 'work.installations' },
  '/inspections': { query: 'work.inspections' },
  '/sign-offs/village': { query: 'work.sign-offs', input: { level: 'village' } },
  '/sign-offs/town': { query: 'work.sign-offs', input: { level: 'town' } },
  '/models': { query: 'model.list' },
  '/samples': { query: 'sample.villages' },
  '/checks/town': { query: 'work.checks', input: { level: 'town' } },
  '/checks/county': { query: 'work.checks', input: { level: 'county' } },
  '/contributions/homes': { query: 'contribution.homes' },
  '/contributions/receipts': { query: 'contribution.receipts' },
  '/claims': { query: 'claim.list' },
  '/coal-findings': { query: 'coal.findings' },
  '/recoveries': { query: 'recovery.list' },
  '/exceptions': { query: 'work.exceptions' },
  '/changes': { query: 'change.list' },
  '/premises': { query: 'premises.find' },
  '/waiting': { query: 'change.waiting' },
  '/dossiers/homes': { query: 'dossier.homes' },
  '/supervision': { query: 'supervision.villages' },
  '/findings': { query: 'finding.list' },
  '/matters': { query: 'matter.list' },
  '/plans': { query: 'plan.list' },
  '/schedule': { query: 'schedule.lots' },
  '/after-sales': { query: 'after-sales.villages' },
  '/safety/villages': { query: 'safety.villages' },
  '/crewless': { query: 'work.crewless' },
  '/wages': { query: 'wage.months' },
}

/** Without a phase the page begins with the villages to be noticed. */
const noticesAt = (search: string): (typeof listOf)[string] | undefined =>
  search === ''
    ? { query: 'notice.villages' }
    : search === 'phase=to-confirm' || search === 'phase=to-post'
      ? { query: 'notice.list' }
      : undefined

async function behind(actor: Actor, to: string): Promise<number | undefined> {
  const [path = '', search = ''] = to.split('?')
  const list = path === '/notices' ? noticesAt(search) : listOf[path]
  if (!list) return undefined
  const { stage, answer, awarded, contracted, release, missing, behind: late, ...rest } = readSearch(search)
  const input = {
    ...rest,
    ...list.input,
    ...(stage && { stage: path === '/register' ? stage.split(',') : stage }),
    ...(answer && { answer: answer.split(',') }),
    ...(awarded && { awarded: awarded === 'yes' }),
    ...(missing && { missing: path === '/after-sales' ? missing === 'yes' : missing }),
    ...(contracted && { contracted: contracted === 'yes' }),
    ...(release && { release: release === 'yes' }),
    ...(late && { behind: path === '/schedule' ? late === 'yes' : late }),
  }
  return (await county.ask<{ total: number }>(actor, list.query, input)).total
}

describe('what waits for me', () => {
  it('is, for every person, exactly what the page it opens lists', async () => {
    let compared = 0
    for (const actor of Object.values(county.actors))
      for (const { key, to, count } of (await mine(actor)).items) {
        const listed = await behind(actor, to)
        if (listed === undefined) continue
        expect([actor.name, key, listed]).toEqual([actor.name, key, count])
        compared += 1
      }
    expect(compared).toBeGreaterThan(20)
  })

  it('is something for everybody it can wait for: no item is dead', async () => {
    const all = await Promise.all(Object.values(county.actors).map(mine))
    const waiting = new Set(
      all.flatMap(({ items }) => items.filter(({ count }) => count > 0).map(({ key }) => key)),
    )
    expect(workItems.filter(({ key }) => !waiting.has(key)).map(({ key }) => key)).toEqual([])
  })

  it('stands on the home it waits on, with the act or the page that does it', async () => {
    const { owner } = county.program.database
    const { actors } = county
    const oneAt = async (stage: string) => {
      const { rows } = await sql<{ id: string }>`
        select id from home where stage = ${stage} and village = ${area.village} order by id limit 1`.execute(
        owner,
      )
      return rows[0]?.id ?? ''
    }
    const waiting = async (actor: Actor, home: string) =>
      (await county.ask<{ key: string; act: string; to: string | null }[]>(actor, 'work.home', { home })).map(
        ({ key, act, to }) => [key, to ?? act],
      )
    const { rows } = await sql<{ first: string; second: string }>`
      select p.first, p.second from match_pair p join home h on h.id = p.first where h.village = ${area.village}`.execute(
      owner,
    )
    const [pair] = rows
    for (const home of [pair?.first ?? '', pair?.second ?? ''])
      expect(await waiting(actors.townOfficer, home)).toContainEqual([
        'duplicates',
        `/duplicates/${pair?.first}/${pair?.second}`,
      ])
    expect(await waiting(actors.otherTownOfficer, pair?.first ?? '').catch(() => [])).toEqual([])
    const { rows: across } = await sql<{ first: string; second: string }>`
      select first, second from match_pair where state = 'papers'`.execute(owner)
    const [apart] = across
    expect(await waiting(actors.townOfficer, apart?.first ?? '')).toContainEqual([
      'duplicate-papers',
      'home.settle-fact',
    ])
    // It waits for the bureau only once the papers are there.
    const elsewhere = await county.ask<{ key: string }[]>(actors.townOfficer, 'work.elsewhere', {
      home: apart?.first ?? '',
    })
    expect(elsewhere.map(({ key }) => key)).not.toContain('duplicates-on-papers')
    expect(await waiting(actors.bureauOfficer, apart?.second ?? '')).toContainEqual([
      'duplicates-on-papers',
      `/duplicates/${apart?.first}/${apart?.second}`,
    ])
    expect(await waiting(actors.townOfficer, await oneAt('applied'))).toContainEqual([
      'to-verify',
      'home.settle-fact',
    ])
    const applied = await oneAt('applied')
    expect(await waiting(actors.supervisor, await oneAt('self-checked'))).toEqual([
      ['to-visit', 'home.inspect'],
    ])
    expect(await waiting(actors.contractor, await oneAt('assigned'))).toEqual([
      ['to-install', 'home.install'],
    ])
    expect((await waiting(actors.auditor, applied)).length).toBe(0)

    const { rows: notices } = await sql<{ id: string }>`
      select id from notice where village = ${area.village} order by number limit 1`.execute(owner)
    const notice = notices[0]?.id ?? ''
    await sql`update objection set home = ${applied} where notice = ${notice} and state = 'open'`.execute(
      owner,
    )
    expect(await waiting(actors.townOfficer, applied)).toContainEqual([
      'objections',
      `/objections?state=open&notice=${notice}`,
    ])
  })

  it('of others stands on the home with who answers it', async () => {
    const { actors } = county
    const { owner } = county.program.database
    const { id, name } = actors.townOfficer
    await sql`insert into account (county, id, sign_in, name, password_hash, act)
              values (${countyId}, ${id}, 'town', ${name}, '', ${newId()})`.execute(owner)
    await sql`insert into role_grant (county, account, id, role, area, act)
              values (${countyId}, ${id}, ${newId()}, 'town-officer', ${area.town}, ${newId()})`.execute(
      owner,
    )
    const { rows } = await sql<{ first: string }>`
      select p.first from match_pair p
        join home h on h.id = p.first join home s on s.id = p.second
       where h.village = ${area.village} and s.town = h.town and p.state = 'open' and not p.earlier limit 1`.execute(
      owner,
    )
    const home = rows[0]?.first ?? ''
    const elsewhere = (actor: Actor) =>
      county.ask<{ key: string; holders: { role: string; office: string; names: string[] }[] }[]>(
        actor,
        'work.elsewhere',
        { home },
      )
    const seen = await elsewhere(actors.townReviewer)
    const pair = seen.find(({ key }) => key === 'duplicates')
    expect(pair?.holders).toEqual(
      expect.arrayContaining([expect.objectContaining({ role: 'town-officer', names: [name] })]),
    )
    expect(pair?.holders.every(({ office, names }) => office !== '' && names.length > 0)).toBe(true)
    // Whoever may answer it is told so above.
    expect((await elsewhere(actors.townOfficer)).map(({ key }) => key)).not.toContain('duplicates')
    await expect(elsewhere(actors.otherTownOfficer)).rejects.toThrow()
  })

  it('is only of my own duties', async () => {
    const keys = async (actor: Actor) => (await mine(actor)).items.map(({ key }) => key)
    const { actors } = county
    expect(await keys(actors.cadre)).toEqual([
      'publicity-short',
      'to-post',
      'hazards-overdue',
      'hazards-to-recheck',
      'officer-of-village',
      'patrols-of-village',
      'sign-off-village',
      'dossier-papers',
      'season-visits',
    ])
    expect(await keys(actors.bureauDirector)).toEqual([
      'exceptions',
      'wages-escalated',
      'claims-reviewed',
      'coal-to-decide',
      'reliefs',
    ])
    expect(await keys(actors.supervisor)).toEqual([
      'hazards-overdue',
      'hazards-to-recheck',
      'supervisor-to-name',
      'to-visit',
      'findings-to-watch',
      'premises-to-inspect',
      'dossier-papers',
    ])
    expect(await keys(actors.contractor)).toEqual([
      'plans-to-propose',
      'own-lots-behind',
      'sent-back',
      'to-install',
      'to-self-check',
      'to-commission',
      'to-take-back',
      'crew-to-name',
      'damage-to-repair',
      'damage-overdue',
      'hazards-to-remove',
      'permits-overdue',
      'officer-of-firm',
      'after-sales-missing',
      'patrols-of-firm',
      'wages-late',
      'findings-to-put-right',
      'findings-late',
      'premises-to-build',
      'dossier-papers',
      'claims-returned',
    ])
    expect(await keys(actors.auditor)).toEqual([])
  })

  it('never counts another town’s or firm’s', async () => {
    const { actors } = county
    for (const key of ['to-verify', 'duplicates', 'to-confirm', 'to-post', 'objections']) {
      const [here, there] = [
        await countOf(actors.townOfficer, key),
        await countOf(actors.otherTownOfficer, key),
      ]
      expect([key, here]).not.toEqual([key, 0])
      expect([key, there]).toEqual([key, here])
    }
    await sql`update home set answer = 'unknown' where village = ${area.farVillage} and stage = 'screened' and change is not null`.execute(
      county.program.database.owner,
    )
    expect(await countOf(actors.townOfficer, 'to-verify')).toBe(3)
    expect(await countOf(actors.otherTownOfficer, 'to-verify')).toBe(7)
    expect(await countOf(actors.bureauOfficer, 'to-verify')).toBe(10)
    expect(await countOf(actors.contractor, 'to-install')).toBe(6)
    expect(await countOf(actors.contractor, 'sent-back')).toBe(1)
    expect(await countOf(actors.contractor, 'to-self-check')).toBe(3)
    expect(await countOf(actors.otherContractor, 'claims-returned')).toBe(0)
  })

  it('no longer counts a home that has been signed for, but the other level still does', async () => {
    expect(await countOf(county.actors.cadre, 'sign-off-village')).toBe(2)
    expect(await countOf(county.actors.townReviewer, 'sign-off-town')).toBe(3)
  })
})
