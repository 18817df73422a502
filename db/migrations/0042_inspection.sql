create schema if not exists "inspection";
grant usage on schema "inspection" to suiren_app;

-- 自定检查表
create table "inspection"."checklist" (
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
  "key" text not null,
  "number" bigint not null,
  "title" text not null,
  "kinds" text[] check ("kinds" <@ array['shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other']::text[]),
  "subject" text,
  "purpose" text not null check ("purpose" in ('supervision', 'selfCheck', 'patrol', 'survey')),
  "frequency" text check ("frequency" in ('twoHourly', 'nightly', 'daily', 'monthly', 'quarterly', 'yearly')),
  "state" text not null check ("state" in ('draft', 'inForce', 'withdrawn')),
  "valid_from" date,
  "source" text,
  "items" bigint,
  primary key (id)
);
create index "checklist_area_id" on "inspection"."checklist" (area, id);
create index "checklist_search" on "inspection"."checklist" using gin (platform.bigrams(search_text));
create index "checklist_key" on "inspection"."checklist" ("key", area, id);
create index "checklist_purpose" on "inspection"."checklist" ("purpose", area, id);
create index "checklist_state" on "inspection"."checklist" ("state", area, id);
alter table "inspection"."checklist" enable row level security;
create policy jurisdiction on "inspection"."checklist" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."checklist" to suiren_app;
create trigger history after update on "inspection"."checklist" for each row execute function platform.note_history('inspection.checklist', '');

-- 检查项
create table "inspection"."check_item" (
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
  "checklist" uuid not null,
  "ord" bigint not null,
  "item_id" text not null,
  "section" text not null,
  "content" text not null,
  "ground" text,
  "grade" text not null check ("grade" in ('minor', 'general', 'serious')),
  "penalty" text,
  "photo" text not null check ("photo" in ('always', 'onFail', 'never')),
  "remedy" text,
  "confidence" text not null,
  primary key (id)
);
create index "check_item_area_id" on "inspection"."check_item" (area, id);
create index "check_item_search" on "inspection"."check_item" using gin (platform.bigrams(search_text));
create index "check_item_checklist" on "inspection"."check_item" ("checklist");
alter table "inspection"."check_item" enable row level security;
create policy jurisdiction on "inspection"."check_item" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."check_item" to suiren_app;
create trigger history after update on "inspection"."check_item" for each row execute function platform.note_history('inspection.check-item', '');

-- 检查对象
create table "inspection"."object" (
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
  "unit_name" text not null,
  "kind" text not null check ("kind" in ('shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other')),
  "grade" text check ("grade" in ('key', 'general', 'unknown')),
  "high_risk" boolean,
  "industry_organ" uuid,
  "industry_person" uuid,
  "area_organ" uuid,
  "area_person" uuid,
  "risk" text not null check ("risk" in ('red', 'orange', 'yellow', 'blue')),
  "credit" text not null check ("credit" in ('a', 'b', 'c', 'd', 'unknown')),
  "class_why" text,
  "class_on" date,
  "weight" bigint,
  "every_months" bigint,
  "depth" text check ("depth" in ('spot', 'full')),
  "duty" text,
  "taken_on" date not null,
  "last_checked_on" date,
  "checks" bigint,
  "due_on" date,
  primary key (id)
);
create index "object_area_id" on "inspection"."object" (area, id);
create index "object_due_on_id" on "inspection"."object" ("due_on", id);
create index "object_area_due_on_id" on "inspection"."object" (area, "due_on", id);
create index "object_search" on "inspection"."object" using gin (platform.bigrams(search_text));
create unique index "object_unit_unique" on "inspection"."object" ("unit") where deleted_at is null;
create index "object_unit" on "inspection"."object" ("unit");
create index "object_kind" on "inspection"."object" ("kind", area, id);
create index "object_grade" on "inspection"."object" ("grade", area, id);
create index "object_industry_organ" on "inspection"."object" ("industry_organ");
create index "object_industry_person" on "inspection"."object" ("industry_person");
create index "object_area_organ" on "inspection"."object" ("area_organ");
create index "object_area_person" on "inspection"."object" ("area_person");
create index "object_risk" on "inspection"."object" ("risk", area, id);
create index "object_last_checked_on" on "inspection"."object" ("last_checked_on", area, id);
create index "object_due_on" on "inspection"."object" ("due_on", area, id);
alter table "inspection"."object" enable row level security;
create policy jurisdiction on "inspection"."object" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."object" to suiren_app;
create trigger history after update on "inspection"."object" for each row execute function platform.note_history('inspection.object', '');

