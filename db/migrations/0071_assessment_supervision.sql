-- The supervisor's sheet with what the platform proposes, measures against those who failed, and tasks that count in assessments.

-- 督导检查项
create table "assessment"."round_item" (
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
  "round" uuid not null,
  "place" text not null,
  "section" text not null check ("section" in ('mechanism', 'register', 'quality')),
  "what" text not null,
  "evidence" text,
  "row_ledger" text,
  "row_id" text,
  "proposed" boolean,
  "result" text check ("result" in ('right', 'wrong', 'missing')),
  "words" text,
  "checked_on" date,
  "checker" text,
  "photos" uuid[],
  "finding" uuid,
  primary key (id)
);
create index "round_item_area_id" on "assessment"."round_item" (area, id);
create index "round_item_section_id" on "assessment"."round_item" ("section", id);
create index "round_item_area_section_id" on "assessment"."round_item" (area, "section", id);
create index "round_item_search" on "assessment"."round_item" using gin (platform.bigrams(search_text));
create index "round_item_round" on "assessment"."round_item" ("round");
create index "round_item_section" on "assessment"."round_item" ("section", area, id);
create index "round_item_proposed" on "assessment"."round_item" ("proposed", area, id);
create index "round_item_result" on "assessment"."round_item" ("result", area, id);
create index "round_item_checked_on" on "assessment"."round_item" ("checked_on", area, id);
create index "round_item_finding" on "assessment"."round_item" ("finding");
alter table "assessment"."round_item" enable row level security;
create policy jurisdiction on "assessment"."round_item" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."round_item" to suiren_app;
create trigger history after update on "assessment"."round_item" for each row execute function platform.note_history('assessment.round-item', '');

-- 任务考评映射
create table "assessment"."task_mapping" (
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
  "kind" text not null check ("kind" in ('yearly', 'special', 'supervision')),
  "measure" text not null,
  "weight" double precision not null,
  "zero_at" double precision not null,
  "full_at" double precision not null,
  "from" date not null,
  "until" date,
  "basis" text,
  primary key (id)
);
create index "task_mapping_area_id" on "assessment"."task_mapping" (area, id);
create index "task_mapping_kind_id" on "assessment"."task_mapping" ("kind", id);
create index "task_mapping_area_kind_id" on "assessment"."task_mapping" (area, "kind", id);
create index "task_mapping_search" on "assessment"."task_mapping" using gin (platform.bigrams(search_text));
create index "task_mapping_kind" on "assessment"."task_mapping" ("kind", area, id);
create index "task_mapping_from" on "assessment"."task_mapping" ("from", area, id);
alter table "assessment"."task_mapping" enable row level security;
create policy jurisdiction on "assessment"."task_mapping" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."task_mapping" to suiren_app;
create trigger history after update on "assessment"."task_mapping" for each row execute function platform.note_history('assessment.task-mapping', '');

-- 追责建议
create table "assessment"."sanction" (
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
  "grounds" text not null,
  "trigger" text not null check ("trigger" in ('grave', 'fire', 'lapse', 'failed')),
  "target" uuid not null,
  "person" text,
  "proposed" text check ("proposed" in ('criticism', 'interview', 'accountability')),
  "decided" text check ("decided" in ('criticism', 'interview', 'accountability')),
  "decision" text,
  "decided_on" date,
  "number" text,
  "papers" uuid[],
  "noticed_on" date,
  "result" text,
  "done_on" date,
  "source_name" text,
  "source_id" text,
  primary key (id)
);
create index "sanction_area_id" on "assessment"."sanction" (area, id);
create index "sanction_opened_at_id" on "assessment"."sanction" ("opened_at", id);
create index "sanction_area_opened_at_id" on "assessment"."sanction" (area, "opened_at", id);
create index "sanction_search" on "assessment"."sanction" using gin (platform.bigrams(search_text));
create index "sanction_trigger" on "assessment"."sanction" ("trigger", area, id);
create index "sanction_target" on "assessment"."sanction" ("target");
create index "sanction_proposed" on "assessment"."sanction" ("proposed", area, id);
create index "sanction_decided" on "assessment"."sanction" ("decided", area, id);
create index "sanction_decided_on" on "assessment"."sanction" ("decided_on", area, id);
create index "sanction_noticed_on" on "assessment"."sanction" ("noticed_on", area, id);
create index "sanction_done_on" on "assessment"."sanction" ("done_on", area, id);
create index "sanction_source_id" on "assessment"."sanction" ("source_id", area, id);
create index "sanction_open" on "assessment"."sanction" (area, opened_at, id) where closed_at is null;
create index "sanction_due" on "assessment"."sanction" (due_at, id) where closed_at is null;
create index "sanction_holder" on "assessment"."sanction" (holder_organ, due_at) where closed_at is null;
create index "sanction_person" on "assessment"."sanction" (holder_person, due_at) where closed_at is null;
create index "sanction_closed" on "assessment"."sanction" (closed_at, area, id);
alter table "assessment"."sanction" enable row level security;
create policy jurisdiction on "assessment"."sanction" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."sanction" to suiren_app;
create trigger history after update on "assessment"."sanction" for each row execute function platform.note_history('assessment.sanction', '');

alter table assessment.finding add column grave boolean;
create index finding_grave on assessment.finding (grave, area, id);
-- A situation is asked about once.
create unique index sanction_of_source on assessment.sanction (trigger, source_id) where source_id is not null and deleted_at is null;
-- A row of the platform stands once on a round's sheet.
create unique index round_item_once on assessment.round_item (round, row_id) where row_id is not null and deleted_at is null;

-- Mappings hold for everybody below the area that set them.
create view assessment.v_task_mapping as
  select id, area, name, kind, measure, weight, zero_at, full_at, "from", until, basis from assessment.task_mapping where deleted_at is null;
grant select on assessment.v_task_mapping to suiren_app;
