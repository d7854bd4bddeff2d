-- §5.2: every movement of money, as transfers between the accounts of one fund. Added to, never changed.
create table ledger_journal (
  county int not null references county (id),
  id uuid not null,
  fund uuid not null,
  kind text collate "C" not null,
  amount_fen bigint not null check (amount_fen > 0),
  -- The claim, batch, receipt of money or recovery it belongs to, and the number people call it by.
  reference uuid not null,
  number int,
  -- Whom it is owed to, where that is a firm.
  party uuid,
  -- The journal it takes back.
  reverses uuid,
  booked_on date not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, fund) references fund (county, id),
  foreign key (county, reverses) references ledger_journal (county, id),
  foreign key (county, party) references organisation (county, id),
  unique (county, reverses)
);
create index ledger_journal_fund on ledger_journal (county, fund, booked_on desc, id desc);
create index ledger_journal_reference on ledger_journal (county, reference);

create table ledger_transfer (
  county int not null,
  journal uuid not null,
  position int not null,
  debit text collate "C" not null,
  credit text collate "C" not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (county, journal, position),
  foreign key (county, journal) references ledger_journal (county, id),
  check (debit <> credit)
);

-- The sum of the transfers, kept so that two people at once cannot both spend the last yuan: debits less credits.
create table ledger_balance (
  county int not null,
  fund uuid not null,
  account text collate "C" not null,
  amount_fen bigint not null,
  primary key (county, fund, account),
  foreign key (county, fund) references fund (county, id),
  check (case when account in ('appropriation', 'source', 'payable', 'recovered') then amount_fen <= 0 else amount_fen >= 0 end)
);

-- Money that came in, with the bank's reference: one transfer is received once.
create table fund_receipt (
  county int not null references county (id),
  id uuid not null,
  fund uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  received_on date not null,
  bank_reference text not null,
  reversed_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, fund) references fund (county, id)
);
create unique index fund_receipt_once on fund_receipt (county, bank_reference) where reversed_act is null;

-- What was booked before becomes journals of the same day and act.
create temporary table moved as
select county, id as fund, null::uuid as id, 'fund-opened' as kind, budget_fen as amount, id as reference, null::int as number,
       null::uuid as party, (select a.recorded_at::date from act a where a.county = f.county and a.id = f.act) as day, act
  from fund f
union all
select e.county, e.fund, e.id,
       case e.kind when 'claim' then case when e.amount_fen > 0 then 'claim-approved' else 'claim-returned' end
                   when 'batch' then 'batch-frozen' when 'failed-payment' then 'payment-failed' else 'recovery-repaid' end,
       abs(e.amount_fen), e.reference, e.number, c.contractor, e.booked_on, e.act
  from fund_entry e left join claim c on c.county = e.county and c.id = e.reference
union all
select c.county, c.fund, null, 'claim-paid', c.total_fen, c.id, c.number, c.contractor, c.paid_on,
       coalesce((select s.act from act_subject s join act a on a.county = s.county and a.id = s.act
                  where s.county = c.county and s.subject_type = 'claim' and s.subject = c.id and a.kind = 'claim.pay'
                  limit 1), c.act)
  from claim c where c.state = 'paid' and c.total_fen > 0
union all
select b.county, b.fund, null, 'batch-paid', sum(p.amount_fen), b.id, b.number, null, p.settled_on, p.receipt
  from payment p join payment_batch b on b.county = p.county and b.id = p.batch
 where p.state = 'paid' group by b.county, b.fund, b.id, b.number, p.settled_on, p.receipt
union all
select r.county, i.fund, null, 'recovery-opened', sum(i.amount_fen), r.id, null, null, r.opened_on, r.act
  from recovery r join recovery_item i on i.county = r.county and i.recovery = r.id
 group by r.county, i.fund, r.id, r.opened_on, r.act
union all
select r.county, i.fund, null, 'recovery-lifted', sum(i.amount_fen - i.repaid_fen), r.id, null, null, r.opened_on, r.act
  from recovery r join recovery_item i on i.county = r.county and i.recovery = r.id
 where r.state = 'lifted' group by r.county, i.fund, r.id, r.opened_on, r.act;
insert into moved
select county, fund, null, 'carried-over', sum(amount), fund, null, null, min(day), (select f.act from fund f where f.county = m.county and f.id = m.fund)
  from (select county, fund, day, case when kind in ('claim-paid', 'batch-frozen') then amount
               when kind = 'payment-failed' then -amount else 0 end as amount
          from moved where kind in ('claim-paid', 'batch-frozen', 'payment-failed')) m
 group by county, fund having sum(amount) > 0;
update moved set id = gen_random_uuid() where id is null;

insert into ledger_journal (county, id, fund, kind, amount_fen, reference, number, party, booked_on, act)
select county, id, fund, kind, amount, reference, number, party, day, act from moved where amount > 0;
insert into ledger_transfer (county, journal, position, debit, credit, amount_fen)
select m.county, m.id, k.position, k.debit, k.credit, m.amount
  from moved m join (values
    ('fund-opened', 1, 'available', 'appropriation'), ('carried-over', 1, 'bank', 'source'),
    ('claim-approved', 1, 'reserved', 'available'), ('claim-approved', 2, 'subsidy', 'payable'),
    ('claim-returned', 1, 'available', 'reserved'), ('claim-returned', 2, 'payable', 'subsidy'),
    ('claim-paid', 1, 'used', 'reserved'), ('claim-paid', 2, 'payable', 'bank'),
    ('batch-frozen', 1, 'reserved', 'available'), ('batch-frozen', 2, 'subsidy', 'payable'), ('batch-frozen', 3, 'in-transit', 'bank'),
    ('batch-paid', 1, 'used', 'reserved'), ('batch-paid', 2, 'payable', 'in-transit'),
    ('payment-failed', 1, 'available', 'reserved'), ('payment-failed', 2, 'payable', 'subsidy'), ('payment-failed', 3, 'bank', 'in-transit'),
    ('recovery-opened', 1, 'receivable', 'recovered'), ('recovery-lifted', 1, 'recovered', 'receivable'),
    ('recovery-repaid', 1, 'bank', 'receivable'), ('recovery-repaid', 2, 'available', 'used')) k (kind, position, debit, credit)
    on k.kind = m.kind
 where m.amount > 0;
insert into ledger_balance (county, fund, account, amount_fen)
select j.county, j.fund, s.account, sum(s.amount)
  from ledger_journal j
  join (select county, journal, debit as account, amount_fen as amount from ledger_transfer
         union all select county, journal, credit, -amount_fen from ledger_transfer) s
    on s.county = j.county and s.journal = j.id
 group by j.county, j.fund, s.account;
drop table moved;
drop table fund_entry;
alter table fund drop column spent_fen, drop column budget_fen;
