-- Pages of the register in its own order, where a town or a kind of area alone would have a scan filter most homes away.
create index home_town_answer on home (county, town, answer, village, sequence);
create index home_area_kind on home (county, area_kind, village, sequence);
