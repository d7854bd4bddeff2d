-- §4.3: what the meters showed, as the grid company's files had it: a row for each file and home, its readings side by side.
-- Added to, never changed: of two files that speak of one moment the later one counts.
create table meter_import (
  county int not null references county (id),
  id uuid not null,
  season uuid not null,
  -- In the order they came in.
  number int not null,
  file_digest bytea not null,
  file_name text not null,
  reading_count int not null,
  home_count int not null,
  -- Accounts that belong to no home, or to several.
  unmatched_count int not null,
  first_on date not null,
  last_on date not null,
  imported_on date not null,
  imported_by uuid not null,
  primary key (county, id),
  unique (county, season, number),
  unique (county, season, file_digest),
  foreign key (county, season) references season (county, id)
);

create table meter_reading (
  county int not null,
  import uuid not null,
  home uuid not null,
  season uuid not null,
  number int not null,
  account_number text collate "C" not null,
  -- Minutes since 1970-01-01 in Asia/Shanghai; 0 actual, 1 estimated, 2 final, 3 initial.
  at_minutes int[] not null,
  centi_kwh bigint[] not null,
  kinds smallint[] not null,
  -- The season's first and last day: 0 not read, 1 estimated, 2 read.
  first_day smallint not null check (first_day between 0 and 2),
  last_day smallint not null check (last_day between 0 and 2),
  primary key (county, import, home),
  foreign key (county, import) references meter_import (county, id),
  foreign key (county, home) references home (county, id),
  check (cardinality(at_minutes) = cardinality(centi_kwh) and cardinality(at_minutes) = cardinality(kinds))
);
create index meter_reading_home on meter_reading (county, season, home);

-- Daily mean temperatures of the county, as a file had them.
create table temperature_import (
  county int not null references county (id),
  id uuid not null,
  season uuid not null,
  number int not null,
  file_digest bytea not null,
  file_name text not null,
  -- Days since 1970-01-01.
  days int[] not null,
  centi_celsius int[] not null,
  first_on date not null,
  last_on date not null,
  imported_on date not null,
  imported_by uuid not null,
  primary key (county, id),
  unique (county, season, number),
  unique (county, season, file_digest),
  foreign key (county, season) references season (county, id),
  check (cardinality(days) = cardinality(centi_celsius))
);

-- What an analysis said of a season: on what it was run, and home by home. Never changed; the next one stands beside it.
create table season_analysis (
  county int not null references county (id),
  id uuid not null,
  season uuid not null,
  number int not null,
  from_on date not null,
  to_on date not null,
  -- SHA-256 of the files' digests in their order, and of the weights of the evidence.
  files_digest bytea not null,
  weights_digest bytea not null,
  reading_files int not null,
  temperature_files int not null,
  reading_count int not null,
  home_count int not null,
  -- Visits whose findings re-weighed the evidence.
  finding_count int not null,
  analysed_on date not null,
  analysed_by uuid not null,
  primary key (county, id),
  unique (county, season, number),
  foreign key (county, season) references season (county, id)
);

create table season_home (
  county int not null,
  analysis uuid not null,
  home uuid not null,
  account_number text collate "C" not null,
  centi_kwh bigint not null,
  lower_centi_kwh bigint not null,
  upper_centi_kwh bigint not null,
  allocated float8 not null,
  days_missing int not null,
  days_there int not null,
  -- Bits in the order of rules/flags.ts.
  flags int not null,
  signs text[] not null,
  -- Log-odds of coal, the sum of its parts; it asks for a visit and decides nothing.
  score float8 not null,
  probability float8 not null,
  low float8 not null,
  high float8 not null,
  parts jsonb not null,
  reasons jsonb not null,
  -- Of each day from the season's first on; null where nothing was read.
  day_centi_kwh int[] not null,
  primary key (county, analysis, home),
  foreign key (county, analysis) references season_analysis (county, id),
  foreign key (county, home) references home (county, id),
  check (lower_centi_kwh <= centi_kwh and centi_kwh <= upper_centi_kwh)
);
create index season_home_home on season_home (county, home);

-- Electricity may be taken from an analysis instead of a file: then there are bounds in place of two figures of a register.
alter table usage_import add column analysis uuid;
alter table usage_import add column analysis_number int;
alter table usage_reading alter column start_centi_kwh drop not null;
alter table usage_reading alter column end_centi_kwh drop not null;
alter table usage_reading add column lower_centi_kwh bigint;
alter table usage_reading add column upper_centi_kwh bigint;

-- Whom to visit: a share by lot, with the seed made at that moment, the others by score.
create table visit_draw (
  county int not null references county (id),
  id uuid not null,
  season uuid not null,
  analysis uuid not null,
  seed text not null,
  method text not null,
  by_lot_percent int not null,
  -- How many homes it was drawn from.
  frame_size int not null,
  size int not null,
  drawn_on date not null,
  drawn_by uuid not null,
  primary key (county, id),
  foreign key (county, season) references season (county, id),
  foreign key (county, analysis) references season_analysis (county, id)
);

create table season_visit (
  county int not null,
  id uuid not null,
  draw uuid not null,
  season uuid not null,
  home uuid not null,
  way text not null check (way in ('random', 'score')),
  found text check (found in ('heated', 'coal', 'otherwise', 'empty', 'not-met')),
  visited_on date,
  visited_by uuid,
  -- Sealed: what a visitor writes names people.
  note bytea,
  act uuid,
  primary key (county, id),
  unique (county, season, home),
  foreign key (county, draw) references visit_draw (county, id),
  foreign key (county, home) references home (county, id),
  check ((found is null) = (visited_on is null))
);
create index season_visit_home on season_visit (county, home);
