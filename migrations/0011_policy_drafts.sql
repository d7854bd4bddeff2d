-- Which pack is in force on a day: the newest adoption of those begun by then.
create table pack_adoption (
  county int not null references county (id),
  id uuid not null,
  pack uuid not null,
  in_force_from date not null,
  adopted_on date not null,
  adopted_by uuid,
  reason text,
  draft uuid,
  -- Taken back before it began.
  called_off_act uuid,
  act uuid not null,
  primary key (county, id),
  foreign key (county, pack) references policy_pack (county, id)
);
create index pack_adoption_from on pack_adoption (county, in_force_from desc, id desc);

insert into pack_adoption (county, id, pack, in_force_from, adopted_on, act)
select county, id, id, adopted_on, adopted_on, act from policy_pack;

-- An earlier pack taken up again; the id of its act comes after those of all packs.
insert into pack_adoption (county, id, pack, in_force_from, adopted_on, act)
select g.county, g.act, g.pack, greatest(d.day, p.adopted_on), greatest(d.day, p.adopted_on), g.act
  from programme g
  join policy_pack p on p.county = g.county and p.id = g.pack and p.act <> g.act
  join act a on a.county = g.county and a.id = g.act
 cross join lateral (select (a.recorded_at at time zone 'Asia/Shanghai')::date as day) d;

alter table programme drop column pack;

-- A copy of a pack that is being changed (§3.1.3d, §4.1b); every version of its files stays.
create table policy_draft (
  county int not null references county (id),
  id uuid not null,
  name text not null,
  state text not null check (state in ('open', 'discarded', 'adopted')),
  version int not null check (version > 0),
  base_digest text not null,
  started_on date not null,
  started_by uuid not null,
  act uuid not null,
  primary key (county, id)
);

create table policy_draft_version (
  county int not null,
  draft uuid not null,
  version int not null,
  -- The earlier version it is the same as, where it was gone back to.
  same_as int,
  files jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  act uuid not null,
  primary key (county, draft, version),
  foreign key (county, draft) references policy_draft (county, id)
);
