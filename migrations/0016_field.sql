-- Telephones that people work with in villages (§3.2.2, §3.3.4), and what came from them that could not be applied as it
-- came: kept with both sides until a person settles it, never dropped.
create table handset (
  county int not null references county (id),
  id uuid not null,
  account uuid not null,
  name text not null,
  enrolled_at timestamptz not null,
  last_contact_at timestamptz not null,
  -- When its outbox was last empty: nothing it brings later happened before.
  emptied_at timestamptz not null,
  -- By how much its clock ran ahead of ours at the last contact.
  clock_ahead_ms bigint not null default 0,
  revoked_at timestamptz,
  act uuid not null,
  revoke_act uuid,
  primary key (county, id),
  foreign key (county, account) references account (county, id),
  check (num_nonnulls(revoked_at, revoke_act) in (0, 2))
);
create index handset_account on handset (county, account);
alter table session add column handset uuid;

-- Which telephone brought an act, its place among that telephone's acts, and what its clock said.
create table handset_act (
  county int not null references county (id),
  act uuid not null,
  handset uuid not null,
  number int not null,
  claimed_at timestamptz not null,
  primary key (county, act),
  foreign key (county, handset) references handset (county, id)
);
create index handset_act_number on handset_act (county, handset, number);

-- The id is the act's own. What was entered, why it was held and the answer name people and are sealed.
create table held_act (
  county int not null references county (id),
  id uuid not null,
  handset uuid,
  number int not null,
  maker uuid not null,
  kind text not null,
  version int not null,
  subject_type text not null,
  subject uuid not null,
  -- Where it would have happened: whose it is to settle, and who looks on.
  area text collate "C" not null,
  organisations uuid[] not null,
  seen uuid,
  evidence jsonb not null,
  claimed_at timestamptz not null,
  happened_at timestamptz not null,
  arrived_at timestamptz not null,
  input bytea not null,
  reasons bytea not null,
  state text not null check (state in ('held', 'applied', 'set-aside')),
  act uuid not null,
  settled_by uuid,
  settled_at timestamptz,
  answer bytea,
  settle_act uuid,
  primary key (county, id),
  check ((state = 'held') = (num_nonnulls(settled_by, settled_at, answer, settle_act) = 0)),
  check (settled_by <> maker)
);
create index held_act_open on held_act (county, area, arrived_at) where state = 'held';
create index held_act_arrived on held_act (county, arrived_at desc, id desc);
create index held_act_maker on held_act (county, maker, arrived_at desc);
create index held_act_subject on held_act (county, subject_type, subject);
