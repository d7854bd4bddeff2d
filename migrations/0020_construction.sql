-- §3.2.3: the people of a contractor by their real names. The name is needed on site; number and telephone are sealed.
create table worker (
  county int not null references county (id),
  id uuid not null,
  firm uuid not null,
  name text not null,
  id_number bytea not null,
  id_seal bytea not null,
  telephone bytea,
  trade text not null,
  contract_signed_on date,
  registered_on date not null,
  registered_by uuid not null,
  left_on date,
  leave_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, firm) references organisation (county, id),
  check (num_nonnulls(left_on, leave_act) in (0, 2))
);
-- One person works for one firm at a time.
create unique index worker_person on worker (county, id_seal) where left_on is null;
create index worker_firm on worker (county, firm, id);

-- On site of a lot, from a day to a day.
create table posting (
  county int not null references county (id),
  id uuid not null,
  worker uuid not null,
  lot uuid not null,
  from_day date not null,
  to_day date,
  end_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, worker) references worker (county, id),
  foreign key (county, lot) references lot (county, id),
  check (to_day is null or from_day <= to_day)
);
create index posting_worker on posting (county, worker);
create index posting_lot on posting (county, lot, from_day);

-- Who was in which village on a day. A wrong line is struck and stays as history.
create table attendance (
  county int not null references county (id),
  id uuid not null,
  worker uuid not null,
  firm uuid not null,
  day date not null,
  lot uuid not null,
  village text collate "C" not null,
  recorded_on date not null,
  recorded_by uuid not null,
  struck_on date,
  struck_reason text,
  strike_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, worker) references worker (county, id),
  foreign key (county, lot) references lot (county, id),
  check (num_nonnulls(struck_on, struck_reason, strike_act) in (0, 3))
);
create unique index attendance_day on attendance (county, worker, day) where struck_on is null;
create index attendance_firm on attendance (county, firm, day);
create index attendance_village on attendance (county, village, day);

-- The firm's dedicated wage account; the newest counts.
create table wage_account (
  county int not null references county (id),
  id uuid not null,
  firm uuid not null,
  bank text not null,
  number bytea not null,
  opened_on date not null,
  declared_on date not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, firm) references organisation (county, id)
);
create index wage_account_firm on wage_account (county, firm, id desc);

-- Monthly proof of pay: what each worker was paid, when, with the bank's paper.
create table wage_proof (
  county int not null references county (id),
  id uuid not null,
  firm uuid not null,
  month text collate "C" not null check (month ~ '^\d{4}-\d{2}$'),
  paid_on date not null,
  total_fen bigint not null,
  recorded_on date not null,
  recorded_by uuid not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, firm) references organisation (county, id)
);
create table wage_line (
  county int not null references county (id),
  firm uuid not null,
  month text collate "C" not null,
  worker uuid not null,
  proof uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (county, worker, month),
  foreign key (county, worker) references worker (county, id),
  foreign key (county, proof) references wage_proof (county, id)
);
create index wage_line_firm on wage_line (county, firm, month);

-- What was done about late pay.
create table wage_step (
  county int not null references county (id),
  id uuid not null,
  firm uuid not null,
  month text collate "C" not null,
  kind text not null check (kind in ('urged', 'interviewed')),
  said text not null,
  taken_on date not null,
  taken_by uuid not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, firm) references organisation (county, id)
);
create index wage_step_firm on wage_step (county, firm, month);

-- Who fitted a home, by their real names.
create table installation_worker (
  county int not null references county (id),
  home uuid not null,
  worker uuid not null,
  act uuid not null,
  primary key (county, home, worker),
  foreign key (county, home) references installation (county, home),
  foreign key (county, worker) references worker (county, id)
);

-- §3.2.1: how many crews a firm has on a lot and what each fits in a day. The newest counts.
create table lot_crews (
  county int not null references county (id),
  id uuid not null,
  lot uuid not null,
  crews int not null check (crews > 0),
  homes_per_day int not null check (homes_per_day > 0),
  declared_on date not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, lot) references lot (county, id)
);
create index lot_crews_lot on lot_crews (county, lot, id desc);

