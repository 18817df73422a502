create schema if not exists "responsibility";
grant usage on schema "responsibility" to suiren_app;

-- 消防职责
create table "responsibility"."duty" (
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
  "organ" uuid not null,
  "post" uuid,
  "words" text not null,
  "layer" text not null check ("layer" in ('government', 'department', 'unit', 'foundation')),
  "kind" text not null check ("kind" in ('leadership', 'industry', 'support', 'supervision', 'rural')),
  "ground" text,
  "clause" text,
  "from" date,
  "until" date,
  primary key (id)
);
create index "duty_area_id" on "responsibility"."duty" (area, id);
create index "duty_search" on "responsibility"."duty" using gin (platform.bigrams(search_text));
create index "duty_organ" on "responsibility"."duty" ("organ");
create index "duty_post" on "responsibility"."duty" ("post");
create index "duty_layer" on "responsibility"."duty" ("layer", area, id);
create index "duty_kind" on "responsibility"."duty" ("kind", area, id);
alter table "responsibility"."duty" enable row level security;
create policy jurisdiction on "responsibility"."duty" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."duty" to suiren_app;
create trigger history after update on "responsibility"."duty" for each row execute function platform.note_history('responsibility.duty', '');

-- 年度任务
create table "responsibility"."year_task" (
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
  "organ" uuid not null,
  "post" uuid not null,
  "year" bigint not null,
  "leader" text,
  "words" text not null,
  "due_on" date not null,
  "done_on" date,
  "proof" text,
  "clause" text,
  primary key (id)
);
create index "year_task_area_id" on "responsibility"."year_task" (area, id);
create index "year_task_due_on_id" on "responsibility"."year_task" ("due_on", id);
create index "year_task_area_due_on_id" on "responsibility"."year_task" (area, "due_on", id);
create index "year_task_search" on "responsibility"."year_task" using gin (platform.bigrams(search_text));
create index "year_task_organ" on "responsibility"."year_task" ("organ");
create index "year_task_post" on "responsibility"."year_task" ("post");
alter table "responsibility"."year_task" enable row level security;
create policy jurisdiction on "responsibility"."year_task" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."year_task" to suiren_app;
create trigger history after update on "responsibility"."year_task" for each row execute function platform.note_history('responsibility.year-task', '');

-- 行业归口
create table "responsibility"."regulator_rule" (
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
  "industry" text not null,
  "kinds" text[] not null check ("kinds" <@ array['shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other']::text[]),
  "name_has" text,
  "organ_kind" text not null check ("organ_kind" in ('government', 'party', 'committee', 'fire-brigade', 'monitoring-center', 'emergency', 'public-security', 'housing', 'natural-resources', 'urban-management', 'development-reform', 'industry-information', 'finance', 'human-resources', 'education', 'science', 'civil-affairs', 'justice', 'environment', 'transport', 'water-conservancy', 'agriculture', 'commerce', 'culture-tourism', 'cultural-relics', 'religion', 'health', 'veterans', 'market', 'state-assets', 'statistics', 'medical-insurance', 'data-bureau', 'petitions', 'business-environment', 'supervision', 'public-institutions', 'propaganda', 'politics-law', 'organization', 'meteorology', 'disabled-federation', 'trade-union', 'youth-league', 'women', 'grain', 'tobacco', 'post', 'rail', 'power', 'water', 'gas', 'telecom', 'management-committee', 'community-committee', 'other')),
  "rank" bigint,
  "ground" text,
  "determination" uuid,
  "from" date not null,
  "until" date,
  primary key (id)
);
create index "regulator_rule_area_id" on "responsibility"."regulator_rule" (area, id);
create index "regulator_rule_search" on "responsibility"."regulator_rule" using gin (platform.bigrams(search_text));
create index "regulator_rule_organ_kind" on "responsibility"."regulator_rule" ("organ_kind", area, id);
create index "regulator_rule_determination" on "responsibility"."regulator_rule" ("determination");
alter table "responsibility"."regulator_rule" enable row level security;
create policy jurisdiction on "responsibility"."regulator_rule" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."regulator_rule" to suiren_app;
create trigger history after update on "responsibility"."regulator_rule" for each row execute function platform.note_history('responsibility.regulator-rule', '');

