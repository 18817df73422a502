-- facilities: 消防设施、部件点位、消防控制室、联网设备、推广批次、运营. Written from the declarations; the last part by hand.
create schema if not exists "facilities";
grant usage on schema "facilities" to suiren_app;

-- 消防设施
create table "facilities"."facility" (
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
  "unit" uuid not null,
  "building" uuid,
  "name" text not null,
  "system_type" text not null check ("system_type" in ('s0', 's1', 's10', 's11', 's12', 's13', 's14', 's15', 's16', 's17', 's18', 's19', 's20', 's21', 's22', 's23', 's24')),
  "maker" text,
  "model" text,
  "installed_on" date,
  "maintenance" text,
  "maintenance_until" date,
  "state" text not null check ("state" in ('normal', 'partial', 'fault', 'stopped')),
  "note" text,
  primary key (id)
);
create index "facility_area_id" on "facilities"."facility" (area, id);
create index "facility_maintenance_until_id" on "facilities"."facility" ("maintenance_until", id);
create index "facility_area_maintenance_until_id" on "facilities"."facility" (area, "maintenance_until", id);
create index "facility_search" on "facilities"."facility" using gin (platform.bigrams(search_text));
create index "facility_unit" on "facilities"."facility" ("unit");
create index "facility_building" on "facilities"."facility" ("building");
create index "facility_system_type" on "facilities"."facility" ("system_type", area, id);
create index "facility_state" on "facilities"."facility" ("state", area, id);
alter table "facilities"."facility" enable row level security;
create policy jurisdiction on "facilities"."facility" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "facilities"."facility" to suiren_app;
create trigger history after update on "facilities"."facility" for each row execute function platform.note_history('facilities.facility', '');

-- 部件点位
create table "facilities"."component" (
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
  "unit" uuid not null,
  "facility" uuid,
  "building" uuid,
  "address" text not null,
  "system_type" bigint not null,
  "system_address" bigint not null,
  "component_address" bigint not null,
  "component_type" bigint not null,
  "loop" bigint,
  "point" bigint,
  "floor" bigint,
  "zone" text,
  "place" text,
  "plan_x" double precision,
  "plan_y" double precision,
  "low_limit" double precision,
  "high_limit" double precision,
  "state" text not null check ("state" in ('inUse', 'stopped', 'removed')),
  "name" text,
  "place_words" text,
  primary key (id)
);
create index "component_area_id" on "facilities"."component" (area, id);
create index "component_search" on "facilities"."component" using gin (platform.bigrams(search_text));
create index "component_unit" on "facilities"."component" ("unit");
create index "component_facility" on "facilities"."component" ("facility");
create index "component_building" on "facilities"."component" ("building");
create index "component_address" on "facilities"."component" ("address", area, id);
create index "component_state" on "facilities"."component" ("state", area, id);
alter table "facilities"."component" enable row level security;
create policy jurisdiction on "facilities"."component" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "facilities"."component" to suiren_app;
create trigger history after update on "facilities"."component" for each row execute function platform.note_history('facilities.component', '');

-- 消防控制室
create table "facilities"."control_room" (
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
  "unit" uuid not null,
  "building" uuid,
  "name" text not null,
  "floor" bigint,
  "place" text,
  "phone" text not null,
  "per_shift" bigint,
  "shift_hours" bigint,
  "certified" bigint,
  "staffing" text check ("staffing" in ('double', 'single', 'central')),
  primary key (id)
);
create index "control_room_area_id" on "facilities"."control_room" (area, id);
create index "control_room_search" on "facilities"."control_room" using gin (platform.bigrams(search_text));
create index "control_room_unit" on "facilities"."control_room" ("unit");
create index "control_room_building" on "facilities"."control_room" ("building");
create index "control_room_staffing" on "facilities"."control_room" ("staffing", area, id);
alter table "facilities"."control_room" enable row level security;
create policy jurisdiction on "facilities"."control_room" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "facilities"."control_room" to suiren_app;
create trigger history after update on "facilities"."control_room" for each row execute function platform.note_history('facilities.control-room', '');

