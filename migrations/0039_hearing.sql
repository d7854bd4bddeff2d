-- §3.3.2b: coal found is a finding; the household is heard, and another person decides, before a subsidy is cancelled.
alter table coal_finding add column state text not null default 'revoked'
  check (state in ('open', 'revoked', 'dismissed'));
alter table coal_finding alter column state set default 'open';
comment on column coal_finding.state is 'Findings from before hearings were kept cancelled the subsidy at once.';
alter table coal_finding add column hear_until date;
comment on column coal_finding.hear_until is 'The last day by which the household may state its case, as the pack said when it was found.';
alter table coal_finding add column decided_on date;
alter table coal_finding add column decided_by uuid;
alter table coal_finding add column decision bytea;
alter table coal_finding add column decide_act uuid;
alter table coal_finding add constraint coal_finding_decided check (
  num_nonnulls(decided_on, decided_by, decision, decide_act) in (0, 4)
  and (state <> 'open' or decide_act is null)
  and decided_by is distinct from found_by
);
create unique index coal_finding_open on coal_finding (county, home) where state = 'open';

create table coal_hearing (
  county int not null references county (id),
  id uuid not null,
  finding uuid not null,
  heard_on date not null,
  heard_by uuid not null,
  statement bytea not null,
  act uuid not null,
  primary key (county, id),
  foreign key (county, finding) references coal_finding (county, id)
);
create index coal_hearing_finding on coal_hearing (county, finding);

-- Payment rules of earlier modules ask whether a finding is open.
alter table home add column coal_finding uuid;
comment on column home.coal_finding is 'The finding of coal nobody has decided yet.';
