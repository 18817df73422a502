-- Key places 重点场所 and campaigns 专项整治. Tables printed by npm run gen -- --create key-places.
create schema if not exists "key_places";
grant usage on schema "key_places" to suiren_app;

-- 整治对象
create table "key_places"."campaign_object" (
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
  "campaign" uuid not null,
  "name" text not null,
  "address" text,
  "source" text not null check ("source" in ('places.unit', 'places.building', 'key-places.urban-village', 'key-places.village-house', 'key-places.rental-house', 'key-places.old-place', 'key-places.large-mall')),
  "object_id" text not null,
  "unit" uuid,
  "industry" text,
  "department" uuid,
  "status" text not null check ("status" in ('pending', 'checked', 'found', 'cleared', 'notApplicable')),
  "checked_on" date,
  "checked_by" text,
  "hazards" bigint,
  "open_hazards" bigint,
  "outcome" text check ("outcome" in ('rectified', 'demolished', 'relocated', 'closed')),
  "outcome_on" date,
  "task" uuid,
  "why" text,
  primary key (id)
);
create index "campaign_object_area_id" on "key_places"."campaign_object" (area, id);
create index "campaign_object_point" on "key_places"."campaign_object" (lon, lat);
create index "campaign_object_name_id" on "key_places"."campaign_object" ("name", id);
create index "campaign_object_area_name_id" on "key_places"."campaign_object" (area, "name", id);
create index "campaign_object_search" on "key_places"."campaign_object" using gin (platform.bigrams(search_text));
create index "campaign_object_campaign" on "key_places"."campaign_object" ("campaign");
create index "campaign_object_object_id" on "key_places"."campaign_object" ("object_id", area, id);
create index "campaign_object_unit" on "key_places"."campaign_object" ("unit");
create index "campaign_object_industry" on "key_places"."campaign_object" ("industry", area, id);
create index "campaign_object_department" on "key_places"."campaign_object" ("department");
create index "campaign_object_status" on "key_places"."campaign_object" ("status", area, id);
create index "campaign_object_checked_on" on "key_places"."campaign_object" ("checked_on", area, id);
create index "campaign_object_task" on "key_places"."campaign_object" ("task");
alter table "key_places"."campaign_object" enable row level security;
create policy jurisdiction on "key_places"."campaign_object" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."campaign_object" to suiren_app;
create trigger history after update on "key_places"."campaign_object" for each row execute function platform.note_history('key-places.campaign-object', '');

-- 火灾高风险场所
create table "key_places"."high_risk_place" (
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
  "unit" uuid,
  "kind" text not null check ("kind" in ('publicPlace', 'production', 'storage', 'residential', 'mixed', 'hazmat', 'heritage', 'construction', 'other')),
  "address" text,
  "grade" text not null check ("grade" in ('high', 'elevated', 'ordinary')),
  "factors" text[] check ("factors" <@ array['crowd', 'lodging', 'highRise', 'underground', 'flammable', 'exits', 'facilities', 'wiring', 'openFire', 'eBike', 'weakPeople', 'lane']::text[]),
  "occupants" bigint,
  "survey" text not null,
  "surveyor" text not null,
  "surveyed_on" date not null,
  "sheet" uuid,
  "entered_on" date not null,
  "measures" text,
  "status" text not null check ("status" in ('listed', 'lowered', 'removed')),
  "status_why" text,
  primary key (id)
);
create index "high_risk_place_area_id" on "key_places"."high_risk_place" (area, id);
create index "high_risk_place_point" on "key_places"."high_risk_place" (lon, lat);
create index "high_risk_place_entered_on_id" on "key_places"."high_risk_place" ("entered_on", id);
create index "high_risk_place_area_entered_on_id" on "key_places"."high_risk_place" (area, "entered_on", id);
create index "high_risk_place_search" on "key_places"."high_risk_place" using gin (platform.bigrams(search_text));
create index "high_risk_place_unit" on "key_places"."high_risk_place" ("unit");
create index "high_risk_place_kind" on "key_places"."high_risk_place" ("kind", area, id);
create index "high_risk_place_grade" on "key_places"."high_risk_place" ("grade", area, id);
create index "high_risk_place_survey" on "key_places"."high_risk_place" ("survey", area, id);
create index "high_risk_place_surveyed_on" on "key_places"."high_risk_place" ("surveyed_on", area, id);
create index "high_risk_place_sheet" on "key_places"."high_risk_place" ("sheet");
create index "high_risk_place_entered_on" on "key_places"."high_risk_place" ("entered_on", area, id);
create index "high_risk_place_status" on "key_places"."high_risk_place" ("status", area, id);
alter table "key_places"."high_risk_place" enable row level security;
create policy jurisdiction on "key_places"."high_risk_place" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."high_risk_place" to suiren_app;
create trigger history after update on "key_places"."high_risk_place" for each row execute function platform.note_history('key-places.high-risk-place', '');

