-- 单位自管: what units owe, check, file and publish; property firms, joint defence, standardisation.
create schema if not exists "unit_management";
grant usage on schema "unit_management" to suiren_app;

-- 履职档案
create table "unit_management"."profile" (
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
  "open_from" text,
  "open_to" text,
  "rest_days" text[] check ("rest_days" <@ array['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd0']::text[]),
  "closed_on_holidays" boolean,
  "closed_from" date,
  "closed_to" date,
  "has_kitchen" boolean,
  "has_control_room" boolean,
  "has_fire_water" boolean,
  "underground" boolean,
  "industry" text check ("industry" in ('education', 'religion', 'civil', 'housing', 'commerce', 'culture', 'health', 'market', 'industryAffairs', 'transport', 'other')),
  "fire_staff" bigint,
  "started_on" date,
  "note" text,
  primary key (id)
);
create index "profile_area_id" on "unit_management"."profile" (area, id);
create index "profile_search" on "unit_management"."profile" using gin (platform.bigrams(search_text));
create unique index "profile_unit_unique" on "unit_management"."profile" ("unit") where deleted_at is null;
create index "profile_unit" on "unit_management"."profile" ("unit");
create index "profile_industry" on "unit_management"."profile" ("industry", area, id);
alter table "unit_management"."profile" enable row level security;
create policy jurisdiction on "unit_management"."profile" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."profile" to suiren_app;
create trigger history after update on "unit_management"."profile" for each row execute function platform.note_history('unit-management.profile', '');

-- 自查计划
create table "unit_management"."self_check_plan" (
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
  "tier" text not null check ("tier" in ('unit', 'section', 'post')),
  "section" text not null,
  "person" text not null,
  "cycle" text not null check ("cycle" in ('day', 'week', 'halfMonth', 'month', 'quarter', 'halfYear', 'year')),
  "scope" text,
  "in_force" boolean not null,
  primary key (id)
);
create index "self_check_plan_area_id" on "unit_management"."self_check_plan" (area, id);
create index "self_check_plan_search" on "unit_management"."self_check_plan" using gin (platform.bigrams(search_text));
create index "self_check_plan_unit" on "unit_management"."self_check_plan" ("unit");
create index "self_check_plan_tier" on "unit_management"."self_check_plan" ("tier", area, id);
alter table "unit_management"."self_check_plan" enable row level security;
create policy jurisdiction on "unit_management"."self_check_plan" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."self_check_plan" to suiren_app;
create trigger history after update on "unit_management"."self_check_plan" for each row execute function platform.note_history('unit-management.self-check-plan', '');

-- 自查记录
create table "unit_management"."self_check" (
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
  "title" text not null,
  "checklist" text not null,
  "checklist_version" bigint not null,
  "tier" text not null check ("tier" in ('unit', 'section', 'post')),
  "section" text,
  "checked_on" date not null,
  "checked_by" text not null,
  "minutes" bigint,
  "passed" bigint not null,
  "failed" bigint not null,
  "skipped" bigint not null,
  "answers" jsonb,
  "sent_at" timestamptz not null,
  primary key (id)
);
create index "self_check_area_id" on "unit_management"."self_check" (area, id);
create index "self_check_checked_on_id" on "unit_management"."self_check" ("checked_on", id);
create index "self_check_area_checked_on_id" on "unit_management"."self_check" (area, "checked_on", id);
create index "self_check_search" on "unit_management"."self_check" using gin (platform.bigrams(search_text));
create index "self_check_unit" on "unit_management"."self_check" ("unit");
create index "self_check_tier" on "unit_management"."self_check" ("tier", area, id);
create index "self_check_checked_on" on "unit_management"."self_check" ("checked_on", area, id);
create index "self_check_failed" on "unit_management"."self_check" ("failed", area, id);
alter table "unit_management"."self_check" enable row level security;
create policy jurisdiction on "unit_management"."self_check" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."self_check" to suiren_app;
create trigger history after update on "unit_management"."self_check" for each row execute function platform.note_history('unit-management.self-check', '');

