-- §3.1.3a: how a village was told. Coverage is worked out from these rows and kept nowhere.
create table publicity (
  county int not null references county (id),
  id uuid not null,
  village text collate "C" not null,
  -- One of the pack's kinds.
  kind text not null,
  held_on date not null,
  carried_out_by text not null,
  -- Families of the village, and how many of them this reached; null where homes are named instead.
  families int not null check (families > 0),
  reached int check (reached > 0 and reached <= families),
  recorded_on date not null,
  recorded_by uuid not null,
  struck_on date,
  struck_reason text,
  struck_act uuid,
  act uuid not null,
  primary key (county, id),
  check (num_nonnulls(struck_on, struck_reason, struck_act) in (0, 3))
);
create index publicity_village on publicity (county, village, held_on) where struck_on is null;

create table publicity_home (
  county int not null references county (id),
  publicity uuid not null,
  home uuid not null,
  primary key (county, publicity, home),
  foreign key (county, publicity) references publicity (county, id),
  foreign key (county, home) references home (county, id)
);

-- §3.1.3b: the representatives' meeting. Its outcome is worked out from the votes by the pack of its recording.
create table village_meeting (
  county int not null references county (id),
  id uuid not null,
  village text collate "C" not null,
  held_on date not null,
  representatives int not null check (representatives > 0),
  present int not null check (present >= 0 and present <= representatives),
  -- [{ route, for, against, abstained }]
  votes jsonb not null,
  quorum_percent numeric not null,
  majority_percent numeric not null,
  -- The route decided on, or why there is none.
  route text,
  why text check (why in ('no-quorum', 'no-majority', 'tie')),
  recorded_on date not null,
  recorded_by uuid not null,
  act uuid not null,
  primary key (county, id),
  check (num_nonnulls(route, why) = 1)
);
create index village_meeting_village on village_meeting (county, village, held_on);

-- §3.1.3b: what a household wishes. Every answer is kept; the one said last counts.
create table wish (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  wish text not null check (wish in ('wants', 'does-not-want', 'undecided')),
  route text,
  reason text,
  said_at timestamptz not null,
  asked_by uuid not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, home) references home (county, id)
);
create index wish_home on wish (county, home, said_at);
