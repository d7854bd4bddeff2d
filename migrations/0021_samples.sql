-- §3.3.2a, §A.1: homes that town and county check after the supervisor. A draw only adds homes and stays for good, with
-- all that is needed to draw it again to the same homes.
create table sample_draw (
  county int not null references county (id),
  id uuid not null,
  village uuid not null,
  code text collate "C" not null,
  level text not null check (level in ('town', 'county')),
  number int not null,
  -- The first; another that somebody asked for; one that a serious failure brought.
  cause text not null check (cause in ('first', 'again', 'failure')),
  reason text,
  seed text not null check (seed ~ '^[0-9a-f]{64}$'),
  method text not null,
  -- The homes it was drawn from.
  frame uuid[] not null,
  frame_digest text not null check (frame_digest ~ '^[0-9a-f]{64}$'),
  size int not null check (size >= 0 and size <= cardinality(frame)),
  drawn_on date not null,
  drawn_by uuid not null,
  act uuid not null,
  primary key (county, id),
  unique (county, code, level, number),
  foreign key (county, village) references village (county, id),
  check ((cause = 'again') = (reason is not null))
);

create table sample_home (
  county int not null references county (id),
  home uuid not null,
  level text not null check (level in ('town', 'county')),
  draw uuid not null,
  -- Its place in the order of the draw.
  place int not null,
  -- Of the latest check; null before the first.
  passed boolean,
  primary key (county, level, home),
  foreign key (county, home) references home (county, id),
  foreign key (county, draw) references sample_draw (county, id)
);
create index sample_home_draw on sample_home (county, draw);

-- The id is the act's own. Each check stays, passed or not.
create table sample_check (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  level text not null check (level in ('town', 'county')),
  number int not null,
  checker uuid not null,
  checked_on date not null,
  passed boolean not null,
  items jsonb not null,
  serials jsonb not null,
  findings jsonb not null,
  remark text,
  primary key (county, id),
  unique (county, home, level, number),
  foreign key (county, level, home) references sample_home (county, level, home)
);
