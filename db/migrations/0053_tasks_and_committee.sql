-- Tasks of policies, programmes, findings, pilots and practice; committees, meetings, reports upward and matters to coordinate.
create schema if not exists "policy_tasks";
grant usage on schema "policy_tasks" to suiren_app;

-- 行动与计划
create table "policy_tasks"."programme" (
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
  "kind" text not null check ("kind" in ('programme', 'scheme', 'plan')),
  "government" uuid not null,
  "chief" text,
  "deputy" text,
  "from" date not null,
  "to" date not null,
  "basis" text,
  "pack" text,
  "goals" jsonb,
  "groups" jsonb,
  "content" text,
  "document_number" text,
  "issued_on" date,
  "meeting" text,
  "papers" uuid[],
  "summary" text,
  "ready" boolean,
  "lacking" text,
  primary key (id)
);
create index "programme_area_id" on "policy_tasks"."programme" (area, id);
create index "programme_to_id" on "policy_tasks"."programme" ("to", id);
create index "programme_area_to_id" on "policy_tasks"."programme" (area, "to", id);
create index "programme_search" on "policy_tasks"."programme" using gin (platform.bigrams(search_text));
create index "programme_kind" on "policy_tasks"."programme" ("kind", area, id);
create index "programme_government" on "policy_tasks"."programme" ("government");
create index "programme_to" on "policy_tasks"."programme" ("to", area, id);
create index "programme_ready" on "policy_tasks"."programme" ("ready", area, id);
alter table "policy_tasks"."programme" enable row level security;
create policy jurisdiction on "policy_tasks"."programme" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."programme" to suiren_app;
create trigger history after update on "policy_tasks"."programme" for each row execute function platform.note_history('policy-tasks.programme', '');

-- 阶段
create table "policy_tasks"."stage" (
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
  "programme" uuid not null,
  "ord" bigint not null,
  "name" text not null,
  "from" date not null,
  "to" date not null,
  "goal" text,
  "closed_on" date,
  "closed_words" text,
  primary key (id)
);
create index "stage_area_id" on "policy_tasks"."stage" (area, id);
create index "stage_ord_id" on "policy_tasks"."stage" ("ord", id);
create index "stage_area_ord_id" on "policy_tasks"."stage" (area, "ord", id);
create index "stage_to_id" on "policy_tasks"."stage" ("to", id);
create index "stage_area_to_id" on "policy_tasks"."stage" (area, "to", id);
create index "stage_search" on "policy_tasks"."stage" using gin (platform.bigrams(search_text));
create index "stage_programme" on "policy_tasks"."stage" ("programme");
create index "stage_to" on "policy_tasks"."stage" ("to", area, id);
alter table "policy_tasks"."stage" enable row level security;
create policy jurisdiction on "policy_tasks"."stage" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."stage" to suiren_app;
create trigger history after update on "policy_tasks"."stage" for each row execute function platform.note_history('policy-tasks.stage', '');

-- 节点
create table "policy_tasks"."milestone" (
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
  "stage" uuid not null,
  "name" text not null,
  "due_on" date not null,
  "done_on" date,
  "document_number" text,
  "papers" uuid[],
  primary key (id)
);
create index "milestone_area_id" on "policy_tasks"."milestone" (area, id);
create index "milestone_due_on_id" on "policy_tasks"."milestone" ("due_on", id);
create index "milestone_area_due_on_id" on "policy_tasks"."milestone" (area, "due_on", id);
create index "milestone_search" on "policy_tasks"."milestone" using gin (platform.bigrams(search_text));
create index "milestone_stage" on "policy_tasks"."milestone" ("stage");
create index "milestone_due_on" on "policy_tasks"."milestone" ("due_on", area, id);
alter table "policy_tasks"."milestone" enable row level security;
create policy jurisdiction on "policy_tasks"."milestone" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."milestone" to suiren_app;
create trigger history after update on "policy_tasks"."milestone" for each row execute function platform.note_history('policy-tasks.milestone', '');

