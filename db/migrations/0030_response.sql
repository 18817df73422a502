create schema if not exists "micro_station";
grant usage on schema "micro_station" to suiren_app;

-- 微型消防站
create table "micro_station"."station" (
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
  "kind" text not null check ("kind" in ('community', 'unit')),
  "unit" uuid,
  "phone" text,
  "captain" text,
  "captain_phone" bytea,
  "crew" bigint,
  "on_duty" bigint,
  primary key (id)
);
create index "station_area_id" on "micro_station"."station" (area, id);
create index "station_search" on "micro_station"."station" using gin (platform.bigrams(search_text));
create index "station_kind" on "micro_station"."station" ("kind", area, id);
create index "station_unit" on "micro_station"."station" ("unit");
alter table "micro_station"."station" enable row level security;
create policy jurisdiction on "micro_station"."station" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '')) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = ''));
grant select, insert, update on "micro_station"."station" to suiren_app;
create trigger history after update on "micro_station"."station" for each row execute function platform.note_history('micro-station.station', 'captain_phone');
create schema if not exists "forces";
grant usage on schema "forces" to suiren_app;

-- 消防救援站
create table "forces"."station" (
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
  "kind" text not null check ("kind" in ('special', 'first', 'second', 'small', 'fullTime')),
  "phone" text,
  "vehicles" bigint,
  "crew" bigint,
  primary key (id)
);
create index "station_area_id" on "forces"."station" (area, id);
create index "station_search" on "forces"."station" using gin (platform.bigrams(search_text));
create index "station_kind" on "forces"."station" ("kind", area, id);
alter table "forces"."station" enable row level security;
create policy jurisdiction on "forces"."station" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '')) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = ''));
grant select, insert, update on "forces"."station" to suiren_app;
create trigger history after update on "forces"."station" for each row execute function platform.note_history('forces.station', '');
