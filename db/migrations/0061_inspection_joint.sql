-- What followed from a finding of a joint check, the one list of its objects, and where a check may come from besides.
-- 联合检查处置
create table "inspection"."joint_follow" (
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
  "action" uuid not null,
  "finding" uuid,
  "hazard" uuid,
  "kind" text not null check ("kind" in ('hazard', 'penalty', 'letter', 'deduction')),
  "what" text not null,
  "organ" uuid,
  "points" double precision,
  "on_day" date not null,
  "by" text not null,
  "made_name" text,
  "made_id" text,
  primary key (id)
);
create index "joint_follow_area_id" on "inspection"."joint_follow" (area, id);
create index "joint_follow_on_day_id" on "inspection"."joint_follow" ("on_day", id);
create index "joint_follow_area_on_day_id" on "inspection"."joint_follow" (area, "on_day", id);
create index "joint_follow_search" on "inspection"."joint_follow" using gin (platform.bigrams(search_text));
create index "joint_follow_action" on "inspection"."joint_follow" ("action");
create index "joint_follow_finding" on "inspection"."joint_follow" ("finding");
create index "joint_follow_hazard" on "inspection"."joint_follow" ("hazard");
create index "joint_follow_kind" on "inspection"."joint_follow" ("kind", area, id);
create index "joint_follow_organ" on "inspection"."joint_follow" ("organ");
create index "joint_follow_on_day" on "inspection"."joint_follow" ("on_day", area, id);
alter table "inspection"."joint_follow" enable row level security;
create policy jurisdiction on "inspection"."joint_follow" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "inspection"."joint_follow" to suiren_app;
create trigger history after update on "inspection"."joint_follow" for each row execute function platform.note_history('inspection.joint-follow', '');

alter table "enforcement"."joint_action" add column "checklist" text, add column "checklist_title" text;

alter table "inspection"."task" drop constraint "task_origin_check";
alter table "inspection"."task" add constraint "task_origin_check" check ("origin" in ('manual', 'plan', 'draw', 'campaign', 'complaint', 'recheck', 'quality', 'commitment', 'merged', 'investigation', 'survey', 'jointCheck'));
-- Hazards are asked for by the visit of a task.
create index if not exists visit_item_hazard on inspection.visit_item (hazard) where hazard is not null;
