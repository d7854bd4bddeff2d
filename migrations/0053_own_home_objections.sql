-- A household speaks of its own home, whether or not that stands on the board; and what paper an upheld objection rests on.
alter table objection
  add column about_own boolean not null default false,
  add column paper text,
  add check (not about_own or (speaker is not null and coalesce(home, speaker) = speaker));