-- 任务进度
create table "policy_tasks"."progress" (
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
  "task" uuid not null,
  "reported_on" date not null,
  "percent" bigint not null,
  "done" text not null,
  "obstacles" text,
  "next" text,
  "papers" uuid[],
  primary key (id)
);
create index "progress_area_id" on "policy_tasks"."progress" (area, id);
create index "progress_reported_on_id" on "policy_tasks"."progress" ("reported_on", id);
create index "progress_area_reported_on_id" on "policy_tasks"."progress" (area, "reported_on", id);
create index "progress_search" on "policy_tasks"."progress" using gin (platform.bigrams(search_text));
create index "progress_task" on "policy_tasks"."progress" ("task");
alter table "policy_tasks"."progress" enable row level security;
create policy jurisdiction on "policy_tasks"."progress" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."progress" to suiren_app;
create trigger history after update on "policy_tasks"."progress" for each row execute function platform.note_history('policy-tasks.progress', '');

-- 调研问题
create table "policy_tasks"."finding" (
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
  "title" text not null,
  "kind" text not null check ("kind" in ('place', 'common', 'mechanism')),
  "survey" text not null,
  "found_on" date not null,
  "surveyor" text,
  "detail" text,
  "cause" text,
  "papers" uuid[],
  "measures" bigint,
  "converted" boolean,
  "no_measure_why" text,
  primary key (id)
);
create index "finding_area_id" on "policy_tasks"."finding" (area, id);
create index "finding_found_on_id" on "policy_tasks"."finding" ("found_on", id);
create index "finding_area_found_on_id" on "policy_tasks"."finding" (area, "found_on", id);
create index "finding_search" on "policy_tasks"."finding" using gin (platform.bigrams(search_text));
create index "finding_kind" on "policy_tasks"."finding" ("kind", area, id);
create index "finding_converted" on "policy_tasks"."finding" ("converted", area, id);
alter table "policy_tasks"."finding" enable row level security;
create policy jurisdiction on "policy_tasks"."finding" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."finding" to suiren_app;
create trigger history after update on "policy_tasks"."finding" for each row execute function platform.note_history('policy-tasks.finding', '');

-- 试点
create table "policy_tasks"."pilot" (
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
  "organ" uuid not null,
  "programme" uuid,
  "scope" text not null,
  "method" text not null,
  "from" date not null,
  "to" date,
  "indicators" jsonb,
  "result" text not null check ("result" in ('running', 'spread', 'adjust', 'stopped')),
  "evaluation" text,
  "evaluated_on" date,
  "papers" uuid[],
  primary key (id)
);
create index "pilot_area_id" on "policy_tasks"."pilot" (area, id);
create index "pilot_from_id" on "policy_tasks"."pilot" ("from", id);
create index "pilot_area_from_id" on "policy_tasks"."pilot" (area, "from", id);
create index "pilot_search" on "policy_tasks"."pilot" using gin (platform.bigrams(search_text));
create index "pilot_organ" on "policy_tasks"."pilot" ("organ");
create index "pilot_programme" on "policy_tasks"."pilot" ("programme");
create index "pilot_result" on "policy_tasks"."pilot" ("result", area, id);
alter table "policy_tasks"."pilot" enable row level security;
create policy jurisdiction on "policy_tasks"."pilot" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."pilot" to suiren_app;
create trigger history after update on "policy_tasks"."pilot" for each row execute function platform.note_history('policy-tasks.pilot', '');

