-- §4.4: which papers are needed before two records are told apart, by the pack's names; the family is told them.
alter table match_decision add column papers text[] not null default '{}' check (papers = '{}' or answer = 'papers');
