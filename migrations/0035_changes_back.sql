-- §3.1.3d: a home that left by an approval nobody can undo any more comes back by a change of its own; and what explains
-- a day before the application, sealed.
alter table home_change drop constraint home_change_kind_check;
alter table home_change add constraint home_change_kind_check
  check (kind in ('add', 'return', 'withdraw', 'refuse', 'demolish', 'die', 'correct', 'move', 'succeed'));
alter table home_change add column explained bytea;
