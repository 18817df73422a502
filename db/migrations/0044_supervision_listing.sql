-- Determination of major hazards 重大火灾隐患判定, and government listing 挂牌督办 with interviews 约谈 and exposures 曝光.
-- Tables printed by npm run gen -- --create hazard-loop and supervision-listing.
create schema if not exists "hazard_loop";
grant usage on schema "hazard_loop" to suiren_app;

-- 重大火灾隐患判定
create table "hazard_loop"."determination" (
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
  "hazard" uuid not null,
  "what" text not null,
  "unit" uuid,
  "inspected_on" date not null,
  "tags" text[] check ("tags" <@ array['dense', 'hazardous', 'important', 'entertainment', 'shop', 'hotel', 'undergroundDense', 'child', 'elderly', 'tanks', 'metro', 'plant', 'highRise', 'underground']::text[]),
  "tags_unknown" text[] check ("tags_unknown" <@ array['dense', 'hazardous', 'important', 'entertainment', 'shop', 'hotel', 'undergroundDense', 'child', 'elderly', 'tanks', 'metro', 'plant', 'highRise', 'underground']::text[]),
  "correctable" text check ("correctable" in ('no', 'yes', 'unknown')),
  "exclusions" text[] check ("exclusions" <@ array['MFH17-M3', 'MFH17-M4', 'MFH17-M5']::text[]),
  "exclusions_unknown" text[] check ("exclusions_unknown" <@ array['MFH17-M3', 'MFH17-M4', 'MFH17-M5']::text[]),
  "elements" jsonb,
  "papers" uuid[],
  "remark" text,
  "edition" text,
  "verdict" text check ("verdict" in ('direct', 'comprehensive', 'notMajor', 'prompt')),
  "leaning" text check ("leaning" in ('major', 'notMajor')),
  "verdict_words" text,
  "decide_by" date,
  "discussed_on" date,
  "discussion" jsonb,
  "expert_question" text,
  "experts_on" date,
  "experts" jsonb,
  "expert_conclusion" text check ("expert_conclusion" in ('major', 'notMajor', 'none')),
  "heard_on" date,
  "hearing" jsonb,
  "decision" text check ("decision" in ('major', 'notMajor')),
  "decision_words" text,
  "decided_on" date,
  "decided_by" uuid,
  "notice_number" text,
  "served_on" date,
  "served_to" text,
  "reported_on" date,
  "rectify_by" date,
  "plan" text,
  "temporary_measures" text,
  primary key (id)
);
create index "determination_area_id" on "hazard_loop"."determination" (area, id);
create index "determination_opened_at_id" on "hazard_loop"."determination" ("opened_at", id);
create index "determination_area_opened_at_id" on "hazard_loop"."determination" (area, "opened_at", id);
create index "determination_search" on "hazard_loop"."determination" using gin (platform.bigrams(search_text));
create unique index "determination_number_unique" on "hazard_loop"."determination" ("number") where deleted_at is null;
create index "determination_hazard" on "hazard_loop"."determination" ("hazard");
create index "determination_unit" on "hazard_loop"."determination" ("unit");
create index "determination_verdict" on "hazard_loop"."determination" ("verdict", area, id);
create index "determination_decision" on "hazard_loop"."determination" ("decision", area, id);
create index "determination_decided_by" on "hazard_loop"."determination" ("decided_by");
create index "determination_open" on "hazard_loop"."determination" (area, opened_at, id) where closed_at is null;
create index "determination_due" on "hazard_loop"."determination" (due_at, id) where closed_at is null;
create index "determination_holder" on "hazard_loop"."determination" (holder_organ, due_at) where closed_at is null;
create index "determination_closed" on "hazard_loop"."determination" (closed_at, area, id);
create unique index "determination_same_open" on "hazard_loop"."determination" ("hazard") nulls not distinct where closed_at is null and deleted_at is null;
alter table "hazard_loop"."determination" enable row level security;
create policy jurisdiction on "hazard_loop"."determination" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "hazard_loop"."determination" to suiren_app;
create trigger history after update on "hazard_loop"."determination" for each row execute function platform.note_history('hazard-loop.determination', '');

-- Numbers of determinations: one sequence a year, for the whole city.
create table hazard_loop.determination_counter (year integer primary key, last integer not null);
grant select, insert, update on hazard_loop.determination_counter to suiren_app;

