-- Grassroots governance 基层治理. Tables printed by npm run gen -- --create grassroots.
create schema if not exists "grassroots";
grant usage on schema "grassroots" to suiren_app;

-- 消防安全管理办公室
create table "grassroots"."office" (
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
  "town" text not null,
  "status" text not null check ("status" in ('none', 'preparing', 'set')),
  "host" text,
  "document" text,
  "document_files" uuid[],
  "set_on" date,
  "address" text,
  "phone" text,
  "director" text,
  "director_post" text check ("director_post" in ('safety', 'other')),
  "director_fits" boolean,
  "officer" text,
  "staff" bigint,
  "party_lead" text,
  "government_lead" text,
  "self_lead" text,
  "social_lead" text,
  "standard_score" bigint,
  "verified_score" bigint,
  "verified_by" text,
  "note" text,
  primary key (id)
);
create index "office_area_id" on "grassroots"."office" (area, id);
create index "office_point" on "grassroots"."office" (lon, lat);
create index "office_town_id" on "grassroots"."office" ("town", id);
create index "office_area_town_id" on "grassroots"."office" (area, "town", id);
create index "office_search" on "grassroots"."office" using gin (platform.bigrams(search_text));
create unique index "office_town_unique" on "grassroots"."office" ("town") where deleted_at is null;
create index "office_status" on "grassroots"."office" ("status", area, id);
create index "office_director_post" on "grassroots"."office" ("director_post", area, id);
alter table "grassroots"."office" enable row level security;
create policy jurisdiction on "grassroots"."office" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."office" to suiren_app;
create trigger history after update on "grassroots"."office" for each row execute function platform.note_history('grassroots.office', '');

-- 基层工作记录
create table "grassroots"."activity" (
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
  "done_on" date not null,
  "kind" text not null check ("kind" in ('inspection', 'analysis', 'campaign', 'publicity', 'training', 'drill', 'guidance', 'study', 'visit')),
  "side" text not null check ("side" in ('street', 'department', 'self', 'public')),
  "what" text not null,
  "by" text not null,
  "people" bigint,
  "households" bigint,
  "found" bigint,
  "result" text,
  "photos" uuid[],
  primary key (id)
);
create index "activity_area_id" on "grassroots"."activity" (area, id);
create index "activity_done_on_id" on "grassroots"."activity" ("done_on", id);
create index "activity_area_done_on_id" on "grassroots"."activity" (area, "done_on", id);
create index "activity_search" on "grassroots"."activity" using gin (platform.bigrams(search_text));
create index "activity_kind" on "grassroots"."activity" ("kind", area, id);
create index "activity_side" on "grassroots"."activity" ("side", area, id);
alter table "grassroots"."activity" enable row level security;
create policy jurisdiction on "grassroots"."activity" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."activity" to suiren_app;
create trigger history after update on "grassroots"."activity" for each row execute function platform.note_history('grassroots.activity', '');

-- 应急消防管理站
create table "grassroots"."station" (
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
  "town" text not null,
  "category" text not null check ("category" in ('A', 'B', 'C')),
  "status" text not null check ("status" in ('none', 'preparing', 'set')),
  "form" text check ("form" in ('plate', 'own')),
  "document" text,
  "document_files" uuid[],
  "set_on" date,
  "address" text,
  "phone" text,
  "head" text,
  "staff_standard" bigint,
  "staff_present" bigint,
  "staff_official" bigint,
  "staff_met" boolean,
  "counted_on" date,
  "patrol_car" boolean,
  "car_plate" text,
  "equipment" jsonb,
  "duties" text,
  "note" text,
  primary key (id)
);
create index "station_area_id" on "grassroots"."station" (area, id);
create index "station_point" on "grassroots"."station" (lon, lat);
create index "station_town_id" on "grassroots"."station" ("town", id);
create index "station_area_town_id" on "grassroots"."station" (area, "town", id);
create index "station_search" on "grassroots"."station" using gin (platform.bigrams(search_text));
create unique index "station_town_unique" on "grassroots"."station" ("town") where deleted_at is null;
create index "station_category" on "grassroots"."station" ("category", area, id);
create index "station_status" on "grassroots"."station" ("status", area, id);
create index "station_form" on "grassroots"."station" ("form", area, id);
create index "station_staff_met" on "grassroots"."station" ("staff_met", area, id);
create index "station_counted_on" on "grassroots"."station" ("counted_on", area, id);
create index "station_patrol_car" on "grassroots"."station" ("patrol_car", area, id);
alter table "grassroots"."station" enable row level security;
create policy jurisdiction on "grassroots"."station" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."station" to suiren_app;
create trigger history after update on "grassroots"."station" for each row execute function platform.note_history('grassroots.station', '');

