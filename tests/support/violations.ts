import type pg from 'pg'
import { stages } from '../../src/modules/households/stages.ts'

export interface ViolationOptions {
  /** Homes whose rows and screenings a test wrote by itself, so that no act, notice or letter of theirs is there. */
  homesWithoutActs?: boolean
}

/**
 * What the tables say that cannot be true together, each as a sentence with an example; none where nothing was doubled
 * or half applied. `db` connects as the tables' owner.
 */
export async function listViolations(
  db: pg.Pool | pg.Client,
  county: number,
  { homesWithoutActs = false }: ViolationOptions = {},
): Promise<string[]> {
  const found: string[] = []
  const ask = async (what: string, text: string) => {
    const { rows } = await db.query<Record<string, unknown>>(text, [county])
    if (rows.length > 0) found.push(`${what}: ${rows.length}, such as ${JSON.stringify(rows[0])}`)
  }
  for (const { table, column } of await actColumns(db))
    if (!(homesWithoutActs && ['home', 'screening'].includes(table)))
      await ask(
        `${table}.${column} names an act that is not in the log`,
        `select t.${column} as act from ${table} t
          where t.county = $1 and t.${column} is not null
            and not exists (select 1 from act a where a.county = $1 and a.id = t.${column})`,
      )
  for (const [what, text] of [...ofTheLog, ...ofTheRegister, ...ofTheWorks, ...ofTheMoney])
    await ask(what, text)
  if (!homesWithoutActs) for (const [what, text] of ofConfirmation) await ask(what, text)
  return found
}

async function actColumns(db: pg.Pool | pg.Client): Promise<{ table: string; column: string }[]> {
  const { rows } = await db.query<{ table: string; column: string }>(
    `select c.table_name as "table", c.column_name as "column" from information_schema.columns c
       join information_schema.columns k using (table_schema, table_name)
      where c.table_schema = 'public' and k.column_name = 'county' and c.data_type = 'uuid'
        and (c.column_name = 'act' or c.column_name like '%\\_act')
      order by 1, 2`,
  )
  return rows
}

const at = (stage: (typeof stages)[number]) => `array_position(array['${stages.join("','")}'], h.stage) >=
  ${stages.indexOf(stage) + 1}`

const ofTheLog: [string, string][] = [
  [
    'an act without subjects',
    `select a.id, a.kind from act a where a.county = $1
        and not exists (select 1 from act_subject s where s.county = $1 and s.act = a.id)`,
  ],
  [
    'an act neither sealed nor waiting, or both',
    `select a.id, a.kind from act a where a.county = $1
        and (exists (select 1 from log_leaf l where l.county = $1 and l.act = a.id))
          = (exists (select 1 from log_pending p where p.county = $1 and p.act = a.id))`,
  ],
  [
    'evidence of an act that was never uploaded',
    `select e.act, encode(e.digest, 'hex') as digest from act_evidence e where e.county = $1
        and not exists (select 1 from evidence_file f where f.county = $1 and f.digest = e.digest)`,
  ],
]

const keyed = (column: string, bit: number): [string, string] => [
  `a wrong mark for a shared ${column}`,
  `select h.id, h.duplicates from home h
     left join (select line, ${column} as key, count(*) as homes, count(confirmed_on) as confirmed
                  from home where county = $1 and ended is null and ${column} is not null
                 group by line, ${column}) k on k.line = h.line and k.key = h.${column}
    where h.county = $1 and h.ended is null and h.stage <> 'applied'
      and ((h.duplicates & ${bit}) > 0)
          <> coalesce(k.homes > 1 and (h.confirmed_on is null or k.confirmed > 1), false)`,
]