-- 经验做法
create table "policy_tasks"."practice" (
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
  "title" text not null,
  "topic" text not null check ("topic" in ('responsibility', 'grassroots', 'hazard', 'publicity', 'technology', 'rescue', 'other')),
  "origin" text not null check ("origin" in ('summary', 'pilot', 'problem')),
  "pilot" uuid,
  "organ" uuid not null,
  "written_on" date not null,
  "summary" text not null,
  "effect" text,
  "fits" text,
  "papers" uuid[],
  "reviewed" text,
  "recommended" boolean,
  "recommended_on" date,
  "adoptions" bigint,
  primary key (id)
);
create index "practice_area_id" on "policy_tasks"."practice" (area, id);
create index "practice_written_on_id" on "policy_tasks"."practice" ("written_on", id);
create index "practice_area_written_on_id" on "policy_tasks"."practice" (area, "written_on", id);
create index "practice_recommended_on_id" on "policy_tasks"."practice" ("recommended_on", id);
create index "practice_area_recommended_on_id" on "policy_tasks"."practice" (area, "recommended_on", id);
create index "practice_search" on "policy_tasks"."practice" using gin (platform.bigrams(search_text));
create index "practice_topic" on "policy_tasks"."practice" ("topic", area, id);
create index "practice_origin" on "policy_tasks"."practice" ("origin", area, id);
create index "practice_pilot" on "policy_tasks"."practice" ("pilot");
create index "practice_organ" on "policy_tasks"."practice" ("organ");
create index "practice_recommended" on "policy_tasks"."practice" ("recommended", area, id);
alter table "policy_tasks"."practice" enable row level security;
create policy jurisdiction on "policy_tasks"."practice" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."practice" to suiren_app;
create trigger history after update on "policy_tasks"."practice" for each row execute function platform.note_history('policy-tasks.practice', '');

-- 采用记录
create table "policy_tasks"."adoption" (
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
  "practice" uuid not null,
  "organ" uuid not null,
  "adopted_on" date not null,
  "way" text not null,
  "effect" text,
  "papers" uuid[],
  primary key (id)
);
create index "adoption_area_id" on "policy_tasks"."adoption" (area, id);
create index "adoption_adopted_on_id" on "policy_tasks"."adoption" ("adopted_on", id);
create index "adoption_area_adopted_on_id" on "policy_tasks"."adoption" (area, "adopted_on", id);
create index "adoption_search" on "policy_tasks"."adoption" using gin (platform.bigrams(search_text));
create index "adoption_practice" on "policy_tasks"."adoption" ("practice");
create index "adoption_organ" on "policy_tasks"."adoption" ("organ");
alter table "policy_tasks"."adoption" enable row level security;
create policy jurisdiction on "policy_tasks"."adoption" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."adoption" to suiren_app;
create trigger history after update on "policy_tasks"."adoption" for each row execute function platform.note_history('policy-tasks.adoption', '');

-- 任务
create table "policy_tasks"."task" (
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
  "content" text,
  "lead" uuid not null,
  "supports" text,
  "owner" text,
  "due_on" date not null,
  "first_due_on" date,
  "output" text,
  "assigner" uuid,
  "source_kind" text not null check ("source_kind" in ('minutes', 'table', 'clause', 'finding', 'superior', 'plan', 'other')),
  "source_id" text,
  "source_href" text,
  "source_words" text,
  "clause" text,
  "pack" text,
  "superior" uuid,
  "passed" bigint,
  "stage" uuid,
  "tag" text check ("tag" in ('bottom', 'base', 'long')),
  "side" text check ("side" in ('government', 'department', 'society')),
  "progress_percent" bigint,
  "last_progress_on" date,
  "result" text,
  "evidence" uuid[],
  "submitted_on" date,
  "finished_on" date,
  "on_time" boolean,
  "extensions" bigint,
  "extension_reason" text,
  "obstacle" text,
  primary key (id)
);
create index "task_area_id" on "policy_tasks"."task" (area, id);
create index "task_due_on_id" on "policy_tasks"."task" ("due_on", id);
create index "task_area_due_on_id" on "policy_tasks"."task" (area, "due_on", id);
create index "task_finished_on_id" on "policy_tasks"."task" ("finished_on", id);
create index "task_area_finished_on_id" on "policy_tasks"."task" (area, "finished_on", id);
create index "task_search" on "policy_tasks"."task" using gin (platform.bigrams(search_text));
create unique index "task_number_unique" on "policy_tasks"."task" ("number") where deleted_at is null;
create index "task_lead" on "policy_tasks"."task" ("lead");
create index "task_due_on" on "policy_tasks"."task" ("due_on", area, id);
create index "task_assigner" on "policy_tasks"."task" ("assigner");
create index "task_source_kind" on "policy_tasks"."task" ("source_kind", area, id);
create index "task_source_id" on "policy_tasks"."task" ("source_id", area, id);
create index "task_clause" on "policy_tasks"."task" ("clause", area, id);
create index "task_superior" on "policy_tasks"."task" ("superior");
create index "task_stage" on "policy_tasks"."task" ("stage");
create index "task_tag" on "policy_tasks"."task" ("tag", area, id);
create index "task_on_time" on "policy_tasks"."task" ("on_time", area, id);
create index "task_open" on "policy_tasks"."task" (area, opened_at, id) where closed_at is null;
create index "task_due" on "policy_tasks"."task" (due_at, id) where closed_at is null;
create index "task_holder" on "policy_tasks"."task" (holder_organ, due_at) where closed_at is null;
create index "task_person" on "policy_tasks"."task" (holder_person, due_at) where closed_at is null;
create index "task_closed" on "policy_tasks"."task" (closed_at, area, id);
alter table "policy_tasks"."task" enable row level security;
create policy jurisdiction on "policy_tasks"."task" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."task" to suiren_app;
create trigger history after update on "policy_tasks"."task" for each row execute function platform.note_history('policy-tasks.task', '');

