-- Levels of agreement are reckoned in the database (docs/decisions/0007): distance of spellings, likeness of addresses.
create extension if not exists fuzzystrmatch;
create extension if not exists pg_trgm;

-- What one record of the register, or of an earlier year's list, says of a person and a dwelling, in the form in which
-- records are compared. Numbers of persons stand as keyed digests only.
create table identity (
  county int not null references county (id),
  id uuid not null,
  list text not null check (list in ('home', 'earlier')),
  -- Homes of one line of work are compared with each other; an earlier year's list has none.
  line text,
  village text collate "C",
  name text collate "C",
  name_sound text collate "C",
  id_number bigint,
  id_number_ends bigint,
  id_number_birth bigint,
  id_number_repairs bigint[],
  telephone bigint,
  address text collate "C",
  address_numbers text collate "C",
  address_last text collate "C",
  account text collate "C",
  title text collate "C",
  -- Digest of all of it: a decision about two records holds while both say what they said.
  seal bytea not null,
  primary key (county, id)
);
create index identity_id_number on identity (county, id_number);
create index identity_ends on identity (county, id_number_ends, name_sound);
create index identity_sound on identity (county, name_sound, village);
create index identity_birth on identity (county, id_number_birth, name_sound);
create index identity_telephone on identity (county, telephone);
create index identity_account on identity (county, account);
create index identity_title on identity (county, title);
create index identity_place on identity (county, village, address_last);

-- The weights pairs were scored with, never changed: a flag names its model and can be reckoned again.
create table match_model (
  county int not null references county (id),
  id uuid not null,
  question text not null check (question in ('person', 'dwelling')),
  between_lists boolean not null,
  records int not null,
  weights jsonb not null,
  made_on date not null,
  act uuid not null,
  primary key (county, id)
);
create index match_model_newest on match_model (county, question, between_lists, id desc);

-- Two records that may be one person or one dwelling. `earlier`: the second is of an earlier year's list.
create table match_pair (
  county int not null references county (id),
  first uuid not null,
  second uuid not null,
  earlier boolean not null,
  near boolean not null,
  -- The level of agreement of each field, in the fields' order; 0 says nothing.
  levels smallint[] not null,
  rare real not null,
  person_bits real not null,
  dwelling_bits real not null,
  person_model uuid not null,
  dwelling_model uuid not null,
  -- Keys both have exactly: 1 ID number, 2 account, 4 title.
  exact smallint not null,
  found_on date not null,
  act uuid not null,
  state text not null default 'open' check (state in ('open', 'papers', 'decided')),
  same_person boolean,
  same_dwelling boolean,
  decision uuid,
  primary key (county, first, second),
  foreign key (county, first) references identity (county, id) on delete cascade,
  foreign key (county, second) references identity (county, id) on delete cascade,
  check ((state = 'decided') = (num_nonnulls(same_person, same_dwelling) = 2))
);
create index match_pair_second on match_pair (county, second);
create index match_pair_state on match_pair (county, state, first, second);

-- What an official said of two records. It outlives runs; it ends where one of the records says something else.
create table match_decision (
  county int not null references county (id),
  id uuid not null,
  first uuid not null,
  second uuid not null,
  answer text not null check (answer in ('papers', 'entered-twice', 'several-homes', 'several-families', 'different', 'helped-before')),
  same_person boolean,
  same_dwelling boolean,
  reason text not null,
  first_seal bytea not null,
  second_seal bytea not null,
  decided_on date not null,
  decided_by uuid not null,
  act uuid not null,
  primary key (county, id)
);
create index match_decision_pair on match_decision (county, first, second, id desc);

-- What comparison says of a home: 1 person in question, 2 person settled as the same, 4 and 8 likewise of the dwelling,
-- 16 and 32 likewise of an earlier year's list.
alter table home add column match_flags smallint not null default 0;
create index home_match_flags on home (county, village, sequence) where match_flags > 0;