-- 监管类别变更
create table "inspection"."supervision_class" (
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
  "object" uuid not null,
  "unit_name" text not null,
  "set_on" date not null,
  "risk_before" text check ("risk_before" in ('red', 'orange', 'yellow', 'blue')),
  "risk" text not null check ("risk" in ('red', 'orange', 'yellow', 'blue')),
  "credit_before" text check ("credit_before" in ('a', 'b', 'c', 'd', 'unknown')),
  "credit" text not null check ("credit" in ('a', 'b', 'c', 'd', 'unknown')),
  "source" text not null check ("source" in ('initial', 'assessment', 'credit', 'check', 'person')),
  "reason" text not null,
  "by_name" text,
  primary key (id)
);
create index "supervision_class_area_id" on "inspection"."supervision_class" (area, id);
create index "supervision_class_set_on_id" on "inspection"."supervision_class" ("set_on", id);
create index "supervision_class_area_set_on_id" on "inspection"."supervision_class" (area, "set_on", id);
create index "supervision_class_search" on "inspection"."supervision_class" using gin (platform.bigrams(search_text));
create index "supervision_class_object" on "inspection"."supervision_class" ("object");
alter table "inspection"."supervision_class" enable row level security;
create policy jurisdiction on "inspection"."supervision_class" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."supervision_class" to suiren_app;
create trigger history after update on "inspection"."supervision_class" for each row execute function platform.note_history('inspection.supervision-class', '');

-- 检查计划
create table "inspection"."plan" (
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
  "year" bigint not null,
  "organ" uuid,
  "purpose" text not null check ("purpose" in ('supervision', 'police', 'special', 'joint', 'guidance', 'complaint', 'recheck', 'quality', 'preOpening', 'event', 'commitment', 'industry', 'patrol', 'survey')),
  "kinds" text[] check ("kinds" <@ array['shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other']::text[]),
  "risks" text[] check ("risks" <@ array['red', 'orange', 'yellow', 'blue']::text[]),
  "yearly_cap" bigint,
  "start_on" date not null,
  "due_on" date not null,
  "basis" text,
  primary key (id)
);
create index "plan_area_id" on "inspection"."plan" (area, id);
create index "plan_search" on "inspection"."plan" using gin (platform.bigrams(search_text));
create index "plan_year" on "inspection"."plan" ("year", area, id);
create index "plan_organ" on "inspection"."plan" ("organ");
alter table "inspection"."plan" enable row level security;
create policy jurisdiction on "inspection"."plan" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."plan" to suiren_app;
create trigger history after update on "inspection"."plan" for each row execute function platform.note_history('inspection.plan', '');

-- 检查质量复核
create table "inspection"."quality_check" (
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
  "original" uuid not null,
  "recheck" uuid,
  "unit_name" text,
  "inspector" uuid,
  "original_found" bigint,
  "checked_on" date not null,
  "found" bigint not null,
  "missed_serious" bigint not null,
  "missed_other" bigint not null,
  "agrees" boolean,
  "score" bigint,
  "note" text,
  primary key (id)
);
create index "quality_check_area_id" on "inspection"."quality_check" (area, id);
create index "quality_check_checked_on_id" on "inspection"."quality_check" ("checked_on", id);
create index "quality_check_area_checked_on_id" on "inspection"."quality_check" (area, "checked_on", id);
create index "quality_check_search" on "inspection"."quality_check" using gin (platform.bigrams(search_text));
create index "quality_check_original" on "inspection"."quality_check" ("original");
create index "quality_check_recheck" on "inspection"."quality_check" ("recheck");
create index "quality_check_inspector" on "inspection"."quality_check" ("inspector");
alter table "inspection"."quality_check" enable row level security;
create policy jurisdiction on "inspection"."quality_check" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."quality_check" to suiren_app;
create trigger history after update on "inspection"."quality_check" for each row execute function platform.note_history('inspection.quality-check', '');