-- 巡查点
create table "unit_management"."patrol_point" (
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
  "name" text not null,
  "place" text not null,
  "looks_at" text,
  "code" text,
  "turn" bigint,
  "in_use" boolean not null,
  primary key (id)
);
create index "patrol_point_area_id" on "unit_management"."patrol_point" (area, id);
create index "patrol_point_search" on "unit_management"."patrol_point" using gin (platform.bigrams(search_text));
create index "patrol_point_unit" on "unit_management"."patrol_point" ("unit");
create unique index "patrol_point_code_unique" on "unit_management"."patrol_point" ("code") where deleted_at is null;
alter table "unit_management"."patrol_point" enable row level security;
create policy jurisdiction on "unit_management"."patrol_point" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."patrol_point" to suiren_app;
create trigger history after update on "unit_management"."patrol_point" for each row execute function platform.note_history('unit-management.patrol-point', '');

-- 巡查记录
create table "unit_management"."patrol" (
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
  "kind" text not null check ("kind" in ('patrol', 'closing', 'night', 'controlRoom')),
  "spot" uuid,
  "point_name" text not null,
  "scanned" boolean not null,
  "patrolled_on" date not null,
  "patrolled_at" timestamptz not null,
  "patrolled_by" text not null,
  "supervisor" text,
  "result" text not null check ("result" in ('normal', 'problem')),
  "found" text,
  "photos" uuid[],
  "hazard" text,
  primary key (id)
);
create index "patrol_area_id" on "unit_management"."patrol" (area, id);
create index "patrol_patrolled_at_id" on "unit_management"."patrol" ("patrolled_at", id);
create index "patrol_area_patrolled_at_id" on "unit_management"."patrol" (area, "patrolled_at", id);
create index "patrol_search" on "unit_management"."patrol" using gin (platform.bigrams(search_text));
create index "patrol_unit" on "unit_management"."patrol" ("unit");
create index "patrol_kind" on "unit_management"."patrol" ("kind", area, id);
create index "patrol_spot" on "unit_management"."patrol" ("spot");
create index "patrol_patrolled_on" on "unit_management"."patrol" ("patrolled_on", area, id);
create index "patrol_result" on "unit_management"."patrol" ("result", area, id);
alter table "unit_management"."patrol" enable row level security;
create policy jurisdiction on "unit_management"."patrol" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."patrol" to suiren_app;
create trigger history after update on "unit_management"."patrol" for each row execute function platform.note_history('unit-management.patrol', '');

-- 维保检测报告
create table "unit_management"."service_report" (
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
  "kind" text not null check ("kind" in ('maintenance', 'test', 'electrical', 'duct', 'water', 'pump', 'pumpFlow')),
  "facility" uuid,
  "agency" text not null,
  "done_on" date not null,
  "result" text not null check ("result" in ('good', 'problems', 'bad')),
  "problems" bigint,
  "opinion" text,
  "next_on" date,
  "report" uuid[],
  primary key (id)
);
create index "service_report_area_id" on "unit_management"."service_report" (area, id);
create index "service_report_done_on_id" on "unit_management"."service_report" ("done_on", id);
create index "service_report_area_done_on_id" on "unit_management"."service_report" (area, "done_on", id);
create index "service_report_next_on_id" on "unit_management"."service_report" ("next_on", id);
create index "service_report_area_next_on_id" on "unit_management"."service_report" (area, "next_on", id);
create index "service_report_search" on "unit_management"."service_report" using gin (platform.bigrams(search_text));
create index "service_report_unit" on "unit_management"."service_report" ("unit");
create index "service_report_kind" on "unit_management"."service_report" ("kind", area, id);
create index "service_report_facility" on "unit_management"."service_report" ("facility");
create index "service_report_done_on" on "unit_management"."service_report" ("done_on", area, id);
create index "service_report_result" on "unit_management"."service_report" ("result", area, id);
alter table "unit_management"."service_report" enable row level security;
create policy jurisdiction on "unit_management"."service_report" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."service_report" to suiren_app;
create trigger history after update on "unit_management"."service_report" for each row execute function platform.note_history('unit-management.service-report', '');