-- 城中村
create table "key_places"."urban_village" (
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
  "outline" text,
  "buildings" bigint,
  "households" bigint,
  "residents" bigint,
  "problems" text[] check ("problems" <@ array['lane', 'spacing', 'fireResistance', 'wiring', 'threeInOne', 'groupRental', 'illegalBuilding', 'eBike', 'water', 'gas']::text[]),
  "measures" text,
  "lead" uuid,
  "status" text not null check ("status" in ('listed', 'working', 'done', 'watched')),
  "finish_by" date,
  primary key (id)
);
create index "urban_village_area_id" on "key_places"."urban_village" (area, id);
create index "urban_village_point" on "key_places"."urban_village" (lon, lat);
create index "urban_village_name_id" on "key_places"."urban_village" ("name", id);
create index "urban_village_area_name_id" on "key_places"."urban_village" (area, "name", id);
create index "urban_village_finish_by_id" on "key_places"."urban_village" ("finish_by", id);
create index "urban_village_area_finish_by_id" on "key_places"."urban_village" (area, "finish_by", id);
create index "urban_village_search" on "key_places"."urban_village" using gin (platform.bigrams(search_text));
create index "urban_village_lead" on "key_places"."urban_village" ("lead");
create index "urban_village_status" on "key_places"."urban_village" ("status", area, id);
create index "urban_village_finish_by" on "key_places"."urban_village" ("finish_by", area, id);
alter table "key_places"."urban_village" enable row level security;
create policy jurisdiction on "key_places"."urban_village" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."urban_village" to suiren_app;
create trigger history after update on "key_places"."urban_village" for each row execute function platform.note_history('key-places.urban-village', '');

-- 城中村房屋
create table "key_places"."village_house" (
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
  "village" uuid not null,
  "name" text not null,
  "address" text not null,
  "kind" text not null check ("kind" in ('own', 'rental', 'group', 'mixed', 'illegal', 'shop')),
  "floors" bigint,
  "households" bigint,
  "problems" text[] check ("problems" <@ array['lane', 'spacing', 'fireResistance', 'wiring', 'threeInOne', 'groupRental', 'illegalBuilding', 'eBike', 'water', 'gas']::text[]),
  "measures" text,
  "outcome" text check ("outcome" in ('rectified', 'demolished', 'relocated', 'closed')),
  "outcome_on" date,
  primary key (id)
);
create index "village_house_area_id" on "key_places"."village_house" (area, id);
create index "village_house_point" on "key_places"."village_house" (lon, lat);
create index "village_house_address_id" on "key_places"."village_house" ("address", id);
create index "village_house_area_address_id" on "key_places"."village_house" (area, "address", id);
create index "village_house_search" on "key_places"."village_house" using gin (platform.bigrams(search_text));
create index "village_house_village" on "key_places"."village_house" ("village");
create index "village_house_kind" on "key_places"."village_house" ("kind", area, id);
create index "village_house_outcome" on "key_places"."village_house" ("outcome", area, id);
create index "village_house_outcome_on" on "key_places"."village_house" ("outcome_on", area, id);
alter table "key_places"."village_house" enable row level security;
create policy jurisdiction on "key_places"."village_house" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."village_house" to suiren_app;
create trigger history after update on "key_places"."village_house" for each row execute function platform.note_history('key-places.village-house', '');

-- 居住出租房
create table "key_places"."rental_house" (
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
  "address" text not null,
  "owner" bytea,
  "owner_phone" bytea,
  "tenants" bigint not null,
  "rooms" bigint,
  "structure" text check ("structure" in ('concrete', 'brick', 'timber', 'steel', 'other')),
  "floors" bigint,
  "facilities" text[] check ("facilities" <@ array['extinguisher', 'hose', 'detector', 'light', 'escape', 'door']::text[]),
  "charging" text check ("charging" in ('outside', 'none', 'inside', 'stairs')),
  "risk_grade" text not null check ("risk_grade" in ('high', 'medium', 'low')),
  "patrol_days" bigint,
  "registered" boolean,
  "equipped" boolean,
  "structure_checked" boolean,
  "patrolled" boolean,
  "rectified" boolean,
  "educated" boolean,
  "items_done" bigint,
  "last_patrol_on" date,
  "last_problems" bigint,
  "note" text,
  primary key (id)
);
create index "rental_house_area_id" on "key_places"."rental_house" (area, id);
create index "rental_house_point" on "key_places"."rental_house" (lon, lat);
create index "rental_house_name_id" on "key_places"."rental_house" ("name", id);
create index "rental_house_area_name_id" on "key_places"."rental_house" (area, "name", id);
create index "rental_house_search" on "key_places"."rental_house" using gin (platform.bigrams(search_text));
create index "rental_house_structure" on "key_places"."rental_house" ("structure", area, id);
create index "rental_house_charging" on "key_places"."rental_house" ("charging", area, id);
create index "rental_house_risk_grade" on "key_places"."rental_house" ("risk_grade", area, id);
create index "rental_house_items_done" on "key_places"."rental_house" ("items_done", area, id);
create index "rental_house_last_patrol_on" on "key_places"."rental_house" ("last_patrol_on", area, id);
alter table "key_places"."rental_house" enable row level security;
create policy jurisdiction on "key_places"."rental_house" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."rental_house" to suiren_app;
create trigger history after update on "key_places"."rental_house" for each row execute function platform.note_history('key-places.rental-house', 'owner,owner_phone');