-- 抽中名单
create table "inspection"."draw_pick" (
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
  "draw" uuid not null,
  "ord" bigint not null,
  "unit" uuid not null,
  "unit_name" text not null,
  "risk" text not null check ("risk" in ('red', 'orange', 'yellow', 'blue')),
  "weight" bigint not null,
  "lead" uuid,
  "lead_name" text,
  "second" uuid,
  "second_name" text,
  "others" text,
  "avoided" bigint,
  "same_pair_again" boolean,
  "plan_on" date,
  "task" uuid,
  primary key (id)
);
create index "draw_pick_area_id" on "inspection"."draw_pick" (area, id);
create index "draw_pick_ord_id" on "inspection"."draw_pick" ("ord", id);
create index "draw_pick_area_ord_id" on "inspection"."draw_pick" (area, "ord", id);
create index "draw_pick_search" on "inspection"."draw_pick" using gin (platform.bigrams(search_text));
create index "draw_pick_draw" on "inspection"."draw_pick" ("draw");
create index "draw_pick_ord" on "inspection"."draw_pick" ("ord", area, id);
create index "draw_pick_unit" on "inspection"."draw_pick" ("unit");
create index "draw_pick_lead" on "inspection"."draw_pick" ("lead");
create index "draw_pick_second" on "inspection"."draw_pick" ("second");
create index "draw_pick_task" on "inspection"."draw_pick" ("task");
alter table "inspection"."draw_pick" enable row level security;
create policy jurisdiction on "inspection"."draw_pick" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."draw_pick" to suiren_app;
create trigger history after update on "inspection"."draw_pick" for each row execute function platform.note_history('inspection.draw-pick', '');

-- 回避申报
create table "inspection"."avoidance" (
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
  "person" uuid not null,
  "unit" uuid not null,
  "kind" text not null check ("kind" in ('relative', 'formerPost', 'interest', 'other')),
  "until" date,
  "note" text,
  primary key (id)
);
create index "avoidance_area_id" on "inspection"."avoidance" (area, id);
create index "avoidance_search" on "inspection"."avoidance" using gin (platform.bigrams(search_text));
create index "avoidance_person" on "inspection"."avoidance" ("person");
create index "avoidance_unit" on "inspection"."avoidance" ("unit");
alter table "inspection"."avoidance" enable row level security;
create policy jurisdiction on "inspection"."avoidance" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."avoidance" to suiren_app;
create trigger history after update on "inspection"."avoidance" for each row execute function platform.note_history('inspection.avoidance', '');

-- 派出所消防监督考核
create table "inspection"."police_assessment" (
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
  "station" text not null,
  "organ" uuid,
  "year" bigint not null,
  "plan" text,
  "documents" uuid[],
  "objects" bigint,
  "planned" bigint,
  "done" bigint,
  "staff" bigint,
  "trained" bigint,
  "trained_on" date,
  "exam_mean" double precision,
  "score" bigint,
  "note" text,
  primary key (id)
);
create index "police_assessment_area_id" on "inspection"."police_assessment" (area, id);
create index "police_assessment_search" on "inspection"."police_assessment" using gin (platform.bigrams(search_text));
create index "police_assessment_organ" on "inspection"."police_assessment" ("organ");
create index "police_assessment_year" on "inspection"."police_assessment" ("year", area, id);
alter table "inspection"."police_assessment" enable row level security;
create policy jurisdiction on "inspection"."police_assessment" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."police_assessment" to suiren_app;
create trigger history after update on "inspection"."police_assessment" for each row execute function platform.note_history('inspection.police-assessment', '');

-- 驻村民警
create table "inspection"."village_officer" (
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
  "station" text not null,
  "organ" uuid,
  "since" date not null,
  "until" date,
  "duties" text not null,
  "instrument" text not null,
  "instrument_files" uuid[],
  "last_visit_on" date,
  primary key (id)
);
create index "village_officer_area_id" on "inspection"."village_officer" (area, id);
create index "village_officer_search" on "inspection"."village_officer" using gin (platform.bigrams(search_text));
create index "village_officer_organ" on "inspection"."village_officer" ("organ");
create index "village_officer_last_visit_on" on "inspection"."village_officer" ("last_visit_on", area, id);
alter table "inspection"."village_officer" enable row level security;
create policy jurisdiction on "inspection"."village_officer" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."village_officer" to suiren_app;
create trigger history after update on "inspection"."village_officer" for each row execute function platform.note_history('inspection.village-officer', '');

