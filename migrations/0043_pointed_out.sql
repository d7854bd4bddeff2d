-- Two homes that comparison did not put side by side, and an official did (§4.4): an objector who knows, a cadre who
-- visits. Whatever is compared later, the pair is found again by this line, until a decision says what it is.
create table match_pointed (
  county int not null references county (id),
  first uuid not null,
  second uuid not null,
  suspected text not null check (suspected in ('entered-twice', 'several-homes', 'several-families')),
  reason text not null,
  pointed_on date not null,
  pointed_by uuid not null,
  act uuid not null,
  primary key (county, first, second),
  foreign key (county, first) references home (county, id) on delete cascade,
  foreign key (county, second) references home (county, id) on delete cascade,
  check (first < second)
);
create index match_pointed_second on match_pointed (county, second);
