-- §4.4: papers that decide a pair are asked for by a day, so that work that waits has a date.
alter table match_decision add column papers_by date;
alter table match_decision add constraint match_decision_papers_by check (papers_by is null or answer = 'papers');
