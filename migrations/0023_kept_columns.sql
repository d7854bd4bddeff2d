-- What the columns of a list are, as its user said: of comparison lists for the county, of registers for their town.
alter table source_mapping rename to kept_columns;
alter table kept_columns rename column kind to form;
alter table kept_columns add column area text collate "C";
update kept_columns k set area = (select a.code from area a where a.county = k.county and a.level = 'county' limit 1);
delete from kept_columns where area is null;
alter table kept_columns alter column area set not null;
alter table kept_columns drop constraint source_mapping_pkey;
alter table kept_columns add primary key (county, area, form, signature);
