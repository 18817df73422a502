-- Sums above the owners tell hand entries from figures, and since when their period runs: `by:2025-12-31` and `2026-03` are no text to sort by.
alter table policy_tasks.roll add column period_from date;
alter table policy_tasks.roll add column computed integer not null default 0;
alter table policy_tasks.roll add column hand integer not null default 0;
update policy_tasks.roll r set period_from = s.period_from from (select distinct on (duty, period) duty, period, period_from from policy_tasks.standing
  order by duty, period, period_from) s where s.duty = r.duty and s.period = r.period;
update policy_tasks.roll r set computed = case when d.content ->> 'measure' is null then 0 else r.owed end, hand = case when d.content ->> 'measure' is null then r.met else 0 end
  from policy_tasks.duty d where d.id = r.duty;
-- Counted from an index alone.
drop index policy_tasks.standing_duty;
create index standing_duty on policy_tasks.standing (duty, period, area) include (status, evidence);

-- A waiver holds from the period it was asked for, and for none before it.
alter table policy_tasks.waiver add column from_on date;
update policy_tasks.waiver w set from_on = coalesce((select max(s.period_from) from policy_tasks.standing s where s.duty = w.duty and s.organ = w.organ
  and s.period_from <= (w.applied_at at time zone 'Asia/Shanghai')::date), (w.applied_at at time zone 'Asia/Shanghai')::date);
alter table policy_tasks.waiver alter column from_on set not null;

-- Is what was summed up here for a period settled for good?
create function policy_tasks.is_frozen(place bigint, period text) returns boolean language sql stable as $$
  select exists (select from policy_tasks.frozen_year f where f.year = (case when period like 'by:%' then substr(period, 4, 4) else left(period, 4) end)::integer
    and place between f.area and f.area - 1 + case when f.area % 10000000000000 = 0 then 10000000000000 when f.area % 100000000000 = 0 then 100000000000
      when f.area % 1000000000 = 0 then 1000000000 when f.area % 1000000 = 0 then 1000000 else 1000 end)
$$;