const ofTheRegister: [string, string][] = [
  [
    'an import with other homes than it says',
    `select i.id, i.homes from register_import i where i.county = $1
        and (select count(*) from home h where h.county = $1 and h.import = i.id)
            <> case when i.undone_act is null then i.homes else 0 end`,
  ],
  [
    'a row of a workbook entered twice',
    `select import, import_row from home where county = $1 and import is not null
      group by import, import_row having count(*) > 1`,
  ],
  [
    'a home that does not stand as its last screening says',
    `select h.id, h.answer, s.answer as screened from home h
       join lateral (select * from screening s where s.county = $1 and s.home = h.id
                      order by s.id desc limit 1) s on true
      where h.county = $1 and h.ended is null
        and (h.screening, h.answer, h.failed_rules, h.unknown_rules)
            is distinct from (s.id, s.answer, s.failed_rules, s.unknown_rules)`,
  ],
  [
    'a home screened without a screening',
    `select h.id from home h where h.county = $1 and h.screened_as is not null and h.screening is null`,
  ],
  keyed('id_number_index', 1),
  keyed('account_number', 2),
  keyed('title_index', 4),
  [
    'a live home waiting on other than one open notice, or waiting without being noticed',
    `select h.id, h.stage from home h where h.county = $1 and h.ended is null
        and (select count(*) from notice_home n
               join notice o on o.county = $1 and o.id = n.notice and o.state = 'open'
              where n.county = $1 and n.home = h.id and n.outcome is null)
            <> case when h.stage = 'noticed' then 1 else 0 end`,
  ],
  [
    'a closed notice with homes still waiting',
    `select n.notice from notice_home n join notice o on o.county = $1 and o.id = n.notice
      where n.county = $1 and o.state = 'confirmed' and n.outcome is null`,
  ],
  [
    'an exception granted without the fact, or the fact without the grant',
    `select r.id from exception_request r where r.county = $1
        and (r.state = 'granted') <> exists (
          select 1 from settled_fact f where f.county = $1 and f.home = r.home and f.fact = r.fact and f.exception)`,
  ],
]

const ofConfirmation: [string, string][] = [
  [
    'a home confirmed without a notice or a letter',
    `select h.id from home h where h.county = $1 and h.confirmed_on is not null
        and (not exists (select 1 from notice_home n where n.county = $1 and n.home = h.id and n.outcome = 'confirmed')
          or not exists (select 1 from home_letter l where l.county = $1 and l.home = h.id))`,
  ],
  [
    'a home confirmed on its notice and not in the register',
    `select n.home from notice_home n join home h on h.county = $1 and h.id = n.home
      where n.county = $1 and n.outcome = 'confirmed' and (h.confirmed_on is null or not ${at('confirmed')})`,
  ],
]

const ofTheWorks: [string, string][] = [
  [
    'a home installed without an installation, or the other way round',
    `select h.id, h.stage from home h where h.county = $1
        and (${at('installed')}) <> exists (select 1 from installation i where i.county = $1 and i.home = h.id)`,
  ],
  [
    'a machine in a home without an installation',
    `select d.serial from device d where d.county = $1 and d.removed_on is null
        and not exists (select 1 from installation i where i.county = $1 and i.home = d.home)`,
  ],
  [
    'a home accepted without its date, or the other way round',
    `select h.id, h.stage from home h where h.county = $1 and (${at('accepted')}) <> (h.accepted_on is not null)`,
  ],
  [
    'a home accepted without a passed visit signed off by two, or with machines not accepted',
    `select h.id from home h where h.county = $1 and h.accepted_on is not null
        and (exists (select 1 from device d where d.county = $1 and d.home = h.id and d.removed_on is null and not d.accepted)
          or not exists (
            select 1 from acceptance_visit a
              join sign_off v on v.county = $1 and v.visit = a.id and v.level = 'village'
              join sign_off t on t.county = $1 and t.visit = a.id and t.level = 'town'
             where a.county = $1 and a.home = h.id and a.passed and v.signer <> t.signer
               and a.inspector not in (v.signer, t.signer)))`,
  ],
  [
    'visits of a home not counted one by one',
    `select home from acceptance_visit where county = $1 group by home
      having min(number) <> 1 or max(number) <> count(*)`,
  ],
]

