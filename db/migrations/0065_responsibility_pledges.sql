-- 责任书: kept by responsibility alone. What an assessment had recorded moves there; it reads the pledge by who pledged and the year. SH-8.3
insert into responsibility.pledge (id, area, demo, search_text, state, holder_organ, opened_at, last_at, closed_at, title, year, superior, pledger, sign_by, targets,
    pledger_name, pledged_on, superior_name, signed_on, papers)
  select uuidv7(), e.area, e.demo, lower(e.calendar_year || ' 年消防安全责任书 ' || e.name), 'signed', y.host, y.opened_at, e.pledged_on::timestamptz, e.pledged_on::timestamptz,
    e.calendar_year || ' 年消防安全责任书 ' || e.name, e.calendar_year, y.host, e.organ, coalesce(y.pledge_by, e.pledged_on),
    coalesce((select jsonb_agg(jsonb_build_object('words', t ->> 'item', 'aim', t ->> 'target', 'clause', null, 'measure', null, 'indicator', null)) from jsonb_array_elements(e.pledge_targets) t), '[]'),
    e.pledge_signer, e.pledged_on, '（考核登记）', e.pledged_on, e.pledge_papers
  from assessment.entrant e join assessment.year y on y.id = e.year
  where e.pledged_on is not null and e.organ is not null and e.deleted_at is null and not exists (select 1 from responsibility.pledge p
    where p.pledger = e.organ and p.year = e.calendar_year and p.pledged_on is not null and p.state <> 'withdrawn' and p.deleted_at is null);

-- Who has signed this year's pledge, for whoever counts them.
create view responsibility.v_pledged as
  select id, area, year, pledger, pledged_on, signed_on from responsibility.pledge
  where pledged_on is not null and state in ('pledged', 'signed') and deleted_at is null;
grant select on responsibility.v_pledged to suiren_app;
create index pledge_of_year on responsibility.pledge (pledger, year) where deleted_at is null;

create or replace view assessment.v_year as
  select y.id, y.area, a.name as area_name, y.title, y.year, y.level, y.state, y."from", y.until, y.pledge_by, y.entrants,
    (select count(distinct e.id)::int from assessment.entrant e join responsibility.v_pledged p on p.pledger = e.organ and p.year = e.calendar_year
      where e.year = y.id and e.deleted_at is null) as signed,
    y.sampled, y.frozen_at, y.appeal_until, y.reply_by, y.approved_on, y.circular, y.issued_on, y.demo,
    s.id as scheme_id, s.code as scheme_code, s.edition, s.source, coalesce(o.short_name, '') as host
  from assessment.year y join platform.area a on a.key = y.area join assessment.scheme s on s.id = y.scheme
    left join organizations.v_organ o on o.id = y.host
  where y.deleted_at is null;

create or replace function assessment.guard_entrant() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'an assessed government is not removed';
  end if;
  if old.frozen_at is not null and (new.snapshot, new.sm3, new.frozen_on, new.frozen_at, new.frozen_score, new.frozen_low, new.frozen_high, new.frozen_grade, new.frozen_rank, new.frozen_tied,
      new.grouping, new.people, new.year, new.area, new.name, new.deleted_at)
    is distinct from (old.snapshot, old.sm3, old.frozen_on, old.frozen_at, old.frozen_score, old.frozen_low, old.frozen_high, old.frozen_grade, old.frozen_rank, old.frozen_tied,
      old.grouping, old.people, old.year, old.area, old.name, old.deleted_at) then
    raise exception 'frozen scores do not change';
  end if;
  if old.final_score is not null and (new.final_score, new.final_low, new.final_high, new.final_grade, new.final_rank, new.final_tied)
    is distinct from (old.final_score, old.final_low, old.final_high, old.final_grade, old.final_rank, old.final_tied) then
    raise exception 'approved scores do not change';
  end if;
  return new;
end
$$;
alter table assessment.entrant add column started_on date;
update assessment.entrant e set started_on = y."from" from assessment.year y where y.id = e.year;
create index "entrant_started_on" on "assessment"."entrant" ("started_on", area, id);
alter table assessment.entrant drop column pledged_on, drop column pledge_signer, drop column pledge_targets, drop column pledge_papers;
