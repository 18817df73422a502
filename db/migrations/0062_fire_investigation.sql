create schema if not exists "fire_investigation";
grant usage on schema "fire_investigation" to suiren_app;

-- 暴露的问题
create table "fire_investigation"."problem" (
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
  "investigation" uuid not null,
  "what" text not null,
  "place_words" text not null,
  "item" text,
  "hazard" uuid,
  "found_on" date not null,
  "due_on" date not null,
  "kinds" text[] check ("kinds" <@ array['shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other']::text[]),
  "similar_area" bigint,
  "similar_due_on" date,
  "tasks" bigint,
  "origin" text not null check ("origin" in ('hazard', 'tasks', 'both')),
  primary key (id)
);
create index "problem_area_id" on "fire_investigation"."problem" (area, id);
create index "problem_due_on_id" on "fire_investigation"."problem" ("due_on", id);
create index "problem_area_due_on_id" on "fire_investigation"."problem" (area, "due_on", id);
create index "problem_search" on "fire_investigation"."problem" using gin (platform.bigrams(search_text));
create index "problem_investigation" on "fire_investigation"."problem" ("investigation");
create index "problem_hazard" on "fire_investigation"."problem" ("hazard");
create index "problem_found_on" on "fire_investigation"."problem" ("found_on", area, id);
create index "problem_due_on" on "fire_investigation"."problem" ("due_on", area, id);
create index "problem_origin" on "fire_investigation"."problem" ("origin", area, id);
alter table "fire_investigation"."problem" enable row level security;
create policy jurisdiction on "fire_investigation"."problem" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "fire_investigation"."problem" to suiren_app;
create trigger history after update on "fire_investigation"."problem" for each row execute function platform.note_history('fire-investigation.problem', '');

-- 火灾调查
create table "fire_investigation"."investigation" (
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
  "number" text not null,
  "title" text not null,
  "unit" uuid,
  "place_words" text not null,
  "burned_on" date not null,
  "deaths" bigint,
  "injured" bigint,
  "organ" uuid,
  "cause" text,
  "lessons" text,
  "report" uuid[],
  "concluded_on" date,
  "ended_on" date,
  primary key (id)
);
create index "investigation_area_id" on "fire_investigation"."investigation" (area, id);
create index "investigation_burned_on_id" on "fire_investigation"."investigation" ("burned_on", id);
create index "investigation_area_burned_on_id" on "fire_investigation"."investigation" (area, "burned_on", id);
create index "investigation_search" on "fire_investigation"."investigation" using gin (platform.bigrams(search_text));
create unique index "investigation_number_unique" on "fire_investigation"."investigation" ("number") where deleted_at is null;
create index "investigation_unit" on "fire_investigation"."investigation" ("unit");
create index "investigation_burned_on" on "fire_investigation"."investigation" ("burned_on", area, id);
create index "investigation_organ" on "fire_investigation"."investigation" ("organ");
create index "investigation_open" on "fire_investigation"."investigation" (area, opened_at, id) where closed_at is null;
create index "investigation_due" on "fire_investigation"."investigation" (due_at, id) where closed_at is null;
create index "investigation_holder" on "fire_investigation"."investigation" (holder_organ, due_at) where closed_at is null;
create index "investigation_person" on "fire_investigation"."investigation" (holder_person, due_at) where closed_at is null;
create index "investigation_closed" on "fire_investigation"."investigation" (closed_at, area, id);
alter table "fire_investigation"."investigation" enable row level security;
create policy jurisdiction on "fire_investigation"."investigation" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "fire_investigation"."investigation" to suiren_app;
create trigger history after update on "fire_investigation"."investigation" for each row execute function platform.note_history('fire-investigation.investigation', '');

create sequence fire_investigation.number;
grant usage on sequence fire_investigation.number to suiren_app;
