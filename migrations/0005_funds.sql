create table fund (
  county int not null references county (id),
  id uuid not null,
  name text not null,
  source text not null check (source in ('central', 'province', 'city', 'county', 'finance-company')),
  purpose text not null check (purpose in ('equipment', 'operating')),
  budget_fen bigint not null check (budget_fen >= 0),
  spent_fen bigint not null default 0 check (spent_fen >= 0 and spent_fen <= budget_fen),
  act uuid not null,
  primary key (county, id)
);

-- Every movement of a fund names its act; the running `spent_fen` above is their sum, and a test holds it so.
create table fund_entry (
  county int not null references county (id),
  id uuid not null,
  fund uuid not null,
  amount_fen bigint not null,
  kind text not null check (kind in ('claim', 'batch', 'failed-payment', 'recovery')),
  reference uuid not null,
  -- The number people call the claim or batch by.
  number int,
  booked_on date not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, fund) references fund (county, id)
);
create index fund_entry_fund on fund_entry (county, fund, id);
create index fund_entry_reference on fund_entry (county, reference);

-- §4.2: settled to contract on actual quantities, from accepted homes only.
create table claim (
  county int not null references county (id),
  id uuid not null,
  number int not null,
  lot uuid not null,
  contractor uuid not null,
  state text not null check (state in ('submitted', 'reviewed', 'approved', 'paid', 'returned')),
  homes int not null,
  units int not null,
  total_fen bigint not null check (total_fen >= 0),
  submitted_on date not null,
  submitted_by uuid not null,
  reviewed_on date,
  reviewed_by uuid,
  approved_on date,
  approved_by uuid,
  paid_on date,
  paid_by uuid,
  fund uuid,
  bank_reference text,
  returned_reason text,
  act uuid not null,
  primary key (county, id),
  unique (county, number),
  foreign key (county, lot) references lot (county, id),
  foreign key (county, fund) references fund (county, id)
);
create index claim_contractor on claim (county, contractor, number);

create table claim_line (
  county int not null,
  claim uuid not null,
  home uuid not null,
  units int not null,
  unit_price_fen bigint not null,
  subsidy_fen bigint not null check (subsidy_fen >= 0),
  formula jsonb not null,
  live boolean not null default true,
  primary key (county, claim, home),
  foreign key (county, claim) references claim (county, id),
  foreign key (county, home) references home (county, id)
);
-- A home is settled once: two claims in the same moment cannot both hold it.
create unique index claim_line_once on claim_line (county, home) where live;