-- 驻村指导记录
create table "inspection"."village_guidance" (
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
  "officer" uuid not null,
  "visited_on" date not null,
  "kind" text not null check ("kind" in ('visit', 'patrol', 'training', 'drill', 'meeting')),
  "what" text not null,
  "found" bigint,
  "photos" uuid[],
  primary key (id)
);
create index "village_guidance_area_id" on "inspection"."village_guidance" (area, id);
create index "village_guidance_visited_on_id" on "inspection"."village_guidance" ("visited_on", id);
create index "village_guidance_area_visited_on_id" on "inspection"."village_guidance" (area, "visited_on", id);
create index "village_guidance_search" on "inspection"."village_guidance" using gin (platform.bigrams(search_text));
create index "village_guidance_officer" on "inspection"."village_guidance" ("officer");
alter table "inspection"."village_guidance" enable row level security;
create policy jurisdiction on "inspection"."village_guidance" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."village_guidance" to suiren_app;
create trigger history after update on "inspection"."village_guidance" for each row execute function platform.note_history('inspection.village-guidance', '');

-- 事中事后监管区域
create table "inspection"."regime" (
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
  "window_days" bigint not null,
  "matters" text not null,
  "instrument" text not null,
  "from" date not null,
  "until" date,
  "advisory" boolean,
  primary key (id)
);
create index "regime_area_id" on "inspection"."regime" (area, id);
create index "regime_search" on "inspection"."regime" using gin (platform.bigrams(search_text));
alter table "inspection"."regime" enable row level security;
create policy jurisdiction on "inspection"."regime" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."regime" to suiren_app;
create trigger history after update on "inspection"."regime" for each row execute function platform.note_history('inspection.regime', '');

-- 技术服务
create table "inspection"."technical_service" (
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
  "served_on" date not null,
  "kind" text not null check ("kind" in ('advice', 'training', 'design', 'expert', 'test')),
  "what" text not null,
  "industry" uuid,
  "asked_by" text not null check ("asked_by" in ('unit', 'department', 'office')),
  "advice" text,
  "follow_up_on" date,
  "papers" uuid[],
  primary key (id)
);
create index "technical_service_area_id" on "inspection"."technical_service" (area, id);
create index "technical_service_served_on_id" on "inspection"."technical_service" ("served_on", id);
create index "technical_service_area_served_on_id" on "inspection"."technical_service" (area, "served_on", id);
create index "technical_service_search" on "inspection"."technical_service" using gin (platform.bigrams(search_text));
create index "technical_service_unit" on "inspection"."technical_service" ("unit");
create index "technical_service_industry" on "inspection"."technical_service" ("industry");
alter table "inspection"."technical_service" enable row level security;
create policy jurisdiction on "inspection"."technical_service" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."technical_service" to suiren_app;
create trigger history after update on "inspection"."technical_service" for each row execute function platform.note_history('inspection.technical-service', '');

-- 检查任务
create table "inspection"."task" (
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
  "number" text,
  "unit" uuid not null,
  "unit_name" text not null,
  "purpose" text not null check ("purpose" in ('supervision', 'police', 'special', 'joint', 'guidance', 'complaint', 'recheck', 'quality', 'preOpening', 'event', 'commitment', 'industry', 'patrol', 'survey')),
  "origin" text not null check ("origin" in ('manual', 'plan', 'draw', 'campaign', 'complaint', 'recheck', 'quality', 'commitment', 'merged')),
  "origin_id" text,
  "due_on" date not null,
  "organ" uuid,
  "organs" jsonb,
  "lead" uuid,
  "second" uuid,
  "inspectors" jsonb,
  "checklists" jsonb,
  "by_risk" boolean,
  "depth" text check ("depth" in ('spot', 'full')),
  "saved_visits" bigint,
  "merged_into" uuid,
  "result" text check ("result" in ('none', 'found', 'notDone')),
  "found_count" bigint,
  "done_on" date,
  "visit" text,
  "cancel_why" text,
  "note" text,
  primary key (id)
);
create index "task_area_id" on "inspection"."task" (area, id);
create index "task_point" on "inspection"."task" (lon, lat);
create index "task_due_on_id" on "inspection"."task" ("due_on", id);
create index "task_area_due_on_id" on "inspection"."task" (area, "due_on", id);
create index "task_done_on_id" on "inspection"."task" ("done_on", id);
create index "task_area_done_on_id" on "inspection"."task" (area, "done_on", id);
create index "task_search" on "inspection"."task" using gin (platform.bigrams(search_text));
create index "task_number" on "inspection"."task" ("number", area, id);
create index "task_unit" on "inspection"."task" ("unit");
create index "task_purpose" on "inspection"."task" ("purpose", area, id);
create index "task_origin" on "inspection"."task" ("origin", area, id);
create index "task_origin_id" on "inspection"."task" ("origin_id", area, id);
create index "task_due_on" on "inspection"."task" ("due_on", area, id);
create index "task_organ" on "inspection"."task" ("organ");
create index "task_lead" on "inspection"."task" ("lead");
create index "task_second" on "inspection"."task" ("second");
create index "task_merged_into" on "inspection"."task" ("merged_into");
create index "task_result" on "inspection"."task" ("result", area, id);
create index "task_done_on" on "inspection"."task" ("done_on", area, id);
create index "task_open" on "inspection"."task" (area, opened_at, id) where closed_at is null;
create index "task_due" on "inspection"."task" (due_at, id) where closed_at is null;
create index "task_holder" on "inspection"."task" (holder_organ, due_at) where closed_at is null;
create index "task_closed" on "inspection"."task" (closed_at, area, id);
alter table "inspection"."task" enable row level security;
create policy jurisdiction on "inspection"."task" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."task" to suiren_app;
create trigger history after update on "inspection"."task" for each row execute function platform.note_history('inspection.task', '');