-- 管理站岗位
create table "grassroots"."station_post" (
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
  "station" uuid not null,
  "post" text not null check ("post" in ('coordination', 'command', 'inspection', 'enforcement', 'publicity')),
  "holder_a" text,
  "phone_a" bytea,
  "holder_b" text,
  "phone_b" bytea,
  "paired" boolean,
  "standing" text check ("standing" in ('a', 'b', 'none')),
  "standing_on" date,
  primary key (id)
);
create index "station_post_area_id" on "grassroots"."station_post" (area, id);
create index "station_post_post_id" on "grassroots"."station_post" ("post", id);
create index "station_post_area_post_id" on "grassroots"."station_post" (area, "post", id);
create index "station_post_search" on "grassroots"."station_post" using gin (platform.bigrams(search_text));
create index "station_post_station" on "grassroots"."station_post" ("station");
create index "station_post_post" on "grassroots"."station_post" ("post", area, id);
create index "station_post_paired" on "grassroots"."station_post" ("paired", area, id);
create index "station_post_standing" on "grassroots"."station_post" ("standing", area, id);
alter table "grassroots"."station_post" enable row level security;
create policy jurisdiction on "grassroots"."station_post" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."station_post" to suiren_app;
create trigger history after update on "grassroots"."station_post" for each row execute function platform.note_history('grassroots.station-post', 'phone_a,phone_b');

-- 村社消防组织
create table "grassroots"."village_body" (
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
  "village" text not null,
  "status" text not null check ("status" in ('none', 'preparing', 'set')),
  "leader" text,
  "leader_post" text check ("leader_post" in ('secretary', 'director', 'committee', 'other')),
  "phone" bytea,
  "members" bigint,
  "led_by_committees" boolean,
  "set_on" date,
  "document" text,
  "pledge" boolean,
  "pledge_text" text,
  "households" bigint,
  "signed" bigint,
  "patrols_a_month" bigint,
  "note" text,
  primary key (id)
);
create index "village_body_area_id" on "grassroots"."village_body" (area, id);
create index "village_body_village_id" on "grassroots"."village_body" ("village", id);
create index "village_body_area_village_id" on "grassroots"."village_body" (area, "village", id);
create index "village_body_search" on "grassroots"."village_body" using gin (platform.bigrams(search_text));
create unique index "village_body_village_unique" on "grassroots"."village_body" ("village") where deleted_at is null;
create index "village_body_status" on "grassroots"."village_body" ("status", area, id);
create index "village_body_leader_post" on "grassroots"."village_body" ("leader_post", area, id);
create index "village_body_led_by_committees" on "grassroots"."village_body" ("led_by_committees", area, id);
create index "village_body_pledge" on "grassroots"."village_body" ("pledge", area, id);
alter table "grassroots"."village_body" enable row level security;
create policy jurisdiction on "grassroots"."village_body" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."village_body" to suiren_app;
create trigger history after update on "grassroots"."village_body" for each row execute function platform.note_history('grassroots.village-body', 'phone');

