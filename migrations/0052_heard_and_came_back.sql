-- What a family said for itself before an objection about it was upheld, and the day (decision 0031).
alter table objection
  add column heard bytea,
  add column heard_on date,
  add check ((heard is null) = (heard_on is null));

-- A payment its receipt called paid, and which was sent back afterwards (§4.3): it has failed since that day.
alter table payment
  add column came_back_on date,
  add check (came_back_on is null or (state = 'failed' and came_back_on >= settled_on));