create schema if not exists "supervision_listing";
grant usage on schema "supervision_listing" to suiren_app;

-- 挂牌批次
create table "supervision_listing"."batch" (
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
  "government" uuid not null,
  "level" text not null check ("level" in ('city', 'county', 'town')),
  "kind" text not null check ("kind" in ('majorHazards', 'hazardUnits', 'towns', 'highRise')),
  "year" bigint not null,
  "document_number" text,
  "issued_on" date,
  "rectify_by" date,
  "medium" text,
  "note" text,
  "papers" uuid[],
  primary key (id)
);
create index "batch_area_id" on "supervision_listing"."batch" (area, id);
create index "batch_year_id" on "supervision_listing"."batch" ("year", id);
create index "batch_area_year_id" on "supervision_listing"."batch" (area, "year", id);
create index "batch_search" on "supervision_listing"."batch" using gin (platform.bigrams(search_text));
create index "batch_government" on "supervision_listing"."batch" ("government");
create index "batch_level" on "supervision_listing"."batch" ("level", area, id);
create index "batch_kind" on "supervision_listing"."batch" ("kind", area, id);
create index "batch_year" on "supervision_listing"."batch" ("year", area, id);
create index "batch_issued_on" on "supervision_listing"."batch" ("issued_on", area, id);
alter table "supervision_listing"."batch" enable row level security;
create policy jurisdiction on "supervision_listing"."batch" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "supervision_listing"."batch" to suiren_app;
create trigger history after update on "supervision_listing"."batch" for each row execute function platform.note_history('supervision-listing.batch', '');

-- 督改进度
create table "supervision_listing"."progress" (
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
  "listing" uuid not null,
  "reported_on" date not null,
  "percent" bigint not null,
  "done" text not null,
  "obstacles" text,
  "next" text,
  "papers" uuid[],
  primary key (id)
);
create index "progress_area_id" on "supervision_listing"."progress" (area, id);
create index "progress_reported_on_id" on "supervision_listing"."progress" ("reported_on", id);
create index "progress_area_reported_on_id" on "supervision_listing"."progress" (area, "reported_on", id);
create index "progress_search" on "supervision_listing"."progress" using gin (platform.bigrams(search_text));
create index "progress_listing" on "supervision_listing"."progress" ("listing");
alter table "supervision_listing"."progress" enable row level security;
create policy jurisdiction on "supervision_listing"."progress" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "supervision_listing"."progress" to suiren_app;
create trigger history after update on "supervision_listing"."progress" for each row execute function platform.note_history('supervision-listing.progress', '');

-- 销案后核查
create table "supervision_listing"."after_check" (
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
  "listing" uuid not null,
  "checked_on" date not null,
  "effect" text not null check ("effect" in ('kept', 'relapsed')),
  "words" text not null,
  "papers" uuid[],
  primary key (id)
);
create index "after_check_area_id" on "supervision_listing"."after_check" (area, id);
create index "after_check_checked_on_id" on "supervision_listing"."after_check" ("checked_on", id);
create index "after_check_area_checked_on_id" on "supervision_listing"."after_check" (area, "checked_on", id);
create index "after_check_search" on "supervision_listing"."after_check" using gin (platform.bigrams(search_text));
create index "after_check_listing" on "supervision_listing"."after_check" ("listing");
alter table "supervision_listing"."after_check" enable row level security;
create policy jurisdiction on "supervision_listing"."after_check" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "supervision_listing"."after_check" to suiren_app;
create trigger history after update on "supervision_listing"."after_check" for each row execute function platform.note_history('supervision-listing.after-check', '');

-- 镇街火灾起数
create table "supervision_listing"."town_fires" (
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
  "year" bigint not null,
  "fires" bigint not null,
  "fatal_fires" bigint not null,
  "deaths" bigint not null,
  "source" text not null,
  "confirmed_by" text,
  primary key (id)
);
create index "town_fires_area_id" on "supervision_listing"."town_fires" (area, id);
create index "town_fires_year_id" on "supervision_listing"."town_fires" ("year", id);
create index "town_fires_area_year_id" on "supervision_listing"."town_fires" (area, "year", id);
create index "town_fires_search" on "supervision_listing"."town_fires" using gin (platform.bigrams(search_text));
create index "town_fires_year" on "supervision_listing"."town_fires" ("year", area, id);
alter table "supervision_listing"."town_fires" enable row level security;
create policy jurisdiction on "supervision_listing"."town_fires" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "supervision_listing"."town_fires" to suiren_app;
create trigger history after update on "supervision_listing"."town_fires" for each row execute function platform.note_history('supervision-listing.town-fires', '');