-- 楼长
create table "grassroots"."warden" (
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
  "phone" bytea,
  "building" uuid,
  "building_words" text not null,
  "households" bigint,
  "status" text not null check ("status" in ('active', 'left')),
  "since" date,
  "trained_on" date,
  primary key (id)
);
create index "warden_area_id" on "grassroots"."warden" (area, id);
create index "warden_name_id" on "grassroots"."warden" ("name", id);
create index "warden_area_name_id" on "grassroots"."warden" (area, "name", id);
create index "warden_search" on "grassroots"."warden" using gin (platform.bigrams(search_text));
create index "warden_building" on "grassroots"."warden" ("building");
create index "warden_status" on "grassroots"."warden" ("status", area, id);
create index "warden_trained_on" on "grassroots"."warden" ("trained_on", area, id);
alter table "grassroots"."warden" enable row level security;
create policy jurisdiction on "grassroots"."warden" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."warden" to suiren_app;
create trigger history after update on "grassroots"."warden" for each row execute function platform.note_history('grassroots.warden', 'phone');

-- 群防群治队伍
create table "grassroots"."team" (
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
  "kind" text not null check ("kind" in ('brigade', 'watch', 'volunteer', 'trade', 'other')),
  "leader" text,
  "phone" bytea,
  "members" bigint not null,
  "status" text not null check ("status" in ('active', 'stopped')),
  "set_on" date,
  "photos" uuid[],
  primary key (id)
);
create index "team_area_id" on "grassroots"."team" (area, id);
create index "team_name_id" on "grassroots"."team" ("name", id);
create index "team_area_name_id" on "grassroots"."team" (area, "name", id);
create index "team_search" on "grassroots"."team" using gin (platform.bigrams(search_text));
create index "team_kind" on "grassroots"."team" ("kind", area, id);
create index "team_status" on "grassroots"."team" ("status", area, id);
alter table "grassroots"."team" enable row level security;
create policy jurisdiction on "grassroots"."team" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."team" to suiren_app;
create trigger history after update on "grassroots"."team" for each row execute function platform.note_history('grassroots.team', 'phone');

-- 网格员
create table "grassroots"."grid_member" (
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
  "kind" text not null check ("kind" in ('full', 'part', 'volunteer')),
  "user" uuid,
  "phone" bytea,
  "status" text not null check ("status" in ('active', 'left')),
  "grids" jsonb,
  "objects" bigint,
  "patrols_a_month" bigint,
  "module_in_use" boolean,
  "last_patrol_on" date,
  "last_score" bigint,
  "appraised_on" date,
  primary key (id)
);
create index "grid_member_area_id" on "grassroots"."grid_member" (area, id);
create index "grid_member_name_id" on "grassroots"."grid_member" ("name", id);
create index "grid_member_area_name_id" on "grassroots"."grid_member" (area, "name", id);
create index "grid_member_search" on "grassroots"."grid_member" using gin (platform.bigrams(search_text));
create index "grid_member_kind" on "grassroots"."grid_member" ("kind", area, id);
create index "grid_member_user" on "grassroots"."grid_member" ("user");
create index "grid_member_status" on "grassroots"."grid_member" ("status", area, id);
create index "grid_member_module_in_use" on "grassroots"."grid_member" ("module_in_use", area, id);
create index "grid_member_last_patrol_on" on "grassroots"."grid_member" ("last_patrol_on", area, id);
create index "grid_member_appraised_on" on "grassroots"."grid_member" ("appraised_on", area, id);
alter table "grassroots"."grid_member" enable row level security;
create policy jurisdiction on "grassroots"."grid_member" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."grid_member" to suiren_app;
create trigger history after update on "grassroots"."grid_member" for each row execute function platform.note_history('grassroots.grid-member', 'phone');

-- 网格巡查
create table "grassroots"."patrol" (
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
  "member" uuid not null,
  "patrolled_on" date not null,
  "began_at" timestamptz,
  "route" text not null,
  "objects" bigint not null,
  "problems" bigint not null,
  "on_spot" bigint,
  "found_words" text not null,
  "photos" uuid[],
  "via" text check ("via" in ('console', 'embedded')),
  "note" text,
  primary key (id)
);
create index "patrol_area_id" on "grassroots"."patrol" (area, id);
create index "patrol_point" on "grassroots"."patrol" (lon, lat);
create index "patrol_patrolled_on_id" on "grassroots"."patrol" ("patrolled_on", id);
create index "patrol_area_patrolled_on_id" on "grassroots"."patrol" (area, "patrolled_on", id);
create index "patrol_search" on "grassroots"."patrol" using gin (platform.bigrams(search_text));
create index "patrol_member" on "grassroots"."patrol" ("member");
create index "patrol_via" on "grassroots"."patrol" ("via", area, id);
alter table "grassroots"."patrol" enable row level security;
create policy jurisdiction on "grassroots"."patrol" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."patrol" to suiren_app;
create trigger history after update on "grassroots"."patrol" for each row execute function platform.note_history('grassroots.patrol', '');

