-- An official may also point to a line of an earlier year's list (§4.1b): a family helped under another name, which no
-- number joins. `second` is then the line, which comparison forgets when its list is taken back.
alter table match_pointed drop constraint match_pointed_county_second_fkey;
alter table match_pointed drop constraint match_pointed_check;
alter table match_pointed drop constraint match_pointed_suspected_check;
alter table match_pointed add check (suspected in ('entered-twice', 'several-homes', 'several-families', 'helped-before'));
alter table match_pointed add check (suspected = 'helped-before' or first < second);
