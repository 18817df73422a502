-- Lists at city size (docs/performance.md): the row filter, and three indexes the declared views need.

-- "current_setting(…) = ''" compares no column, so the planner takes it for true once in two hundred rows and plans a city's 200,000 rows as 1,000.
-- "is not null" says the same and is taken for nearly always true. Only the reading half is planned with.
do $$
declare
  p record;
begin
  for p in select schemaname, tablename, policyname, qual from pg_policies where roles = '{suiren_app}' and qual like '%(current_setting(''suiren.unit''::text) = ''''::text)%' loop
    execute format('alter policy %I on %I.%I using (%s)', p.policyname, p.schemaname, p.tablename,
      replace(p.qual, '(current_setting(''suiren.unit''::text) = ''''::text)', '(nullif(current_setting(''suiren.unit'') = '''', false) is not null)'));
  end loop;
end
$$;

-- Map boxes, and the lists of what has no coordinates.
create index "unit_point" on "places"."unit" (lon, lat);
create index "alarm_point_at" on "remote_monitoring"."alarm" (lon, lat);
create index "building_point" on "places"."building" (lon, lat);
create index "station_point" on "micro_station"."station" (lon, lat);
create index "station_point" on "forces"."station" (lon, lat);

-- 应接入对象: who must be connected, found without reading every unit; devices counted once, not once a row.
create index unit_access on places.unit (area, id) where high_risk or (grade = 'key' and has_facilities);
create index building_access on places.building (area, id) where high_rise and has_facilities;
create or replace view remote_monitoring.access_target with (security_invoker = true) as
  select u.id, u.area, u.version, u.created_at, u.created_by, u.updated_at, u.deleted_at, u.deleted_why, u.demo, u.custom, u.search_text,
    u.name, u.id as unit, case when u.high_risk then 'highRisk' else 'keyUnit' end as why, n.devices is not null as connected, coalesce(n.devices, 0) as devices
  from places.unit u
    left join (select unit, count(*) as devices from facilities.transmitter where state = 'inUse' and deleted_at is null group by unit) n on n.unit = u.id
  where u.high_risk or (u.grade = 'key' and u.has_facilities)
  union all
  select b.id, b.area, b.version, b.created_at, b.created_by, b.updated_at, b.deleted_at, b.deleted_why, b.demo, b.custom, b.search_text,
    b.name, b.unit, 'highRise', coalesce(own.devices, whole.devices) is not null, coalesce(own.devices, 0) + coalesce(whole.devices, 0)
  from places.building b
    left join (select unit, building, count(*) as devices from facilities.transmitter
      where state = 'inUse' and deleted_at is null and building is not null group by unit, building) own on own.unit = b.unit and own.building = b.id
    left join (select unit, count(*) as devices from facilities.transmitter
      where state = 'inUse' and deleted_at is null and building is null group by unit) whole on whole.unit = b.unit
  where b.high_rise and b.has_facilities;

-- 点位状态: the condition of each point in use as a column that an index can answer. It follows the register and the live state in the
-- database, whoever writes them, in either order: devices often speak before their points are imported.
create table remote_monitoring.point_state (
  component uuid primary key,
  area bigint not null,
  unit uuid not null,
  condition text not null check (condition in ('normal', 'fire', 'fault', 'shield', 'active', 'unheard'))
) with (fillfactor = 80);
create index point_state_condition on remote_monitoring.point_state (condition, area, component);
create index point_state_unit on remote_monitoring.point_state (unit);
alter table remote_monitoring.point_state enable row level security;
create policy jurisdiction on remote_monitoring.point_state to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or unit = nullif(current_setting('suiren.unit'), '')::uuid));
grant select on remote_monitoring.point_state to suiren_app;

create function remote_monitoring.condition_of(active text[]) returns text language sql immutable parallel safe as $$
  select case when active && array['fire', 'test'] then 'fire' when 'fault' = any (active) then 'fault' when 'shield' = any (active) then 'shield'
    when active <> '{}' then 'active' else 'normal' end
$$;

create function remote_monitoring.fill_point_states() returns void language sql as $$
  insert into remote_monitoring.point_state (component, area, unit, condition)
    select c.id, c.area, c.unit, coalesce(remote_monitoring.condition_of(s.active), 'unheard')
    from facilities.component c left join remote_monitoring.component_state s
      on s.address = c.address and s.system_type = c.system_type and s.system_address = c.system_address and s.component_address = c.component_address
    where c.state = 'inUse' and c.deleted_at is null
  on conflict (component) do update set area = excluded.area, unit = excluded.unit, condition = excluded.condition
$$;
select remote_monitoring.fill_point_states();

create function remote_monitoring.follow_component() returns trigger language plpgsql security definer set search_path = remote_monitoring, pg_temp as $$
begin
  if new.state <> 'inUse' or new.deleted_at is not null then
    delete from point_state where component = new.id;
  else
    insert into point_state (component, area, unit, condition)
      values (new.id, new.area, new.unit, coalesce((select condition_of(s.active) from component_state s where s.address = new.address
        and s.system_type = new.system_type and s.system_address = new.system_address and s.component_address = new.component_address), 'unheard'))
    on conflict (component) do update set area = excluded.area, unit = excluded.unit, condition = excluded.condition;
  end if;
  return null;
end
$$;
create trigger follow_component_new after insert on facilities.component for each row execute function remote_monitoring.follow_component();
create trigger follow_component after update on facilities.component for each row
  when ((old.area, old.unit, old.address, old.system_type, old.system_address, old.component_address, old.state, old.deleted_at)
    is distinct from (new.area, new.unit, new.address, new.system_type, new.system_address, new.component_address, new.state, new.deleted_at))
  execute function remote_monitoring.follow_component();

create function remote_monitoring.follow_state() returns trigger language plpgsql security definer set search_path = remote_monitoring, pg_temp as $$
begin
  update point_state p set condition = condition_of(new.active) from facilities.component c
    where c.address = new.address and c.system_type = new.system_type and c.system_address = new.system_address
      and c.component_address = new.component_address and c.deleted_at is null and p.component = c.id and p.condition <> condition_of(new.active);
  return null;
end
$$;
create trigger follow_state_new after insert on remote_monitoring.component_state for each row execute function remote_monitoring.follow_state();
create trigger follow_state after update on remote_monitoring.component_state for each row
  when (old.active is distinct from new.active) execute function remote_monitoring.follow_state();

drop view remote_monitoring.point;
-- Left joins from the narrow table: what a count does not ask for is not read.
create view remote_monitoring.point with (security_invoker = true) as
  select p.component as id, p.area, c.version, c.created_at, c.created_by, c.updated_at, null::timestamptz as deleted_at, null::text as deleted_why,
    c.demo, c.custom, c.search_text, p.unit, c.address, c.system_type, c.system_address, c.component_address, c.name, c.place_words, c.component_type,
    p.condition, s.words, s.last_at
  from remote_monitoring.point_state p
    left join facilities.component c on c.id = p.component
    left join remote_monitoring.component_state s on s.address = c.address and s.system_type = c.system_type
      and s.system_address = c.system_address and s.component_address = c.component_address;
grant select on remote_monitoring.point to suiren_app;
