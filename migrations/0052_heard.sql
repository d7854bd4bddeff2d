-- What a family said for itself before an objection about it was upheld, and the day (decision 0031).
alter table objection
  add column heard bytea,
  add column heard_on date,
  add check ((heard is null) = (heard_on is null));
