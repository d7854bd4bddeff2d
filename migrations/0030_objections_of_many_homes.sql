-- §3.1.3d: one objection may name several homes. Each is a row that is answered by itself; what was raised together has
-- one receipt and is known by its first row. An objection to the whole list may be narrowed to the homes it is about.
alter table objection add column first uuid;
update objection set first = id;
alter table objection
  alter column first set not null,
  drop constraint objection_county_receipt_key,
  add foreign key (county, first) references objection (county, id),
  drop constraint objection_state_check,
  add constraint objection_state_check check (state in ('open', 'upheld', 'rejected', 'narrowed')),
  add check (state <> 'narrowed' or home is null);
-- A receipt is given once, and names a home once.
create unique index objection_receipt on objection (county, receipt) where id = first;
create unique index objection_once on objection (county, first, home) where home is not null;
create index objection_together on objection (county, first);
create index objection_by_receipt on objection (county, receipt);
