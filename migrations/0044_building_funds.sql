-- Money for buildings and money for heating are told apart (§4.2, §5.2): a fund serves one line of work. What was charged
-- before stays with the fund it was charged to.
alter table fund drop constraint fund_purpose_check;
alter table fund add constraint fund_purpose_check
  check (purpose in ('equipment', 'building', 'operating', 'contribution') and (purpose = 'contribution') = (source = 'household'));