-- 演练记录
create table "unit_management"."drill" (
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
  "topic" text not null,
  "held_on" date not null,
  "kind" text not null check ("kind" in ('full', 'evacuation', 'firefighting', 'desk')),
  "plan" uuid,
  "participants" bigint not null,
  "minutes" bigint,
  "evaluation" text not null check ("evaluation" in ('good', 'fair', 'poor')),
  "weaknesses" text,
  "improvements" jsonb,
  "photos" uuid[],
  primary key (id)
);
create index "drill_area_id" on "unit_management"."drill" (area, id);
create index "drill_held_on_id" on "unit_management"."drill" ("held_on", id);
create index "drill_area_held_on_id" on "unit_management"."drill" (area, "held_on", id);
create index "drill_search" on "unit_management"."drill" using gin (platform.bigrams(search_text));
create index "drill_unit" on "unit_management"."drill" ("unit");
create index "drill_held_on" on "unit_management"."drill" ("held_on", area, id);
create index "drill_plan" on "unit_management"."drill" ("plan");
alter table "unit_management"."drill" enable row level security;
create policy jurisdiction on "unit_management"."drill" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."drill" to suiren_app;
create trigger history after update on "unit_management"."drill" for each row execute function platform.note_history('unit-management.drill', '');

-- 培训记录
create table "unit_management"."training" (
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
  "topic" text not null,
  "held_on" date not null,
  "kind" text not null check ("kind" in ('regular', 'newcomer', 'special')),
  "trained" bigint not null,
  "expected" bigint not null,
  "passed" bigint,
  "names" text,
  "photos" uuid[],
  primary key (id)
);
create index "training_area_id" on "unit_management"."training" (area, id);
create index "training_held_on_id" on "unit_management"."training" ("held_on", id);
create index "training_area_held_on_id" on "unit_management"."training" (area, "held_on", id);
create index "training_search" on "unit_management"."training" using gin (platform.bigrams(search_text));
create index "training_unit" on "unit_management"."training" ("unit");
create index "training_held_on" on "unit_management"."training" ("held_on", area, id);
create index "training_kind" on "unit_management"."training" ("kind", area, id);
alter table "unit_management"."training" enable row level security;
create policy jurisdiction on "unit_management"."training" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."training" to suiren_app;
create trigger history after update on "unit_management"."training" for each row execute function platform.note_history('unit-management.training', '');

-- 消防安全评估
create table "unit_management"."evaluation" (
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
  "evaluated_on" date not null,
  "kind" text not null check ("kind" in ('self', 'agency')),
  "by" text not null,
  "grade" text not null check ("grade" in ('good', 'fair', 'poor')),
  "score" bigint,
  "risks" jsonb,
  "improvements" jsonb,
  "report" uuid[],
  primary key (id)
);
create index "evaluation_area_id" on "unit_management"."evaluation" (area, id);
create index "evaluation_evaluated_on_id" on "unit_management"."evaluation" ("evaluated_on", id);
create index "evaluation_area_evaluated_on_id" on "unit_management"."evaluation" (area, "evaluated_on", id);
create index "evaluation_search" on "unit_management"."evaluation" using gin (platform.bigrams(search_text));
create index "evaluation_unit" on "unit_management"."evaluation" ("unit");
create index "evaluation_evaluated_on" on "unit_management"."evaluation" ("evaluated_on", area, id);
create index "evaluation_kind" on "unit_management"."evaluation" ("kind", area, id);
create index "evaluation_grade" on "unit_management"."evaluation" ("grade", area, id);
alter table "unit_management"."evaluation" enable row level security;
create policy jurisdiction on "unit_management"."evaluation" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."evaluation" to suiren_app;
create trigger history after update on "unit_management"."evaluation" for each row execute function platform.note_history('unit-management.evaluation', '');

-- 制度与预案
create table "unit_management"."document" (
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
  "kind" text not null check ("kind" in ('rule', 'procedure', 'plan', 'organisation')),
  "name" text not null,
  "edition" bigint not null,
  "in_force_on" date not null,
  "review_by" date,
  "state" text not null check ("state" in ('inForce', 'replaced')),
  "roles" jsonb,
  "routes" text,
  "body" text,
  "papers" uuid[],
  primary key (id)
);
create index "document_area_id" on "unit_management"."document" (area, id);
create index "document_in_force_on_id" on "unit_management"."document" ("in_force_on", id);
create index "document_area_in_force_on_id" on "unit_management"."document" (area, "in_force_on", id);
create index "document_review_by_id" on "unit_management"."document" ("review_by", id);
create index "document_area_review_by_id" on "unit_management"."document" (area, "review_by", id);
create index "document_search" on "unit_management"."document" using gin (platform.bigrams(search_text));
create index "document_unit" on "unit_management"."document" ("unit");
create index "document_kind" on "unit_management"."document" ("kind", area, id);
create index "document_in_force_on" on "unit_management"."document" ("in_force_on", area, id);
create index "document_state" on "unit_management"."document" ("state", area, id);
alter table "unit_management"."document" enable row level security;
create policy jurisdiction on "unit_management"."document" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."document" to suiren_app;
create trigger history after update on "unit_management"."document" for each row execute function platform.note_history('unit-management.document', '');

