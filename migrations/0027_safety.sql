-- §3.3.3: how a serial came onto the record; older ones do not say.
alter table device add column entered text check (entered in ('typed', 'scanned', 'corrected'));

-- §5.3, §A.2: 双安全员: of the firm by lot, of the village by village; one at a time each.
create table safety_officer (
  county int not null references county (id),
  id uuid not null,
  side text not null check (side in ('firm', 'village')),
  lot uuid,
  village text collate "C",
  name text not null,
  telephone bytea not null,
  since date not null,
  ended_on date,
  act uuid not null,
  primary key (county, id),
  foreign key (county, lot) references lot (county, id),
  check ((side = 'firm') = (lot is not null)),
  check ((side = 'village') = (village is not null))
);
create unique index safety_officer_lot on safety_officer (county, lot) where ended_on is null and side = 'firm';
create unique index safety_officer_village on safety_officer (county, village) where ended_on is null and side = 'village';

-- §5.3: 安全巡查 of a village on a day, by the firm or by the village; what it found is a hazard.
create table patrol (
  county int not null references county (id),
  id uuid not null,
  village text collate "C" not null,
  lot uuid not null,
  contractor uuid not null,
  side text not null check (side in ('firm', 'village')),
  day date not null,
  route text not null,
  recorded_on date not null,
  recorded_by uuid not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, lot) references lot (county, id)
);
create index patrol_village on patrol (county, village, side, day desc);

-- The homes a patrol looked at.
create table patrol_home (
  county int not null references county (id),
  patrol uuid not null,
  home uuid not null,
  primary key (county, patrol, home),
  foreign key (county, patrol) references patrol (county, id),
  foreign key (county, home) references home (county, id)
);

-- The patrol that found it.
alter table hazard add column patrol uuid;
alter table hazard add foreign key (county, patrol) references patrol (county, id);
create index hazard_patrol on hazard (county, patrol) where patrol is not null;