-- 指导督促
create table "responsibility"."guidance" (
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
  "on" date not null,
  "by" uuid not null,
  "what" text not null,
  "asked" jsonb,
  "result" text,
  primary key (id)
);
create index "guidance_area_id" on "responsibility"."guidance" (area, id);
create index "guidance_on_id" on "responsibility"."guidance" ("on", id);
create index "guidance_area_on_id" on "responsibility"."guidance" (area, "on", id);
create index "guidance_search" on "responsibility"."guidance" using gin (platform.bigrams(search_text));
create index "guidance_unit" on "responsibility"."guidance" ("unit");
create index "guidance_by" on "responsibility"."guidance" ("by");
alter table "responsibility"."guidance" enable row level security;
create policy jurisdiction on "responsibility"."guidance" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."guidance" to suiren_app;
create trigger history after update on "responsibility"."guidance" for each row execute function platform.note_history('responsibility.guidance', '');

-- 权力和责任清单
create table "responsibility"."power_list" (
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
  "title" text not null,
  "organ" uuid not null,
  "edition" bigint not null,
  "items" jsonb,
  "published_on" date,
  "valid_until" date,
  "ended_on" date,
  primary key (id)
);
create index "power_list_area_id" on "responsibility"."power_list" (area, id);
create index "power_list_opened_at_id" on "responsibility"."power_list" ("opened_at", id);
create index "power_list_area_opened_at_id" on "responsibility"."power_list" (area, "opened_at", id);
create index "power_list_valid_until_id" on "responsibility"."power_list" ("valid_until", id);
create index "power_list_area_valid_until_id" on "responsibility"."power_list" (area, "valid_until", id);
create index "power_list_search" on "responsibility"."power_list" using gin (platform.bigrams(search_text));
create index "power_list_organ" on "responsibility"."power_list" ("organ");
create index "power_list_open" on "responsibility"."power_list" (area, opened_at, id) where closed_at is null;
create index "power_list_due" on "responsibility"."power_list" (due_at, id) where closed_at is null;
create index "power_list_holder" on "responsibility"."power_list" (holder_organ, due_at) where closed_at is null;
create index "power_list_person" on "responsibility"."power_list" (holder_person, due_at) where closed_at is null;
create index "power_list_closed" on "responsibility"."power_list" (closed_at, area, id);
alter table "responsibility"."power_list" enable row level security;
create policy jurisdiction on "responsibility"."power_list" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."power_list" to suiren_app;
create trigger history after update on "responsibility"."power_list" for each row execute function platform.note_history('responsibility.power-list', '');

-- 责任书
create table "responsibility"."pledge" (
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
  "title" text not null,
  "year" bigint not null,
  "superior" uuid not null,
  "pledger" uuid not null,
  "sign_by" date not null,
  "targets" jsonb,
  "pledger_name" text,
  "pledged_on" date,
  "superior_name" text,
  "signed_on" date,
  "papers" uuid[],
  primary key (id)
);
create index "pledge_area_id" on "responsibility"."pledge" (area, id);
create index "pledge_opened_at_id" on "responsibility"."pledge" ("opened_at", id);
create index "pledge_area_opened_at_id" on "responsibility"."pledge" (area, "opened_at", id);
create index "pledge_sign_by_id" on "responsibility"."pledge" ("sign_by", id);
create index "pledge_area_sign_by_id" on "responsibility"."pledge" (area, "sign_by", id);
create index "pledge_search" on "responsibility"."pledge" using gin (platform.bigrams(search_text));
create index "pledge_year" on "responsibility"."pledge" ("year", area, id);
create index "pledge_superior" on "responsibility"."pledge" ("superior");
create index "pledge_pledger" on "responsibility"."pledge" ("pledger");
create index "pledge_open" on "responsibility"."pledge" (area, opened_at, id) where closed_at is null;
create index "pledge_due" on "responsibility"."pledge" (due_at, id) where closed_at is null;
create index "pledge_holder" on "responsibility"."pledge" (holder_organ, due_at) where closed_at is null;
create index "pledge_person" on "responsibility"."pledge" (holder_person, due_at) where closed_at is null;
create index "pledge_closed" on "responsibility"."pledge" (closed_at, area, id);
create unique index "pledge_same_open" on "responsibility"."pledge" ("year", "pledger") nulls not distinct where closed_at is null and deleted_at is null;
alter table "responsibility"."pledge" enable row level security;
create policy jurisdiction on "responsibility"."pledge" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."pledge" to suiren_app;
create trigger history after update on "responsibility"."pledge" for each row execute function platform.note_history('responsibility.pledge', '');

