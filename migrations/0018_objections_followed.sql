-- §3.1.3d: an upheld objection that names no home settles no fact: it says instead what will be done, by whom and by
-- which day, and stays somebody's work until it is recorded that it was done.
alter table objection
  add column follow_up text,
  add column follow_up_who text,
  add column follow_up_by date,
  add column followed text,
  add column followed_on date,
  add column followed_by uuid,
  add column follow_act uuid,
  add check (num_nonnulls(follow_up, follow_up_who, follow_up_by) in (0, 3)),
  add check (num_nonnulls(followed, followed_on, followed_by, follow_act) in (0, 4)),
  add check (follow_up is null or (state = 'upheld' and home is null)),
  add check (followed_on is null or follow_up is not null);
create index objection_to_follow on objection (county, follow_up_by) where follow_up is not null and followed_on is null;
