-- Comparison sources (docs/decisions/0009): what other offices deliver, as dated lists.
create table source (
  county int not null references county (id),
  id uuid not null,
  kind text not null check (kind in ('police', 'hardship', 'earlier', 'demolition', 'grid', 'business', 'death')),
  -- The county, or the town whose part of the list this is.
  area text collate "C" not null,
  as_of date not null,
  delivered_by text not null,
  file_digest bytea not null,
  file_name text not null,
  rows int not null,
  -- Rows with errors that whoever imported chose to leave out.
  left_out int not null,
  imported_on date not null,
  imported_by uuid not null,
  synthetic boolean not null default false,
  act uuid not null,
  undone_act uuid,
  undone_on date,
  undone_by uuid,
  primary key (county, id),
  check (num_nonnulls(undone_act, undone_on, undone_by) in (0, 3))
);
create unique index source_file on source (county, kind, file_digest) where undone_act is null;
create index source_in_force on source (county, kind, as_of desc, id desc) where undone_act is null;

-- One line of a source. Which columns are filled depends on its kind; numbers of persons are sealed.
create table source_row (
  county int not null,
  source uuid not null,
  id uuid not null,
  sheet text not null,
  row int not null,
  town text collate "C",
  village text collate "C",
  -- The place as the list writes it, where it is no village we know.
  place text,
  name text,
  name_key text collate "C",
  id_number bytea,
  -- Null where the list hides digits or the number does not check.
  id_number_index bytea,
  telephone bytea,
  telephone_index bytea,
  address text,
  account_number text collate "C",
  old_account_number text collate "C",
  transformer_area text,
  tariff text,
  residential boolean,
  -- The firm a licence is of, or the programme somebody was helped by.
  title text,
  credit_code text collate "C",
  family_number text collate "C",
  relation text,
  category text,
  year int,
  status text,
  active boolean not null default true,
  day date,
  primary key (county, id),
  foreign key (county, source) references source (county, id)
);
create index source_row_order on source_row (county, source, sheet, row);
create index source_row_town on source_row (county, source, town, sheet, row);
create index source_row_name on source_row (county, source, name_key);
create index source_row_id_number on source_row (county, id_number_index, source) where id_number_index is not null;
create index source_row_account on source_row (county, account_number, source) where account_number is not null;
create index source_row_old_account on source_row (county, old_account_number, source) where old_account_number is not null;
create index source_row_village on source_row (county, village, source) where village is not null;
create index source_row_family on source_row (county, family_number, source) where family_number is not null;

-- Which column of a list laid out like this one is what, as a user said it; found again by its headers.
create table source_mapping (
  county int not null references county (id),
  kind text not null,
  signature bytea not null,
  -- Headers to fields; null for a header that is not read.
  columns jsonb not null,
  kept_on date not null,
  kept_by uuid not null,
  act uuid not null,
  primary key (county, kind, signature)
);

-- One mark of a village, `demolition_planned`: that of the newest list, or the one made by hand since the list's date.
alter table village add column demolition_marked boolean;
alter table village add column demolition_marked_on date;
alter table village add column demolition_source uuid;
alter table village add column demolition_as_of date;
update village set demolition_marked = demolition_planned;

-- An account under its present number: the 10 digits printed before are the same account.
alter table home add column account_key text collate "C";
update home set account_key = account_number;
create index home_account_key on home (county, account_key) where account_key is not null;

-- A division code that was withdrawn says which one took its place.
alter table area add column merged_into text collate "C";
alter table area add constraint area_merged check (merged_into is null or valid_to is not null);