-- 监管责任确定
create table "responsibility"."determination" (
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
  "industry" text not null,
  "kinds" text[] not null check ("kinds" <@ array['shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other']::text[]),
  "name_has" text,
  "why" text not null,
  "candidates" jsonb,
  "units" bigint,
  "principle" text check ("principle" in ('manages', 'mainly', 'nearest')),
  "organ_kind" text check ("organ_kind" in ('government', 'party', 'committee', 'fire-brigade', 'monitoring-center', 'emergency', 'public-security', 'housing', 'natural-resources', 'urban-management', 'development-reform', 'industry-information', 'finance', 'human-resources', 'education', 'science', 'civil-affairs', 'justice', 'environment', 'transport', 'water-conservancy', 'agriculture', 'commerce', 'culture-tourism', 'cultural-relics', 'religion', 'health', 'veterans', 'market', 'state-assets', 'statistics', 'medical-insurance', 'data-bureau', 'petitions', 'business-environment', 'supervision', 'public-institutions', 'propaganda', 'politics-law', 'organization', 'meteorology', 'disabled-federation', 'trade-union', 'youth-league', 'women', 'grain', 'tobacco', 'post', 'rail', 'power', 'water', 'gas', 'telecom', 'management-committee', 'community-committee', 'other')),
  "reasons" text,
  "decided_by" text,
  "decided_on" date,
  "assigned" bigint,
  "papers" uuid[],
  primary key (id)
);
create index "determination_area_id" on "responsibility"."determination" (area, id);
create index "determination_opened_at_id" on "responsibility"."determination" ("opened_at", id);
create index "determination_area_opened_at_id" on "responsibility"."determination" (area, "opened_at", id);
create index "determination_search" on "responsibility"."determination" using gin (platform.bigrams(search_text));
create index "determination_principle" on "responsibility"."determination" ("principle", area, id);
create index "determination_open" on "responsibility"."determination" (area, opened_at, id) where closed_at is null;
create index "determination_due" on "responsibility"."determination" (due_at, id) where closed_at is null;
create index "determination_holder" on "responsibility"."determination" (holder_organ, due_at) where closed_at is null;
create index "determination_person" on "responsibility"."determination" (holder_person, due_at) where closed_at is null;
create index "determination_closed" on "responsibility"."determination" (closed_at, area, id);
alter table "responsibility"."determination" enable row level security;
create policy jurisdiction on "responsibility"."determination" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."determination" to suiren_app;
create trigger history after update on "responsibility"."determination" for each row execute function platform.note_history('responsibility.determination', '');

