-- Before money leaves: of how many homes one telephone is.
create index home_telephone on home (county, telephone_index) where telephone_index is not null;
