-- §A.13, §A.15, §A.16: schools, clinics, homes for the aged and village offices. A line of work of its own: no household, no
-- subsidy for a home, no season.
create table premises (
  county int not null references county (id),
  id uuid not null,
  kind text not null check (kind in ('school', 'kindergarten', 'clinic', 'care-home', 'village-office', 'other')),
  name text not null,
  town text collate "C" not null,
  village text collate "C" not null,
  address text not null,
  area_m2 numeric(9, 2) not null check (area_m2 > 0),
  stage text not null check (stage in ('listed', 'assigned', 'built', 'inspected', 'accepted', 'withdrawn')),
  lot uuid,
  contractor uuid,
  supervisor uuid,
  listed_on date not null,
  accepted_on date,
  -- The check that sent it back to the contractor, until the next own check.
  sent_back uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, lot) references lot (county, id),
  check (stage in ('listed', 'withdrawn') or num_nonnulls(lot, contractor, supervisor) = 3),
  check ((stage = 'accepted') = (accepted_on is not null))
);
create unique index premises_name on premises (county, village, name) where stage <> 'withdrawn';
create index premises_stage on premises (county, stage, village);

-- Every check of it, whatever came of it: the contractor's own, the supervisor's, the town's.
create table premises_check (
  county int not null,
  id uuid not null,
  premises uuid not null,
  step text not null check (step in ('built', 'inspected', 'accepted')),
  checker uuid not null,
  checked_on date not null,
  passed boolean not null,
  items jsonb not null,
  -- Items that failed and stop the acceptance.
  failed jsonb not null,
  remark bytea,
  primary key (county, id),
  foreign key (county, premises) references premises (county, id)
);
create index premises_check_premises on premises_check (county, premises, id);
