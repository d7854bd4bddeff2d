-- §1.2, §3.3.2a: a sample is of one line of work in a village, so that each has its share and only its own failures make
-- it larger. Seeds, frames and numbers of earlier draws stay as they were drawn and logged, some of them with homes of
-- both lines: those are counted by the line of each home. Such a draw is of the heating line; one that a failure brought
-- is of the line of the home that failed.
alter table sample_draw add column line text not null default 'heating' check (line in ('heating', 'building'));
update sample_draw set line = 'building'
 where case cause
         when 'failure' then exists (
           select 1 from sample_check c
             join home h on h.county = c.county and h.id = c.home
            where c.county = sample_draw.county and c.id = sample_draw.act and h.line = 'building')
         else cardinality(frame) > 0 and not exists (
           select 1 from home h
            where h.county = sample_draw.county and h.id = any(sample_draw.frame) and h.line <> 'building')
       end;
alter table sample_draw drop constraint sample_draw_county_code_level_number_key;
alter table sample_draw add constraint sample_draw_number_key unique (county, code, level, line, number);
