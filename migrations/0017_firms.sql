-- §3.1.2: a firm admitted against the access standard, from a day to a day; a later admission renews it.
create table firm_admission (
  county int not null references county (id),
  id uuid not null,
  firm uuid not null,
  valid_from date not null,
  valid_to date not null,
  admitted_on date not null,
  withdrawn_on date,
  withdrawn_reason text,
  withdraw_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, firm) references organisation (county, id),
  check (valid_from <= valid_to),
  check (num_nonnulls(withdrawn_on, withdrawn_reason, withdraw_act) in (0, 3))
);
create index firm_admission_firm on firm_admission (county, firm);

-- The papers a firm or a model answered the standard with. The newest of a kind counts, the others stay as history.
create table access_paper (
  county int not null references county (id),
  id uuid not null,
  firm uuid,
  model uuid,
  paper text not null,
  digest text collate "C" not null check (digest ~ '^[0-9a-f]{64}$'),
  number text,
  valid_to date,
  recorded_on date not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, firm) references organisation (county, id),
  foreign key (county, model) references equipment_model (county, id),
  check (num_nonnulls(firm, model) = 1)
);
create index access_paper_firm on access_paper (county, firm, paper, id desc) where firm is not null;
create index access_paper_model on access_paper (county, model, paper, id desc) where model is not null;

-- The negative list. An entry ends on its last day or when the director lifts it, and stays as history.
create table bar (
  county int not null references county (id),
  id uuid not null,
  number int not null,
  firm uuid,
  model uuid,
  reason text not null,
  remark text not null,
  from_day date not null,
  to_day date,
  barred_on date not null,
  barred_by uuid not null,
  lifted_on date,
  lifted_by uuid,
  lifted_reason text,
  lift_act uuid,
  act uuid not null,
  primary key (county, id),
  unique (county, number),
  foreign key (county, firm) references organisation (county, id),
  foreign key (county, model) references equipment_model (county, id),
  check (num_nonnulls(firm, model) = 1),
  check (to_day is null or from_day <= to_day),
  check (num_nonnulls(lifted_on, lifted_by, lifted_reason, lift_act) in (0, 4)),
  check (lifted_by is null or lifted_by <> barred_by)
);
create index bar_firm on bar (county, firm) where firm is not null;
create index bar_model on bar (county, model) where model is not null;

-- The registered maker of a model; null for models admitted before makers were registered.
alter table equipment_model add column firm uuid;
alter table equipment_model add foreign key (county, firm) references organisation (county, id);

-- §A.6: market regulation's samples, by model and batch. A batch is known by what its serials begin with, or by the
-- first and the last of them; its latest sampling counts.
create table sampling (
  county int not null references county (id),
  id uuid not null,
  number int not null,
  model uuid not null,
  batch text not null,
  serial_prefix text collate "C",
  serial_from text collate "C",
  serial_to text collate "C",
  sampled_on date not null,
  units int not null check (units > 0),
  passed boolean not null,
  remark text,
  recorded_on date not null,
  recorded_by uuid not null,
  act uuid not null,
  primary key (county, id),
  unique (county, number),
  foreign key (county, model) references equipment_model (county, id),
  check (num_nonnulls(serial_from, serial_to) in (0, 2)),
  check (num_nonnulls(serial_prefix, serial_from) = 1),
  check (length(serial_from) = length(serial_to) and serial_from <= serial_to)
);
create index sampling_batch on sampling (county, model, batch, number desc);
