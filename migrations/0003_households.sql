-- A home is one application to the programme: a family, a dwelling and an electricity account. The three keys
-- stand apart (id_number_index, title_index, account_number), so that a count can say which of them it counts.
create table register_import (
  county int not null references county (id),
  id uuid not null,
  -- The town whose list it is, or the county for a list of all towns.
  area text collate "C" not null,
  file_digest bytea not null,
  file_name text not null,
  homes int not null,
  imported_on date not null,
  imported_by uuid not null,
  act uuid not null,
  undone_act uuid,
  undone_on date,
  undone_by uuid,
  primary key (county, id),
  check (num_nonnulls(undone_act, undone_on, undone_by) in (0, 3))
);
create unique index register_import_file on register_import (county, file_digest) where undone_act is null;

create table home (
  county int not null references county (id),
  id uuid not null,
  town text collate "C" not null,
  village text collate "C" not null,
  sequence int not null,
  line text not null check (line in ('heating', 'building')),
  area_kind text not null check (area_kind in ('urban', 'rural')),
  village_group text,
  -- the family
  householder text not null,
  householder_key text collate "C" not null,
  householder_pinyin text collate "C" not null,
  householder_initials text collate "C" not null,
  sex text,
  id_number bytea,
  id_number_index bytea,
  id_last_four_index bytea,
  telephone bytea,
  telephone_index bytea,
  bank_card bytea,
  bank_card_index bytea,
  residents int,
  registered_at text,
  actual_resident boolean,
  permanently_resident boolean,
  hardship text,
  helped_before boolean,
  wishes boolean,
  -- the dwelling
  address text not null,
  title_kind text,
  title_number text,
  title_index text collate "C",
  title_owner text,
  dwelling_kind text,
  in_demolition_plan boolean,
  building_area_m2 numeric(9, 2),
  heating_area_m2 numeric(9, 2),
  former_heating text,
  coal_tonnes numeric(7, 2),
  -- the electricity account
  account_holder text,
  account_number text collate "C",
  transformer_area text,
  -- what is wanted
  wanted_equipment text,
  wanted_units int,
  contribution_fen bigint,
  remark text,
  -- where it is on the road
  stage text not null,
  ended text check (ended in ('withdrawn', 'refused', 'revoked')),
  answer text not null default 'unknown' check (answer in ('yes', 'no', 'unknown')),
  failed_rules int not null default 0,
  unknown_rules int not null default 0,
  -- Which keys another live home has too: 1 ID number, 2 account, 4 title.
  duplicates smallint not null default 0,
  screening uuid,
  -- Digest of what the last screening stands on, so that the next writes only what changed.
  screened_as bytea,
  contractor uuid,
  supervisor uuid,
  applied_on date not null,
  confirmed_on date,
  accepted_on date,
  synthetic boolean not null default false,
  import uuid,
  import_row int,
  act uuid not null,
  primary key (county, id),
  unique (county, village, sequence),
  foreign key (county, village) references area (county, code),
  foreign key (county, import) references register_import (county, id)
);
create index home_town on home (county, town, village, sequence);
create index home_stage on home (county, stage, village, sequence);
create index home_answer on home (county, answer, village, sequence);
create index home_ended on home (county, village, sequence) where ended is not null;
create index home_duplicates on home (county, village, sequence) where duplicates > 0;
create index home_pinyin on home (county, householder_pinyin, id);
create index home_initials on home (county, householder_initials, id);
create index home_name on home (county, householder_key, id);
create index home_id_number on home (county, id_number_index) where id_number_index is not null;
create index home_id_last_four on home (county, id_last_four_index) where id_last_four_index is not null;
create index home_account on home (county, account_number) where account_number is not null;
create index home_title on home (county, title_index) where title_index is not null;
create index home_contractor on home (county, contractor, stage) where contractor is not null;
create index home_supervisor on home (county, supervisor, stage) where supervisor is not null;
create index home_import on home (county, import) where import is not null;

-- An answer with its facts, kept for good; a new one is written only where answer or facts changed.
create table screening (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  rule_group text not null,
  answer text not null check (answer in ('yes', 'no', 'unknown')),
  failed_rules int not null,
  unknown_rules int not null,
  decided_on date not null,
  pack text not null,
  facts jsonb not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, home) references home (county, id)
);
create index screening_home on screening (county, home, id desc);

-- What an official settled beside the application (a missing paper shown, a visit made, an objection upheld), or
-- granted as an exception to a clause that holds in principle (§4.4). The newest one counts, before what the
-- application says, until a later correction of the application supersedes it. Null: the evidence contradicts itself.
create table settled_fact (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  fact text not null,
  value boolean,
  reason text not null,
  exception boolean not null default false,
  act uuid not null,
  superseded_act uuid,
  primary key (county, id),
  foreign key (county, home) references home (county, id)
);
create index settled_fact_home on settled_fact (county, home, fact, id desc) where superseded_act is null;

