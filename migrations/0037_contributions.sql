-- §A.2: money that households pay themselves, in the same ledger and in funds of its own.
alter table fund drop constraint fund_source_check;
alter table fund add constraint fund_source_check
  check (source in ('central', 'province', 'city', 'county', 'finance-company', 'household'));
alter table fund drop constraint fund_purpose_check;
alter table fund add constraint fund_purpose_check
  check (purpose in ('equipment', 'operating', 'contribution') and (purpose = 'contribution') = (source = 'household'));
alter table ledger_balance drop constraint ledger_balance_check;
alter table ledger_balance add constraint ledger_balance_check
  check (case when account in ('appropriation', 'source', 'payable', 'recovered', 'held') then amount_fen <= 0 else amount_fen >= 0 end);

-- A town's account in trust; its id is its fund's.
create table contribution_account (
  county int not null references county (id),
  id uuid not null,
  town text collate "C" not null,
  bank text not null,
  account_number text not null,
  opened_on date not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, id) references fund (county, id),
  unique (county, town)
);

-- Money taken to the bank, by the bank's slip.
create table contribution_slip (
  county int not null references county (id),
  id uuid not null,
  account uuid not null,
  number text not null,
  amount_fen bigint not null check (amount_fen > 0),
  banked_on date not null,
  entered_on date not null,
  entered_by uuid not null,
  state text not null check (state in ('entered', 'confirmed', 'returned')),
  settled_on date,
  settled_by uuid,
  reason text,
  act uuid not null,
  primary key (county, id),
  foreign key (county, account) references contribution_account (county, id)
);
create unique index contribution_slip_once on contribution_slip (county, account, number) where state <> 'returned';

-- A numbered receipt; a number is used once, also where it was voided.
create table contribution_receipt (
  county int not null references county (id),
  id uuid not null,
  account uuid not null,
  home uuid not null,
  year int not null,
  number int not null check (number > 0),
  amount_fen bigint not null check (amount_fen > 0),
  paid_on date not null,
  way text not null check (way in ('cash', 'transfer', 'scan')),
  collected_by uuid not null,
  slip uuid,
  void_act uuid,
  void_reason text,
  act uuid not null,
  primary key (county, id),
  foreign key (county, account) references contribution_account (county, id),
  foreign key (county, home) references home (county, id),
  foreign key (county, slip) references contribution_slip (county, id),
  unique (county, account, year, number),
  check (void_act is null or slip is null)
);
create index contribution_receipt_home on contribution_receipt (county, home);
create index contribution_receipt_slip on contribution_receipt (county, slip) where slip is not null;

-- Money passed on to a contractor, whole and once per home.
create table contribution_transfer (
  county int not null references county (id),
  id uuid not null,
  account uuid not null,
  contractor uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  homes int not null,
  passed_on date not null,
  bank_reference text not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, account) references contribution_account (county, id),
  foreign key (county, contractor) references organisation (county, id)
);
create unique index contribution_transfer_once on contribution_transfer (county, account, bank_reference);
create table contribution_passed_on (
  county int not null,
  home uuid not null,
  transfer uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (county, home),
  foreign key (county, home) references home (county, id),
  foreign key (county, transfer) references contribution_transfer (county, id)
);

create table contribution_refund (
  county int not null references county (id),
  id uuid not null,
  account uuid not null,
  home uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  refunded_on date not null,
  bank_reference text not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, account) references contribution_account (county, id),
  foreign key (county, home) references home (county, id)
);
create index contribution_refund_home on contribution_refund (county, home);