-- Practices are read in every area, so that any may take one over.
create policy names on policy_tasks.practice for select to suiren_app using (current_setting('suiren.unit') = '');

-- Numbers RW2026-0001: one sequence a year, for the whole city, whatever part of it the asker sees.
create table policy_tasks.task_counter (year text primary key, last integer not null);
create function policy_tasks.next_task_number(asked text) returns integer language sql security definer set search_path = '' as $$
  insert into policy_tasks.task_counter (year, last) values (asked, 1)
  on conflict (year) do update set last = policy_tasks.task_counter.last + 1 returning last
$$;
revoke all on function policy_tasks.next_task_number(text) from public;
grant execute on function policy_tasks.next_task_number(text) to suiren_app;

create schema if not exists "committee";
grant usage on schema "committee" to suiren_app;

-- 消安委
create table "committee"."committee" (
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
  "level" text not null check ("level" in ('city', 'county', 'town')),
  "government" uuid not null,
  "organ" uuid,
  "secretariat" uuid,
  "chair" text,
  "chair_post" text,
  "chair_is_chief" boolean,
  "deputies" jsonb,
  "office_head" text,
  "founded_on" date,
  "founding_number" text,
  "until" date,
  "composition" uuid[],
  "rules" uuid[],
  "duties" uuid[],
  "systems" uuid[],
  "documents_kept" boolean,
  "plenary_per_year" bigint,
  "executive_every" text check ("executive_every" in ('quarter', 'half-year', 'year')),
  "owed_since" date,
  "consult_every_days" bigint,
  "note" text,
  "members" bigint,
  "complete" boolean,
  "lacking" text,
  primary key (id)
);
create index "committee_area_id" on "committee"."committee" (area, id);
create index "committee_name_id" on "committee"."committee" ("name", id);
create index "committee_area_name_id" on "committee"."committee" (area, "name", id);
create index "committee_search" on "committee"."committee" using gin (platform.bigrams(search_text));
create index "committee_level" on "committee"."committee" ("level", area, id);
create index "committee_government" on "committee"."committee" ("government");
create index "committee_organ" on "committee"."committee" ("organ");
create index "committee_secretariat" on "committee"."committee" ("secretariat");
create index "committee_chair_is_chief" on "committee"."committee" ("chair_is_chief", area, id);
create index "committee_complete" on "committee"."committee" ("complete", area, id);
alter table "committee"."committee" enable row level security;
create policy jurisdiction on "committee"."committee" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "committee"."committee" to suiren_app;
create trigger history after update on "committee"."committee" for each row execute function platform.note_history('committee.committee', '');

