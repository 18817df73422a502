-- Supporting measures per clause, causes of common problems, measure templates and their use. QZ-8.1, TY-3.4.1, TY-4.2.2
alter table "policy_tasks"."finding" add column "cluster" text;
create index "finding_cluster" on "policy_tasks"."finding" ("cluster", area, id);
alter table "policy_tasks"."practice" add column "finding" uuid;
create index "practice_finding" on "policy_tasks"."practice" ("finding");

-- What other modules may ask of hazards that were closed: what it was, of which item, how long it took. Under the asker's own row filter.
create view hazard_loop.v_closed with (security_invoker = true) as
  select id, area, item, what, grade, found_on, (closed_at at time zone 'Asia/Shanghai')::date as closed_on, coalesce(times_before, 0) as times_before
  from hazard_loop.hazard where deleted_at is null and state = 'closed';
grant select on hazard_loop.v_closed to suiren_app;
create index hazard_closed_item on hazard_loop.hazard (item, area) where state = 'closed' and deleted_at is null;

-- 配套措施
create table "policy_tasks"."supporting_measure" (
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
  "pack" text not null,
  "clause" text not null,
  "organ" uuid not null,
  "title" text not null,
  "kind" text not null check ("kind" in ('document', 'mechanism', 'funds', 'project', 'staff')),
  "document_number" text,
  "from" date not null,
  "summary" text,
  "papers" uuid[],
  primary key (id)
);
create index "supporting_measure_area_id" on "policy_tasks"."supporting_measure" (area, id);
create index "supporting_measure_from_id" on "policy_tasks"."supporting_measure" ("from", id);
create index "supporting_measure_area_from_id" on "policy_tasks"."supporting_measure" (area, "from", id);
create index "supporting_measure_search" on "policy_tasks"."supporting_measure" using gin (platform.bigrams(search_text));
create index "supporting_measure_pack" on "policy_tasks"."supporting_measure" ("pack", area, id);
create index "supporting_measure_clause" on "policy_tasks"."supporting_measure" ("clause", area, id);
create index "supporting_measure_organ" on "policy_tasks"."supporting_measure" ("organ");
create index "supporting_measure_kind" on "policy_tasks"."supporting_measure" ("kind", area, id);
alter table "policy_tasks"."supporting_measure" enable row level security;
create policy jurisdiction on "policy_tasks"."supporting_measure" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."supporting_measure" to suiren_app;
create trigger history after update on "policy_tasks"."supporting_measure" for each row execute function platform.note_history('policy-tasks.supporting-measure', '');

-- 成因归类
create table "policy_tasks"."cause" (
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
  "cluster" text not null,
  "problem" text not null,
  "cause" text not null check ("cause" in ('duty', 'upkeep', 'building', 'energy', 'people', 'funds', 'other')),
  "why" text not null,
  "settled_on" date not null,
  primary key (id)
);
create index "cause_area_id" on "policy_tasks"."cause" (area, id);
create index "cause_settled_on_id" on "policy_tasks"."cause" ("settled_on", id);
create index "cause_area_settled_on_id" on "policy_tasks"."cause" (area, "settled_on", id);
create index "cause_search" on "policy_tasks"."cause" using gin (platform.bigrams(search_text));
create unique index "cause_cluster_unique" on "policy_tasks"."cause" ("cluster") where deleted_at is null;
create index "cause_cause" on "policy_tasks"."cause" ("cause", area, id);
alter table "policy_tasks"."cause" enable row level security;
create policy jurisdiction on "policy_tasks"."cause" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."cause" to suiren_app;
create trigger history after update on "policy_tasks"."cause" for each row execute function platform.note_history('policy-tasks.cause', '');

-- 举措模板
create table "policy_tasks"."measure_template" (
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
  "area_type" text not null check ("area_type" in ('oldTown', 'newTown', 'urbanVillage', 'park', 'town', 'village', 'mountain', 'any')),
  "industry" text not null check ("industry" in ('residence', 'retail', 'catering', 'factory', 'storage', 'school', 'medical', 'culture', 'any')),
  "problem" text not null,
  "clause" text,
  "organ" uuid not null,
  "variants" jsonb,
  "support" text,
  "uses" bigint,
  "effective" bigint,
  primary key (id)
);
create index "measure_template_area_id" on "policy_tasks"."measure_template" (area, id);
create index "measure_template_title_id" on "policy_tasks"."measure_template" ("title", id);
create index "measure_template_area_title_id" on "policy_tasks"."measure_template" (area, "title", id);
create index "measure_template_search" on "policy_tasks"."measure_template" using gin (platform.bigrams(search_text));
create index "measure_template_area_type" on "policy_tasks"."measure_template" ("area_type", area, id);
create index "measure_template_industry" on "policy_tasks"."measure_template" ("industry", area, id);
create index "measure_template_organ" on "policy_tasks"."measure_template" ("organ");
alter table "policy_tasks"."measure_template" enable row level security;
create policy jurisdiction on "policy_tasks"."measure_template" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."measure_template" to suiren_app;
create trigger history after update on "policy_tasks"."measure_template" for each row execute function platform.note_history('policy-tasks.measure-template', '');

-- 举措采用
create table "policy_tasks"."template_use" (
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
  "template" uuid not null,
  "variant" text not null,
  "organ" uuid not null,
  "scope" text not null,
  "from" date not null,
  "before" text,
  "after" text,
  "effect" text not null check ("effect" in ('running', 'good', 'some', 'none')),
  "judged_on" date,
  "why" text,
  primary key (id)
);
create index "template_use_area_id" on "policy_tasks"."template_use" (area, id);
create index "template_use_from_id" on "policy_tasks"."template_use" ("from", id);
create index "template_use_area_from_id" on "policy_tasks"."template_use" (area, "from", id);
create index "template_use_search" on "policy_tasks"."template_use" using gin (platform.bigrams(search_text));
create index "template_use_template" on "policy_tasks"."template_use" ("template");
create index "template_use_organ" on "policy_tasks"."template_use" ("organ");
create index "template_use_effect" on "policy_tasks"."template_use" ("effect", area, id);
alter table "policy_tasks"."template_use" enable row level security;
create policy jurisdiction on "policy_tasks"."template_use" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."template_use" to suiren_app;
create trigger history after update on "policy_tasks"."template_use" for each row execute function platform.note_history('policy-tasks.template-use', '');

-- A template is read, and its names are known, in every area.
create policy names on policy_tasks.measure_template for select to suiren_app using (current_setting('suiren.unit') = '');
