-- remote-monitoring: 警情、屏蔽与测试、查岗、班次 from their declarations; then the live state of devices, by hand.
create schema if not exists "remote_monitoring";
grant usage on schema "remote_monitoring" to suiren_app;

-- 警情
create table "remote_monitoring"."alarm" (
  "id" uuid not null,
  "area" bigint not null,
  "version" integer not null default 1,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz,
  "deleted_why" text,
  "demo" boolean not null default false,
  "custom" jsonb not null default '{}',
  "search_text" text not null default '',
  "lon" double precision check ("lon" between 73 and 136),
  "lat" double precision check ("lat" between 3 and 54),
  "datum" text check ("datum" in ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  "state" text not null,
  "holder_organ" uuid,
  "holder_post" text,
  "holder_person" uuid,
  "due_at" timestamptz,
  "opened_at" timestamptz not null,
  "closed_at" timestamptz,
  "repeats" bigint not null default 1,
  "last_at" timestamptz,
  "number" text not null,
  "kind" text not null check ("kind" in ('fire', 'supervision', 'linkage', 'fault', 'shield', 'offline', 'test')),
  "was" text check ("was" in ('fire', 'supervision', 'linkage', 'fault', 'shield', 'offline', 'test')),
  "unit" uuid not null,
  "unit_name" text not null,
  "transmitter" uuid,
  "address" text not null,
  "system_type" bigint,
  "system_address" bigint,
  "component_type" bigint,
  "component_address" bigint,
  "component" uuid,
  "building" uuid,
  "floor" bigint,
  "zone" text,
  "place_words" text not null,
  "device_words" text not null,
  "numbers" text,
  "what" text,
  "grade" text not null check ("grade" in ('normal', 'raised')),
  "raised_why" text,
  "points" bigint,
  "folded_into" uuid,
  "occurred_at" timestamptz,
  "message_id" text,
  "accept_by" timestamptz,
  "verify_by" timestamptz,
  "accepted_at" timestamptz,
  "accepted_by" uuid,
  "concluded_at" timestamptz,
  "confirmed_at" timestamptz,
  "verify_method" text check ("verify_method" in ('call', 'video', 'site')),
  "verify_outcome" text check ("verify_outcome" in ('fire', 'none', 'noAnswer', 'unclear', 'going')),
  "verify_who" text,
  "conclusion" text check ("conclusion" in ('real', 'false', 'test', 'operation', 'restored', 'settled', 'merged')),
  "cause" text check ("cause" in ('fire', 'smoking', 'cooking', 'dust', 'construction', 'ageing', 'wiring', 'power', 'network', 'water', 'maintenance', 'drill', 'operation', 'unknown', 'other')),
  "cause_note" text,
  "operator_name" text,
  "test_until" timestamptz,
  "repair_by" text,
  "repair_due_on" date,
  primary key (id)
);
create index "alarm_area_id" on "remote_monitoring"."alarm" (area, id);
create index "alarm_opened_at_id" on "remote_monitoring"."alarm" ("opened_at", id);
create index "alarm_area_opened_at_id" on "remote_monitoring"."alarm" (area, "opened_at", id);
create index "alarm_search" on "remote_monitoring"."alarm" using gin (platform.bigrams(search_text));
create unique index "alarm_number_unique" on "remote_monitoring"."alarm" ("number") where deleted_at is null;
create index "alarm_kind" on "remote_monitoring"."alarm" ("kind", area, id);
create index "alarm_unit" on "remote_monitoring"."alarm" ("unit");
create index "alarm_transmitter" on "remote_monitoring"."alarm" ("transmitter");
create index "alarm_address" on "remote_monitoring"."alarm" ("address", area, id);
create index "alarm_component" on "remote_monitoring"."alarm" ("component");
create index "alarm_building" on "remote_monitoring"."alarm" ("building");
create index "alarm_folded_into" on "remote_monitoring"."alarm" ("folded_into");
create index "alarm_accepted_by" on "remote_monitoring"."alarm" ("accepted_by");
create index "alarm_conclusion" on "remote_monitoring"."alarm" ("conclusion", area, id);
create index "alarm_cause" on "remote_monitoring"."alarm" ("cause", area, id);
create index "alarm_open" on "remote_monitoring"."alarm" (area, opened_at, id) where closed_at is null;
create index "alarm_due" on "remote_monitoring"."alarm" (due_at, id) where closed_at is null;
create index "alarm_holder" on "remote_monitoring"."alarm" (holder_organ, due_at) where closed_at is null;
create index "alarm_closed" on "remote_monitoring"."alarm" (closed_at, area, id);
create unique index "alarm_same_open" on "remote_monitoring"."alarm" ("address", "system_type", "system_address", "component_address", "kind") nulls not distinct where closed_at is null and deleted_at is null;
alter table "remote_monitoring"."alarm" enable row level security;
create policy jurisdiction on "remote_monitoring"."alarm" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "remote_monitoring"."alarm" to suiren_app;
create trigger history after update on "remote_monitoring"."alarm" for each row execute function platform.note_history('remote-monitoring.alarm', '');

-- 屏蔽与测试
create table "remote_monitoring"."window" (
  "id" uuid not null,
  "area" bigint not null,
  "version" integer not null default 1,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz,
  "deleted_why" text,
  "demo" boolean not null default false,
  "custom" jsonb not null default '{}',
  "search_text" text not null default '',
  "kind" text not null check ("kind" in ('shield', 'test')),
  "unit" uuid not null,
  "address" text,
  "system_type" bigint,
  "system_address" bigint,
  "component_address" bigint,
  "scope_words" text not null,
  "reason" text not null,
  "from_at" timestamptz not null,
  "until" timestamptz not null,
  "state" text not null check ("state" in ('open', 'ended')),
  "ended_at" timestamptz,
  "ended_why" text,
  "made_by" uuid,
  "muted" bigint,
  "last_muted_at" timestamptz,
  primary key (id)
);
create index "window_area_id" on "remote_monitoring"."window" (area, id);
create index "window_from_at_id" on "remote_monitoring"."window" ("from_at", id);
create index "window_area_from_at_id" on "remote_monitoring"."window" (area, "from_at", id);
create index "window_until_id" on "remote_monitoring"."window" ("until", id);
create index "window_area_until_id" on "remote_monitoring"."window" (area, "until", id);
create index "window_search" on "remote_monitoring"."window" using gin (platform.bigrams(search_text));
create index "window_kind" on "remote_monitoring"."window" ("kind", area, id);
create index "window_unit" on "remote_monitoring"."window" ("unit");
create index "window_until" on "remote_monitoring"."window" ("until", area, id);
create index "window_state" on "remote_monitoring"."window" ("state", area, id);
create index "window_made_by" on "remote_monitoring"."window" ("made_by");
alter table "remote_monitoring"."window" enable row level security;
create policy jurisdiction on "remote_monitoring"."window" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "remote_monitoring"."window" to suiren_app;
create trigger history after update on "remote_monitoring"."window" for each row execute function platform.note_history('remote-monitoring.window', '');

-- 查岗
create table "remote_monitoring"."duty_answer" (
  "id" uuid not null,
  "area" bigint not null,
  "version" integer not null default 1,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz,
  "deleted_why" text,
  "demo" boolean not null default false,
  "custom" jsonb not null default '{}',
  "search_text" text not null default '',
  "check_id" text not null,
  "unit" uuid not null,
  "transmitter" uuid not null,
  "address" text not null,
  "sent_at" timestamptz not null,
  "answer_by" timestamptz not null,
  "outcome" text not null check ("outcome" in ('sending', 'waiting', 'answered', 'timeout', 'undelivered')),
  "answered_at" timestamptz,
  "operator_code" bigint,
  "trouble" text,
  "asked_by" uuid,
  primary key (id)
);
create index "duty_answer_area_id" on "remote_monitoring"."duty_answer" (area, id);
create index "duty_answer_sent_at_id" on "remote_monitoring"."duty_answer" ("sent_at", id);
create index "duty_answer_area_sent_at_id" on "remote_monitoring"."duty_answer" (area, "sent_at", id);
create index "duty_answer_search" on "remote_monitoring"."duty_answer" using gin (platform.bigrams(search_text));
create index "duty_answer_check_id" on "remote_monitoring"."duty_answer" ("check_id", area, id);
create index "duty_answer_unit" on "remote_monitoring"."duty_answer" ("unit");
create index "duty_answer_transmitter" on "remote_monitoring"."duty_answer" ("transmitter");
create index "duty_answer_address" on "remote_monitoring"."duty_answer" ("address", area, id);
create index "duty_answer_outcome" on "remote_monitoring"."duty_answer" ("outcome", area, id);
create index "duty_answer_asked_by" on "remote_monitoring"."duty_answer" ("asked_by");
alter table "remote_monitoring"."duty_answer" enable row level security;
create policy jurisdiction on "remote_monitoring"."duty_answer" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "remote_monitoring"."duty_answer" to suiren_app;
create trigger history after update on "remote_monitoring"."duty_answer" for each row execute function platform.note_history('remote-monitoring.duty-answer', '');

-- 班次
create table "remote_monitoring"."shift" (
  "id" uuid not null,
  "area" bigint not null,
  "version" integer not null default 1,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz,
  "deleted_why" text,
  "demo" boolean not null default false,
  "custom" jsonb not null default '{}',
  "search_text" text not null default '',
  "name" text not null,
  "from_at" timestamptz not null,
  "until_at" timestamptz not null,
  "ended_at" timestamptz,
  "leader_name" text,
  "officers" jsonb,
  "handed_by" uuid,
  "handed_by_name" text,
  "handed_at" timestamptz,
  "taken_by" uuid,
  "taken_by_name" text,
  "taken_at" timestamptz,
  "note" text,
  "open_alarms" bigint,
  primary key (id)
);
create index "shift_area_id" on "remote_monitoring"."shift" (area, id);
create index "shift_from_at_id" on "remote_monitoring"."shift" ("from_at", id);
create index "shift_area_from_at_id" on "remote_monitoring"."shift" (area, "from_at", id);
create index "shift_search" on "remote_monitoring"."shift" using gin (platform.bigrams(search_text));
create index "shift_handed_by" on "remote_monitoring"."shift" ("handed_by");
create index "shift_taken_by" on "remote_monitoring"."shift" ("taken_by");
alter table "remote_monitoring"."shift" enable row level security;
create policy jurisdiction on "remote_monitoring"."shift" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '')) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = ''));
grant select, insert, update on "remote_monitoring"."shift" to suiren_app;
create trigger history after update on "remote_monitoring"."shift" for each row execute function platform.note_history('remote-monitoring.shift', '');