-- 销号标准
create table "supervision_listing"."decline_target" (
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
  "year" bigint not null,
  "percent" double precision not null,
  "document_number" text not null,
  "note" text,
  primary key (id)
);
create index "decline_target_area_id" on "supervision_listing"."decline_target" (area, id);
create index "decline_target_year_id" on "supervision_listing"."decline_target" ("year", id);
create index "decline_target_area_year_id" on "supervision_listing"."decline_target" (area, "year", id);
create index "decline_target_search" on "supervision_listing"."decline_target" using gin (platform.bigrams(search_text));
create index "decline_target_year" on "supervision_listing"."decline_target" ("year", area, id);
alter table "supervision_listing"."decline_target" enable row level security;
create policy jurisdiction on "supervision_listing"."decline_target" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "supervision_listing"."decline_target" to suiren_app;
create trigger history after update on "supervision_listing"."decline_target" for each row execute function platform.note_history('supervision-listing.decline-target', '');

-- 管控方案
create table "supervision_listing"."control_plan" (
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
  "target" text not null check ("target" in ('hazard', 'unit', 'area')),
  "hazard" uuid,
  "unit" uuid,
  "plan" text not null,
  "leader" text not null,
  "every_days" bigint not null,
  "last_checked_on" date,
  "next_check_on" date,
  "papers" uuid[],
  primary key (id)
);
create index "control_plan_area_id" on "supervision_listing"."control_plan" (area, id);
create index "control_plan_next_check_on_id" on "supervision_listing"."control_plan" ("next_check_on", id);
create index "control_plan_area_next_check_on_id" on "supervision_listing"."control_plan" (area, "next_check_on", id);
create index "control_plan_search" on "supervision_listing"."control_plan" using gin (platform.bigrams(search_text));
create index "control_plan_target" on "supervision_listing"."control_plan" ("target", area, id);
create index "control_plan_hazard" on "supervision_listing"."control_plan" ("hazard");
create index "control_plan_unit" on "supervision_listing"."control_plan" ("unit");
create index "control_plan_next_check_on" on "supervision_listing"."control_plan" ("next_check_on", area, id);
alter table "supervision_listing"."control_plan" enable row level security;
create policy jurisdiction on "supervision_listing"."control_plan" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "supervision_listing"."control_plan" to suiren_app;
create trigger history after update on "supervision_listing"."control_plan" for each row execute function platform.note_history('supervision-listing.control-plan', '');

