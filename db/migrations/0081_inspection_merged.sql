-- 综合查一次: a task as whoever asked for it must see it. What was merged stands as the visit it was merged into.
with recursive up as (
  select id, merged_into as last from inspection.task where merged_into is not null
  union all
  select u.id, t.merged_into from up u join inspection.task t on t.id = u.last where t.merged_into is not null
)
update inspection.task t set merged_into = u.last
  from up u join inspection.task e on e.id = u.last and e.merged_into is null where t.id = u.id and t.merged_into <> u.last;

create view inspection.v_check with (security_invoker = true) as
  select t.id, t.unit, t.unit_name, t.area, t.origin, t.origin_id, t.saved_visits, t.merged_into is not null as merged,
    s.id as task, s.state, s.result, s.found_count, s.done_on, s.visit, s.lead, s.second, s.due_on, s.due_at, s.closed_at
  from inspection.task t join inspection.task s on s.id = coalesce(t.merged_into, t.id)
  where t.deleted_at is null and s.deleted_at is null;
grant select on inspection.v_check to suiren_app;

-- Objects of campaigns follow the visit that stands, and are free again where nobody came.
update key_places.campaign_object o set task = t.merged_into from inspection.task t where t.id = o.task and t.merged_into is not null;
update key_places.campaign_object o set status = 'checked', checked_on = coalesce(o.checked_on, t.done_on), version = o.version + 1, updated_at = now()
  from inspection.task t where t.id = o.task and o.status = 'pending' and t.state = 'done' and t.result in ('none', 'found');
update key_places.campaign_object o set task = null, version = o.version + 1, updated_at = now()
  from inspection.task t where t.id = o.task and o.status = 'pending' and (t.state = 'cancelled' or t.result = 'notDone');

-- The number of a draw is one for everybody under the same county, also for who sees only a part of it.
create function inspection.next_draw(asked text) returns integer language sql stable security definer set search_path = '' as $$
  select coalesce(max(substr(d.number, length(asked) + 1)::integer), 0) + 1 from inspection.draw d
  where d.number like asked || '%' and substr(d.number, length(asked) + 1) ~ '^[0-9]{1,6}$'
$$;
revoke all on function inspection.next_draw(text) from public;
grant execute on function inspection.next_draw(text) to suiren_app;

-- When the end of a visit arrived: what was made before it may follow for a day.
create index sync_piece_finished on inspection.sync_piece (visit) where kind = 'visitFinished';
