-- §4.4: what was asked for can be taken back by those who ask, and what was granted revoked by those who grant.
alter table exception_request
  add column ended_by uuid, add column ended_on date, add column end_reason text,
  drop constraint exception_request_state_check,
  drop constraint exception_request_check;
alter table exception_request
  add constraint exception_request_state_check
    check (state in ('asked', 'granted', 'declined', 'taken-back', 'revoked')),
  add constraint exception_request_check
    check ((state in ('asked', 'taken-back')) = (num_nonnulls(answer, decided_by, decided_on) = 0)),
  add constraint exception_request_ended
    check (num_nonnulls(ended_by, ended_on, end_reason) = case when state in ('taken-back', 'revoked') then 3 else 0 end);