-- 消安委成员
create table "committee"."member" (
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
  "committee" uuid not null,
  "duty" text not null check ("duty" in ('chair', 'deputy', 'member', 'liaison')),
  "organ" uuid not null,
  "name" text not null,
  "post" text,
  "charge" text,
  "ord" bigint,
  "since" date,
  primary key (id)
);
create index "member_area_id" on "committee"."member" (area, id);
create index "member_ord_id" on "committee"."member" ("ord", id);
create index "member_area_ord_id" on "committee"."member" (area, "ord", id);
create index "member_search" on "committee"."member" using gin (platform.bigrams(search_text));
create index "member_committee" on "committee"."member" ("committee");
create index "member_duty" on "committee"."member" ("duty", area, id);
create index "member_organ" on "committee"."member" ("organ");
alter table "committee"."member" enable row level security;
create policy jurisdiction on "committee"."member" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "committee"."member" to suiren_app;
create trigger history after update on "committee"."member" for each row execute function platform.note_history('committee.member', '');

-- 议题
create table "committee"."agenda" (
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
  "meeting" uuid not null,
  "ord" bigint not null,
  "title" text not null,
  "kind" text not null check ("kind" in ('report', 'deliberate', 'interview', 'request', 'inform')),
  "presenter_organ" uuid,
  "presenter" text,
  "minutes_long" bigint,
  "clause" text,
  "materials" uuid[],
  "shows" jsonb,
  "seen" jsonb,
  "seen_at" timestamptz,
  "minutes_text" text,
  "set_aside" jsonb,
  "saved_at" timestamptz,
  primary key (id)
);
create index "agenda_area_id" on "committee"."agenda" (area, id);
create index "agenda_ord_id" on "committee"."agenda" ("ord", id);
create index "agenda_area_ord_id" on "committee"."agenda" (area, "ord", id);
create index "agenda_search" on "committee"."agenda" using gin (platform.bigrams(search_text));
create index "agenda_meeting" on "committee"."agenda" ("meeting");
create index "agenda_presenter_organ" on "committee"."agenda" ("presenter_organ");
alter table "committee"."agenda" enable row level security;
create policy jurisdiction on "committee"."agenda" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "committee"."agenda" to suiren_app;
create trigger history after update on "committee"."agenda" for each row execute function platform.note_history('committee.agenda', '');

-- 参会单位
create table "committee"."attendee" (
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
  "meeting" uuid not null,
  "kind" text not null check ("kind" in ('member', 'invited')),
  "organ" uuid not null,
  "name" text not null,
  "post" text,
  "presence" text not null check ("presence" in ('unknown', 'present', 'deputed', 'leave', 'absent')),
  "deputy" text,
  "reason" text,
  "ord" bigint,
  "held_on" date,
  primary key (id)
);
create index "attendee_area_id" on "committee"."attendee" (area, id);
create index "attendee_ord_id" on "committee"."attendee" ("ord", id);
create index "attendee_area_ord_id" on "committee"."attendee" (area, "ord", id);
create index "attendee_search" on "committee"."attendee" using gin (platform.bigrams(search_text));
create index "attendee_meeting" on "committee"."attendee" ("meeting");
create index "attendee_kind" on "committee"."attendee" ("kind", area, id);
create index "attendee_organ" on "committee"."attendee" ("organ");
create index "attendee_presence" on "committee"."attendee" ("presence", area, id);
create index "attendee_held_on" on "committee"."attendee" ("held_on", area, id);
alter table "committee"."attendee" enable row level security;
create policy jurisdiction on "committee"."attendee" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "committee"."attendee" to suiren_app;
create trigger history after update on "committee"."attendee" for each row execute function platform.note_history('committee.attendee', '');

