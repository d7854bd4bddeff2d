-- Both homes stand at one house number of one village: no proof that they are one dwelling, but against their being two.
alter table match_pair add column same_house boolean not null default false;
update match_pair p set same_house = true
  from identity f, identity s
 where p.near and f.county = p.county and f.id = p.first and s.county = p.county and s.id = p.second
   and f.address_numbers = s.address_numbers;

-- `match_pair.exact` also says what the police list in force says of the two: 8 one registered family, 16 its couple.
-- What it said when a decision was made: that it says more than then, or nothing any more, ends the decision.
alter table match_decision add column family smallint not null default 0;
