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
