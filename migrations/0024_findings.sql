-- §3.3.2c, §3.3.4: what a visit or a check found, until whoever found it has looked again. The same thing found anew
-- opens the finding again instead of making a second one.
create table finding (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  -- Who found it: the supervisor, town or county.
  source text not null check (source in ('visit', 'town', 'county')),
  kind text not null check (kind in ('item', 'serial-not-on-record', 'serial-not-seen', 'no-machine')),
  -- The item's id or the serial.
  about text not null,
  found_on date not null,
  found_by uuid not null,
  -- The visit or check that found it last.
  found_act uuid not null,
  times int not null check (times > 0),
  due_on date not null,
  fixed_on date,
  fixed_by uuid,
  fixed_note text,
  fix_act uuid,
  closed_on date,
  closed_by uuid,
  closed_act uuid,
  primary key (county, id),
  foreign key (county, home) references home (county, id),
  check (num_nonnulls(fixed_on, fixed_by, fixed_note, fix_act) in (0, 4)),
  check (num_nonnulls(closed_on, closed_by, closed_act) in (0, 3))
);
create unique index finding_open on finding (county, home, source, kind, about) where closed_on is null;
create index finding_due on finding (county, due_on) where closed_on is null;

-- §3.3.4: who of the supervising firm watches a village, by name; one at a time.
create table site_supervisor (
  county int not null references county (id),
  id uuid not null,
  village text collate "C" not null,
  firm uuid not null,
  person uuid not null,
  since date not null,
  ended_on date,
  act uuid not null,
  primary key (county, id),
  foreign key (county, firm) references organisation (county, id),
  foreign key (county, person) references account (county, id)
);
create unique index site_supervisor_now on site_supervisor (county, village) where ended_on is null;
create index site_supervisor_person on site_supervisor (county, person) where ended_on is null;

-- 监理日志 (§3.3.4): the supervisor's words on a village's day. Counts come from the acts and are not kept.
create table supervision_log (
  county int not null references county (id),
  id uuid not null,
  village text collate "C" not null,
  firm uuid not null,
  day date not null,
  weather text not null,
  seen text not null,
  problems text,
  recorded_on date not null,
  recorded_by uuid not null,
  act uuid not null,
  primary key (county, id),
  unique (county, village, day),
  foreign key (county, firm) references organisation (county, id)
);
