-- §A.11: what an audit drew and found, and what its people looked at. An audit writes nothing else.
create table audit_sample (
  county int not null references county (id),
  id uuid not null,
  number int not null,
  population text not null,
  town text,
  -- Homes in the population when it was drawn from, and what tells whether they are the same again.
  homes int not null check (homes > 0),
  frame_digest text not null,
  confidence_percent int not null check (confidence_percent between 50 and 99),
  tolerable_percent int not null check (tolerable_percent between 1 and 50),
  size int not null check (size between 1 and homes),
  seed text not null,
  method text not null,
  drawn_on date not null,
  drawn_by uuid not null,
  act uuid not null,
  primary key (county, id),
  unique (county, number)
);

create table audit_sample_home (
  county int not null,
  sample uuid not null,
  home uuid not null,
  place int not null,
  answer text check (answer in ('right', 'wrong')),
  note bytea,
  examined_on date,
  examined_by uuid,
  primary key (county, sample, home),
  foreign key (county, sample) references audit_sample (county, id),
  foreign key (county, home) references home (county, id),
  check (num_nonnulls(answer, examined_on, examined_by) in (0, 3))
);
create index audit_sample_home_home on audit_sample_home (county, home);

-- A line a day for each person, read and thing it was about: enough to see where somebody looked, and how often.
create table audit_look (
  county int not null references county (id),
  account uuid not null,
  day date not null,
  read text not null,
  about text not null,
  times int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (county, account, day, read, about)
);
create index audit_look_last on audit_look (county, last_at desc);