-- The points an alarm follows. -1: no system, or no component. A point has one open alarm of a kind: the database is the judge.
create table remote_monitoring.alarm_point (
  id bigint generated always as identity primary key,
  alarm_id uuid not null references remote_monitoring.alarm (id),
  kind text not null,
  address text not null,
  system_type integer not null,
  system_address integer not null,
  component_address bigint not null,
  component_type integer not null,
  component uuid,
  area bigint not null,
  unit uuid not null,
  number text not null,
  place_words text not null,
  device_words text not null,
  words text not null default '',
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null default 1,
  restored_at timestamptz,
  open boolean not null default true
);
create unique index alarm_point_open on remote_monitoring.alarm_point (address, system_type, system_address, component_address, kind) where open;
create index alarm_point_alarm on remote_monitoring.alarm_point (alarm_id, first_at);
create index alarm_point_component on remote_monitoring.alarm_point (address, system_type, system_address, component_address, last_at);
alter table remote_monitoring.alarm_point enable row level security;
create policy jurisdiction on remote_monitoring.alarm_point to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid));
grant select on remote_monitoring.alarm_point to suiren_app;

-- An ended alarm follows nothing more.
create function remote_monitoring.end_points() returns trigger language plpgsql security definer set search_path = remote_monitoring, pg_temp as $$
begin
  update remote_monitoring.alarm_point set open = false where alarm_id = new.id and open;
  return null;
