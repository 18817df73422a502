-- Lists at city size (docs/performance.md): the row filter, the indexes the declared views need, and two narrow tables for what was computed row by row.

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

-- 位置未登记 among a city's components.
create index component_unplaced on facilities.component (area, id) where floor is null and place is null;

-- 应接入对象: the rule as a view, and its result in a narrow table that follows the registers, because a filter on 已接入 would count the
-- devices of every unit first.
create view remote_monitoring.access_rule as
  select u.id, u.area, u.id as unit, u.search_text, case when u.high_risk then 'highRisk' else 'keyUnit' end as why,
    (select count(*) from facilities.transmitter t where t.unit = u.id and t.state = 'inUse' and t.deleted_at is null) as devices
  from places.unit u where (u.high_risk or (u.grade = 'key' and u.has_facilities)) and u.deleted_at is null
  union all
  select b.id, b.area, b.unit, b.search_text, 'highRise',
    (select count(*) from facilities.transmitter t where t.unit = b.unit and (t.building is null or t.building = b.id) and t.state = 'inUse' and t.deleted_at is null)
  from places.building b where b.high_rise and b.has_facilities and b.deleted_at is null;
create table remote_monitoring.access_state (
  id uuid primary key,
  area bigint not null,
  unit uuid not null,
  search_text text not null,
  why text not null check (why in ('highRisk', 'keyUnit', 'highRise')),
  devices integer not null,
  connected boolean not null generated always as (devices > 0) stored
);
create index access_state_unit on remote_monitoring.access_state (unit);
create index access_state_area on remote_monitoring.access_state (area, id);
create index access_state_search on remote_monitoring.access_state using gin (platform.bigrams(search_text));
alter table remote_monitoring.access_state enable row level security;
create policy jurisdiction on remote_monitoring.access_state to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or unit = nullif(current_setting('suiren.unit'), '')::uuid));
grant select on remote_monitoring.access_state to suiren_app;

create function remote_monitoring.fill_access_states() returns void language sql as $$
  delete from remote_monitoring.access_state;
  insert into remote_monitoring.access_state (id, area, unit, search_text, why, devices) select id, area, unit, search_text, why, devices from remote_monitoring.access_rule
$$;
select remote_monitoring.fill_access_states();

create function remote_monitoring.follow_access() returns trigger language plpgsql security definer set search_path = remote_monitoring, pg_temp as $$
declare
  touched uuid[];
begin
  if tg_table_name = 'unit' then
    touched := array[new.id];
  else
    touched := array[new.unit] || case when tg_op = 'UPDATE' then array[old.unit] else '{}' end;
  end if;
  delete from access_state a where a.unit = any (touched) and not exists (select from access_rule r where r.id = a.id and r.unit = any (touched));
  insert into access_state (id, area, unit, search_text, why, devices) select id, area, unit, search_text, why, devices from access_rule where unit = any (touched)
  on conflict (id) do update set area = excluded.area, unit = excluded.unit, search_text = excluded.search_text, why = excluded.why, devices = excluded.devices;
  return null;
end
$$;
create trigger follow_access_new after insert on places.unit for each row when (new.high_risk or new.grade = 'key') execute function remote_monitoring.follow_access();
create trigger follow_access after update on places.unit for each row
  when ((old.area, old.search_text, old.high_risk, old.grade, old.has_facilities, old.deleted_at)
    is distinct from (new.area, new.search_text, new.high_risk, new.grade, new.has_facilities, new.deleted_at))
  execute function remote_monitoring.follow_access();
create trigger follow_access_new after insert on places.building for each row when (new.high_rise) execute function remote_monitoring.follow_access();
create trigger follow_access after update on places.building for each row
  when ((old.area, old.unit, old.search_text, old.high_rise, old.has_facilities, old.deleted_at)
    is distinct from (new.area, new.unit, new.search_text, new.high_rise, new.has_facilities, new.deleted_at))
  execute function remote_monitoring.follow_access();
create trigger follow_access_new after insert on facilities.transmitter for each row execute function remote_monitoring.follow_access();
create trigger follow_access after update on facilities.transmitter for each row
  when ((old.unit, old.building, old.state, old.deleted_at) is distinct from (new.unit, new.building, new.state, new.deleted_at))
  execute function remote_monitoring.follow_access();

drop view remote_monitoring.access_target;
create view remote_monitoring.access_target with (security_invoker = true) as
  select a.id, a.area, coalesce(u.version, b.version) as version, coalesce(u.created_at, b.created_at) as created_at, coalesce(u.created_by, b.created_by) as created_by,
    coalesce(u.updated_at, b.updated_at) as updated_at, null::timestamptz as deleted_at, null::text as deleted_why, coalesce(u.demo, b.demo) as demo,
    coalesce(u.custom, b.custom) as custom, a.search_text, coalesce(u.name, b.name) as name, a.unit, a.why, a.connected,
    a.devices::bigint as devices
  from remote_monitoring.access_state a left join places.unit u on u.id = a.id left join places.building b on b.id = a.id;
grant select on remote_monitoring.access_target to suiren_app;

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
