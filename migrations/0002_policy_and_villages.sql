-- The programme of a year and the policy pack in force.
create table policy_pack (
  county int not null references county (id),
  id uuid not null,
  pack text not null,
  digest text not null,
  files jsonb not null,
  adopted_on date not null,
  act uuid not null,
  primary key (county, id),
  unique (county, digest)
);

create table programme (
  county int not null references county (id),
  id uuid not null,
  year int not null,
  pack uuid not null,
  act uuid not null,
  primary key (county, id),
  unique (county, year),
  foreign key (county, pack) references policy_pack (county, id)
);

-- Lots and what was awarded (§3.2.0, §4.2); one contractor and one supervisor a lot.
create table lot (
  county int not null references county (id),
  id uuid not null,
  code text not null,
  name text not null,
  opened_on date not null,
  contractor uuid,
  supervisor uuid,
  unit_price_fen bigint check (unit_price_fen > 0),
  awarded_on date,
  award_act uuid,
  act uuid not null,
  primary key (county, id),
  unique (county, code),
  foreign key (county, contractor) references organisation (county, id),
  foreign key (county, supervisor) references organisation (county, id),
  check (contractor <> supervisor),
  check (num_nonnulls(contractor, supervisor, unit_price_fen, awarded_on, award_act) in (0, 5))
);

-- §3.1.2: a model with the performance it was admitted for; the efficiencies are hundredths of heat per power.
create table equipment_model (
  county int not null references county (id),
  id uuid not null,
  maker text not null,
  model text not null,
  heating_watts int not null check (heating_watts > 0),
  input_watts int not null check (input_watts > 0),
  centi_cop_at_minus_12 int not null check (centi_cop_at_minus_12 > 0),
  centi_cop_at_minus_20 int not null check (centi_cop_at_minus_20 > 0),
  lowest_celsius int not null,
  serial_prefix text,
  admitted_on date not null,
  act uuid not null,
  primary key (county, id),
  unique (county, maker, model)
);

-- One village, one route (§4.1a).
create table village (
  county int not null references county (id),
  id uuid not null,
  code text collate "C" not null,
  town text collate "C" not null,
  name text not null,
  kind text not null check (kind in ('urban', 'rural')),
  demolition_planned boolean,
  route text,
  route_decided_on date,
  lot uuid,
  synthetic boolean not null default false,
  act uuid not null,
  primary key (county, id),
  unique (county, code),
  foreign key (county, code) references area (county, code),
  foreign key (county, lot) references lot (county, id)
);
create index village_town on village (county, town);
create index village_lot on village (county, lot);
