-- §3.3.3: papers brought to a home's dossier as files. What the register proves itself is not written here.
create table dossier_paper (
  county int not null references county (id),
  id uuid not null,
  home uuid not null,
  -- Of the pack's list.
  paper text collate "C" not null,
  digests text[] collate "C" not null check (cardinality(digests) > 0),
  brought_on date not null,
  brought_by uuid not null,
  act uuid not null,
  -- Taken out again: stays as history.
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  withdraw_act uuid,
  primary key (county, id),
  foreign key (county, home) references home (county, id),
  check (num_nonnulls(withdrawn_on, withdrawn_by, withdrawn_reason, withdraw_act) in (0, 4))
);
create index dossier_paper_home on dossier_paper (county, home, paper);
