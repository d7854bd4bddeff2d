-- What a lot's contract ordered, at what price, what it keeps until the warranty is over, and on what ground the
-- contractor advances (§4.2). A supplement is the next version; the last one counts, as long as the lot is its
-- contractor's (decision 0032).
create table lot_contract (
  county int not null references county (id),
  id uuid not null,
  lot uuid not null,
  version int not null check (version > 0),
  contractor uuid not null,
  number text not null,
  signed_on date not null,
  sum_fen bigint not null check (sum_fen > 0),
  advance_basis text not null,
  retention_percent int not null check (retention_percent between 0 and 30),
  warranty_months int not null check (warranty_months between 0 and 120),
  reason text,
  act uuid not null,
  primary key (county, id),
  unique (county, lot, version),
  foreign key (county, lot) references lot (county, id)
);

create table lot_contract_item (
  county int not null references county (id),
  contract uuid not null,
  position int not null,
  name text not null,
  unit text not null,
  counts text check (counts in ('unit', 'm2')),
  centi_quantity bigint not null check (centi_quantity > 0),
  unit_price_fen bigint not null check (unit_price_fen > 0),
  amount_fen bigint not null check (amount_fen >= 0),
  primary key (county, contract, position),
  foreign key (county, contract) references lot_contract (county, id)
);

-- What is taken off a claim, and what of it is kept until the warranty is over.
create table claim_deduction (
  county int not null references county (id),
  id uuid not null,
  claim uuid not null,
  kind text not null check (kind in ('penalty', 'defect', 'price-review', 'other')),
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null,
  made_on date not null,
  made_by uuid not null,
  struck_reason text,
  struck_by uuid,
  struck_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, claim) references claim (county, id),
  check ((struck_act is null) = (struck_by is null) and (struck_act is null) = (struck_reason is null))
);
create index on claim_deduction (county, claim);

alter table claim
  add column deducted_fen bigint not null default 0 check (deducted_fen >= 0 and deducted_fen <= total_fen),
  add column retained_fen bigint not null default 0 check (retained_fen >= 0 and retained_fen <= total_fen - deducted_fen),
  add column warranty_months int check (warranty_months between 0 and 120),
  add column release_on date,
  add column released_on date,
  add column released_by uuid,
  add column release_reference text,
  add check (release_on is null or state = 'paid'),
  add check ((released_on is null) = (released_by is null) and (released_on is null) = (release_reference is null)),
  add check (released_on is null or (retained_fen > 0 and released_on >= release_on));

create table lot_closing (
  county int not null references county (id),
  lot uuid not null,
  closed_on date not null,
  closed_by uuid not null,
  audited_fen bigint not null check (audited_fen >= 0),
  remark text not null,
  act uuid not null,
  primary key (county, lot),
  foreign key (county, lot) references lot (county, id)
);
