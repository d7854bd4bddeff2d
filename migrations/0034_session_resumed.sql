-- §5.2: a telephone whose browser was killed takes its session up again with a secret that only its owner's PIN opens.
alter table session add column resume_digest bytea;
create unique index session_resume on session (county, resume_digest) where resume_digest is not null;