-- §3.2.2: a village's construction plan, proposed by its contractor and agreed by its town. The newest agreed one counts.
create table village_plan (
  county int not null references county (id),
  id uuid not null,
  village uuid not null,
  code text collate "C" not null,
  lot uuid not null,
  contractor uuid not null,
  starts_on date not null,
  crews int not null check (crews > 0),
  homes_per_day int not null check (homes_per_day > 0),
  remark text,
  state text not null check (state in ('proposed', 'agreed', 'declined')),
  proposed_on date not null,
  proposed_by uuid not null,
  decided_on date,
  decided_by uuid,
  reason text,
  decide_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, village) references village (county, id),
  foreign key (county, lot) references lot (county, id),
  check ((state = 'proposed') = (num_nonnulls(decided_on, decided_by, decide_act) = 0)),
  check (decided_by <> proposed_by)
);
create unique index village_plan_open on village_plan (county, village) where state = 'proposed';
create index village_plan_village on village_plan (county, village, id desc);

-- §3.2.1: the contractor's words on a village's day; what was done is counted from the acts themselves.
create table site_report (
  county int not null references county (id),
  id uuid not null,
  village text collate "C" not null,
  lot uuid not null,
  contractor uuid not null,
  day date not null,
  weather text not null,
  done text not null,
  problems text,
  recorded_on date not null,
  recorded_by uuid not null,
  act uuid not null,
  primary key (county, id),
  unique (county, village, day),
  foreign key (county, lot) references lot (county, id)
);
create index site_report_day on site_report (county, day desc, village);

-- §3.2.2: when the crew comes to a home. A moved one stays, with the reason.
create table appointment (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  day date not null,
  half text not null check (half in ('morning', 'afternoon', 'day')),
  made_on date not null,
  made_by uuid not null,
  moved_on date,
  moved_reason bytea,
  moved_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, home) references home (county, id),
  check (num_nonnulls(moved_on, moved_reason, moved_act) in (0, 3))
);
create unique index appointment_open on appointment (county, home) where moved_on is null;

-- §3.2.3: damage done by the works, made good by a day.
create table damage (
  county int not null references county (id),
  id uuid not null,
  village text collate "C" not null,
  lot uuid not null,
  contractor uuid not null,
  what text not null,
  reported_on date not null,
  reported_by uuid not null,
  due_on date not null,
  repaired_on date,
  repaired_by uuid,
  repair_note text,
  repair_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, lot) references lot (county, id),
  check (num_nonnulls(repaired_on, repaired_by, repair_note, repair_act) in (0, 4))
);
create index damage_open on damage (county, due_on) where repaired_on is null;

-- §A.17–19: permission to cross roads, rivers and reservoirs, with a clock.
create table permit (
  county int not null references county (id),
  id uuid not null,
  village text collate "C" not null,
  lot uuid not null,
  contractor uuid not null,
  authority text not null check (authority in ('highway', 'transport', 'water')),
  place text not null,
  applied_on date not null,
  due_on date not null,
  decided_on date,
  granted boolean,
  answer text,
  decide_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, lot) references lot (county, id),
  check (num_nonnulls(decided_on, granted, answer, decide_act) in (0, 4))
);

-- §5.3: hazards stay open until somebody else than who removed them has looked again.
create table hazard (
  county int not null references county (id),
  id uuid not null,
  village text collate "C" not null,
  lot uuid not null,
  contractor uuid not null,
  what text not null,
  found_on date not null,
  found_by uuid not null,
  due_on date not null,
  removed_on date,
  removed_by uuid,
  removed_note text,
  closed_on date,
  closed_by uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, lot) references lot (county, id),
  check (num_nonnulls(removed_on, removed_by, removed_note) in (0, 3)),
  check (num_nonnulls(closed_on, closed_by) in (0, 2)),
  check (closed_on is null or removed_on is not null),
  check (closed_by <> removed_by)
);
create index hazard_open on hazard (county, due_on) where closed_on is null;