-- 岗位责任人
create table "unit_management"."responsible" (
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
  "estate" uuid,
  "post" text not null check ("post" in ('responsible', 'manager', 'section', 'post', 'operator', 'guide', 'legalPerson', 'projectManager', 'securityHead', 'guard', 'electrician')),
  "section" text,
  "name" text not null,
  "phone" bytea,
  "duties" text,
  "since" date,
  "acknowledged_on" date,
  "certificate" text,
  "signature" uuid[],
  primary key (id)
);
create index "responsible_area_id" on "unit_management"."responsible" (area, id);
create index "responsible_search" on "unit_management"."responsible" using gin (platform.bigrams(search_text));
create index "responsible_unit" on "unit_management"."responsible" ("unit");
create index "responsible_estate" on "unit_management"."responsible" ("estate");
create index "responsible_post" on "unit_management"."responsible" ("post", area, id);
alter table "unit_management"."responsible" enable row level security;
create policy jurisdiction on "unit_management"."responsible" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."responsible" to suiren_app;
create trigger history after update on "unit_management"."responsible" for each row execute function platform.note_history('unit-management.responsible', 'phone');

-- 器材清单
create table "unit_management"."equipment" (
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
  "item" text not null check ("item" in ('extinguisher', 'emergencyLight', 'exitSign', 'smokeDetector', 'escapeMask', 'fireBlanket', 'hydrantBox', 'other')),
  "model" text,
  "count" bigint not null,
  "place" text not null,
  "made_on" date,
  "checked_on" date,
  "expires_on" date,
  "state" text not null check ("state" in ('good', 'poor', 'scrap')),
  primary key (id)
);
create index "equipment_area_id" on "unit_management"."equipment" (area, id);
create index "equipment_expires_on_id" on "unit_management"."equipment" ("expires_on", id);
create index "equipment_area_expires_on_id" on "unit_management"."equipment" (area, "expires_on", id);
create index "equipment_search" on "unit_management"."equipment" using gin (platform.bigrams(search_text));
create index "equipment_unit" on "unit_management"."equipment" ("unit");
create index "equipment_item" on "unit_management"."equipment" ("item", area, id);
create index "equipment_state" on "unit_management"."equipment" ("state", area, id);
alter table "unit_management"."equipment" enable row level security;
create policy jurisdiction on "unit_management"."equipment" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."equipment" to suiren_app;
create trigger history after update on "unit_management"."equipment" for each row execute function platform.note_history('unit-management.equipment', '');

-- 集团成员单位
create table "unit_management"."group_member" (
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
  "member" uuid,
  "member_name" text not null,
  "tier" text not null check ("tier" in ('group', 'second', 'third')),
  "responsible" text not null,
  "manager" text,
  "agreement_on" date,
  primary key (id)
);
create index "group_member_area_id" on "unit_management"."group_member" (area, id);
create index "group_member_search" on "unit_management"."group_member" using gin (platform.bigrams(search_text));
create index "group_member_unit" on "unit_management"."group_member" ("unit");
create index "group_member_member" on "unit_management"."group_member" ("member");
create index "group_member_tier" on "unit_management"."group_member" ("tier", area, id);
alter table "unit_management"."group_member" enable row level security;
create policy jurisdiction on "unit_management"."group_member" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."group_member" to suiren_app;
create trigger history after update on "unit_management"."group_member" for each row execute function platform.note_history('unit-management.group-member', '');

