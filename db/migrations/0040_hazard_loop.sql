-- Hazards 火灾隐患 and their numbers. Printed by npm run gen -- --create hazard-loop.
create schema if not exists "hazard_loop";
grant usage on schema "hazard_loop" to suiren_app;

-- 火灾隐患
create table "hazard_loop"."hazard" (
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
  "what" text not null,
  "unit" uuid,
  "building" uuid,
  "place_words" text not null,
  "origin" text not null check ("origin" in ('inspection', 'patrol', 'selfCheck', 'device', 'survey', 'report', 'investigation', 'other')),
  "origin_name" text,
  "origin_id" text,
  "item" text,
  "sameness" text not null,
  "grade" text check ("grade" in ('minor', 'general', 'major')),
  "ground" text,
  "penalty" text,
  "department" uuid,
  "supervisor" uuid,
  "found_on" date not null,
  "found_by" text not null,
  "found_photos" uuid[],
  "times_before" bigint,
  "again_of" uuid,
  "difficulty" text check ("difficulty" in ('easy', 'normal', 'hard')),
  "rectifier" text check ("rectifier" in ('unit', 'organ')),
  "rectifier_organ" uuid,
  "rectifier_name" text,
  "measures" text,
  "plan" text,
  "temporary_measures" text,
  "funds_yuan" double precision,
  "turn" uuid,
  "due_on" date,
  "first_due_on" date,
  "extensions" bigint,
  "returns" bigint,
  "rectified_on" date,
  "rectified_by" uuid,
  "rectify_note" text,
  "rectify_photos" uuid[],
  "review_note" text,
  "review_photos" uuid[],
  "reviewed_on" date,
  "reviewed_by" uuid,
  "major_decided_on" date,
  "major_why" text,
  "listed" boolean,
  "to_organ" uuid,
  primary key (id)
);
create index "hazard_area_id" on "hazard_loop"."hazard" (area, id);
create index "hazard_point" on "hazard_loop"."hazard" (lon, lat);
create index "hazard_opened_at_id" on "hazard_loop"."hazard" ("opened_at", id);
create index "hazard_area_opened_at_id" on "hazard_loop"."hazard" (area, "opened_at", id);
create index "hazard_search" on "hazard_loop"."hazard" using gin (platform.bigrams(search_text));
create unique index "hazard_number_unique" on "hazard_loop"."hazard" ("number") where deleted_at is null;
create index "hazard_unit" on "hazard_loop"."hazard" ("unit");
create index "hazard_building" on "hazard_loop"."hazard" ("building");
create index "hazard_origin" on "hazard_loop"."hazard" ("origin", area, id);
create index "hazard_origin_id" on "hazard_loop"."hazard" ("origin_id", area, id);
create index "hazard_item" on "hazard_loop"."hazard" ("item", area, id);
create index "hazard_grade" on "hazard_loop"."hazard" ("grade", area, id);
create index "hazard_department" on "hazard_loop"."hazard" ("department");
create index "hazard_supervisor" on "hazard_loop"."hazard" ("supervisor");
create index "hazard_again_of" on "hazard_loop"."hazard" ("again_of");
create index "hazard_difficulty" on "hazard_loop"."hazard" ("difficulty", area, id);
create index "hazard_rectifier" on "hazard_loop"."hazard" ("rectifier", area, id);
create index "hazard_rectifier_organ" on "hazard_loop"."hazard" ("rectifier_organ");
create index "hazard_turn" on "hazard_loop"."hazard" ("turn");
create index "hazard_rectified_by" on "hazard_loop"."hazard" ("rectified_by");
create index "hazard_reviewed_by" on "hazard_loop"."hazard" ("reviewed_by");
create index "hazard_listed" on "hazard_loop"."hazard" ("listed", area, id);
create index "hazard_to_organ" on "hazard_loop"."hazard" ("to_organ");
create index "hazard_open" on "hazard_loop"."hazard" (area, opened_at, id) where closed_at is null;
create index "hazard_due" on "hazard_loop"."hazard" (due_at, id) where closed_at is null;
create index "hazard_holder" on "hazard_loop"."hazard" (holder_organ, due_at) where closed_at is null;
create index "hazard_closed" on "hazard_loop"."hazard" (closed_at, area, id);
create unique index "hazard_same_open" on "hazard_loop"."hazard" ("sameness") nulls not distinct where closed_at is null and deleted_at is null;
alter table "hazard_loop"."hazard" enable row level security;
create policy jurisdiction on "hazard_loop"."hazard" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "hazard_loop"."hazard" to suiren_app;
create trigger history after update on "hazard_loop"."hazard" for each row execute function platform.note_history('hazard-loop.hazard', '');

-- The next number of a day.
create table hazard_loop.hazard_counter (day date primary key, last integer not null);
grant select, insert, update on hazard_loop.hazard_counter to suiren_app;

-- How often was it closed before: asked whenever one is raised.
create index hazard_closed_same on hazard_loop.hazard (sameness, closed_at desc) where state = 'closed' and deleted_at is null;

-- The board counts what is open by place and deadline from this index alone.
create index hazard_board on hazard_loop.hazard (area, due_at) include (grade, opened_at) where closed_at is null and deleted_at is null;
create index hazard_found_board on hazard_loop.hazard (opened_at, area) where deleted_at is null;

-- Frozen lists 清单基线. Nothing in them changes.
create table hazard_loop.baseline (
  id uuid primary key,
  name text not null,
  area bigint not null,
  condition jsonb not null,
  frozen_at timestamptz not null,
  frozen_by uuid not null,
  frozen_by_name text not null,
  rows integer not null,
  hash text not null
);
create table hazard_loop.baseline_row (
  baseline uuid not null references hazard_loop.baseline (id),
  hazard uuid not null,
  area bigint not null,
  number text not null,
  grade text,
  due_on date,
  what text not null,
  primary key (baseline, hazard)
);
grant select, insert on hazard_loop.baseline, hazard_loop.baseline_row to suiren_app;
alter table hazard_loop.baseline enable row level security;
alter table hazard_loop.baseline_row enable row level security;
create policy jurisdiction on hazard_loop.baseline to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
create policy jurisdiction on hazard_loop.baseline_row to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