-- 双随机抽查
create table "inspection"."draw" (
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
  "purpose" text not null check ("purpose" in ('supervision', 'police', 'special', 'joint', 'guidance', 'complaint', 'recheck', 'quality', 'preOpening', 'event', 'commitment', 'industry', 'patrol', 'survey')),
  "organ" uuid,
  "organs" jsonb,
  "ask" bigint not null,
  "per_object" bigint not null,
  "kinds" text[] check ("kinds" <@ array['shop', 'hotel', 'entertainment', 'restaurant', 'stadium', 'hospital', 'nursing', 'school', 'boardingSchool', 'kindergarten', 'government', 'broadcast', 'station', 'airport', 'library', 'museum', 'relic', 'religious', 'power', 'hazardous', 'factory', 'research', 'highRise', 'residence', 'grainStore', 'cottonStore', 'timberYard', 'warehouse', 'construction', 'office', 'smallPlace', 'other']::text[]),
  "grades" text[] check ("grades" <@ array['key', 'general', 'unknown']::text[]),
  "skip_days" bigint,
  "start_on" date not null,
  "due_on" date not null,
  "objects" bigint,
  "inspectors" bigint,
  "excluded" bigint,
  "commitment" text,
  "committed_at" timestamptz,
  "random_text" text,
  "random_source" text,
  "random_at" timestamptz,
  "seed" text,
  "drawn_at" timestamptz,
  "took_ms" bigint,
  "avoided" bigint,
  "dispatched_at" timestamptz,
  "published_at" timestamptz,
  "redraw_of" uuid,
  "void_why" text,
  primary key (id)
);
create index "draw_area_id" on "inspection"."draw" (area, id);
create index "draw_opened_at_id" on "inspection"."draw" ("opened_at", id);
create index "draw_area_opened_at_id" on "inspection"."draw" (area, "opened_at", id);
create index "draw_search" on "inspection"."draw" using gin (platform.bigrams(search_text));
create unique index "draw_number_unique" on "inspection"."draw" ("number") where deleted_at is null;
create index "draw_organ" on "inspection"."draw" ("organ");
create index "draw_redraw_of" on "inspection"."draw" ("redraw_of");
create index "draw_open" on "inspection"."draw" (area, opened_at, id) where closed_at is null;
create index "draw_due" on "inspection"."draw" (due_at, id) where closed_at is null;
create index "draw_holder" on "inspection"."draw" (holder_organ, due_at) where closed_at is null;
create index "draw_closed" on "inspection"."draw" (closed_at, area, id);
alter table "inspection"."draw" enable row level security;
create policy jurisdiction on "inspection"."draw" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."draw" to suiren_app;
create trigger history after update on "inspection"."draw" for each row execute function platform.note_history('inspection.draw', '');