-- 议定事项
create table "committee"."resolution" (
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
  "meeting" uuid not null,
  "agenda" uuid not null,
  "kind" text not null check ("kind" in ('task', 'decision')),
  "title" text not null,
  "words" text,
  "start" bigint not null,
  "end" bigint not null,
  "spread" text not null check ("spread" in ('one', 'counties', 'towns', 'members')),
  "organ" uuid,
  "supports" jsonb,
  "owner" text,
  "due_on" date,
  "clause" text,
  "issued_on" date,
  "tasks" bigint,
  "carried_out" boolean,
  primary key (id)
);
create index "resolution_area_id" on "committee"."resolution" (area, id);
create index "resolution_issued_on_id" on "committee"."resolution" ("issued_on", id);
create index "resolution_area_issued_on_id" on "committee"."resolution" (area, "issued_on", id);
create index "resolution_due_on_id" on "committee"."resolution" ("due_on", id);
create index "resolution_area_due_on_id" on "committee"."resolution" (area, "due_on", id);
create index "resolution_search" on "committee"."resolution" using gin (platform.bigrams(search_text));
create index "resolution_meeting" on "committee"."resolution" ("meeting");
create index "resolution_agenda" on "committee"."resolution" ("agenda");
create index "resolution_kind" on "committee"."resolution" ("kind", area, id);
create index "resolution_organ" on "committee"."resolution" ("organ");
create index "resolution_due_on" on "committee"."resolution" ("due_on", area, id);
create index "resolution_issued_on" on "committee"."resolution" ("issued_on", area, id);
create index "resolution_carried_out" on "committee"."resolution" ("carried_out", area, id);
alter table "committee"."resolution" enable row level security;
create policy jurisdiction on "committee"."resolution" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "committee"."resolution" to suiren_app;
create trigger history after update on "committee"."resolution" for each row execute function platform.note_history('committee.resolution', '');

-- 工作专班
create table "committee"."task_force" (
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
  "leader" text not null,
  "members" jsonb,
  "task" text not null,
  "from" date not null,
  "until" date,
  "report_every_days" bigint,
  "papers" uuid[],
  primary key (id)
);
create index "task_force_area_id" on "committee"."task_force" (area, id);
create index "task_force_from_id" on "committee"."task_force" ("from", id);
create index "task_force_area_from_id" on "committee"."task_force" (area, "from", id);
create index "task_force_search" on "committee"."task_force" using gin (platform.bigrams(search_text));
create index "task_force_government" on "committee"."task_force" ("government");
alter table "committee"."task_force" enable row level security;
create policy jurisdiction on "committee"."task_force" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "committee"."task_force" to suiren_app;
create trigger history after update on "committee"."task_force" for each row execute function platform.note_history('committee.task-force', '');

-- 督导跟进
create table "committee"."follow_up" (
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
  "force" uuid,
  "visited_on" date not null,
  "way" text not null check ("way" in ('visit', 'call', 'meeting')),
  "visitors" text not null,
  "found" text,
  "guidance" text not null,
  "next_on" date,
  "papers" uuid[],
  primary key (id)
);
create index "follow_up_area_id" on "committee"."follow_up" (area, id);
create index "follow_up_visited_on_id" on "committee"."follow_up" ("visited_on", id);
create index "follow_up_area_visited_on_id" on "committee"."follow_up" (area, "visited_on", id);
create index "follow_up_next_on_id" on "committee"."follow_up" ("next_on", id);
create index "follow_up_area_next_on_id" on "committee"."follow_up" (area, "next_on", id);
create index "follow_up_search" on "committee"."follow_up" using gin (platform.bigrams(search_text));
create index "follow_up_organ" on "committee"."follow_up" ("organ");
create index "follow_up_force" on "committee"."follow_up" ("force");
create index "follow_up_way" on "committee"."follow_up" ("way", area, id);
create index "follow_up_next_on" on "committee"."follow_up" ("next_on", area, id);
alter table "committee"."follow_up" enable row level security;
create policy jurisdiction on "committee"."follow_up" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "committee"."follow_up" to suiren_app;
create trigger history after update on "committee"."follow_up" for each row execute function platform.note_history('committee.follow-up', '');