-- §4.4 holds in principle: one person asks for an exception, another decides it.
create table exception_request (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  fact text not null,
  reason text not null,
  asked_by uuid not null,
  asked_on date not null,
  state text not null check (state in ('asked', 'granted', 'declined')),
  answer text,
  decided_by uuid,
  decided_on date,
  act uuid not null,
  primary key (county, id),
  foreign key (county, home) references home (county, id),
  check ((state = 'asked') = (num_nonnulls(answer, decided_by, decided_on) = 0)),
  check (decided_by <> asked_by)
);
create index exception_request_home on exception_request (county, home, id desc);
create index exception_request_open on exception_request (county, asked_on) where state = 'asked';

-- What stood in a field before and after a correction. Sealed whatever the field, so that a person's data can be
-- erased while the act stays.
create table home_correction (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  field text not null,
  before bytea,
  after bytea,
  reason bytea not null,
  corrected_on date not null,
  corrected_by uuid not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, home) references home (county, id)
);
create index home_correction_home on home_correction (county, home, id desc);

-- §3.1.3d: the homes of a village that passed screening, posted for all to see before they are confirmed.
create table notice (
  county int not null references county (id),
  id uuid not null,
  village text collate "C" not null,
  town text collate "C" not null,
  number int not null,
  opened_on date not null,
  opened_by uuid not null,
  closes_on date not null,
  posted_on date,
  posted_by uuid,
  state text not null check (state in ('open', 'confirmed')),
  confirmed_on date,
  -- Part of the address of its public page, which nobody can guess.
  web_key text collate "C" not null,
  act uuid not null,
  primary key (county, id),
  unique (county, village, number),
  unique (county, web_key),
  foreign key (county, village) references area (county, code),
  check (num_nonnulls(posted_on, posted_by) in (0, 2))
);
create index notice_state on notice (county, state, closes_on);

-- What the board says of a home, to the letter: masked, and what confirmation compares the home with. `outcome`
-- is null while the home waits for confirmation.
create table notice_home (
  county int not null,
  notice uuid not null,
  home uuid not null,
  position int not null,
  published jsonb not null,
  fingerprint bytea not null,
  outcome text check (outcome in ('confirmed', 'returned', 'ended')),
  outcome_reason text,
  outcome_act uuid,
  primary key (county, notice, home),
  unique (county, notice, position),
  foreign key (county, notice) references notice (county, id),
  foreign key (county, home) references home (county, id)
);
create index notice_home_home on notice_home (county, home);

-- What was said names people: sealed, as is how to reach the one who said it. With its receipt anybody reads
-- the answer, also one who gave no name.
create table objection (
  county int not null references county (id),
  id uuid not null,
  notice uuid not null,
  home uuid,
  way text not null check (way in ('in-person', 'own', 'web')),
  -- The home of the household that speaks for itself.
  speaker uuid,
  said bytea not null,
  contact bytea,
  receipt text collate "C" not null,
  raised_on date not null,
  raised_by uuid not null,
  state text not null check (state in ('open', 'upheld', 'rejected')),
  -- The fact about the home that an upheld objection settled.
  fact text,
  answer text,
  answered_on date,
  decided_by uuid,
  decide_act uuid,
  act uuid not null,
  primary key (county, id),
  unique (county, receipt),
  foreign key (county, notice) references notice (county, id),
  foreign key (county, home) references home (county, id),
  check ((state = 'open') = (num_nonnulls(answer, answered_on, decided_by, decide_act) = 0)),
  check ((way = 'own') = (speaker is not null))
);
create index objection_notice on objection (county, notice);
create index objection_open on objection (county, raised_on) where state = 'open';
create index objection_home on objection (county, home) where home is not null;
create index objection_speaker on objection (county, speaker) where speaker is not null;

-- What a household signs in with: the code its notice letter carries.
create table home_letter (
  county int not null references county (id),
  home uuid not null,
  code bytea not null,
  code_index bytea not null,
  issued_on date not null,
  act uuid not null,
  primary key (county, home),
  unique (county, code_index),
  foreign key (county, home) references home (county, id)
);

-- A print run of letters: whoever opens codes has said so first.
create table letter_print (
  county int not null references county (id),
  id uuid not null,
  village text collate "C" not null,
  homes uuid[] not null,
  printed_by uuid not null,
  printed_at timestamptz not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, village) references area (county, code)
);
create index letter_print_village on letter_print (county, village, id desc);

-- §3.3.2a: no signed commitment, no subsidy. `signature` is the digest of the signature or of the photographed
-- paper, `text_digest` that of the words that were signed.
create table commitment (
  county int not null references county (id),
  home uuid not null,
  signed_on date not null,
  signature bytea not null,
  on_paper boolean not null,
  text_digest bytea not null,
  witness bytea,
  recorded_by uuid not null,
  act uuid not null,
  primary key (county, home),
  foreign key (county, home) references home (county, id),
  check (on_paper = (witness is not null))
);