-- 专业支持
create table "responsibility"."support_request" (
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
  "what" text not null,
  "kind" text not null check ("kind" in ('law', 'technique', 'training', 'people', 'other')),
  "from" text not null check ("from" in ('police', 'emergency', 'fire')),
  "to" uuid not null,
  "wanted_by" date not null,
  "answer" text,
  "served_on" date,
  "hours" bigint,
  "result" text,
  primary key (id)
);
create index "support_request_area_id" on "responsibility"."support_request" (area, id);
create index "support_request_opened_at_id" on "responsibility"."support_request" ("opened_at", id);
create index "support_request_area_opened_at_id" on "responsibility"."support_request" (area, "opened_at", id);
create index "support_request_search" on "responsibility"."support_request" using gin (platform.bigrams(search_text));
create index "support_request_kind" on "responsibility"."support_request" ("kind", area, id);
create index "support_request_from" on "responsibility"."support_request" ("from", area, id);
create index "support_request_to" on "responsibility"."support_request" ("to");
create index "support_request_open" on "responsibility"."support_request" (area, opened_at, id) where closed_at is null;
create index "support_request_due" on "responsibility"."support_request" (due_at, id) where closed_at is null;
create index "support_request_holder" on "responsibility"."support_request" (holder_organ, due_at) where closed_at is null;
create index "support_request_person" on "responsibility"."support_request" (holder_person, due_at) where closed_at is null;
create index "support_request_closed" on "responsibility"."support_request" (closed_at, area, id);
alter table "responsibility"."support_request" enable row level security;
create policy jurisdiction on "responsibility"."support_request" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."support_request" to suiren_app;
create trigger history after update on "responsibility"."support_request" for each row execute function platform.note_history('responsibility.support-request', '');

-- 责任追究
create table "responsibility"."accountability" (
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
  "what" text not null,
  "trigger" text not null check ("trigger" in ('unchecked', 'overdueHazard', 'unperformed', 'failedAssessment', 'missedRectification', 'seriousProblems', 'fire', 'influence', 'approval', 'facilities', 'forces')),
  "phase" text not null check ("phase" in ('before', 'after')),
  "organ" uuid not null,
  "post" uuid,
  "who" text,
  "chain" jsonb,
  "from" date not null,
  "to" date not null,
  "duties" bigint,
  "acts" bigint,
  "snapshot" text,
  "sealed" text,
  "frozen_on" date,
  "findings" text,
  "statement" text,
  "measure" text check ("measure" in ('reminder', 'criticism', 'interview', 'inspection', 'adjustment', 'discipline', 'exempted')),
  "ground" text,
  "reasons" text,
  "decided_on" date,
  "decided_by" text,
  "carry_out_by" date,
  "carried_out" text,
  "papers" uuid[],
  primary key (id)
);
create index "accountability_area_id" on "responsibility"."accountability" (area, id);
create index "accountability_opened_at_id" on "responsibility"."accountability" ("opened_at", id);
create index "accountability_area_opened_at_id" on "responsibility"."accountability" (area, "opened_at", id);
create index "accountability_search" on "responsibility"."accountability" using gin (platform.bigrams(search_text));
create index "accountability_trigger" on "responsibility"."accountability" ("trigger", area, id);
create index "accountability_phase" on "responsibility"."accountability" ("phase", area, id);
create index "accountability_organ" on "responsibility"."accountability" ("organ");
create index "accountability_post" on "responsibility"."accountability" ("post");
create index "accountability_measure" on "responsibility"."accountability" ("measure", area, id);
create index "accountability_open" on "responsibility"."accountability" (area, opened_at, id) where closed_at is null;
create index "accountability_due" on "responsibility"."accountability" (due_at, id) where closed_at is null;
create index "accountability_holder" on "responsibility"."accountability" (holder_organ, due_at) where closed_at is null;
create index "accountability_person" on "responsibility"."accountability" (holder_person, due_at) where closed_at is null;
create index "accountability_closed" on "responsibility"."accountability" (closed_at, area, id);
alter table "responsibility"."accountability" enable row level security;
create policy jurisdiction on "responsibility"."accountability" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."accountability" to suiren_app;
create trigger history after update on "responsibility"."accountability" for each row execute function platform.note_history('responsibility.accountability', '');
