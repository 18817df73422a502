-- Boards read a few areas of many measures; judging writes many standings at once.
create index cell_area on platform.cell (area, measure, month) include (num, den);
alter table policy_tasks.standing alter column id set default uuidv7();
alter table policy_tasks.standing drop constraint standing_duty_organ_period_key;
drop index policy_tasks.standing_organ;
-- By owner first: one index tells both what is the same standing and what an organ owes.
create unique index standing_owner on policy_tasks.standing (organ, duty, period);