-- 出租房巡查
create table "key_places"."rental_patrol" (
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
  "house" uuid not null,
  "patrolled_on" date not null,
  "by" text not null,
  "tenants" bigint,
  "problems" bigint not null,
  "found_words" text not null,
  "educated" boolean,
  primary key (id)
);
create index "rental_patrol_area_id" on "key_places"."rental_patrol" (area, id);
create index "rental_patrol_patrolled_on_id" on "key_places"."rental_patrol" ("patrolled_on", id);
create index "rental_patrol_area_patrolled_on_id" on "key_places"."rental_patrol" (area, "patrolled_on", id);
create index "rental_patrol_search" on "key_places"."rental_patrol" using gin (platform.bigrams(search_text));
create index "rental_patrol_house" on "key_places"."rental_patrol" ("house");
alter table "key_places"."rental_patrol" enable row level security;
create policy jurisdiction on "key_places"."rental_patrol" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."rental_patrol" to suiren_app;
create trigger history after update on "key_places"."rental_patrol" for each row execute function platform.note_history('key-places.rental-patrol', '');

-- 老旧场所
create table "key_places"."old_place" (
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
  "kind" text not null check ("kind" in ('estate', 'shanty', 'market', 'factory', 'school', 'hospital', 'entertainment', 'office', 'other')),
  "address" text not null,
  "unit" uuid,
  "built_year" bigint,
  "residents" bigint,
  "grade" text check ("grade" in ('red', 'orange', 'yellow', 'blue')),
  "package" text,
  "in_force" boolean,
  "in_force_on" date,
  "in_force_note" text,
  "renewal" text check ("renewal" in ('estate', 'shanty', 'urbanization', 'plan', 'none')),
  "renewal_project" text,
  "renewal_by" date,
  "works" text[] check ("works" <@ array['hydrant', 'sprinkler', 'detector', 'lane', 'wiring', 'escape', 'charging']::text[]),
  "works_done" boolean,
  primary key (id)
);
create index "old_place_area_id" on "key_places"."old_place" (area, id);
create index "old_place_point" on "key_places"."old_place" (lon, lat);
create index "old_place_name_id" on "key_places"."old_place" ("name", id);
create index "old_place_area_name_id" on "key_places"."old_place" (area, "name", id);
create index "old_place_search" on "key_places"."old_place" using gin (platform.bigrams(search_text));
create index "old_place_kind" on "key_places"."old_place" ("kind", area, id);
create index "old_place_unit" on "key_places"."old_place" ("unit");
create index "old_place_grade" on "key_places"."old_place" ("grade", area, id);
create index "old_place_in_force" on "key_places"."old_place" ("in_force", area, id);
create index "old_place_renewal" on "key_places"."old_place" ("renewal", area, id);
create index "old_place_works_done" on "key_places"."old_place" ("works_done", area, id);
alter table "key_places"."old_place" enable row level security;
create policy jurisdiction on "key_places"."old_place" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."old_place" to suiren_app;
create trigger history after update on "key_places"."old_place" for each row execute function platform.note_history('key-places.old-place', '');

-- 大型商业综合体
create table "key_places"."large_mall" (
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
  "address" text not null,
  "unit" uuid,
  "area_m2" bigint not null,
  "tenants" bigint,
  "owners" bigint,
  "one_manager" boolean,
  "brigade" bigint,
  "open_flame" boolean,
  "atrium" boolean,
  "underground_m2" bigint,
  "self_check_on" date,
  "risk" text,
  primary key (id)
);
create index "large_mall_area_id" on "key_places"."large_mall" (area, id);
create index "large_mall_point" on "key_places"."large_mall" (lon, lat);
create index "large_mall_name_id" on "key_places"."large_mall" ("name", id);
create index "large_mall_area_name_id" on "key_places"."large_mall" (area, "name", id);
create index "large_mall_search" on "key_places"."large_mall" using gin (platform.bigrams(search_text));
create index "large_mall_unit" on "key_places"."large_mall" ("unit");
create index "large_mall_one_manager" on "key_places"."large_mall" ("one_manager", area, id);
create index "large_mall_self_check_on" on "key_places"."large_mall" ("self_check_on", area, id);
alter table "key_places"."large_mall" enable row level security;
create policy jurisdiction on "key_places"."large_mall" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."large_mall" to suiren_app;
create trigger history after update on "key_places"."large_mall" for each row execute function platform.note_history('key-places.large-mall', '');