end
$$;
create trigger end_points after update of closed_at on remote_monitoring.alarm for each row
  when (old.closed_at is null and new.closed_at is not null) execute function remote_monitoring.end_points();

-- A fire is closed with a conclusion and a cause, whoever closes it.
alter table remote_monitoring.alarm add constraint fire_ends_with_reason
  check (closed_at is null or kind <> 'fire' or (conclusion is not null and cause is not null));
create index alarm_nuisance on remote_monitoring.alarm (closed_at) where conclusion = 'false';
create index alarm_unit_opened on remote_monitoring.alarm (unit, opened_at);

create table remote_monitoring.alarm_counter (prefix text not null, day date not null, last integer not null, primary key (prefix, day));

-- 设备状态: no history, written in one statement a batch.
create table remote_monitoring.device_state (
  address text primary key,
  transmitter uuid not null,
  unit uuid not null,
  area bigint not null,
  online boolean not null,
  since timestamptz not null,
  first_message_at timestamptz not null,
  last_message_at timestamptz not null,
  last_kind text not null,
  last_message_id text not null,
  status integer,
  fault_words text not null default '',
  clock_offset_s double precision,
  messages_today integer not null default 0,
  messages_on date not null,
  facts jsonb not null default '{}'
) with (fillfactor = 70);
create index device_state_silent on remote_monitoring.device_state (last_message_at) where online;
create index device_state_unit on remote_monitoring.device_state (unit);
create index device_state_transmitter on remote_monitoring.device_state (transmitter);
alter table remote_monitoring.device_state enable row level security;
create policy jurisdiction on remote_monitoring.device_state to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid));
grant select on remote_monitoring.device_state to suiren_app;