-- 消防经费
create table "unit_management"."budget" (
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
  "year" bigint not null,
  "planned" double precision not null,
  "spent" double precision,
  "staff" bigint,
  "parts" jsonb,
  primary key (id)
);
create index "budget_area_id" on "unit_management"."budget" (area, id);
create index "budget_year_id" on "unit_management"."budget" ("year", id);
create index "budget_area_year_id" on "unit_management"."budget" (area, "year", id);
create index "budget_search" on "unit_management"."budget" using gin (platform.bigrams(search_text));
create index "budget_unit" on "unit_management"."budget" ("unit");
create index "budget_year" on "unit_management"."budget" ("year", area, id);
alter table "unit_management"."budget" enable row level security;
create policy jurisdiction on "unit_management"."budget" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."budget" to suiren_app;
create trigger history after update on "unit_management"."budget" for each row execute function platform.note_history('unit-management.budget', '');

-- 安全承诺
create table "unit_management"."commitment" (
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
  "responsible" text not null,
  "responsible_post" text,
  "manager" text not null,
  "manager_post" text,
  "show_phone" boolean not null,
  "phone" text,
  "words" text not null,
  "published_on" date not null,
  "until" date not null,
  "state" text not null check ("state" in ('public', 'revoked', 'replaced')),
  "token" text not null,
  "revoked_at" timestamptz,
  "revoked_why" text,
  primary key (id)
);
create index "commitment_area_id" on "unit_management"."commitment" (area, id);
create index "commitment_published_on_id" on "unit_management"."commitment" ("published_on", id);
create index "commitment_area_published_on_id" on "unit_management"."commitment" (area, "published_on", id);
create index "commitment_until_id" on "unit_management"."commitment" ("until", id);
create index "commitment_area_until_id" on "unit_management"."commitment" (area, "until", id);
create index "commitment_search" on "unit_management"."commitment" using gin (platform.bigrams(search_text));
create index "commitment_unit" on "unit_management"."commitment" ("unit");
create index "commitment_published_on" on "unit_management"."commitment" ("published_on", area, id);
create index "commitment_until" on "unit_management"."commitment" ("until", area, id);
create index "commitment_state" on "unit_management"."commitment" ("state", area, id);
create unique index "commitment_token_unique" on "unit_management"."commitment" ("token") where deleted_at is null;
alter table "unit_management"."commitment" enable row level security;
create policy jurisdiction on "unit_management"."commitment" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."commitment" to suiren_app;
create trigger history after update on "unit_management"."commitment" for each row execute function platform.note_history('unit-management.commitment', '');

-- 物业项目
create table "unit_management"."estate" (
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
  "name" text not null,
  "firm" text not null,
  "households" bigint,
  "from" date not null,
  "until" date not null,
  "contract" uuid[],
  primary key (id)
);
create index "estate_area_id" on "unit_management"."estate" (area, id);
create index "estate_until_id" on "unit_management"."estate" ("until", id);
create index "estate_area_until_id" on "unit_management"."estate" (area, "until", id);
create index "estate_search" on "unit_management"."estate" using gin (platform.bigrams(search_text));
create index "estate_unit" on "unit_management"."estate" ("unit");
create index "estate_until" on "unit_management"."estate" ("until", area, id);
alter table "unit_management"."estate" enable row level security;
create policy jurisdiction on "unit_management"."estate" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."estate" to suiren_app;
create trigger history after update on "unit_management"."estate" for each row execute function platform.note_history('unit-management.estate', '');

-- 物业服务项
create table "unit_management"."service_item" (
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
  "estate" uuid not null,
  "kind" text not null check ("kind" in ('patrol', 'check', 'publicity', 'drill', 'facility')),
  "what" text not null,
  "cycle" text not null check ("cycle" in ('day', 'week', 'halfMonth', 'month', 'quarter', 'halfYear', 'year')),
  "last_on" date,
  primary key (id)
);
create index "service_item_area_id" on "unit_management"."service_item" (area, id);
create index "service_item_search" on "unit_management"."service_item" using gin (platform.bigrams(search_text));
create index "service_item_unit" on "unit_management"."service_item" ("unit");
create index "service_item_estate" on "unit_management"."service_item" ("estate");
create index "service_item_kind" on "unit_management"."service_item" ("kind", area, id);
alter table "unit_management"."service_item" enable row level security;
create policy jurisdiction on "unit_management"."service_item" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."service_item" to suiren_app;
create trigger history after update on "unit_management"."service_item" for each row execute function platform.note_history('unit-management.service-item', '');