-- 历史文化街区
create table "key_places"."historic_district" (
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
  "level" text not null check ("level" in ('national', 'province', 'city', 'candidate')),
  "stage" text not null check ("stage" in ('construction', 'protection', 'renovation', 'creation', 'promotion')),
  "outline" text,
  "buildings" bigint,
  "timber_buildings" bigint,
  "lead" uuid,
  "plan" text,
  "protection" text,
  primary key (id)
);
create index "historic_district_area_id" on "key_places"."historic_district" (area, id);
create index "historic_district_point" on "key_places"."historic_district" (lon, lat);
create index "historic_district_name_id" on "key_places"."historic_district" ("name", id);
create index "historic_district_area_name_id" on "key_places"."historic_district" (area, "name", id);
create index "historic_district_search" on "key_places"."historic_district" using gin (platform.bigrams(search_text));
create index "historic_district_level" on "key_places"."historic_district" ("level", area, id);
create index "historic_district_stage" on "key_places"."historic_district" ("stage", area, id);
create index "historic_district_lead" on "key_places"."historic_district" ("lead");
alter table "key_places"."historic_district" enable row level security;
create policy jurisdiction on "key_places"."historic_district" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."historic_district" to suiren_app;
create trigger history after update on "key_places"."historic_district" for each row execute function platform.note_history('key-places.historic-district', '');

-- 安保重点区域
create table "key_places"."security_zone" (
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
  "outline" text,
  "lead" uuid not null,
  "patrols_a_day" bigint not null,
  "posts" bigint not null,
  "online_target" double precision not null,
  "checklist" text,
  "last_day_on" date,
  "last_held" boolean,
  primary key (id)
);
create index "security_zone_area_id" on "key_places"."security_zone" (area, id);
create index "security_zone_point" on "key_places"."security_zone" (lon, lat);
create index "security_zone_name_id" on "key_places"."security_zone" ("name", id);
create index "security_zone_area_name_id" on "key_places"."security_zone" (area, "name", id);
create index "security_zone_search" on "key_places"."security_zone" using gin (platform.bigrams(search_text));
create index "security_zone_lead" on "key_places"."security_zone" ("lead");
create index "security_zone_last_day_on" on "key_places"."security_zone" ("last_day_on", area, id);
create index "security_zone_last_held" on "key_places"."security_zone" ("last_held", area, id);
alter table "key_places"."security_zone" enable row level security;
create policy jurisdiction on "key_places"."security_zone" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."security_zone" to suiren_app;
create trigger history after update on "key_places"."security_zone" for each row execute function platform.note_history('key-places.security-zone', '');

-- 安保区域日常登记
create table "key_places"."zone_day" (
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
  "zone" uuid not null,
  "held_on" date not null,
  "by" text not null,
  "patrols_a_day" bigint not null,
  "patrols" bigint not null,
  "posts" bigint not null,
  "posts_manned" bigint not null,
  "online_target" double precision not null,
  "online_rate" double precision not null,
  "items_failed" bigint not null,
  "problems" text,
  "held" boolean,
  primary key (id)
);
create index "zone_day_area_id" on "key_places"."zone_day" (area, id);
create index "zone_day_held_on_id" on "key_places"."zone_day" ("held_on", id);
create index "zone_day_area_held_on_id" on "key_places"."zone_day" (area, "held_on", id);
create index "zone_day_search" on "key_places"."zone_day" using gin (platform.bigrams(search_text));
create index "zone_day_zone" on "key_places"."zone_day" ("zone");
create index "zone_day_held" on "key_places"."zone_day" ("held", area, id);
alter table "key_places"."zone_day" enable row level security;
create policy jurisdiction on "key_places"."zone_day" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."zone_day" to suiren_app;
create trigger history after update on "key_places"."zone_day" for each row execute function platform.note_history('key-places.zone-day', '');

-- 活动场馆
create table "key_places"."event_venue" (
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
  "event" uuid not null,
  "name" text not null,
  "kind" text not null check ("kind" in ('main', 'hotel', 'route', 'dining', 'other')),
  "unit" uuid,
  "chief" text,
  "checked_on" date,
  "checked_by" text,
  "finding" text,
  primary key (id)
);
create index "event_venue_area_id" on "key_places"."event_venue" (area, id);
create index "event_venue_point" on "key_places"."event_venue" (lon, lat);
create index "event_venue_name_id" on "key_places"."event_venue" ("name", id);
create index "event_venue_area_name_id" on "key_places"."event_venue" (area, "name", id);
create index "event_venue_search" on "key_places"."event_venue" using gin (platform.bigrams(search_text));
create index "event_venue_event" on "key_places"."event_venue" ("event");
create index "event_venue_kind" on "key_places"."event_venue" ("kind", area, id);
create index "event_venue_unit" on "key_places"."event_venue" ("unit");
create index "event_venue_checked_on" on "key_places"."event_venue" ("checked_on", area, id);
alter table "key_places"."event_venue" enable row level security;
create policy jurisdiction on "key_places"."event_venue" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."event_venue" to suiren_app;
create trigger history after update on "key_places"."event_venue" for each row execute function platform.note_history('key-places.event-venue', '');