-- 会议
create table "committee"."meeting" (
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
  "kind" text not null check ("kind" in ('executive', 'office', 'plenary', 'consultation', 'joint', 'special', 'working')),
  "level" text not null check ("level" in ('city', 'county', 'town')),
  "theme" text not null check ("theme" in ('general', 'rural', 'hazard', 'season', 'industry', 'service', 'programme')),
  "industry" text,
  "committee" uuid,
  "organ" uuid not null,
  "begins_at" timestamptz not null,
  "place" text,
  "presider" text,
  "recorder" text,
  "noticed_on" date,
  "held_on" date,
  "minutes_due_on" date,
  "issued_on" date,
  "minutes_number" text,
  "issued_by" text,
  "frozen_at" timestamptz,
  "items" bigint,
  "expected" bigint,
  "attended" bigint,
  "present" bigint,
  "deputed" bigint,
  "on_leave" bigint,
  "tasks" bigint,
  "decisions" bigint,
  "cancel_why" text,
  primary key (id)
);
create index "meeting_area_id" on "committee"."meeting" (area, id);
create index "meeting_begins_at_id" on "committee"."meeting" ("begins_at", id);
create index "meeting_area_begins_at_id" on "committee"."meeting" (area, "begins_at", id);
create index "meeting_search" on "committee"."meeting" using gin (platform.bigrams(search_text));
create unique index "meeting_number_unique" on "committee"."meeting" ("number") where deleted_at is null;
create index "meeting_kind" on "committee"."meeting" ("kind", area, id);
create index "meeting_level" on "committee"."meeting" ("level", area, id);
create index "meeting_theme" on "committee"."meeting" ("theme", area, id);
create index "meeting_committee" on "committee"."meeting" ("committee");
create index "meeting_organ" on "committee"."meeting" ("organ");
create index "meeting_held_on" on "committee"."meeting" ("held_on", area, id);
create index "meeting_open" on "committee"."meeting" (area, opened_at, id) where closed_at is null;
create index "meeting_due" on "committee"."meeting" (due_at, id) where closed_at is null;
create index "meeting_holder" on "committee"."meeting" (holder_organ, due_at) where closed_at is null;
create index "meeting_person" on "committee"."meeting" (holder_person, due_at) where closed_at is null;
create index "meeting_closed" on "committee"."meeting" (closed_at, area, id);
alter table "committee"."meeting" enable row level security;
create policy jurisdiction on "committee"."meeting" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "committee"."meeting" to suiren_app;
create trigger history after update on "committee"."meeting" for each row execute function platform.note_history('committee.meeting', '');

-- 专题报告
create table "committee"."report" (
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
  "kind" text not null check ("kind" in ('yearly', 'special', 'major', 'submission')),
  "title" text not null,
  "organ" uuid not null,
  "to" uuid,
  "year" bigint,
  "due_on" date,
  "content" text,
  "papers" uuid[],
  "submitted_on" date,
  "on_time" boolean,
  "received_on" date,
  "instructed_by" text,
  "instruction" text,
  "instructed_on" date,
  "reply" text,
  "meeting" text,
  "issued_number" text,
  "issued_on" date,
  primary key (id)
);
create index "report_area_id" on "committee"."report" (area, id);
create index "report_opened_at_id" on "committee"."report" ("opened_at", id);
create index "report_area_opened_at_id" on "committee"."report" (area, "opened_at", id);
create index "report_due_on_id" on "committee"."report" ("due_on", id);
create index "report_area_due_on_id" on "committee"."report" (area, "due_on", id);
create index "report_search" on "committee"."report" using gin (platform.bigrams(search_text));
create unique index "report_number_unique" on "committee"."report" ("number") where deleted_at is null;
create index "report_kind" on "committee"."report" ("kind", area, id);
create index "report_organ" on "committee"."report" ("organ");
create index "report_to" on "committee"."report" ("to");
create index "report_year" on "committee"."report" ("year", area, id);
create index "report_due_on" on "committee"."report" ("due_on", area, id);
create index "report_submitted_on" on "committee"."report" ("submitted_on", area, id);
create index "report_on_time" on "committee"."report" ("on_time", area, id);
create index "report_open" on "committee"."report" (area, opened_at, id) where closed_at is null;
create index "report_due" on "committee"."report" (due_at, id) where closed_at is null;
create index "report_holder" on "committee"."report" (holder_organ, due_at) where closed_at is null;
create index "report_person" on "committee"."report" (holder_person, due_at) where closed_at is null;
create index "report_closed" on "committee"."report" (closed_at, area, id);
alter table "committee"."report" enable row level security;
create policy jurisdiction on "committee"."report" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "committee"."report" to suiren_app;
create trigger history after update on "committee"."report" for each row execute function platform.note_history('committee.report', '');

