create table installation (
  county int not null references county (id),
  home uuid not null,
  contractor uuid not null,
  installed_on date not null,
  install_act uuid not null,
  self_checked_on date,
  self_check jsonb,
  self_check_act uuid,
  primary key (county, home),
  foreign key (county, home) references home (county, id)
);

-- Serial numbers are unique in the county: the same machine cannot heat, or be paid for, two homes.
create table device (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  serial text collate "C" not null,
  model uuid not null,
  installed_on date not null,
  accepted boolean not null default false,
  act uuid not null,
  primary key (county, id),
  unique (county, serial),
  foreign key (county, home) references home (county, id),
  foreign key (county, model) references equipment_model (county, id)
);
create index device_home on device (county, home);

-- §3.3.4: the supervisor visits every home; each visit stays, passed or not.
create table acceptance_visit (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  supervisor uuid not null,
  inspector uuid not null,
  visited_on date not null,
  passed boolean not null,
  items jsonb not null,
  remark text,
  act uuid not null,
  primary key (county, id),
  foreign key (county, home) references home (county, id)
);
create index acceptance_visit_home on acceptance_visit (county, home, id desc);

create table sign_off (
  county int not null references county (id),
  home uuid not null,
  level text not null check (level in ('village', 'town')),
  signer uuid not null,
  signed_on date not null,
  act uuid not null,
  primary key (county, home, level),
  foreign key (county, home) references home (county, id)
);