-- 活动安保日报
create table "key_places"."event_report" (
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
  "event" uuid not null,
  "report_on" date not null,
  "by" text not null,
  "posts_manned" bigint not null,
  "patrols" bigint not null,
  "found" bigint not null,
  "fixed" bigint not null,
  "incidents" bigint not null,
  "what" text not null,
  primary key (id)
);
create index "event_report_area_id" on "key_places"."event_report" (area, id);
create index "event_report_report_on_id" on "key_places"."event_report" ("report_on", id);
create index "event_report_area_report_on_id" on "key_places"."event_report" (area, "report_on", id);
create index "event_report_search" on "key_places"."event_report" using gin (platform.bigrams(search_text));
create index "event_report_event" on "key_places"."event_report" ("event");
alter table "key_places"."event_report" enable row level security;
create policy jurisdiction on "key_places"."event_report" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."event_report" to suiren_app;
create trigger history after update on "key_places"."event_report" for each row execute function platform.note_history('key-places.event-report', '');

-- 传统村落
create table "key_places"."traditional_village" (
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
  "kind" text not null check ("kind" in ('relic', 'traditional', 'ethnic', 'architecture')),
  "households" bigint,
  "buildings" bigint,
  "timber_buildings" bigint,
  "problems" text[] check ("problems" <@ array['fireResistance', 'lane', 'spacing', 'wiring']::text[]),
  "surveyed_on" date,
  "before" text,
  "before_photos" uuid[],
  "plan" text,
  "plan_by" date,
  "solved" text[] check ("solved" <@ array['fireResistance', 'lane', 'spacing', 'wiring']::text[]),
  "after" text,
  "after_photos" uuid[],
  "left" bigint,
  primary key (id)
);
create index "traditional_village_area_id" on "key_places"."traditional_village" (area, id);
create index "traditional_village_point" on "key_places"."traditional_village" (lon, lat);
create index "traditional_village_name_id" on "key_places"."traditional_village" ("name", id);
create index "traditional_village_area_name_id" on "key_places"."traditional_village" (area, "name", id);
create index "traditional_village_search" on "key_places"."traditional_village" using gin (platform.bigrams(search_text));
create index "traditional_village_kind" on "key_places"."traditional_village" ("kind", area, id);
create index "traditional_village_surveyed_on" on "key_places"."traditional_village" ("surveyed_on", area, id);
create index "traditional_village_plan_by" on "key_places"."traditional_village" ("plan_by", area, id);
create index "traditional_village_left" on "key_places"."traditional_village" ("left", area, id);
alter table "key_places"."traditional_village" enable row level security;
create policy jurisdiction on "key_places"."traditional_village" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."traditional_village" to suiren_app;
create trigger history after update on "key_places"."traditional_village" for each row execute function platform.note_history('key-places.traditional-village', '');

-- 乡村改造工程
create table "key_places"."rural_work" (
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
  "kind" text not null check ("kind" in ('livingConditions', 'relocation', 'dangerousHouses', 'rebuilding', 'water', 'power', 'stove', 'road')),
  "village" uuid,
  "village_name" text not null,
  "households" bigint not null,
  "household_list" text,
  "lead" uuid not null,
  "removes" text[] not null check ("removes" <@ array['fireResistance', 'lane', 'spacing', 'wiring', 'water', 'stove', 'storage', 'sockets']::text[]),
  "start_on" date,
  "finish_by" date,
  "finished_on" date,
  "result" text,
  primary key (id)
);
create index "rural_work_area_id" on "key_places"."rural_work" (area, id);
create index "rural_work_name_id" on "key_places"."rural_work" ("name", id);
create index "rural_work_area_name_id" on "key_places"."rural_work" (area, "name", id);
create index "rural_work_finish_by_id" on "key_places"."rural_work" ("finish_by", id);
create index "rural_work_area_finish_by_id" on "key_places"."rural_work" (area, "finish_by", id);
create index "rural_work_search" on "key_places"."rural_work" using gin (platform.bigrams(search_text));
create index "rural_work_kind" on "key_places"."rural_work" ("kind", area, id);
create index "rural_work_village" on "key_places"."rural_work" ("village");
create index "rural_work_lead" on "key_places"."rural_work" ("lead");
create index "rural_work_finish_by" on "key_places"."rural_work" ("finish_by", area, id);
create index "rural_work_finished_on" on "key_places"."rural_work" ("finished_on", area, id);
alter table "key_places"."rural_work" enable row level security;
create policy jurisdiction on "key_places"."rural_work" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."rural_work" to suiren_app;
create trigger history after update on "key_places"."rural_work" for each row execute function platform.note_history('key-places.rural-work', '');

-- 乡村消防安全条件
create table "key_places"."village_condition" (
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
  "year" bigint not null,
  "base_year" bigint not null,
  "base_facilities" double precision not null,
  "base_water" double precision not null,
  "base_lanes" double precision not null,
  "base_brigade" double precision not null,
  "base_hazards" double precision not null,
  "facilities" double precision not null,
  "water" double precision not null,
  "lanes" double precision not null,
  "brigade" double precision not null,
  "hazards" double precision not null,
  "assessed_on" date not null,
  "base_index" double precision,
  "index" double precision,
  "change" double precision,
  primary key (id)
);
create index "village_condition_area_id" on "key_places"."village_condition" (area, id);
create index "village_condition_assessed_on_id" on "key_places"."village_condition" ("assessed_on", id);
create index "village_condition_area_assessed_on_id" on "key_places"."village_condition" (area, "assessed_on", id);
create index "village_condition_search" on "key_places"."village_condition" using gin (platform.bigrams(search_text));
create index "village_condition_index" on "key_places"."village_condition" ("index", area, id);
create index "village_condition_change" on "key_places"."village_condition" ("change", area, id);
alter table "key_places"."village_condition" enable row level security;
create policy jurisdiction on "key_places"."village_condition" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."village_condition" to suiren_app;
create trigger history after update on "key_places"."village_condition" for each row execute function platform.note_history('key-places.village-condition', '');