-- 物业服务记录
create table "unit_management"."service_record" (
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
  "item" uuid not null,
  "what" text not null,
  "done_on" date not null,
  "by" text not null,
  "photos" uuid[],
  primary key (id)
);
create index "service_record_area_id" on "unit_management"."service_record" (area, id);
create index "service_record_done_on_id" on "unit_management"."service_record" ("done_on", id);
create index "service_record_area_done_on_id" on "unit_management"."service_record" (area, "done_on", id);
create index "service_record_search" on "unit_management"."service_record" using gin (platform.bigrams(search_text));
create index "service_record_unit" on "unit_management"."service_record" ("unit");
create index "service_record_item" on "unit_management"."service_record" ("item");
create index "service_record_done_on" on "unit_management"."service_record" ("done_on", area, id);
alter table "unit_management"."service_record" enable row level security;
create policy jurisdiction on "unit_management"."service_record" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."service_record" to suiren_app;
create trigger history after update on "unit_management"."service_record" for each row execute function platform.note_history('unit-management.service-record', '');

-- 联防组织
create table "unit_management"."joint_group" (
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
  "unit" uuid not null,
  "leader" text not null,
  "phone" text not null,
  "radius_m" bigint,
  "outline" text,
  "shared" jsonb,
  "rules" text,
  primary key (id)
);
create index "joint_group_area_id" on "unit_management"."joint_group" (area, id);
create index "joint_group_point" on "unit_management"."joint_group" (lon, lat);
create index "joint_group_search" on "unit_management"."joint_group" using gin (platform.bigrams(search_text));
create index "joint_group_unit" on "unit_management"."joint_group" ("unit");
alter table "unit_management"."joint_group" enable row level security;
create policy jurisdiction on "unit_management"."joint_group" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "unit_management"."joint_group" to suiren_app;
create trigger history after update on "unit_management"."joint_group" for each row execute function platform.note_history('unit-management.joint-group', '');

-- 联防成员
create table "unit_management"."joint_member" (
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
  "group" uuid not null,
  "unit" uuid not null,
  "contact" text not null,
  "phone" bytea,
  "key_staff" bigint,
  "joined_on" date not null,
  primary key (id)
);
create index "joint_member_area_id" on "unit_management"."joint_member" (area, id);
create index "joint_member_search" on "unit_management"."joint_member" using gin (platform.bigrams(search_text));
create index "joint_member_group" on "unit_management"."joint_member" ("group");
create index "joint_member_unit" on "unit_management"."joint_member" ("unit");
alter table "unit_management"."joint_member" enable row level security;
create policy jurisdiction on "unit_management"."joint_member" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."joint_member" to suiren_app;
create trigger history after update on "unit_management"."joint_member" for each row execute function platform.note_history('unit-management.joint-member', 'phone');

-- 联防活动
create table "unit_management"."joint_activity" (
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
  "group" uuid not null,
  "unit" uuid not null,
  "kind" text not null check ("kind" in ('daily', 'publicity', 'upkeep', 'hazards', 'firefighting')),
  "held_on" date not null,
  "what" text not null,
  "participants" bigint,
  "checked_unit" uuid,
  "checked_by" text,
  "found" bigint,
  "photos" uuid[],
  primary key (id)
);
create index "joint_activity_area_id" on "unit_management"."joint_activity" (area, id);
create index "joint_activity_held_on_id" on "unit_management"."joint_activity" ("held_on", id);
create index "joint_activity_area_held_on_id" on "unit_management"."joint_activity" (area, "held_on", id);
create index "joint_activity_search" on "unit_management"."joint_activity" using gin (platform.bigrams(search_text));
create index "joint_activity_group" on "unit_management"."joint_activity" ("group");
create index "joint_activity_unit" on "unit_management"."joint_activity" ("unit");
create index "joint_activity_kind" on "unit_management"."joint_activity" ("kind", area, id);
create index "joint_activity_held_on" on "unit_management"."joint_activity" ("held_on", area, id);
create index "joint_activity_checked_unit" on "unit_management"."joint_activity" ("checked_unit");
alter table "unit_management"."joint_activity" enable row level security;
create policy jurisdiction on "unit_management"."joint_activity" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."joint_activity" to suiren_app;
create trigger history after update on "unit_management"."joint_activity" for each row execute function platform.note_history('unit-management.joint-activity', '');

