create schema if not exists "places";
grant usage on schema "places" to suiren_app;

-- 单位
create table "places"."unit" (
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
  "name" text not null,
  "code" text,
  "credit_code" text,
  "kind" text not null check ("kind" in ('shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other')),
  "address" text not null,
  "grade" text check ("grade" in ('key', 'general', 'unknown')),
  "grade_reason" text,
  "computed_grade" text check ("computed_grade" in ('key', 'general', 'unknown')),
  "decided_grade" text check ("decided_grade" in ('key', 'general')),
  "decided_why" text,
  "high_risk" boolean,
  "area_m2" double precision,
  "business_area_m2" double precision,
  "floors" bigint,
  "height_m" double precision,
  "rooms" bigint,
  "beds" bigint,
  "seats" bigint,
  "staff" bigint,
  "stored_t" double precision,
  "has_facilities" boolean,
  "regulator" uuid,
  "responsible" text,
  "responsible_phone" bytea,
  "manager" text,
  "manager_phone" bytea,
  "duty_phone" text,
  "maintenance" text,
  "maintenance_phone" text,
  "networked" boolean,
  "vehicle_entry" text,
  "pump_connection" text,
  "evacuation_focus" text,
  "hazard_note" text,
  "note" text,
  primary key (id)
);
create index "unit_area_id" on "places"."unit" (area, id);
create index "unit_search" on "places"."unit" using gin (platform.bigrams(search_text));
create unique index "unit_code_unique" on "places"."unit" ("code") where deleted_at is null;
create index "unit_credit_code" on "places"."unit" ("credit_code", area, id);
create index "unit_kind" on "places"."unit" ("kind", area, id);
create index "unit_grade" on "places"."unit" ("grade", area, id);
create index "unit_regulator" on "places"."unit" ("regulator");
create index "unit_networked" on "places"."unit" ("networked", area, id);
alter table "places"."unit" enable row level security;
create policy jurisdiction on "places"."unit" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("id" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("id" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "places"."unit" to suiren_app;
create trigger history after update on "places"."unit" for each row execute function platform.note_history('places.unit', 'responsible_phone,manager_phone');

-- 建筑
create table "places"."building" (
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
  "unit" uuid not null,
  "name" text not null,
  "use" text not null check ("use" in ('residential', 'public', 'mixed', 'factory', 'store', 'other')),
  "floors_up" bigint,
  "floors_down" bigint,
  "height_m" double precision,
  "area_m2" double precision,
  "built_year" bigint,
  "structure" text check ("structure" in ('concrete', 'steel', 'brick', 'timber', 'other')),
  "fire_class" text,
  "high_rise" boolean,
  "has_facilities" boolean,
  "plans" jsonb,
  primary key (id)
);
create index "building_area_id" on "places"."building" (area, id);
create index "building_search" on "places"."building" using gin (platform.bigrams(search_text));
create index "building_unit" on "places"."building" ("unit");
create index "building_use" on "places"."building" ("use", area, id);
create index "building_high_rise" on "places"."building" ("high_rise", area, id);
alter table "places"."building" enable row level security;
create policy jurisdiction on "places"."building" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "places"."building" to suiren_app;
create trigger history after update on "places"."building" for each row execute function platform.note_history('places.building', '');

-- 场所
create table "places"."venue" (
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
  "kind" text not null check ("kind" in ('shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other')),
  "floor" bigint,
  "area_m2" double precision,
  "crowd" bigint,
  "operator" text,
  primary key (id)
);
create index "venue_area_id" on "places"."venue" (area, id);
create index "venue_search" on "places"."venue" using gin (platform.bigrams(search_text));
create index "venue_unit" on "places"."venue" ("unit");
create index "venue_building" on "places"."venue" ("building");
create index "venue_kind" on "places"."venue" ("kind", area, id);
alter table "places"."venue" enable row level security;
create policy jurisdiction on "places"."venue" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "places"."venue" to suiren_app;
create trigger history after update on "places"."venue" for each row execute function platform.note_history('places.venue', '');

-- 联系人
create table "places"."contact" (
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
  "role" text not null check ("role" in ('controlRoom', 'manager', 'responsible', 'security', 'maintenance', 'microStation', 'other')),
  "post" text not null,
  "name" text,
  "phone" bytea,
  "phone_hash" bytea,
  "office_phone" text,
  "certificate" text,
  "call_order" bigint,
  primary key (id)
);
create index "contact_area_id" on "places"."contact" (area, id);
create index "contact_call_order_id" on "places"."contact" ("call_order", id);
create index "contact_area_call_order_id" on "places"."contact" (area, "call_order", id);
create index "contact_search" on "places"."contact" using gin (platform.bigrams(search_text));
create index "contact_unit" on "places"."contact" ("unit");
create index "contact_role" on "places"."contact" ("role", area, id);
create index "contact_phone_hash" on "places"."contact" ("phone_hash");
alter table "places"."contact" enable row level security;
create policy jurisdiction on "places"."contact" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "places"."contact" to suiren_app;
create trigger history after update on "places"."contact" for each row execute function platform.note_history('places.contact', 'phone,phone_hash');

-- 值班岗位
create table "places"."duty_post" (
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
  "name" text not null,
  "kind" text not null check ("kind" in ('controlRoom', 'patrol', 'microStation', 'gate')),
  "hours" text not null check ("hours" in ('allDay', 'day', 'business')),
  "per_shift" bigint not null,
  "phone" text,
  primary key (id)
);
create index "duty_post_area_id" on "places"."duty_post" (area, id);
create index "duty_post_search" on "places"."duty_post" using gin (platform.bigrams(search_text));
create index "duty_post_unit" on "places"."duty_post" ("unit");
create index "duty_post_kind" on "places"."duty_post" ("kind", area, id);
alter table "places"."duty_post" enable row level security;
create policy jurisdiction on "places"."duty_post" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "places"."duty_post" to suiren_app;
create trigger history after update on "places"."duty_post" for each row execute function platform.note_history('places.duty-post', '');
