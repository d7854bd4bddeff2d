create table season (
  county int not null references county (id),
  id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  fund uuid,
  act uuid not null,
  primary key (county, id),
  unique (county, starts_on),
  foreign key (county, fund) references fund (county, id)
);

create table usage_import (
  county int not null references county (id),
  id uuid not null,
  season uuid not null,
  file_digest bytea not null,
  file_name text not null,
  row_count int not null,
  imported_on date not null,
  imported_by uuid not null,
  primary key (county, id),
  unique (county, season, file_digest),
  foreign key (county, season) references season (county, id)
);

create table usage_reading (
  county int not null,
  season uuid not null,
  home uuid not null,
  account_number text collate "C" not null,
  start_centi_kwh bigint not null,
  end_centi_kwh bigint not null,
  used_centi_kwh bigint not null check (used_centi_kwh >= 0),
  import uuid not null,
  import_row int not null,
  primary key (county, season, home),
  foreign key (county, season) references season (county, id),
  foreign key (county, home) references home (county, id),
  foreign key (county, import) references usage_import (county, id)
);

-- One statement a home and season; its amount with the formula and the parameters it came from.
create table statement (
  county int not null references county (id),
  id uuid not null,
  season uuid not null,
  home uuid not null,
  town text collate "C" not null,
  village text collate "C" not null,
  account_number text collate "C" not null,
  used_centi_kwh bigint not null,
  amount_fen bigint not null check (amount_fen >= 0),
  formula jsonb not null,
  answer text not null check (answer in ('yes', 'no', 'unknown')),
  decision jsonb not null,
  state text not null check (state in ('drawn-up', 'town-reviewed', 'bureau-reviewed', 'batched', 'paid', 'failed', 'blocked', 'revoked')),
  drawn_up_on date not null,
  drawn_up_by uuid not null,
  town_reviewed_by uuid,
  town_reviewed_on date,
  bureau_reviewed_by uuid,
  bureau_reviewed_on date,
  -- Taken out of the review, with why; a corrected reading may then replace the first one.
  sent_back_on date,
  sent_back_by uuid,
  sent_back_reason text,
  -- Who put another account to a failed payment: nobody looks that over alone.
  account_corrected_by uuid,
  act uuid not null,
  primary key (county, id),
  unique (county, season, home),
  foreign key (county, season) references season (county, id),
  foreign key (county, home) references home (county, id)
);
create index statement_state on statement (county, season, state, town);
create index statement_home on statement (county, home);

create table payment_batch (
  county int not null references county (id),
  id uuid not null,
  season uuid not null,
  fund uuid not null,
  number int not null,
  state text not null check (state in ('frozen', 'closed')),
  payments int not null,
  total_fen bigint not null,
  -- SHA-256 over the frozen lines: what left for payment can be compared with it for good.
  lines_digest bytea not null,
  frozen_on date not null,
  frozen_by uuid not null,
  act uuid not null,
  primary key (county, id),
  unique (county, number),
  foreign key (county, season) references season (county, id)
);

create table payment (
  county int not null,
  id uuid not null,
  reference text collate "C" not null,
  batch uuid not null,
  statement uuid not null,
  home uuid not null,
  account_number text not null,
  payee text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('waiting', 'paid', 'failed')),
  failure text,
  receipt uuid,
  settled_on date,
  primary key (county, id),
  unique (county, reference),
  foreign key (county, batch) references payment_batch (county, id),
  foreign key (county, statement) references statement (county, id),
  foreign key (county, home) references home (county, id)
);
-- Whatever is uploaded twice, a statement is paid once: at most one payment that is waiting or paid.
create unique index payment_once on payment (county, statement) where state in ('waiting', 'paid');
create index payment_batch_of on payment (county, batch);
create index payment_home on payment (county, home);

create table receipt_import (
  county int not null references county (id),
  id uuid not null,
  batch uuid not null,
  file_digest bytea not null,
  file_name text not null,
  row_count int not null,
  imported_on date not null,
  imported_by uuid not null,
  primary key (county, id),
  foreign key (county, batch) references payment_batch (county, id)
);

-- §3.3.2b: coal found, subsidy cancelled and recovered.
create table coal_finding (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  found_on date not null,
  found_by uuid not null,
  description text not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, home) references home (county, id)
);
create index coal_finding_home on coal_finding (county, home);

create table recovery (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  finding uuid not null,
  opened_on date not null,
  owed_fen bigint not null check (owed_fen >= 0),
  repaid_fen bigint not null default 0 check (repaid_fen >= 0 and repaid_fen <= owed_fen),
  state text not null check (state in ('open', 'closed')),
  act uuid not null,
  primary key (county, id),
  foreign key (county, home) references home (county, id),
  foreign key (county, finding) references coal_finding (county, id)
);
create index recovery_home on recovery (county, home);

-- Every fen the home received, by what it came from.
create table recovery_item (
  county int not null,
  recovery uuid not null,
  kind text not null check (kind in ('equipment', 'operating')),
  source uuid not null,
  fund uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  repaid_fen bigint not null default 0 check (repaid_fen >= 0 and repaid_fen <= amount_fen),
  primary key (county, recovery, kind, source),
  foreign key (county, recovery) references recovery (county, id)
);

create table repayment (
  county int not null,
  id uuid not null,
  recovery uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  paid_on date not null,
  bank_reference text not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, recovery) references recovery (county, id)
);
