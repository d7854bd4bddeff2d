-- §1.2, §3.2.0: a contract is of one line of work; a village has at most one lot of each line.
alter table lot add column line text not null default 'heating' check (line in ('heating', 'building'));
alter table village add column building_lot uuid;
alter table village add constraint village_building_lot_fkey
  foreign key (county, building_lot) references lot (county, id);
create index village_building_lot on village (county, building_lot);
comment on column village.lot is 'Of the heating line.';

-- §1.2, §3.3.1: what a home of a measured line is built of; the machines of the others are in `device`.
alter table installation add column photos jsonb;
comment on column installation.photos is 'Of measured parts: digests of the photographs before and after.';

create table installation_part (
  county int not null references county (id),
  home uuid not null,
  part text not null,
  place int not null,
  centi_m2 int not null check (centi_m2 > 0),
  -- What the supervisor measured and village and town signed for; never more than what was recorded.
  accepted_centi_m2 int check (accepted_centi_m2 between 0 and centi_m2),
  act uuid not null,
  primary key (county, home, part),
  foreign key (county, home) references installation (county, home)
);

create table installation_material (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  name text not null,
  maker text not null,
  batch text not null,
  certificate text not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, home) references installation (county, home)
);
create index installation_material_home on installation_material (county, home);

-- What whoever stood in the home measured, part by part.
alter table acceptance_visit add column parts jsonb not null default '[]';
alter table sample_check add column parts jsonb not null default '[]';
alter table finding drop constraint finding_kind_check;
alter table finding add constraint finding_kind_check check (
  kind in ('item', 'serial-not-on-record', 'serial-not-seen', 'no-machine', 'no-part', 'part-not-done', 'part-short')
);

-- §1.2, §4.2: of a line that is measured its accepted area is settled; machines have their number.
alter table claim add column centi_m2 int not null default 0 check (centi_m2 >= 0);
alter table claim_line add column centi_m2 int not null default 0 check (centi_m2 >= 0);