-- 月度履职
create table "unit_management"."duty_month" (
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
  "month" date not null,
  "kind" text not null check ("kind" in ('shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other')),
  "industry" text not null check ("industry" in ('education', 'religion', 'civil', 'housing', 'commerce', 'culture', 'health', 'market', 'industryAffairs', 'transport', 'other')),
  "grade" text,
  "high_risk" boolean not null,
  "owed" bigint not null,
  "met" bigint not null,
  "overdue" bigint not null,
  "file_score" bigint not null,
  "managed" boolean not null,
  "assessed" boolean not null,
  "checked" boolean not null,
  "committed" boolean not null,
  "rectified" boolean not null,
  "active" boolean not null,
  "adopted" boolean not null,
  "standard" boolean not null,
  "evaluation_ok" text not null check ("evaluation_ok" in ('ontime', 'late', 'none')),
  "maintenance_ok" text not null check ("maintenance_ok" in ('ontime', 'late', 'none')),
  "drill_ok" text not null check ("drill_ok" in ('ontime', 'late', 'none')),
  "electrical_ok" text not null check ("electrical_ok" in ('ontime', 'late', 'none')),
  "duct_ok" text not null check ("duct_ok" in ('ontime', 'late', 'none')),
  primary key (id)
);
create index "duty_month_area_id" on "unit_management"."duty_month" (area, id);
create index "duty_month_month_id" on "unit_management"."duty_month" ("month", id);
create index "duty_month_area_month_id" on "unit_management"."duty_month" (area, "month", id);
create index "duty_month_search" on "unit_management"."duty_month" using gin (platform.bigrams(search_text));
create index "duty_month_unit" on "unit_management"."duty_month" ("unit");
create index "duty_month_month" on "unit_management"."duty_month" ("month", area, id);
create index "duty_month_kind" on "unit_management"."duty_month" ("kind", area, id);
create index "duty_month_industry" on "unit_management"."duty_month" ("industry", area, id);
create index "duty_month_grade" on "unit_management"."duty_month" ("grade", area, id);
create index "duty_month_overdue" on "unit_management"."duty_month" ("overdue", area, id);
alter table "unit_management"."duty_month" enable row level security;
create policy jurisdiction on "unit_management"."duty_month" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."duty_month" to suiren_app;
create trigger history after update on "unit_management"."duty_month" for each row execute function platform.note_history('unit-management.duty-month', '');

-- 标准化评定
create table "unit_management"."standardisation" (
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
  "unit" uuid not null,
  "kind" text check ("kind" in ('shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other')),
  "set" text not null check ("set" in ('general', 'crowded', 'hazardous', 'highRise', 'underground')),
  "year" bigint not null,
  "items" jsonb,
  "self_score" bigint not null,
  "self_level" text not null check ("self_level" in ('A', 'B', 'C', 'none')),
  "assessed_on" date,
  "verified_score" bigint,
  "level" text check ("level" in ('A', 'B', 'C', 'none')),
  "verified_on" date,
  "valid_until" date,
  "why" text,
  "papers" uuid[],
  primary key (id)
);
create index "standardisation_area_id" on "unit_management"."standardisation" (area, id);
create index "standardisation_search" on "unit_management"."standardisation" using gin (platform.bigrams(search_text));
create index "standardisation_unit" on "unit_management"."standardisation" ("unit");
create index "standardisation_kind" on "unit_management"."standardisation" ("kind", area, id);
create index "standardisation_set" on "unit_management"."standardisation" ("set", area, id);
create index "standardisation_year" on "unit_management"."standardisation" ("year", area, id);
create index "standardisation_assessed_on" on "unit_management"."standardisation" ("assessed_on", area, id);
create index "standardisation_level" on "unit_management"."standardisation" ("level", area, id);
create index "standardisation_verified_on" on "unit_management"."standardisation" ("verified_on", area, id);
create index "standardisation_open" on "unit_management"."standardisation" (area, opened_at, id) where closed_at is null;
create index "standardisation_due" on "unit_management"."standardisation" (due_at, id) where closed_at is null;
create index "standardisation_holder" on "unit_management"."standardisation" (holder_organ, due_at) where closed_at is null;
create index "standardisation_closed" on "unit_management"."standardisation" (closed_at, area, id);
create unique index "standardisation_same_open" on "unit_management"."standardisation" ("unit") nulls not distinct where closed_at is null and deleted_at is null;
alter table "unit_management"."standardisation" enable row level security;
create policy jurisdiction on "unit_management"."standardisation" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."standardisation" to suiren_app;
create trigger history after update on "unit_management"."standardisation" for each row execute function platform.note_history('unit-management.standardisation', '');