-- 帮扶产业
create table "key_places"."supported_industry" (
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
  "kind" text not null check ("kind" in ('farmPark', 'warehouse', 'eCommerce', 'tourism', 'other')),
  "zone" text not null,
  "service_class" text not null check ("service_class" in ('a', 'b', 'c')),
  "unit" uuid,
  "staff" bigint,
  "risk" text,
  "last_visit_on" date,
  "last_found" bigint,
  "last_removed" bigint,
  primary key (id)
);
create index "supported_industry_area_id" on "key_places"."supported_industry" (area, id);
create index "supported_industry_point" on "key_places"."supported_industry" (lon, lat);
create index "supported_industry_name_id" on "key_places"."supported_industry" ("name", id);
create index "supported_industry_area_name_id" on "key_places"."supported_industry" (area, "name", id);
create index "supported_industry_search" on "key_places"."supported_industry" using gin (platform.bigrams(search_text));
create index "supported_industry_kind" on "key_places"."supported_industry" ("kind", area, id);
create index "supported_industry_zone" on "key_places"."supported_industry" ("zone", area, id);
create index "supported_industry_service_class" on "key_places"."supported_industry" ("service_class", area, id);
create index "supported_industry_unit" on "key_places"."supported_industry" ("unit");
create index "supported_industry_last_visit_on" on "key_places"."supported_industry" ("last_visit_on", area, id);
alter table "key_places"."supported_industry" enable row level security;
create policy jurisdiction on "key_places"."supported_industry" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."supported_industry" to suiren_app;
create trigger history after update on "key_places"."supported_industry" for each row execute function platform.note_history('key-places.supported-industry', '');

-- 上门服务
create table "key_places"."industry_visit" (
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
  "industry" uuid not null,
  "visited_on" date not null,
  "by" text not null,
  "found" bigint not null,
  "removed" bigint not null,
  "advice" text not null,
  primary key (id)
);
create index "industry_visit_area_id" on "key_places"."industry_visit" (area, id);
create index "industry_visit_visited_on_id" on "key_places"."industry_visit" ("visited_on", id);
create index "industry_visit_area_visited_on_id" on "key_places"."industry_visit" (area, "visited_on", id);
create index "industry_visit_search" on "key_places"."industry_visit" using gin (platform.bigrams(search_text));
create index "industry_visit_industry" on "key_places"."industry_visit" ("industry");
alter table "key_places"."industry_visit" enable row level security;
create policy jurisdiction on "key_places"."industry_visit" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."industry_visit" to suiren_app;
create trigger history after update on "key_places"."industry_visit" for each row execute function platform.note_history('key-places.industry-visit', '');

-- 专项整治
create table "key_places"."campaign" (
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
  "name" text not null,
  "field" text not null check ("field" in ('threeKinds', 'highRise', 'electrical', 'hazmat', 'gas', 'mall', 'oldPlaces', 'urbanVillage', 'rental', 'illegalBuilding', 'keyIndustries', 'entertainment', 'industrial', 'other')),
  "template" text,
  "ground" text not null,
  "document" uuid[],
  "lead" uuid not null,
  "starts_on" date not null,
  "ends_on" date not null,
  "stages" jsonb not null,
  "source" text not null check ("source" in ('places.unit', 'places.building', 'key-places.urban-village', 'key-places.village-house', 'key-places.rental-house', 'key-places.old-place', 'key-places.large-mall')),
  "scope" text,
  "objects" bigint,
  "checklist" text,
  "checked_target" double precision,
  "cleared_target" double precision,
  "finding" text,
  "measure" text,
  "measure_before" double precision,
  "measure_after" double precision,
  "started_on" date,
  "finished_on" date,
  "summary" text,
  primary key (id)
);
create index "campaign_area_id" on "key_places"."campaign" (area, id);
create index "campaign_opened_at_id" on "key_places"."campaign" ("opened_at", id);
create index "campaign_area_opened_at_id" on "key_places"."campaign" (area, "opened_at", id);
create index "campaign_ends_on_id" on "key_places"."campaign" ("ends_on", id);
create index "campaign_area_ends_on_id" on "key_places"."campaign" (area, "ends_on", id);
create index "campaign_search" on "key_places"."campaign" using gin (platform.bigrams(search_text));
create index "campaign_field" on "key_places"."campaign" ("field", area, id);
create index "campaign_lead" on "key_places"."campaign" ("lead");
create index "campaign_open" on "key_places"."campaign" (area, opened_at, id) where closed_at is null;
create index "campaign_due" on "key_places"."campaign" (due_at, id) where closed_at is null;
create index "campaign_holder" on "key_places"."campaign" (holder_organ, due_at) where closed_at is null;
create index "campaign_closed" on "key_places"."campaign" (closed_at, area, id);
alter table "key_places"."campaign" enable row level security;
create policy jurisdiction on "key_places"."campaign" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."campaign" to suiren_app;
create trigger history after update on "key_places"."campaign" for each row execute function platform.note_history('key-places.campaign', '');

