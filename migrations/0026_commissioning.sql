-- §3.3.1: what a commissioning run measured; the id is its act's own. Each run stays, the latest that stands counts.
create table commissioning (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  number int not null,
  contractor uuid not null,
  -- Of the village when it was run, and so of the list it was measured by.
  route text not null,
  run_on date not null,
  run_by uuid not null,
  measured jsonb not null,
  -- Values out of bounds, with the bound of that day.
  beyond jsonb not null,
  passed boolean not null,
  remark text,
  -- The machines or the firm's own check changed: it is to be run again.
  fell_on date,
  primary key (county, id),
  unique (county, home, number),
  foreign key (county, home) references home (county, id)
);

-- A recovery may follow a sample's check that a paid home did not pass; a later check that it passes lifts it.
alter table recovery add column failed_check uuid;
alter table recovery drop constraint recovery_cause;
alter table recovery add constraint recovery_cause check (num_nonnulls(finding, change, failed_check) = 1);
alter table recovery drop constraint recovery_state_check;
alter table recovery add constraint recovery_state_check check (state in ('open', 'closed', 'lifted'));
create unique index recovery_failed_check on recovery (county, home) where failed_check is not null and state = 'open';