-- 底数清册
create table "grassroots"."register" (
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
  "register" text not null check ("register" in ('units', 'keyUnits', 'buildings', 'rentalHouses', 'highRiskPlaces', 'facilities', 'microStations', 'villageBodies', 'gridMembers', 'wardens', 'hydrants', 'specialPersons')),
  "town" text not null,
  "ledger" text not null,
  "rows" bigint not null,
  "expected" bigint,
  "missing" bigint,
  "cells" bigint not null,
  "filled" bigint not null,
  "completeness" double precision,
  "incomplete" bigint,
  "organ" uuid,
  "last_confirmed_on" date,
  "last_confirmed_by" text,
  "fresh_until" date,
  "accuracy" double precision,
  "counted_on" date,
  primary key (id)
);
create index "register_area_id" on "grassroots"."register" (area, id);
create index "register_completeness_id" on "grassroots"."register" ("completeness", id);
create index "register_area_completeness_id" on "grassroots"."register" (area, "completeness", id);
create index "register_search" on "grassroots"."register" using gin (platform.bigrams(search_text));
create index "register_register" on "grassroots"."register" ("register", area, id);
create index "register_missing" on "grassroots"."register" ("missing", area, id);
create index "register_completeness" on "grassroots"."register" ("completeness", area, id);
create index "register_organ" on "grassroots"."register" ("organ");
create index "register_last_confirmed_on" on "grassroots"."register" ("last_confirmed_on", area, id);
create index "register_fresh_until" on "grassroots"."register" ("fresh_until", area, id);
alter table "grassroots"."register" enable row level security;
create policy jurisdiction on "grassroots"."register" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."register" to suiren_app;
create trigger history after update on "grassroots"."register" for each row execute function platform.note_history('grassroots.register', '');

-- 底数核对
create table "grassroots"."confirmation" (
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
  "register" uuid not null,
  "confirmed_on" date not null,
  "by" text not null,
  "rows" bigint not null,
  "sampled" bigint,
  "right" bigint,
  "accuracy" double precision,
  "corrections" text,
  primary key (id)
);
create index "confirmation_area_id" on "grassroots"."confirmation" (area, id);
create index "confirmation_confirmed_on_id" on "grassroots"."confirmation" ("confirmed_on", id);
create index "confirmation_area_confirmed_on_id" on "grassroots"."confirmation" (area, "confirmed_on", id);
create index "confirmation_search" on "grassroots"."confirmation" using gin (platform.bigrams(search_text));
create index "confirmation_register" on "grassroots"."confirmation" ("register");
alter table "grassroots"."confirmation" enable row level security;
create policy jurisdiction on "grassroots"."confirmation" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."confirmation" to suiren_app;
create trigger history after update on "grassroots"."confirmation" for each row execute function platform.note_history('grassroots.confirmation', '');

