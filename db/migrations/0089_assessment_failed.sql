-- Who got the lowest grade of his year's scheme, whatever that scheme calls it.
alter table assessment.entrant add column final_failed boolean;
update assessment.entrant set final_failed = final_grade = '不合格' where final_grade is not null;
create index entrant_final_failed on assessment.entrant (final_failed, area, id);