-- 推广批次
create table "facilities"."rollout" (
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
  "kind" text not null check ("kind" in ('transmitter', 'iot', 'temperature', 'smoke', 'pressure', 'electrical', 'video')),
  "sites" text not null,
  "quantity" bigint not null,
  "planned_on" date not null,
  "funding" text not null check ("funding" in ('government', 'special', 'social', 'insurance')),
  "amount" double precision,
  "organ" uuid,
  "state" text not null check ("state" in ('planned', 'installing', 'done', 'stopped')),
  primary key (id)
);
create index "rollout_area_id" on "facilities"."rollout" (area, id);
create index "rollout_planned_on_id" on "facilities"."rollout" ("planned_on", id);
create index "rollout_area_planned_on_id" on "facilities"."rollout" (area, "planned_on", id);
create index "rollout_search" on "facilities"."rollout" using gin (platform.bigrams(search_text));
create index "rollout_kind" on "facilities"."rollout" ("kind", area, id);
create index "rollout_organ" on "facilities"."rollout" ("organ");
create index "rollout_state" on "facilities"."rollout" ("state", area, id);
alter table "facilities"."rollout" enable row level security;
create policy jurisdiction on "facilities"."rollout" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '')) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = ''));
grant select, insert, update on "facilities"."rollout" to suiren_app;
create trigger history after update on "facilities"."rollout" for each row execute function platform.note_history('facilities.rollout', '');

-- 运营单位
create table "facilities"."operator" (
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
  "mode" text not null check ("mode" in ('government', 'entrusted')),
  "client" uuid,
  "contract_number" text,
  "contract_from" date,
  "contract_until" date,
  "yearly_amount" double precision,
  "service_levels" text,
  "phone" text,
  "contract" uuid[],
  primary key (id)
);
create index "operator_area_id" on "facilities"."operator" (area, id);
create index "operator_contract_until_id" on "facilities"."operator" ("contract_until", id);
create index "operator_area_contract_until_id" on "facilities"."operator" (area, "contract_until", id);
create index "operator_search" on "facilities"."operator" using gin (platform.bigrams(search_text));
create index "operator_mode" on "facilities"."operator" ("mode", area, id);
create index "operator_client" on "facilities"."operator" ("client");
alter table "facilities"."operator" enable row level security;
create policy jurisdiction on "facilities"."operator" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '')) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = ''));
grant select, insert, update on "facilities"."operator" to suiren_app;
create trigger history after update on "facilities"."operator" for each row execute function platform.note_history('facilities.operator', '');

-- 运营月度绩效
create table "facilities"."operator_month" (
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
  "operator" uuid not null,
  "month_on" date not null,
  "summary" text not null,
  "online_rate" double precision,
  "duty_rate" double precision,
  "repair_hours" double precision,
  "complaints" bigint,
  "verdict" text not null check ("verdict" in ('good', 'poor')),
  "evidence" uuid[],
  primary key (id)
);
create index "operator_month_area_id" on "facilities"."operator_month" (area, id);
create index "operator_month_month_on_id" on "facilities"."operator_month" ("month_on", id);
create index "operator_month_area_month_on_id" on "facilities"."operator_month" (area, "month_on", id);
create index "operator_month_search" on "facilities"."operator_month" using gin (platform.bigrams(search_text));
create index "operator_month_operator" on "facilities"."operator_month" ("operator");
alter table "facilities"."operator_month" enable row level security;
create policy jurisdiction on "facilities"."operator_month" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '')) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = ''));
grant select, insert, update on "facilities"."operator_month" to suiren_app;
create trigger history after update on "facilities"."operator_month" for each row execute function platform.note_history('facilities.operator-month', '');

-- 专项经费
create table "facilities"."funding" (
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
  "kind" text not null check ("kind" in ('application', 'construction', 'running')),
  "year" bigint not null,
  "decided_on" date not null,
  "applicant" uuid,
  "amount" double precision not null,
  "granted" text not null check ("granted" in ('pending', 'granted', 'refused')),
  "document" uuid[],
  primary key (id)
);
create index "funding_area_id" on "facilities"."funding" (area, id);
create index "funding_decided_on_id" on "facilities"."funding" ("decided_on", id);
create index "funding_area_decided_on_id" on "facilities"."funding" (area, "decided_on", id);
create index "funding_search" on "facilities"."funding" using gin (platform.bigrams(search_text));
create index "funding_kind" on "facilities"."funding" ("kind", area, id);
create index "funding_applicant" on "facilities"."funding" ("applicant");
create index "funding_granted" on "facilities"."funding" ("granted", area, id);
alter table "facilities"."funding" enable row level security;
create policy jurisdiction on "facilities"."funding" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '')) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = ''));
grant select, insert, update on "facilities"."funding" to suiren_app;
create trigger history after update on "facilities"."funding" for each row execute function platform.note_history('facilities.funding', '');