create table remote_monitoring.component_state (
  address text not null,
  system_type integer not null,
  system_address integer not null,
  component_address bigint not null,
  component_type integer not null,
  unit uuid not null,
  area bigint not null,
  status integer not null,
  active text[] not null,
  words text not null,
  description text not null,
  since timestamptz not null,
  last_at timestamptz not null,
  occurred_at timestamptz,
  message_id text not null,
  value double precision,
  value_unit text,
  value_at timestamptz,
  primary key (address, system_type, system_address, component_address)
) with (fillfactor = 70);
create index component_state_unit on remote_monitoring.component_state (unit);
alter table remote_monitoring.component_state enable row level security;
create policy jurisdiction on remote_monitoring.component_state to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid));
grant select on remote_monitoring.component_state to suiren_app;

-- 读数, by month of reception.
create table remote_monitoring.reading (
  at timestamptz not null,
  sampled_at timestamptz,
  address text not null,
  system_type integer not null,
  system_address integer not null,
  component_address bigint not null,
  analog_type integer not null,
  value double precision not null,
  value_unit text not null,
  unit uuid not null,
  area bigint not null
) partition by range (at);
create index reading_point on remote_monitoring.reading (address, system_type, system_address, component_address, at);
create table remote_monitoring.reading_other partition of remote_monitoring.reading default;
alter table remote_monitoring.reading enable row level security;
create policy jurisdiction on remote_monitoring.reading to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid));
grant select on remote_monitoring.reading to suiren_app;

create function remote_monitoring.make_reading_months(first date, months integer) returns void language plpgsql as $$
declare
  month date;
begin
  for month in select generate_series(date_trunc('month', first), date_trunc('month', first) + make_interval(months => months), interval '1 month')::date loop
    if to_regclass(format('remote_monitoring.reading_%s', to_char(month, 'YYYYMM'))) is null then
      execute format('create table remote_monitoring.reading_%s partition of remote_monitoring.reading for values from (%L) to (%L)',
        to_char(month, 'YYYYMM'), month::timestamp at time zone 'Asia/Shanghai', (month + interval '1 month')::timestamp at time zone 'Asia/Shanghai');
    end if;
  end loop;
end
$$;
select remote_monitoring.make_reading_months(current_date, 2);

-- 待登记: addresses nobody has registered, with what they sent. Bounded by the projection.
create table remote_monitoring.unregistered (
  address text primary key,
  first_at timestamptz not null,
  last_at timestamptz not null,
  messages bigint not null,
  kinds jsonb not null,
  fires jsonb not null default '{}',
  last_message_id text not null
);
create index unregistered_last on remote_monitoring.unregistered (last_at);

create table remote_monitoring.minute_count (minute timestamptz primary key, messages integer not null, fires integer not null);
create table remote_monitoring.gateway_pulse (name text primary key, at timestamptz not null, since timestamptz not null);
grant select on remote_monitoring.minute_count, remote_monitoring.gateway_pulse to suiren_app;

-- Each reminder once, delivered or not.
create table remote_monitoring.alarm_step (
  alarm_id uuid not null references remote_monitoring.alarm (id),
  step text not null,
  at timestamptz not null,
  delivered boolean not null,
  primary key (alarm_id, step)
);

-- 转 119: what was sent, how often, what came back.
create table remote_monitoring.forward (
  alarm_id uuid primary key references remote_monitoring.alarm (id),
  area bigint not null,
  unit uuid not null,
  identifier text not null,
  state text not null check (state in ('sending', 'delivered', 'failed', 'not-connected', 'by-phone')),
  message text not null,
  attempts integer not null default 0,
  first_at timestamptz not null,
  last_at timestamptz not null,
  status integer,
  receipt text,
  trouble text,
  delivered_at timestamptz,
  by_phone text
);
alter table remote_monitoring.forward enable row level security;
create policy jurisdiction on remote_monitoring.forward to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid));
grant select, update on remote_monitoring.forward to suiren_app;

-- Commands down wait here for the process that has the gateway.
create table remote_monitoring.command (
  id uuid primary key,
  address text not null,
  area bigint not null,
  unit uuid not null,
  command jsonb not null,
  duty_answer uuid,
  asked_by uuid,
  asked_by_name text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('queued', 'sending', 'answered', 'denied', 'timeout', 'not-connected')),
  taken_at timestamptz,
  finished_at timestamptz,
  message_id text
);
create index command_waiting on remote_monitoring.command (asked_at) where state in ('queued', 'sending');
create index command_address on remote_monitoring.command (address, asked_at);
alter table remote_monitoring.command enable row level security;
create policy jurisdiction on remote_monitoring.command to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or unit = nullif(current_setting('suiren.unit'), '')::uuid));
grant select, insert on remote_monitoring.command to suiren_app;