-- 维修资金应急使用
create table "unit_management"."fund_request" (
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
  "unit" uuid not null,
  "estate" uuid,
  "hazard" text,
  "what" text not null,
  "works" text not null,
  "amount" double precision not null,
  "applied_on" date,
  "approved_amount" double precision,
  "contractor" text,
  "fix_by" date,
  "fixed_on" date,
  "paid" double precision,
  "settled_on" date,
  "days" bigint,
  "papers" uuid[],
  primary key (id)
);
create index "fund_request_area_id" on "unit_management"."fund_request" (area, id);
create index "fund_request_search" on "unit_management"."fund_request" using gin (platform.bigrams(search_text));
create index "fund_request_unit" on "unit_management"."fund_request" ("unit");
create index "fund_request_estate" on "unit_management"."fund_request" ("estate");
create index "fund_request_hazard" on "unit_management"."fund_request" ("hazard", area, id);
create index "fund_request_applied_on" on "unit_management"."fund_request" ("applied_on", area, id);
create index "fund_request_fixed_on" on "unit_management"."fund_request" ("fixed_on", area, id);
create index "fund_request_open" on "unit_management"."fund_request" (area, opened_at, id) where closed_at is null;
create index "fund_request_due" on "unit_management"."fund_request" (due_at, id) where closed_at is null;
create index "fund_request_holder" on "unit_management"."fund_request" (holder_organ, due_at) where closed_at is null;
create index "fund_request_closed" on "unit_management"."fund_request" (closed_at, area, id);
alter table "unit_management"."fund_request" enable row level security;
create policy jurisdiction on "unit_management"."fund_request" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."fund_request" to suiren_app;
create trigger history after update on "unit_management"."fund_request" for each row execute function platform.note_history('unit-management.fund-request', '');

-- 履职提醒
create table "unit_management"."reminder" (
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
  "unit" uuid not null,
  "duty" text not null,
  "what" text not null,
  "due_on" date not null,
  "missed" boolean not null,
  primary key (id)
);
create index "reminder_area_id" on "unit_management"."reminder" (area, id);
create index "reminder_search" on "unit_management"."reminder" using gin (platform.bigrams(search_text));
create index "reminder_unit" on "unit_management"."reminder" ("unit");
create index "reminder_duty" on "unit_management"."reminder" ("duty", area, id);
create index "reminder_open" on "unit_management"."reminder" (area, opened_at, id) where closed_at is null;
create index "reminder_due" on "unit_management"."reminder" (due_at, id) where closed_at is null;
create index "reminder_holder" on "unit_management"."reminder" (holder_organ, due_at) where closed_at is null;
create index "reminder_closed" on "unit_management"."reminder" (closed_at, area, id);
create unique index "reminder_same_open" on "unit_management"."reminder" ("unit", "duty") nulls not distinct where closed_at is null and deleted_at is null;
alter table "unit_management"."reminder" enable row level security;
create policy jurisdiction on "unit_management"."reminder" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "unit_management"."reminder" to suiren_app;
create trigger history after update on "unit_management"."reminder" for each row execute function platform.note_history('unit-management.reminder', '');
-- One row a unit and month; duties of many units are computed from their latest records.
create unique index "duty_month_unit_month" on "unit_management"."duty_month" (unit, month) where deleted_at is null;
create index "patrol_unit_day" on "unit_management"."patrol" (unit, patrolled_on);
create index "self_check_unit_day" on "unit_management"."self_check" (unit, checked_on);
create index "joint_activity_group_day" on "unit_management"."joint_activity" ("group", held_on);