-- 收费投诉
create table "facilities"."fee_complaint" (
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
  "unit" uuid not null,
  "operator" uuid,
  "what" text not null,
  "amount" double precision not null,
  "reported_on" date not null,
  "outcome" text not null check ("outcome" in ('open', 'refunded', 'unfounded')),
  "note" text,
  primary key (id)
);
create index "fee_complaint_area_id" on "facilities"."fee_complaint" (area, id);
create index "fee_complaint_reported_on_id" on "facilities"."fee_complaint" ("reported_on", id);
create index "fee_complaint_area_reported_on_id" on "facilities"."fee_complaint" (area, "reported_on", id);
create index "fee_complaint_search" on "facilities"."fee_complaint" using gin (platform.bigrams(search_text));
create index "fee_complaint_unit" on "facilities"."fee_complaint" ("unit");
create index "fee_complaint_operator" on "facilities"."fee_complaint" ("operator");
create index "fee_complaint_outcome" on "facilities"."fee_complaint" ("outcome", area, id);
alter table "facilities"."fee_complaint" enable row level security;
create policy jurisdiction on "facilities"."fee_complaint" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "facilities"."fee_complaint" to suiren_app;
create trigger history after update on "facilities"."fee_complaint" for each row execute function platform.note_history('facilities.fee-complaint', '');

-- 联网设备
create table "facilities"."transmitter" (
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
  "unit" uuid not null,
  "building" uuid,
  "name" text not null,
  "address" text not null,
  "kind" text not null check ("kind" in ('transmitter', 'iot', 'temperature', 'smoke', 'pressure', 'electrical', 'video')),
  "technique" text check ("technique" in ('remote', 'early', 'water', 'power')),
  "profile" text,
  "model" text,
  "firmware" text,
  "installed_on" date,
  "heartbeat_seconds" bigint,
  "rollout" uuid,
  "operator" uuid,
  "state" text not null check ("state" in ('inUse', 'suspended', 'removed')),
  "fee" double precision,
  primary key (id)
);
create index "transmitter_area_id" on "facilities"."transmitter" (area, id);
create index "transmitter_search" on "facilities"."transmitter" using gin (platform.bigrams(search_text));
create index "transmitter_unit" on "facilities"."transmitter" ("unit");
create index "transmitter_building" on "facilities"."transmitter" ("building");
create unique index "transmitter_address_unique" on "facilities"."transmitter" ("address") where deleted_at is null;
create index "transmitter_kind" on "facilities"."transmitter" ("kind", area, id);
create index "transmitter_technique" on "facilities"."transmitter" ("technique", area, id);
create index "transmitter_rollout" on "facilities"."transmitter" ("rollout");
create index "transmitter_operator" on "facilities"."transmitter" ("operator");
create index "transmitter_state" on "facilities"."transmitter" ("state", area, id);
alter table "facilities"."transmitter" enable row level security;
create policy jurisdiction on "facilities"."transmitter" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "facilities"."transmitter" to suiren_app;
create trigger history after update on "facilities"."transmitter" for each row execute function platform.note_history('facilities.transmitter', '');

-- One component per number its panel sends.
create unique index "component_component_address_unique" on "facilities"."component" (address, system_type, system_address, component_address) where deleted_at is null;

-- TY-2.6.1.3: units are connected free of charge.
alter table "facilities"."transmitter" add constraint transmitter_is_free check (fee = 0);

-- Published: the devices that may speak, and the components they speak of. Owner's rights: projections read them, people read the ledgers.
create view facilities.v_device as
  select t.id, t.address, t.unit, t.building, t.area, t.name, t.kind, t.technique, t.profile, t.demo, coalesce(t.heartbeat_seconds, 60)::integer as heartbeat_seconds,
    t.state = 'inUse' as in_use
  from facilities.transmitter t where t.deleted_at is null and t.state <> 'removed';

create view facilities.v_component as
  select c.id, c.address, c.system_type, c.system_address, c.component_address, c.component_type, c.unit, c.building, c.facility, c.area, c.loop, c.point,
    c.floor, c.zone, c.place, c.name, c.place_words, c.low_limit, c.high_limit, c.plan_x, c.plan_y
  from facilities.component c where c.deleted_at is null and c.state = 'inUse';