-- 排查表
create table "key_places"."survey_sheet" (
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
  "survey" text not null,
  "campaign" uuid,
  "unit" uuid,
  "name" text not null,
  "kind" text not null check ("kind" in ('publicPlace', 'production', 'storage', 'residential', 'mixed', 'hazmat', 'heritage', 'construction', 'other')),
  "address" text not null,
  "occupants" bigint not null,
  "area_m2" bigint,
  "floors" bigint,
  "factors" text[] not null check ("factors" <@ array['crowd', 'lodging', 'highRise', 'underground', 'flammable', 'exits', 'facilities', 'wiring', 'openFire', 'eBike', 'weakPeople', 'lane']::text[]),
  "grade" text not null check ("grade" in ('high', 'elevated', 'ordinary')),
  "detail" text,
  "photos" uuid[],
  "surveyor" text not null,
  "surveyed_on" date not null,
  "filled_by" text,
  "verify_note" text,
  "verifier" text,
  "verified_on" date,
  primary key (id)
);
create index "survey_sheet_area_id" on "key_places"."survey_sheet" (area, id);
create index "survey_sheet_point" on "key_places"."survey_sheet" (lon, lat);
create index "survey_sheet_opened_at_id" on "key_places"."survey_sheet" ("opened_at", id);
create index "survey_sheet_area_opened_at_id" on "key_places"."survey_sheet" (area, "opened_at", id);
create index "survey_sheet_search" on "key_places"."survey_sheet" using gin (platform.bigrams(search_text));
create index "survey_sheet_survey" on "key_places"."survey_sheet" ("survey", area, id);
create index "survey_sheet_campaign" on "key_places"."survey_sheet" ("campaign");
create index "survey_sheet_unit" on "key_places"."survey_sheet" ("unit");
create index "survey_sheet_kind" on "key_places"."survey_sheet" ("kind", area, id);
create index "survey_sheet_grade" on "key_places"."survey_sheet" ("grade", area, id);
create index "survey_sheet_surveyed_on" on "key_places"."survey_sheet" ("surveyed_on", area, id);
create index "survey_sheet_open" on "key_places"."survey_sheet" (area, opened_at, id) where closed_at is null;
create index "survey_sheet_due" on "key_places"."survey_sheet" (due_at, id) where closed_at is null;
create index "survey_sheet_holder" on "key_places"."survey_sheet" (holder_organ, due_at) where closed_at is null;
create index "survey_sheet_closed" on "key_places"."survey_sheet" (closed_at, area, id);
alter table "key_places"."survey_sheet" enable row level security;
create policy jurisdiction on "key_places"."survey_sheet" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."survey_sheet" to suiren_app;
create trigger history after update on "key_places"."survey_sheet" for each row execute function platform.note_history('key-places.survey-sheet', '');

-- 街区阶段消防审查
create table "key_places"."district_gate" (
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
  "district" uuid not null,
  "stage" text not null check ("stage" in ('construction', 'protection', 'renovation', 'creation', 'promotion')),
  "project" text not null,
  "applicant" uuid,
  "content" text not null,
  "materials" uuid[],
  "opinion" text,
  "conditions" text,
  "decided_on" date,
  "conditions_met" text,
  primary key (id)
);
create index "district_gate_area_id" on "key_places"."district_gate" (area, id);
create index "district_gate_opened_at_id" on "key_places"."district_gate" ("opened_at", id);
create index "district_gate_area_opened_at_id" on "key_places"."district_gate" (area, "opened_at", id);
create index "district_gate_search" on "key_places"."district_gate" using gin (platform.bigrams(search_text));
create index "district_gate_district" on "key_places"."district_gate" ("district");
create index "district_gate_stage" on "key_places"."district_gate" ("stage", area, id);
create index "district_gate_applicant" on "key_places"."district_gate" ("applicant");
create index "district_gate_open" on "key_places"."district_gate" (area, opened_at, id) where closed_at is null;
create index "district_gate_due" on "key_places"."district_gate" (due_at, id) where closed_at is null;
create index "district_gate_holder" on "key_places"."district_gate" (holder_organ, due_at) where closed_at is null;
create index "district_gate_closed" on "key_places"."district_gate" (closed_at, area, id);
alter table "key_places"."district_gate" enable row level security;
create policy jurisdiction on "key_places"."district_gate" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."district_gate" to suiren_app;
create trigger history after update on "key_places"."district_gate" for each row execute function platform.note_history('key-places.district-gate', '');

