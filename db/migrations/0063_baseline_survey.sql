create schema if not exists "baseline_survey";
grant usage on schema "baseline_survey" to suiren_app;

-- 摸底清单
create table "baseline_survey"."item" (
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
  "survey" uuid not null,
  "hazard" uuid not null,
  "number" text not null,
  "what" text not null,
  "type" text not null check ("type" in ('evacuation', 'facilities', 'power', 'building', 'lane', 'management', 'lodging', 'other')),
  "grade" text check ("grade" in ('minor', 'general', 'major')),
  "unit" uuid,
  "kind" text check ("kind" in ('shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other')),
  "place_words" text,
  "found_on" date not null,
  "due_on" date,
  "was_open" text not null check ("was_open" in ('open', 'closed')),
  primary key (id)
);
create index "item_area_id" on "baseline_survey"."item" (area, id);
create index "item_found_on_id" on "baseline_survey"."item" ("found_on", id);
create index "item_area_found_on_id" on "baseline_survey"."item" (area, "found_on", id);
create index "item_search" on "baseline_survey"."item" using gin (platform.bigrams(search_text));
create index "item_survey" on "baseline_survey"."item" ("survey");
create index "item_hazard" on "baseline_survey"."item" ("hazard");
create index "item_type" on "baseline_survey"."item" ("type", area, id);
create index "item_grade" on "baseline_survey"."item" ("grade", area, id);
create index "item_unit" on "baseline_survey"."item" ("unit");
create index "item_kind" on "baseline_survey"."item" ("kind", area, id);
create index "item_found_on" on "baseline_survey"."item" ("found_on", area, id);
create index "item_was_open" on "baseline_survey"."item" ("was_open", area, id);
alter table "baseline_survey"."item" enable row level security;
create policy jurisdiction on "baseline_survey"."item" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "baseline_survey"."item" to suiren_app;
create trigger history after update on "baseline_survey"."item" for each row execute function platform.note_history('baseline-survey.item', '');

-- 调研摸底
create table "baseline_survey"."survey" (
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
  "ground" text,
  "lead" uuid not null,
  "starts_on" date not null,
  "ends_on" date not null,
  "kinds" text[] check ("kinds" <@ array['shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other']::text[]),
  "content" text,
  "register" bigint,
  "surveyed" bigint,
  "rate" double precision,
  "items" bigint,
  "settled_on" date,
  "sha256" text,
  "conclusion" text,
  primary key (id)
);
create index "survey_area_id" on "baseline_survey"."survey" (area, id);
create index "survey_opened_at_id" on "baseline_survey"."survey" ("opened_at", id);
create index "survey_area_opened_at_id" on "baseline_survey"."survey" (area, "opened_at", id);
create index "survey_ends_on_id" on "baseline_survey"."survey" ("ends_on", id);
create index "survey_area_ends_on_id" on "baseline_survey"."survey" (area, "ends_on", id);
create index "survey_settled_on_id" on "baseline_survey"."survey" ("settled_on", id);
create index "survey_area_settled_on_id" on "baseline_survey"."survey" (area, "settled_on", id);
create index "survey_search" on "baseline_survey"."survey" using gin (platform.bigrams(search_text));
create index "survey_lead" on "baseline_survey"."survey" ("lead");
create index "survey_ends_on" on "baseline_survey"."survey" ("ends_on", area, id);
create index "survey_settled_on" on "baseline_survey"."survey" ("settled_on", area, id);
create index "survey_open" on "baseline_survey"."survey" (area, opened_at, id) where closed_at is null;
create index "survey_due" on "baseline_survey"."survey" (due_at, id) where closed_at is null;
create index "survey_holder" on "baseline_survey"."survey" (holder_organ, due_at) where closed_at is null;
create index "survey_person" on "baseline_survey"."survey" (holder_person, due_at) where closed_at is null;
create index "survey_closed" on "baseline_survey"."survey" (closed_at, area, id);
alter table "baseline_survey"."survey" enable row level security;
create policy jurisdiction on "baseline_survey"."survey" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "baseline_survey"."survey" to suiren_app;
create trigger history after update on "baseline_survey"."survey" for each row execute function platform.note_history('baseline-survey.survey', '');

-- Names of surveys are known to every official: a street works on the city's.
create policy names on baseline_survey.survey for select to suiren_app using (current_setting('suiren.unit') = '');

-- An inventory is of its day: whoever needs another one settles another survey.
revoke update on baseline_survey.item from suiren_app;
create unique index item_once on baseline_survey.item (survey, hazard);
create index item_chain on baseline_survey.item (survey, number desc) where deleted_at is null;
