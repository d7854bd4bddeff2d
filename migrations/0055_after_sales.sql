-- §3.3.3: whom the families of a village call when a machine fails; of the lot's contractor, one at a time.
create table after_sales (
  county int not null references county (id),
  id uuid not null,
  lot uuid not null,
  village text collate "C" not null,
  name text not null,
  address text not null,
  person text not null,
  telephone bytea not null,
  since date not null,
  ended_on date,
  act uuid not null,
  primary key (county, id),
  foreign key (county, lot) references lot (county, id)
);
create unique index after_sales_village on after_sales (county, village, lot) where ended_on is null;