-- 协调事项
create table "committee"."matter" (
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
  "kind" text not null check ("kind" in ('support', 'difficulty', 'service')),
  "title" text not null,
  "wants" text check ("wants" in ('posts', 'funds', 'land', 'policy', 'powers', 'other')),
  "amount" text,
  "channel" text not null check ("channel" in ('own', 'petition', 'review', 'business', 'meeting')),
  "organ" uuid not null,
  "turn" uuid,
  "detail" text not null,
  "options" text,
  "due_on" date not null,
  "papers" uuid[],
  "meeting" uuid,
  "answer" text check ("answer" in ('agreed', 'partly', 'refused')),
  "answer_words" text,
  "document" text,
  "answered_on" date,
  "escalated_on" date,
  "escalated_to" uuid,
  primary key (id)
);
create index "matter_area_id" on "committee"."matter" (area, id);
create index "matter_opened_at_id" on "committee"."matter" ("opened_at", id);
create index "matter_area_opened_at_id" on "committee"."matter" (area, "opened_at", id);
create index "matter_due_on_id" on "committee"."matter" ("due_on", id);
create index "matter_area_due_on_id" on "committee"."matter" (area, "due_on", id);
create index "matter_escalated_on_id" on "committee"."matter" ("escalated_on", id);
create index "matter_area_escalated_on_id" on "committee"."matter" (area, "escalated_on", id);
create index "matter_search" on "committee"."matter" using gin (platform.bigrams(search_text));
create unique index "matter_number_unique" on "committee"."matter" ("number") where deleted_at is null;
create index "matter_kind" on "committee"."matter" ("kind", area, id);
create index "matter_channel" on "committee"."matter" ("channel", area, id);
create index "matter_organ" on "committee"."matter" ("organ");
create index "matter_turn" on "committee"."matter" ("turn");
create index "matter_due_on" on "committee"."matter" ("due_on", area, id);
create index "matter_meeting" on "committee"."matter" ("meeting");
create index "matter_answer" on "committee"."matter" ("answer", area, id);
create index "matter_answered_on" on "committee"."matter" ("answered_on", area, id);
create index "matter_escalated_to" on "committee"."matter" ("escalated_to");
create index "matter_open" on "committee"."matter" (area, opened_at, id) where closed_at is null;
create index "matter_due" on "committee"."matter" (due_at, id) where closed_at is null;
create index "matter_holder" on "committee"."matter" (holder_organ, due_at) where closed_at is null;
create index "matter_person" on "committee"."matter" (holder_person, due_at) where closed_at is null;
create index "matter_closed" on "committee"."matter" (closed_at, area, id);
alter table "committee"."matter" enable row level security;
create policy jurisdiction on "committee"."matter" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "committee"."matter" to suiren_app;
create trigger history after update on "committee"."matter" for each row execute function platform.note_history('committee.matter', '');

-- Numbers of meetings, reports, matters and minutes: one sequence each, for the whole city.
create table committee.counter (prefix text primary key, last integer not null);
create function committee.next_number(asked text) returns integer language sql security definer set search_path = '' as $$
  insert into committee.counter (prefix, last) values (asked, 1)
  on conflict (prefix) do update set last = committee.counter.last + 1 returning last
$$;
revoke all on function committee.next_number(text) from public;
grant execute on function committee.next_number(text) to suiren_app;
