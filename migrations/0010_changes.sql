-- §3.1.3d: a change of the locked register, the field's 变更审批表: asked for by one, decided by another, never edited.
-- What it says names people and is sealed; `changes` holds the new values of fields.
create table home_change (
  county int not null references county (id),
  id uuid not null,
  number int not null,
  town text collate "C" not null,
  village text collate "C" not null,
  line text not null check (line in ('heating', 'building')),
  kind text not null
    check (kind in ('add', 'withdraw', 'refuse', 'demolish', 'die', 'correct', 'move', 'succeed')),
  home uuid not null,
  -- The waiting home that comes in.
  enters uuid,
  happened_on date not null,
  -- Where the home stood on the road when it was asked.
  stage text not null,
  reason bytea not null,
  changes bytea,
  -- Waiting homes before the one that comes in, and why they were passed over.
  passed uuid[] not null default '{}',
  passed_reason bytea,
  papers jsonb not null,
  state text not null check (state in ('asked', 'approved', 'declined', 'recalled', 'undone')),
  asked_on date not null,
  asked_by uuid not null,
  answer bytea,
  decided_on date,
  decided_by uuid,
  act uuid not null,
  decide_act uuid,
  undo_act uuid,
  primary key (county, id),
  unique (county, number),
  foreign key (county, home) references home (county, id),
  foreign key (county, enters) references home (county, id),
  check ((state = 'asked') = (num_nonnulls(decided_on, decided_by, decide_act) = 0)),
  check (state = 'recalled' or decided_by <> asked_by),
  check ((kind = 'add') = (enters is not null and enters = home)),
  check ((kind in ('correct', 'move', 'succeed')) = (changes is not null)),
  check (enters is null or kind in ('add', 'withdraw', 'refuse', 'demolish', 'die'))
);
-- Nobody is asked twice at a time, nor comes in for two.
create unique index home_change_asked on home_change (county, home) where state = 'asked';
create unique index home_change_entering on home_change (county, enters) where state = 'asked' and enters is not null;
create index home_change_home on home_change (county, home, number desc);
create index home_change_enters on home_change (county, enters) where enters is not null;
create index home_change_state on home_change (county, state, number desc);
create index home_change_village on home_change (county, village, number desc);

-- The approved change for which the home has to be on a notice; null once a notice has confirmed it.
alter table home add column change uuid;
create index home_change_to_notice on home (county, village, sequence) where change is not null;
-- Whether a village's register is locked is told from its first confirmation.
create index home_confirmed on home (county, village, line, confirmed_on) where confirmed_on is not null;
alter table notice_home add column change uuid;

-- Machines of a home that left, until the contractor has taken them back (§4.2).
create table device_return (
  county int not null references county (id),
  home uuid not null,
  change uuid not null,
  contractor uuid not null,
  opened_on date not null,
  act uuid not null,
  returned_on date,
  returned_by uuid,
  return_act uuid,
  primary key (county, home, change),
  foreign key (county, home) references home (county, id),
  check (num_nonnulls(returned_on, returned_by, return_act) in (0, 3))
);
create index device_return_open on device_return (county, contractor) where returned_on is null;

-- A recovery follows a coal finding, or a change by which the home left.
alter table recovery alter column finding drop not null;
alter table recovery add column change uuid;
alter table recovery add constraint recovery_cause check (num_nonnulls(finding, change) = 1);