-- 挂牌督办
create table "supervision_listing"."listing" (
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
  "target" text not null check ("target" in ('hazard', 'unit', 'area', 'town')),
  "target_key" text not null,
  "target_name" text not null,
  "hazard" uuid,
  "unit" uuid,
  "level" text not null check ("level" in ('city', 'county', 'town')),
  "government" uuid not null,
  "batch" uuid,
  "year" bigint not null,
  "reason" text not null,
  "basis" text,
  "proposer" uuid,
  "document_number" text,
  "listed_on" date,
  "due_on" date,
  "first_due_on" date,
  "supervisor" text,
  "supervisor_organ" uuid,
  "turn" uuid,
  "reviewer" uuid,
  "measures" text,
  "notice_medium" text,
  "notice_on" date,
  "notice_words" text,
  "progress_percent" bigint,
  "last_progress_on" date,
  "extensions" bigint,
  "extensions_most" bigint,
  "extension_reason" text,
  "escalated_on" date,
  "escalated_to" uuid,
  "hazard_closed_on" date,
  "result_words" text,
  "result_files" uuid[],
  "submitted_on" date,
  "review_words" text,
  "review_files" uuid[],
  "reviewed_on" date,
  "fires_before" bigint,
  "fires_now" bigint,
  "decline_rate" double precision,
  "decline_target" double precision,
  "small_numbers" text,
  "proposal" text check ("proposal" in ('delist', 'keep')),
  "overdue_reason" text,
  "delist_number" text,
  "delisted_on" date,
  "on_time" boolean,
  "previous" uuid,
  "times_listed" bigint,
  "effect" text,
  "effect_on" date,
  primary key (id)
);
create index "listing_area_id" on "supervision_listing"."listing" (area, id);
create index "listing_opened_at_id" on "supervision_listing"."listing" ("opened_at", id);
create index "listing_area_opened_at_id" on "supervision_listing"."listing" (area, "opened_at", id);
create index "listing_due_on_id" on "supervision_listing"."listing" ("due_on", id);
create index "listing_area_due_on_id" on "supervision_listing"."listing" (area, "due_on", id);
create index "listing_search" on "supervision_listing"."listing" using gin (platform.bigrams(search_text));
create unique index "listing_number_unique" on "supervision_listing"."listing" ("number") where deleted_at is null;
create index "listing_target" on "supervision_listing"."listing" ("target", area, id);
create index "listing_target_key" on "supervision_listing"."listing" ("target_key", area, id);
create index "listing_hazard" on "supervision_listing"."listing" ("hazard");
create index "listing_unit" on "supervision_listing"."listing" ("unit");
create index "listing_level" on "supervision_listing"."listing" ("level", area, id);
create index "listing_government" on "supervision_listing"."listing" ("government");
create index "listing_batch" on "supervision_listing"."listing" ("batch");
create index "listing_year" on "supervision_listing"."listing" ("year", area, id);
create index "listing_proposer" on "supervision_listing"."listing" ("proposer");
create index "listing_supervisor_organ" on "supervision_listing"."listing" ("supervisor_organ");
create index "listing_turn" on "supervision_listing"."listing" ("turn");
create index "listing_reviewer" on "supervision_listing"."listing" ("reviewer");
create index "listing_escalated_to" on "supervision_listing"."listing" ("escalated_to");
create index "listing_on_time" on "supervision_listing"."listing" ("on_time", area, id);
create index "listing_previous" on "supervision_listing"."listing" ("previous");
create index "listing_open" on "supervision_listing"."listing" (area, opened_at, id) where closed_at is null;
create index "listing_due" on "supervision_listing"."listing" (due_at, id) where closed_at is null;
create index "listing_holder" on "supervision_listing"."listing" (holder_organ, due_at) where closed_at is null;
create index "listing_closed" on "supervision_listing"."listing" (closed_at, area, id);
create unique index "listing_same_open" on "supervision_listing"."listing" ("target_key") nulls not distinct where closed_at is null and deleted_at is null;
alter table "supervision_listing"."listing" enable row level security;
create policy jurisdiction on "supervision_listing"."listing" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "supervision_listing"."listing" to suiren_app;
create trigger history after update on "supervision_listing"."listing" for each row execute function platform.note_history('supervision-listing.listing', '');

-- 约谈
create table "supervision_listing"."interview" (
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
  "kind" text not null check ("kind" in ('one', 'group')),
  "subject" text not null check ("subject" in ('town', 'unit', 'industry', 'department')),
  "host" uuid not null,
  "listing" uuid,
  "invited" jsonb,
  "plan_on" date not null,
  "held_on" date,
  "place" text,
  "leader" text,
  "attendees" jsonb,
  "minutes" text,
  "issues" text,
  "due_on" date,
  "next_on" date,
  "papers" uuid[],
  "follow_ups" bigint,
  "effect" text check ("effect" in ('improved', 'partly', 'not')),
  "effect_words" text,
  "ended_on" date,
  primary key (id)
);
create index "interview_area_id" on "supervision_listing"."interview" (area, id);
create index "interview_opened_at_id" on "supervision_listing"."interview" ("opened_at", id);
create index "interview_area_opened_at_id" on "supervision_listing"."interview" (area, "opened_at", id);
create index "interview_plan_on_id" on "supervision_listing"."interview" ("plan_on", id);
create index "interview_area_plan_on_id" on "supervision_listing"."interview" (area, "plan_on", id);
create index "interview_due_on_id" on "supervision_listing"."interview" ("due_on", id);
create index "interview_area_due_on_id" on "supervision_listing"."interview" (area, "due_on", id);
create index "interview_search" on "supervision_listing"."interview" using gin (platform.bigrams(search_text));
create unique index "interview_number_unique" on "supervision_listing"."interview" ("number") where deleted_at is null;
create index "interview_kind" on "supervision_listing"."interview" ("kind", area, id);
create index "interview_subject" on "supervision_listing"."interview" ("subject", area, id);
create index "interview_host" on "supervision_listing"."interview" ("host");
create index "interview_listing" on "supervision_listing"."interview" ("listing");
create index "interview_effect" on "supervision_listing"."interview" ("effect", area, id);
create index "interview_open" on "supervision_listing"."interview" (area, opened_at, id) where closed_at is null;
create index "interview_due" on "supervision_listing"."interview" (due_at, id) where closed_at is null;
create index "interview_holder" on "supervision_listing"."interview" (holder_organ, due_at) where closed_at is null;
create index "interview_closed" on "supervision_listing"."interview" (closed_at, area, id);
alter table "supervision_listing"."interview" enable row level security;
create policy jurisdiction on "supervision_listing"."interview" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "supervision_listing"."interview" to suiren_app;
create trigger history after update on "supervision_listing"."interview" for each row execute function platform.note_history('supervision-listing.interview', '');

