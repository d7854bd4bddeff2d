-- What a list writes where a day is asked for and none is given: 2023年10月, 待定. The day itself is then unknown.
alter table source_row add column day_written text;
alter table source_row add constraint source_row_day check (day is null or day_written is null);
