-- What the contractor did in a home and who did it: the same person may not judge it later (§3.3.4).
create table installation (
  county int not null references county (id),
  home uuid not null,
  contractor uuid not null,
  installed_on date not null,
  installed_by uuid not null,
  install_act uuid not null,
  self_checked_on date,
  self_checked_by uuid,
  self_check jsonb,
  self_check_act uuid,
  -- The supervisor's findings sent the home back; cleared by the next self-check that passes.
  sent_back_on date,
  primary key (county, home),
  foreign key (county, home) references home (county, id),
  check (num_nonnulls(self_checked_on, self_checked_by, self_check, self_check_act) in (0, 4))
);

-- A machine taken off the record again (a misread serial, a replacement) stays as history.
create table device (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  serial text collate "C" not null,
  model uuid not null,
  installed_on date not null,
  accepted boolean not null default false,
  removed_on date,
  removed_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, home) references home (county, id),
  foreign key (county, model) references equipment_model (county, id),
  check (num_nonnulls(removed_on, removed_act) in (0, 2)),
  check (not (accepted and removed_on is not null))
);
-- Serial numbers are unique in the county: the same machine cannot heat, or be paid for, two homes.
create unique index device_serial on device (county, serial) where removed_on is null;
create index device_home on device (county, home);

-- §3.3.4: the supervisor visits every home; each visit stays, passed or not.
create table acceptance_visit (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  number int not null,
  supervisor uuid not null,
  inspector uuid not null,
  visited_on date not null,
  passed boolean not null,
  items jsonb not null,
  serials jsonb not null,
  findings jsonb not null,
  remark text,
  act uuid not null,
  primary key (county, id),
  unique (county, home, number),
  foreign key (county, home) references home (county, id)
);

-- A sign-off rests on one passed visit; where a later visit fails, it counts no more.
create table sign_off (
  county int not null references county (id),
  home uuid not null,
  level text not null check (level in ('village', 'town')),
  visit uuid not null,
  signer uuid not null,
  signed_on date not null,
  items jsonb not null,
  act uuid not null,
  primary key (county, home, level, visit),
  foreign key (county, home) references home (county, id),
  foreign key (county, visit) references acceptance_visit (county, id)
);
