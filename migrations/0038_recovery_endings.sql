-- §3.3.2b: what is owed back ends by money, by instalments agreed, or by relief that another person grants.
alter table recovery add column waived_fen bigint not null default 0 check (waived_fen >= 0);
alter table recovery add constraint recovery_settled_within check (repaid_fen + waived_fen <= owed_fen);
alter table recovery_item add column waived_fen bigint not null default 0 check (waived_fen >= 0);
alter table recovery_item add constraint recovery_item_settled_within check (repaid_fen + waived_fen <= amount_fen);

-- Waived for a household's hardship, or written off where nothing can be had.
create table recovery_relief (
  county int not null references county (id),
  id uuid not null,
  recovery uuid not null,
  kind text not null check (kind in ('waiver', 'write-off')),
  amount_fen bigint not null check (amount_fen > 0),
  reason bytea not null,
  state text not null check (state in ('asked', 'granted', 'declined')),
  asked_on date not null,
  asked_by uuid not null,
  act uuid not null,
  decided_on date,
  decided_by uuid,
  answer bytea,
  decide_act uuid,
  primary key (county, id),
  foreign key (county, recovery) references recovery (county, id),
  check ((state = 'asked') = (num_nonnulls(decided_on, decided_by, answer, decide_act) = 0)),
  check ((state <> 'asked') = (num_nonnulls(decided_on, decided_by, answer, decide_act) = 4)),
  check (decided_by is distinct from asked_by)
);
create unique index recovery_relief_asked on recovery_relief (county, recovery) where state = 'asked';

-- A plan of instalments is the rows of one act; the newest is in force.
create table recovery_instalment (
  county int not null references county (id),
  recovery uuid not null,
  act uuid not null,
  number int not null check (number > 0),
  due_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (county, recovery, act, number),
  foreign key (county, recovery) references recovery (county, id)
);
alter table recovery add column instalments uuid;
alter table recovery add column settled_before_fen bigint not null default 0;
comment on column recovery.settled_before_fen is 'What was repaid or relieved before the plan in force was agreed.';