-- Who sits at the desk now, and whether he can hear it.
create table remote_monitoring.seat (
  user_id uuid primary key,
  name text not null,
  area_lo bigint not null,
  area_hi bigint not null,
  sound text not null check (sound in ('on', 'off', 'blocked')),
  muted_why text,
  seen_at timestamptz not null
);
grant select, insert, update on remote_monitoring.seat to suiren_app;

-- Live views behind lists and measures; they ask with the reader's own rights.
create view remote_monitoring.device with (security_invoker = true) as
  select t.id, t.area, t.version, t.created_at, t.created_by, t.updated_at, t.deleted_at, t.deleted_why, t.demo, t.custom, t.search_text,
    t.unit, t.name, t.address, t.kind, t.technique, t.rollout, t.operator,
    case when d.address is null then 'never' when d.online then 'online' else 'offline' end as connection,
    coalesce(d.fault_words <> '', false) as fault, d.fault_words, d.last_message_at, d.since as connected_since, d.clock_offset_s,
    case when d.messages_on = (now() at time zone 'Asia/Shanghai')::date then d.messages_today else 0 end as messages_today
  from facilities.transmitter t left join remote_monitoring.device_state d on d.address = t.address
  where t.state = 'inUse';

create view remote_monitoring.point with (security_invoker = true) as
  select c.id, c.area, c.version, c.created_at, c.created_by, c.updated_at, c.deleted_at, c.deleted_why, c.demo, c.custom, c.search_text,
    c.unit, c.address, c.system_type, c.system_address, c.component_address, c.name, c.place_words, c.component_type,
    case when s.address is null then 'unheard' when 'fire' = any (s.active) or 'test' = any (s.active) then 'fire' when 'fault' = any (s.active) then 'fault'
      when 'shield' = any (s.active) then 'shield' when s.active <> '{}' then 'active' else 'normal' end as condition,
    s.words, s.last_at
  from facilities.component c left join remote_monitoring.component_state s
    on s.address = c.address and s.system_type = c.system_type and s.system_address = c.system_address and s.component_address = c.component_address
  where c.state = 'inUse';

-- JX-4.4.8: the list of what must be connected, from the unit and building registers.
create view remote_monitoring.access_target with (security_invoker = true) as
  select u.id, u.area, u.version, u.created_at, u.created_by, u.updated_at, u.deleted_at, u.deleted_why, u.demo, u.custom, u.search_text,
    u.name, u.id as unit, case when u.high_risk then 'highRisk' else 'keyUnit' end as why, n.devices > 0 as connected, n.devices
  from places.unit u cross join lateral (
    select count(*) as devices from facilities.transmitter t where t.unit = u.id and t.state = 'inUse' and t.deleted_at is null) n
  where u.high_risk or (u.grade = 'key' and u.has_facilities)
  union all
  select b.id, b.area, b.version, b.created_at, b.created_by, b.updated_at, b.deleted_at, b.deleted_why, b.demo, b.custom, b.search_text,
    b.name, b.unit, 'highRise', n.devices > 0, n.devices
  from places.building b cross join lateral (
    select count(*) as devices from facilities.transmitter t where t.unit = b.unit and (t.building is null or t.building = b.id) and t.state = 'inUse' and t.deleted_at is null) n
  where b.high_rise and b.has_facilities;
-- JX-4.4.6: the four place types, as far as the registers can tell them (basis: coverage.ts).
create view remote_monitoring.risk_place with (security_invoker = true) as
  select 'highRise' as place, b.unit, b.area from places.building b where b.high_rise and b.deleted_at is null
  union select 'highRise', u.id, u.area from places.unit u where u.kind = 'highRise' and u.deleted_at is null
  union select 'complex', u.id, u.area from places.unit u where u.kind = 'shop' and u.area_m2 >= 30000 and u.deleted_at is null
  union select 'labour', u.id, u.area from places.unit u where u.kind = 'factory' and u.staff >= 200 and u.deleted_at is null
  union select 'rental', u.id, u.area from places.unit u where u.kind in ('residence', 'smallPlace', 'other') and u.name ~ '出租|公寓' and u.deleted_at is null;
grant select on remote_monitoring.risk_place, remote_monitoring.device, remote_monitoring.point, remote_monitoring.access_target to suiren_app;