const ofTheMoney: [string, string][] = [
  [
    'an account that stands other than its transfers sum to',
    `select coalesce(b.fund, t.fund) as fund, coalesce(b.account, t.account) as account, b.amount_fen, t.amount
       from (select * from ledger_balance where county = $1) b
       full join (
         select j.fund, s.account, sum(s.amount) as amount
           from ledger_journal j
           join (select county, journal, debit as account, amount_fen as amount from ledger_transfer
                  union all select county, journal, credit, -amount_fen from ledger_transfer) s
             on s.county = $1 and s.journal = j.id
          where j.county = $1 group by j.fund, s.account) t on t.fund = b.fund and t.account = b.account
      where coalesce(b.amount_fen, 0) <> coalesce(t.amount, 0)`,
  ],
  [
    'a journal without transfers, or with one of another amount',
    `select j.id, j.kind from ledger_journal j where j.county = $1
        and (not exists (select 1 from ledger_transfer t where t.county = $1 and t.journal = j.id)
          or exists (select 1 from ledger_transfer t
                      where t.county = $1 and t.journal = j.id and t.amount_fen <> j.amount_fen))`,
  ],
  [
    'a fund whose budget is not what is available, reserved and used together',
    `select fund from ledger_balance where county = $1 and account in ('appropriation', 'available', 'reserved', 'used')
      group by fund having sum(amount_fen) <> 0`,
  ],
  [
    'an account in trust that stands other than its receipts, slips, transfers and refunds say',
    `select a.id from contribution_account a
      cross join lateral (
        select coalesce(sum(r.amount_fen), 0) as received,
               coalesce(sum(r.amount_fen) filter (where s.state = 'confirmed'), 0) as banked
          from contribution_receipt r left join contribution_slip s on s.county = $1 and s.id = r.slip
         where r.county = $1 and r.account = a.id and r.void_act is null) m
      cross join lateral (
        select coalesce((select sum(x.amount_fen) from contribution_transfer x where x.county = $1 and x.account = a.id), 0)
             + coalesce((select sum(f.amount_fen) from contribution_refund f where f.county = $1 and f.account = a.id), 0)
               as gone) g
      cross join lateral (
        select coalesce(sum(b.amount_fen) filter (where b.account = 'on-hand'), 0) as on_hand,
               coalesce(sum(b.amount_fen) filter (where b.account = 'bank'), 0) as bank,
               coalesce(-sum(b.amount_fen) filter (where b.account = 'held'), 0) as held
          from ledger_balance b where b.county = $1 and b.fund = a.id) l
      where a.county = $1
        and (l.on_hand, l.bank, l.held) <> (m.received - m.banked, m.banked - g.gone, m.received - g.gone)`,
  ],
  [
    'a slip or transfer other than the sum of what it holds',
    `select s.id from contribution_slip s where s.county = $1 and s.state <> 'returned'
        and s.amount_fen <> (select coalesce(sum(r.amount_fen), 0) from contribution_receipt r
                              where r.county = $1 and r.slip = s.id)
     union all
     select x.id from contribution_transfer x where x.county = $1
        and (x.homes, x.amount_fen) <> (select count(*)::int, coalesce(sum(p.amount_fen), 0)::bigint
                                          from contribution_passed_on p where p.county = $1 and p.transfer = x.id)`,
  ],
  [
    'a home of which more went out than was in the bank',
    `select h.id from home h
      cross join lateral (
        select coalesce(sum(r.amount_fen) filter (where s.state = 'confirmed'), 0) as banked
          from contribution_receipt r left join contribution_slip s on s.county = $1 and s.id = r.slip
         where r.county = $1 and r.home = h.id and r.void_act is null) m
      where h.county = $1
        and m.banked < coalesce((select sum(p.amount_fen) from contribution_passed_on p where p.county = $1 and p.home = h.id), 0)
                     + coalesce((select sum(f.amount_fen) from contribution_refund f where f.county = $1 and f.home = h.id), 0)`,
  ],
  [
    'a claim other than the sum of its lines',
    `select c.id, c.state from claim c where c.county = $1
        and (c.homes, c.units, c.total_fen) <>
            (select count(*)::int, coalesce(sum(l.units), 0)::int, coalesce(sum(l.subsidy_fen), 0)::bigint
               from claim_line l where l.county = $1 and l.claim = c.id)`,
  ],
  [
    'a claim line that counts though its claim was returned, or the other way round',
    `select l.claim from claim_line l join claim c on c.county = $1 and c.id = l.claim
      where l.county = $1 and l.live = (c.state = 'returned')`,
  ],
  [
    'a claim approved and not booked once, or booked and not approved',
    `select c.id, c.state from claim c where c.county = $1
        and ((select coalesce(sum(case j.kind when 'claim-approved' then j.amount_fen else -j.amount_fen end), 0)
                from ledger_journal j
               where j.county = $1 and j.kind in ('claim-approved', 'claim-returned') and j.reference = c.id)
             <> case when c.state in ('approved', 'paid') then c.total_fen - c.deducted_fen else 0 end
          or (select coalesce(sum(j.amount_fen), 0) from ledger_journal j
               where j.county = $1 and j.kind = 'claim-paid' and j.reference = c.id)
             <> case when c.state = 'paid' then c.total_fen - c.deducted_fen - c.retained_fen else 0 end
          or (select coalesce(sum(j.amount_fen), 0) from ledger_journal j
               where j.county = $1 and j.kind = 'retention-released' and j.reference = c.id)
             <> case when c.released_on is null then 0 else c.retained_fen end)`,
  ],
  [
    'a claim off which something else is taken than what stands, or that keeps what its approval did not',
    `select c.id, c.state from claim c where c.county = $1
        and (c.deducted_fen <> coalesce((select sum(d.amount_fen) from claim_deduction d
                                          where d.county = $1 and d.claim = c.id and d.struck_act is null), 0)
          or c.retained_fen > 0 and c.state not in ('approved', 'paid')
          or c.release_on is null and c.state = 'paid' and c.retained_fen > 0)`,
  ],
  [
    'a batch other than the sum of its payments, or closed while some wait',
    `select b.id from payment_batch b where b.county = $1
        and ((b.payments, b.total_fen) <>
             (select count(*)::int, coalesce(sum(p.amount_fen), 0)::bigint
                from payment p where p.county = $1 and p.batch = b.id)
          or (b.state = 'closed') = exists (
               select 1 from payment p where p.county = $1 and p.batch = b.id and p.state = 'waiting'))`,
  ],
  [
    'a batch whose fund was not charged for what is waiting or paid',
    `select b.id from payment_batch b where b.county = $1
        and ((select coalesce(sum(case j.kind when 'batch-frozen' then j.amount_fen else -j.amount_fen end), 0)
                from ledger_journal j
               where j.county = $1 and j.reference = b.id
                 and j.kind in ('batch-frozen', 'payment-failed', 'payment-came-back'))
             <> (select coalesce(sum(p.amount_fen), 0) from payment p
                  where p.county = $1 and p.batch = b.id and p.state <> 'failed')
          or (select coalesce(sum(case j.kind when 'batch-paid' then j.amount_fen else -j.amount_fen end), 0)
                from ledger_journal j
               where j.county = $1 and j.reference = b.id and j.kind in ('batch-paid', 'payment-came-back'))
             <> (select coalesce(sum(p.amount_fen), 0) from payment p
                  where p.county = $1 and p.batch = b.id and p.state = 'paid'))`,
  ],
  [
    'a recovery booked other than it is owed and repaid',
    `select r.id, r.state from recovery r where r.county = $1
        and ((select coalesce(sum(case j.kind when 'recovery-opened' then j.amount_fen else -j.amount_fen end), 0)
                from ledger_journal j
               where j.county = $1 and j.reference = r.id and j.kind in ('recovery-opened', 'recovery-lifted'))
             <> case when r.state = 'lifted' then 0 else r.owed_fen end
          or (select coalesce(sum(j.amount_fen), 0) from ledger_journal j
               where j.county = $1 and j.reference = r.id and j.kind = 'recovery-repaid') <> r.repaid_fen
          or (select coalesce(sum(j.amount_fen), 0) from ledger_journal j
               where j.county = $1 and j.reference = r.id and j.kind = 'recovery-relieved') <> r.waived_fen
          or (r.state = 'closed') <> (r.owed_fen = r.repaid_fen + r.waived_fen and r.state <> 'lifted'))`,
  ],
  [
    'a statement that does not stand as its payments say',
    `select s.id, s.state from statement s where s.county = $1
        and ((s.state = 'batched') <> exists (
               select 1 from payment p where p.county = $1 and p.statement = s.id and p.state = 'waiting')
          or (s.state = 'paid') <> exists (
               select 1 from payment p where p.county = $1 and p.statement = s.id and p.state = 'paid'))`,
  ],
  [
    'a recovery other than what the home received, or repaid other than its repayments',
    `select r.id from recovery r where r.county = $1
        and ((r.owed_fen, r.repaid_fen, r.waived_fen) <>
             (select coalesce(sum(i.amount_fen), 0)::bigint, coalesce(sum(i.repaid_fen), 0)::bigint,
                     coalesce(sum(i.waived_fen), 0)::bigint
                from recovery_item i where i.county = $1 and i.recovery = r.id)
          or r.repaid_fen <> (select coalesce(sum(p.amount_fen), 0) from repayment p
                               where p.county = $1 and p.recovery = r.id)
          or r.waived_fen <> (select coalesce(sum(w.amount_fen), 0) from recovery_relief w
                               where w.county = $1 and w.recovery = r.id and w.state = 'granted'))`,
  ],
  [
    'money a revoked home received that no recovery asks back',
    `select h.id from home h where h.county = $1 and h.ended = 'revoked'
        and (exists (select 1 from payment p where p.county = $1 and p.home = h.id and p.state = 'paid'
                        and not exists (select 1 from recovery_item i where i.county = $1 and i.source = p.id))
          or exists (select 1 from claim_line l join claim c on c.county = $1 and c.id = l.claim and c.state = 'paid'
                      where l.county = $1 and l.home = h.id and l.live and l.subsidy_fen > 0
                        and not exists (select 1 from recovery_item i
                                          join recovery r on r.county = $1 and r.id = i.recovery and r.home = h.id
                                         where i.county = $1 and i.source = c.id)))`,
  ],
]
