-- The kernel: counties, areas, accounts, sessions, the act log and its seal, evidence.
-- Rule of the house: `county` stands in every tenant table's keys; shared tables are listed in
-- src/kernel/database/shared-tables.ts and hold nothing about a county's people.

create table county (
  id int primary key,
  code text not null unique,
  name text not null,
  created_at timestamptz not null default now()
);

-- Sign-in names are unique across counties, so that the sign-in page need not ask for the county.
create table sign_in_name (
  name text primary key,
  county int not null references county (id),
  account uuid not null
);

create table sign_in_throttle (
  subject text primary key,
  failures int not null,
  last_failure_at timestamptz not null
);

-- 12-digit statistical codes (county 6 + town 3 + village 3) with dated validity.
create table area (
  county int not null references county (id),
  code text collate "C" not null,
  parent text collate "C",
  level text not null check (level in ('county', 'town', 'village')),
  name text not null,
  kind text not null check (kind in ('urban', 'rural')),
  latitude double precision,
  longitude double precision,
  valid_from date not null,
  valid_to date,
  synthetic boolean not null default false,
  primary key (county, code)
);

create table organisation (
  county int not null references county (id),
  id uuid not null,
  kind text not null,
  name text not null,
  credit_code text,
  telephone text,
  synthetic boolean not null default false,
  act uuid not null,
  primary key (county, id)
);

create table account (
  county int not null references county (id),
  id uuid not null,
  sign_in text not null,
  name text not null,
  organisation uuid,
  home uuid,
  password_hash text not null,
  must_change_password boolean not null default false,
  disabled_at timestamptz,
  act uuid not null,
  primary key (county, id),
  unique (county, sign_in),
  foreign key (county, organisation) references organisation (county, id)
);

-- A role where: exactly one of area, organisation and home says where it holds.
create table role_grant (
  county int not null,
  account uuid not null,
  id uuid not null,
  role text not null,
  area text collate "C",
  organisation uuid,
  home uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, account) references account (county, id),
  check (num_nonnulls(area, organisation, home) = 1)
);
create index role_grant_account on role_grant (county, account);

create table session (
  county int not null,
  token_digest bytea not null,
  account uuid not null,
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (county, token_digest),
  foreign key (county, account) references account (county, id)
);
create index session_account on session (county, account);

-- The log: INSERT only; the grants at the end repeat it.
create table act (
  county int not null references county (id),
  id uuid not null,
  kind text not null,
  version int not null,
  actor uuid not null,
  on_behalf_of uuid,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  caused_by uuid,
  corrects uuid,
  pack text,
  input_digest bytea not null,
  text text not null,
  primary key (county, id)
);
create index act_recorded on act (county, recorded_at desc, id desc);
create index act_actor on act (county, actor, id desc);

create table act_subject (
  county int not null,
  act uuid not null,
  subject_type text not null,
  subject uuid not null,
  primary key (county, act, subject_type, subject),
  foreign key (county, act) references act (county, id)
);
create index act_subject_subject on act_subject (county, subject_type, subject, act);

create table act_evidence (
  county int not null,
  act uuid not null,
  digest bytea not null,
  kind text not null,
  primary key (county, act, digest, kind),
  foreign key (county, act) references act (county, id)
);
create index act_evidence_digest on act_evidence (county, digest);

create table log_pending (
  county int not null,
  act uuid not null,
  primary key (county, act)
);

create table log_leaf (
  county int not null,
  position bigint not null,
  act uuid not null,
  hash bytea not null,
  primary key (county, position),
  unique (county, act)
);

create table log_head (
  county int primary key,
  size bigint not null,
  edge bytea not null
);

create table log_key (
  county int not null,
  key_id text not null,
  algorithm text not null,
  public_key text not null,
  since timestamptz not null,
  primary key (county, key_id)
);

create table log_checkpoint (
  county int not null,
  size bigint not null,
  root bytea not null,
  made_at timestamptz not null,
  key_id text not null,
  signature bytea not null,
  primary key (county, size)
);

-- What lies in the evidence store; the bytes are outside the database, found by their digest.
create table evidence_file (
  county int not null references county (id),
  digest bytea not null,
  size bigint not null,
  media_type text not null,
  primary key (county, digest)
);

-- The same content brought by two people is one file and two uploads.
create table evidence_upload (
  county int not null references county (id),
  digest bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (county, digest, uploaded_by),
  foreign key (county, digest) references evidence_file (county, digest)
);