-- 告知承诺核查
create table "inspection"."commitment" (
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
  "matter" text not null,
  "regime" uuid,
  "declared_on" date not null,
  "check_by" date not null,
  "papers" uuid[],
  "advice" text,
  "advice_given" text,
  "checked_on" date,
  "mismatch" text,
  "rectify_by" date,
  "revoke_why" text,
  primary key (id)
);
create index "commitment_area_id" on "inspection"."commitment" (area, id);
create index "commitment_search" on "inspection"."commitment" using gin (platform.bigrams(search_text));
create index "commitment_unit" on "inspection"."commitment" ("unit");
create index "commitment_regime" on "inspection"."commitment" ("regime");
create index "commitment_open" on "inspection"."commitment" (area, opened_at, id) where closed_at is null;
create index "commitment_due" on "inspection"."commitment" (due_at, id) where closed_at is null;
create index "commitment_holder" on "inspection"."commitment" (holder_organ, due_at) where closed_at is null;
create index "commitment_closed" on "inspection"."commitment" (closed_at, area, id);
alter table "inspection"."commitment" enable row level security;
create policy jurisdiction on "inspection"."commitment" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."commitment" to suiren_app;
create trigger history after update on "inspection"."commitment" for each row execute function platform.note_history('inspection.commitment', '');

create sequence inspection.task_sequence;
grant usage on sequence inspection.task_sequence to suiren_app;
-- Whoever is named as a further inspector finds his tasks by name too.
create index task_inspectors on inspection.task using gin (inspectors jsonb_path_ops);

-- Officials who may be sent to check, with the roles they hold: their names stand on tasks of every district, units' own people see nothing.
create view inspection.v_inspector as
  select u.id, u.name, u.area, u.organ, o.name as organ_name, o.kind as organ_kind,
    coalesce((select array_agg(distinct p.role) from identity.posting p where p.user_id = u.id and p.ended_at is null), '{}') as roles
  from identity."user" u left join organizations.organ o on o.id = u.organ
  where u.kind = 'official' and u.state = 'active' and u.deleted_at is null and coalesce(current_setting('suiren.unit', true), '') = '';
grant select on inspection.v_inspector to suiren_app;

-- A list in force holds for everybody under its office, units' own people included; drafts stay within the office's range.
create policy in_force on inspection.checklist for select to suiren_app using (state <> 'draft');
create policy in_force on inspection.check_item for select to suiren_app
  using (exists (select 1 from inspection.checklist c where c.id = checklist and c.state <> 'draft'));
create unique index checklist_version on inspection.checklist (key, number) where deleted_at is null;
create index check_item_order on inspection.check_item (checklist, ord);

-- What is final stays as it was checked by: only withdrawing is left.
create function inspection.keep_final() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.state = 'draft' or row(new.key, new.number, new.title, new.kinds, new.purpose, new.valid_from, new.items, new.deleted_at)
    is distinct from row(old.key, old.number, old.title, old.kinds, old.purpose, old.valid_from, old.items, old.deleted_at)) then
    raise exception 'inspection: a check list in force is not changed';
  end if;
  return new;
end
$$;
create trigger final before update on inspection.checklist for each row execute function inspection.keep_final();
create function inspection.keep_final_items() returns trigger language plpgsql as $$
begin
  if (select state from inspection.checklist where id = new.checklist) <> 'draft' then
    raise exception 'inspection: an item of a check list in force is not changed';
  end if;
  return new;
end
$$;
create trigger final before insert or update on inspection.check_item for each row execute function inspection.keep_final_items();

-- Files on their way to become a list: their sender's alone, gone after a week.
create table inspection.list_import (
  id uuid primary key,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  file_name text not null,
  headers jsonb not null,
  rows jsonb not null
);
alter table inspection.list_import enable row level security;
create policy own on inspection.list_import to suiren_app
  using (created_by = nullif(current_setting('suiren.user'), '')::uuid) with check (created_by = nullif(current_setting('suiren.user'), '')::uuid);
grant select, insert, delete on inspection.list_import to suiren_app;

-- The frozen lists of a draw, line by line as they were hashed. Written once; nobody has a right to change them.
create table inspection.draw_frozen (
  draw uuid primary key references inspection.draw (id),
  area bigint not null,
  lines text not null,
  excluded jsonb not null
);
alter table inspection.draw_frozen enable row level security;
create policy jurisdiction on inspection.draw_frozen to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select, insert on inspection.draw_frozen to suiren_app;
create index draw_pick_order on inspection.draw_pick (draw, ord);
create index task_origin_row on inspection.task (origin_id) where origin_id is not null;
create index task_unit_done on inspection.task (unit, done_on) where state = 'done';
-- A role that installations from before do not have yet.
insert into identity.role (key, label, kind, built_in) values ('police-officer', '派出所民警', 'official', true) on conflict (key) do nothing;