-- 重大活动消防安保
create table "key_places"."event_security" (
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
  "name" text not null,
  "organizer" text,
  "lead" uuid not null,
  "opens_on" date not null,
  "closes_on" date not null,
  "people" bigint,
  "posts" jsonb,
  "vehicles" jsonb,
  "checks" jsonb,
  "handover" text,
  "plan" uuid[],
  "confirmed_on" date,
  "confirmed_by" text,
  "confirm_note" text,
  "venues_checked" bigint,
  "summary" text,
  primary key (id)
);
create index "event_security_area_id" on "key_places"."event_security" (area, id);
create index "event_security_point" on "key_places"."event_security" (lon, lat);
create index "event_security_opens_on_id" on "key_places"."event_security" ("opens_on", id);
create index "event_security_area_opens_on_id" on "key_places"."event_security" (area, "opens_on", id);
create index "event_security_closes_on_id" on "key_places"."event_security" ("closes_on", id);
create index "event_security_area_closes_on_id" on "key_places"."event_security" (area, "closes_on", id);
create index "event_security_search" on "key_places"."event_security" using gin (platform.bigrams(search_text));
create index "event_security_lead" on "key_places"."event_security" ("lead");
create index "event_security_opens_on" on "key_places"."event_security" ("opens_on", area, id);
create index "event_security_open" on "key_places"."event_security" (area, opened_at, id) where closed_at is null;
create index "event_security_due" on "key_places"."event_security" (due_at, id) where closed_at is null;
create index "event_security_holder" on "key_places"."event_security" (holder_organ, due_at) where closed_at is null;
create index "event_security_closed" on "key_places"."event_security" (closed_at, area, id);
alter table "key_places"."event_security" enable row level security;
create policy jurisdiction on "key_places"."event_security" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."event_security" to suiren_app;
create trigger history after update on "key_places"."event_security" for each row execute function platform.note_history('key-places.event-security', '');

-- 技术指导申请
create table "key_places"."service_request" (
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
  "project" text not null,
  "kind" text not null check ("kind" in ('restart', 'relocation', 'industry', 'other')),
  "applicant" text not null,
  "contact" text,
  "priority" boolean,
  "question" text not null,
  "organ" uuid,
  "mode" text check ("mode" in ('onSite', 'panel', 'remote')),
  "appointed_on" date,
  "advice" text,
  "letter" uuid[],
  "advised_on" date,
  "follow_up" text,
  "adopted" text check ("adopted" in ('all', 'part', 'none')),
  primary key (id)
);
create index "service_request_area_id" on "key_places"."service_request" (area, id);
create index "service_request_point" on "key_places"."service_request" (lon, lat);
create index "service_request_opened_at_id" on "key_places"."service_request" ("opened_at", id);
create index "service_request_area_opened_at_id" on "key_places"."service_request" (area, "opened_at", id);
create index "service_request_search" on "key_places"."service_request" using gin (platform.bigrams(search_text));
create index "service_request_kind" on "key_places"."service_request" ("kind", area, id);
create index "service_request_priority" on "key_places"."service_request" ("priority", area, id);
create index "service_request_organ" on "key_places"."service_request" ("organ");
create index "service_request_mode" on "key_places"."service_request" ("mode", area, id);
create index "service_request_adopted" on "key_places"."service_request" ("adopted", area, id);
create index "service_request_open" on "key_places"."service_request" (area, opened_at, id) where closed_at is null;
create index "service_request_due" on "key_places"."service_request" (due_at, id) where closed_at is null;
create index "service_request_holder" on "key_places"."service_request" (holder_organ, due_at) where closed_at is null;
create index "service_request_closed" on "key_places"."service_request" (closed_at, area, id);
alter table "key_places"."service_request" enable row level security;
create policy jurisdiction on "key_places"."service_request" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "key_places"."service_request" to suiren_app;
create trigger history after update on "key_places"."service_request" for each row execute function platform.note_history('key-places.service-request', '');

-- An object once a campaign; progress is counted from this index alone.
create unique index campaign_object_once on key_places.campaign_object (campaign, source, object_id);
create index campaign_object_progress on key_places.campaign_object (campaign, area) include (status, hazards, open_hazards, outcome, industry, department) where deleted_at is null;

-- Names of campaigns are known to every official: a street works on the city's.
create policy names on key_places.campaign for select to suiren_app using (current_setting('suiren.unit') = '');

-- The campaign in which a hazard was found.
alter table "hazard_loop"."hazard" add column "campaign" uuid;
create index "hazard_campaign" on "hazard_loop"."hazard" ("campaign");
create index hazard_campaign_unit on hazard_loop.hazard (campaign, unit) where campaign is not null and deleted_at is null;

-- What other modules may ask of hazards: whose, where it came from, whether it is still open. Under the asker's own row filter.
create view hazard_loop.v_hazard with (security_invoker = true) as
  select id, area, campaign, unit, building, origin_name, origin_id, found_on, found_by, grade, closed_at is null as is_open
  from hazard_loop.hazard where deleted_at is null and state <> 'void';
grant select on hazard_loop.v_hazard to suiren_app;