-- 网格员考核
create table "grassroots"."appraisal" (
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
  "state" text not null,
  "holder_organ" uuid,
  "holder_post" text,
  "holder_person" uuid,
  "due_at" timestamptz,
  "opened_at" timestamptz not null,
  "closed_at" timestamptz,
  "repeats" bigint not null default 1,
  "last_at" timestamptz,
  "says" text not null,
  "member" uuid not null,
  "account" uuid,
  "month" date not null,
  "objects" bigint,
  "expected" bigint,
  "patrols" bigint,
  "confirmed" bigint,
  "untrue" bigint,
  "tasks_due" bigint,
  "tasks_in_time" bigint,
  "score" double precision,
  "grade" text check ("grade" in ('excellent', 'good', 'pass', 'fail')),
  "rule" text,
  "counted_on" date,
  "objection" text,
  "answer" text,
  "adjusted" double precision,
  "frozen_on" date,
  primary key (id)
);
create index "appraisal_area_id" on "grassroots"."appraisal" (area, id);
create index "appraisal_opened_at_id" on "grassroots"."appraisal" ("opened_at", id);
create index "appraisal_area_opened_at_id" on "grassroots"."appraisal" (area, "opened_at", id);
create index "appraisal_search" on "grassroots"."appraisal" using gin (platform.bigrams(search_text));
create index "appraisal_member" on "grassroots"."appraisal" ("member");
create index "appraisal_account" on "grassroots"."appraisal" ("account");
create index "appraisal_month" on "grassroots"."appraisal" ("month", area, id);
create index "appraisal_score" on "grassroots"."appraisal" ("score", area, id);
create index "appraisal_grade" on "grassroots"."appraisal" ("grade", area, id);
create index "appraisal_frozen_on" on "grassroots"."appraisal" ("frozen_on", area, id);
create index "appraisal_open" on "grassroots"."appraisal" (area, opened_at, id) where closed_at is null;
create index "appraisal_due" on "grassroots"."appraisal" (due_at, id) where closed_at is null;
create index "appraisal_holder" on "grassroots"."appraisal" (holder_organ, due_at) where closed_at is null;
create index "appraisal_person" on "grassroots"."appraisal" (holder_person, due_at) where closed_at is null;
create index "appraisal_closed" on "grassroots"."appraisal" (closed_at, area, id);
create unique index "appraisal_same_open" on "grassroots"."appraisal" ("member", "month") nulls not distinct where closed_at is null and deleted_at is null;
alter table "grassroots"."appraisal" enable row level security;
create policy jurisdiction on "grassroots"."appraisal" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."appraisal" to suiren_app;
create trigger history after update on "grassroots"."appraisal" for each row execute function platform.note_history('grassroots.appraisal', '');

-- 平台事件
create table "grassroots"."event" (
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
  "platform" text not null,
  "platform_key" text not null,
  "number" text not null,
  "digest" text,
  "kind" text not null check ("kind" in ('hazard', 'task', 'report')),
  "title" text not null,
  "what" text not null,
  "place_words" text not null,
  "occurred_at" timestamptz,
  "reporter" text,
  "due_on" date,
  "hazard" uuid,
  "handler" uuid,
  "result" text,
  "photos" uuid[],
  "done_on" date,
  primary key (id)
);
create index "event_area_id" on "grassroots"."event" (area, id);
create index "event_point" on "grassroots"."event" (lon, lat);
create index "event_opened_at_id" on "grassroots"."event" ("opened_at", id);
create index "event_area_opened_at_id" on "grassroots"."event" (area, "opened_at", id);
create index "event_search" on "grassroots"."event" using gin (platform.bigrams(search_text));
create index "event_platform" on "grassroots"."event" ("platform", area, id);
create index "event_platform_key" on "grassroots"."event" ("platform_key", area, id);
create index "event_number" on "grassroots"."event" ("number", area, id);
create index "event_kind" on "grassroots"."event" ("kind", area, id);
create index "event_hazard" on "grassroots"."event" ("hazard");
create index "event_handler" on "grassroots"."event" ("handler");
create index "event_done_on" on "grassroots"."event" ("done_on", area, id);
create index "event_open" on "grassroots"."event" (area, opened_at, id) where closed_at is null;
create index "event_due" on "grassroots"."event" (due_at, id) where closed_at is null;
create index "event_holder" on "grassroots"."event" (holder_organ, due_at) where closed_at is null;
create index "event_person" on "grassroots"."event" (holder_person, due_at) where closed_at is null;
create index "event_closed" on "grassroots"."event" (closed_at, area, id);
alter table "grassroots"."event" enable row level security;
create policy jurisdiction on "grassroots"."event" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."event" to suiren_app;
create trigger history after update on "grassroots"."event" for each row execute function platform.note_history('grassroots.event', '');
