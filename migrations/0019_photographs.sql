-- How photographs came about (§3.3.3, §3.3.4), what is compared of them, and the doubts they raise (§5.2, §5.4).
create table evidence_taken (
  county int not null references county (id),
  act uuid not null,
  digest bytea not null,
  -- Whose act it is: their photographs are compared with each other.
  taker uuid not null,
  taken_by text not null check (taken_by in ('camera', 'gallery')),
  taken_at timestamptz,
  latitude double precision,
  longitude double precision,
  accuracy_m double precision,
  altitude_m double precision,
  -- What a picked file says of itself.
  file_at timestamptz,
  file_latitude double precision,
  file_longitude double precision,
  primary key (county, act, digest),
  foreign key (county, act) references act (county, id),
  check (num_nonnulls(latitude, longitude, accuracy_m) in (0, 3)),
  check (num_nonnulls(file_latitude, file_longitude) in (0, 2))
);
create index evidence_taken_taker on evidence_taken (county, taker, taken_at desc);
create index evidence_taken_place on evidence_taken (county, latitude, longitude);

-- Acts whose photographs nobody has looked at yet.
create table evidence_pending (
  county int not null,
  act uuid not null,
  primary key (county, act)
);

-- How a picture looks; null where it shows nothing to compare, or is none.
create table evidence_look (
  county int not null references county (id),
  digest bytea not null,
  look bigint,
  file_at timestamptz,
  file_latitude double precision,
  file_longitude double precision,
  primary key (county, digest)
);

-- Each look cut into blocks of 16 bits, by which near ones are found.
create table evidence_block (
  county int not null references county (id),
  block smallint not null,
  bits int not null,
  digest bytea not null,
  primary key (county, block, bits, digest)
);

create index act_actor_happened on act (county, actor, happened_at);

create table doubt (
  county int not null references county (id),
  id uuid not null,
  kind text not null,
  home uuid not null,
  -- The act it is about, whose, and where the photograph is doubted, which.
  about uuid not null,
  maker uuid not null,
  digest text collate "C" not null default '',
  -- The other side, where it is about two.
  other_act uuid,
  other_home uuid,
  other_digest text collate "C",
  -- The other side lies in another town: only the county sees both.
  wide boolean not null,
  measures jsonb not null,
  raised_at timestamptz not null,
  act uuid not null,
  state text not null check (state in ('open', 'cleared', 'again')),
  settled_by uuid,
  settled_at timestamptz,
  reason bytea,
  settle_act uuid,
  primary key (county, id),
  foreign key (county, home) references home (county, id),
  check ((state = 'open') = (num_nonnulls(settled_by, settled_at, reason, settle_act) = 0)),
  check (settled_by <> maker)
);
create unique index doubt_once on doubt (county, about, kind, digest);
create index doubt_home on doubt (county, home);
create index doubt_open on doubt (county, raised_at) where state = 'open';
