-- Of a season's electricity, what was used in valley hours: some counties pay for nothing else (§4.3, decision 0027).
alter table usage_reading add column valley_centi_kwh bigint;
alter table usage_reading add constraint usage_reading_valley_within
  check (valley_centi_kwh is null or (valley_centi_kwh >= 0 and valley_centi_kwh <= used_centi_kwh));
