-- How many places of a target are taken is asked with every home that may change, on its page too.
create index home_taken on home (county, line, area_kind)
  where ended is null and (confirmed_on is not null or change is not null);