-- 曝光
create table "supervision_listing"."exposure" (
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
  "unit" uuid not null,
  "unit_name" text not null,
  "ground" text not null check ("ground" in ('overdue', 'repeated')),
  "facts" text not null,
  "hazards" bigint,
  "kept_out" text,
  "content" text not null,
  "media" text[] not null check ("media" <@ array['television', 'newspaper', 'internet', 'newMedia', 'publicPlace', 'portal']::text[]),
  "place" text,
  "show_from" date not null,
  "show_until" date not null,
  "proposer" uuid,
  "approved_on" date,
  "published_on" date,
  "withdrawn_on" date,
  "withdraw_why" text,
  "effect" text,
  primary key (id)
);
create index "exposure_area_id" on "supervision_listing"."exposure" (area, id);
create index "exposure_opened_at_id" on "supervision_listing"."exposure" ("opened_at", id);
create index "exposure_area_opened_at_id" on "supervision_listing"."exposure" (area, "opened_at", id);
create index "exposure_search" on "supervision_listing"."exposure" using gin (platform.bigrams(search_text));
create unique index "exposure_number_unique" on "supervision_listing"."exposure" ("number") where deleted_at is null;
create index "exposure_unit" on "supervision_listing"."exposure" ("unit");
create index "exposure_ground" on "supervision_listing"."exposure" ("ground", area, id);
create index "exposure_proposer" on "supervision_listing"."exposure" ("proposer");
create index "exposure_open" on "supervision_listing"."exposure" (area, opened_at, id) where closed_at is null;
create index "exposure_due" on "supervision_listing"."exposure" (due_at, id) where closed_at is null;
create index "exposure_holder" on "supervision_listing"."exposure" (holder_organ, due_at) where closed_at is null;
create index "exposure_closed" on "supervision_listing"."exposure" (closed_at, area, id);
create unique index "exposure_same_open" on "supervision_listing"."exposure" ("unit") nulls not distinct where closed_at is null and deleted_at is null;
alter table "supervision_listing"."exposure" enable row level security;
create policy jurisdiction on "supervision_listing"."exposure" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "supervision_listing"."exposure" to suiren_app;
create trigger history after update on "supervision_listing"."exposure" for each row execute function platform.note_history('supervision-listing.exposure', '');

-- A town has one row of fires a year, and one asked-for fall.
create unique index town_fires_year_unique on supervision_listing.town_fires (area, year) where deleted_at is null;
create unique index decline_target_year_unique on supervision_listing.decline_target (area, year) where deleted_at is null;

-- Numbers GP, YT and BG: one sequence a kind and year, for the whole city, whatever part of it the asker sees.
create table supervision_listing.counter (prefix text primary key, last integer not null);
create function supervision_listing.next_number(asked text) returns integer language sql security definer set search_path = '' as $$
  insert into supervision_listing.counter (prefix, last) values (asked, 1)
  on conflict (prefix) do update set last = supervision_listing.counter.last + 1 returning last
$$;
revoke all on function supervision_listing.next_number(text) from public;
grant execute on function supervision_listing.next_number(text) to suiren_app;

-- Units and towns are ranked by their open hazards; a unit's repeats of a year are counted by the hazard.
create index hazard_unit_opened on hazard_loop.hazard (unit, opened_at) where deleted_at is null;
create index hazard_major_open on hazard_loop.hazard (area, opened_at) where grade = 'major' and closed_at is null and deleted_at is null;
