-- Standards of the grassroots and ways of working with their ratings; villages' own work; finds of everybody; the party's problem list; patrols from phones.

-- 建设规范
create table "grassroots"."norm" (
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
  "force" text not null check ("force" in ('office', 'station', 'village', 'microStation')),
  "status" text not null check ("status" in ('draft', 'inForce', 'retired')),
  "from" date not null,
  "document" text,
  "annex" uuid[],
  "duties" text,
  "funding" text,
  "items" jsonb,
  "note" text,
  primary key (id)
);
create index "norm_area_id" on "grassroots"."norm" (area, id);
create index "norm_from_id" on "grassroots"."norm" ("from", id);
create index "norm_area_from_id" on "grassroots"."norm" (area, "from", id);
create index "norm_search" on "grassroots"."norm" using gin (platform.bigrams(search_text));
create index "norm_force" on "grassroots"."norm" ("force", area, id);
create index "norm_status" on "grassroots"."norm" ("status", area, id);
alter table "grassroots"."norm" enable row level security;
create policy jurisdiction on "grassroots"."norm" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."norm" to suiren_app;
create trigger history after update on "grassroots"."norm" for each row execute function platform.note_history('grassroots.norm', '');

-- 运行规程
create table "grassroots"."workflow" (
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
  "kind" text not null check ("kind" in ('patrol', 'hazard', 'notice', 'drill', 'report')),
  "status" text not null check ("status" in ('draft', 'inForce', 'retired')),
  "from" date not null,
  "every" text not null check ("every" in ('month', 'quarter', 'year')),
  "least" bigint,
  "within_days" bigint,
  "share" bigint,
  "steps" jsonb,
  "document" text,
  "papers" uuid[],
  primary key (id)
);
create index "workflow_area_id" on "grassroots"."workflow" (area, id);
create index "workflow_from_id" on "grassroots"."workflow" ("from", id);
create index "workflow_area_from_id" on "grassroots"."workflow" (area, "from", id);
create index "workflow_search" on "grassroots"."workflow" using gin (platform.bigrams(search_text));
create index "workflow_kind" on "grassroots"."workflow" ("kind", area, id);
create index "workflow_status" on "grassroots"."workflow" ("status", area, id);
alter table "grassroots"."workflow" enable row level security;
create policy jurisdiction on "grassroots"."workflow" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."workflow" to suiren_app;
create trigger history after update on "grassroots"."workflow" for each row execute function platform.note_history('grassroots.workflow', '');

-- 村社自查
create table "grassroots"."village_check" (
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
  "checked_on" date not null,
  "by" text not null,
  "wrong" text[] check ("wrong" <@ array['lane', 'ebike', 'wiring', 'extinguisher', 'hydrant', 'stairs', 'rental', 'elderly']::text[]),
  "found" bigint,
  "mended" bigint,
  "words" text,
  "photos" uuid[],
  primary key (id)
);
create index "village_check_area_id" on "grassroots"."village_check" (area, id);
create index "village_check_checked_on_id" on "grassroots"."village_check" ("checked_on", id);
create index "village_check_area_checked_on_id" on "grassroots"."village_check" (area, "checked_on", id);
create index "village_check_search" on "grassroots"."village_check" using gin (platform.bigrams(search_text));
alter table "grassroots"."village_check" enable row level security;
create policy jurisdiction on "grassroots"."village_check" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."village_check" to suiren_app;
create trigger history after update on "grassroots"."village_check" for each row execute function platform.note_history('grassroots.village-check', '');

-- 村社通知
create table "grassroots"."notice" (
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
  "words" text not null,
  "sender" text not null,
  "sent_on" date not null,
  "read_by" date not null,
  "read_on" date,
  "reader" text,
  "reply" text,
  "in_time" boolean,
  "batch" text,
  primary key (id)
);
create index "notice_area_id" on "grassroots"."notice" (area, id);
create index "notice_sent_on_id" on "grassroots"."notice" ("sent_on", id);
create index "notice_area_sent_on_id" on "grassroots"."notice" (area, "sent_on", id);
create index "notice_search" on "grassroots"."notice" using gin (platform.bigrams(search_text));
create index "notice_sent_on" on "grassroots"."notice" ("sent_on", area, id);
create index "notice_read_on" on "grassroots"."notice" ("read_on", area, id);
create index "notice_in_time" on "grassroots"."notice" ("in_time", area, id);
alter table "grassroots"."notice" enable row level security;
create policy jurisdiction on "grassroots"."notice" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."notice" to suiren_app;
create trigger history after update on "grassroots"."notice" for each row execute function platform.note_history('grassroots.notice', '');

-- 网格员培训
create table "grassroots"."member_training" (
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
  "member" uuid not null,
  "trained_on" date not null,
  "topic" text not null,
  "way" text not null check ("way" in ('class', 'field', 'online')),
  "hours" double precision not null,
  "passed" boolean,
  "by" text,
  "recorded_at" timestamptz,
  primary key (id)
);
create index "member_training_area_id" on "grassroots"."member_training" (area, id);
create index "member_training_trained_on_id" on "grassroots"."member_training" ("trained_on", id);
create index "member_training_area_trained_on_id" on "grassroots"."member_training" (area, "trained_on", id);
create index "member_training_search" on "grassroots"."member_training" using gin (platform.bigrams(search_text));
create index "member_training_member" on "grassroots"."member_training" ("member");
create index "member_training_way" on "grassroots"."member_training" ("way", area, id);
create index "member_training_passed" on "grassroots"."member_training" ("passed", area, id);
alter table "grassroots"."member_training" enable row level security;
create policy jurisdiction on "grassroots"."member_training" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."member_training" to suiren_app;
create trigger history after update on "grassroots"."member_training" for each row execute function platform.note_history('grassroots.member-training', '');

-- 风险排查
create table "grassroots"."risk_check" (
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
  "place_words" text not null,
  "place_kind" text not null check ("place_kind" in ('shop', 'rental', 'workshop', 'home', 'selfBuilt', 'yard', 'other')),
  "unit" uuid,
  "checked_on" date not null,
  "source" text not null check ("source" in ('gridMember', 'village', 'station', 'volunteer', 'citizen', 'platform')),
  "finder" text not null,
  "member" uuid,
  "factors" text[] check ("factors" <@ array['exitBlocked', 'sleepingMixed', 'ebikeIndoors', 'wiring', 'combustibles', 'noExtinguisher', 'alarmBroken', 'vulnerable', 'gasMisuse', 'laneBlocked']::text[]),
  "words" text,
  "photos" uuid[],
  "score" bigint,
  "grade" text check ("grade" in ('red', 'orange', 'yellow', 'blue')),
  "route" text check ("route" in ('hazard', 'watch', 'note')),
  "repeats" boolean,
  "earlier" uuid,
  "hazard" uuid,
  "settled_on" date,
  "settled_words" text,
  primary key (id)
);
create index "risk_check_area_id" on "grassroots"."risk_check" (area, id);
create index "risk_check_point" on "grassroots"."risk_check" (lon, lat);
create index "risk_check_checked_on_id" on "grassroots"."risk_check" ("checked_on", id);
create index "risk_check_area_checked_on_id" on "grassroots"."risk_check" (area, "checked_on", id);
create index "risk_check_search" on "grassroots"."risk_check" using gin (platform.bigrams(search_text));
create index "risk_check_place_kind" on "grassroots"."risk_check" ("place_kind", area, id);
create index "risk_check_unit" on "grassroots"."risk_check" ("unit");
create index "risk_check_source" on "grassroots"."risk_check" ("source", area, id);
create index "risk_check_member" on "grassroots"."risk_check" ("member");
create index "risk_check_score" on "grassroots"."risk_check" ("score", area, id);
create index "risk_check_grade" on "grassroots"."risk_check" ("grade", area, id);
create index "risk_check_route" on "grassroots"."risk_check" ("route", area, id);
create index "risk_check_repeats" on "grassroots"."risk_check" ("repeats", area, id);
create index "risk_check_earlier" on "grassroots"."risk_check" ("earlier");
create index "risk_check_hazard" on "grassroots"."risk_check" ("hazard");
create index "risk_check_settled_on" on "grassroots"."risk_check" ("settled_on", area, id);
alter table "grassroots"."risk_check" enable row level security;
create policy jurisdiction on "grassroots"."risk_check" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."risk_check" to suiren_app;
create trigger history after update on "grassroots"."risk_check" for each row execute function platform.note_history('grassroots.risk-check', '');

-- 对标评定
create table "grassroots"."rating" (
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
  "body_name" text not null,
  "force" text not null check ("force" in ('office', 'station', 'village', 'microStation')),
  "body" text not null,
  "norm" uuid,
  "items" jsonb,
  "self_score" bigint,
  "verified_score" bigint,
  "rated_on" date,
  "rated_by" text,
  "verified_on" date,
  "verified_by" text,
  primary key (id)
);
create index "rating_area_id" on "grassroots"."rating" (area, id);
create index "rating_opened_at_id" on "grassroots"."rating" ("opened_at", id);
create index "rating_area_opened_at_id" on "grassroots"."rating" (area, "opened_at", id);
create index "rating_search" on "grassroots"."rating" using gin (platform.bigrams(search_text));
create index "rating_force" on "grassroots"."rating" ("force", area, id);
create index "rating_body" on "grassroots"."rating" ("body", area, id);
create index "rating_norm" on "grassroots"."rating" ("norm");
create index "rating_rated_on" on "grassroots"."rating" ("rated_on", area, id);
create index "rating_verified_on" on "grassroots"."rating" ("verified_on", area, id);
create index "rating_open" on "grassroots"."rating" (area, opened_at, id) where closed_at is null;
create index "rating_due" on "grassroots"."rating" (due_at, id) where closed_at is null;
create index "rating_holder" on "grassroots"."rating" (holder_organ, due_at) where closed_at is null;
create index "rating_person" on "grassroots"."rating" (holder_person, due_at) where closed_at is null;
create index "rating_closed" on "grassroots"."rating" (closed_at, area, id);
create unique index "rating_same_open" on "grassroots"."rating" ("body") nulls not distinct where closed_at is null and deleted_at is null;
alter table "grassroots"."rating" enable row level security;
create policy jurisdiction on "grassroots"."rating" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."rating" to suiren_app;
create trigger history after update on "grassroots"."rating" for each row execute function platform.note_history('grassroots.rating', '');

-- 重大问题清单
create table "grassroots"."problem" (
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
  "list" text not null check ("list" in ('tour', 'audit', 'supervision', 'ecology', 'safety', 'opinion', 'petition')),
  "what" text not null,
  "hazard" uuid,
  "branch" text not null,
  "branch_lead" text not null,
  "organ" uuid not null,
  "due_on" date not null,
  "measures" text,
  "closure" text,
  "photos" uuid[],
  "reported_on" date,
  "closed_on" date,
  "platform" text,
  "platform_key" text,
  "number" text,
  "digest" text,
  primary key (id)
);
create index "problem_area_id" on "grassroots"."problem" (area, id);
create index "problem_opened_at_id" on "grassroots"."problem" ("opened_at", id);
create index "problem_area_opened_at_id" on "grassroots"."problem" (area, "opened_at", id);
create index "problem_due_on_id" on "grassroots"."problem" ("due_on", id);
create index "problem_area_due_on_id" on "grassroots"."problem" (area, "due_on", id);
create index "problem_search" on "grassroots"."problem" using gin (platform.bigrams(search_text));
create index "problem_list" on "grassroots"."problem" ("list", area, id);
create index "problem_hazard" on "grassroots"."problem" ("hazard");
create index "problem_branch" on "grassroots"."problem" ("branch", area, id);
create index "problem_organ" on "grassroots"."problem" ("organ");
create index "problem_due_on" on "grassroots"."problem" ("due_on", area, id);
create index "problem_closed_on" on "grassroots"."problem" ("closed_on", area, id);
create index "problem_platform_key" on "grassroots"."problem" ("platform_key", area, id);
create index "problem_number" on "grassroots"."problem" ("number", area, id);
create index "problem_open" on "grassroots"."problem" (area, opened_at, id) where closed_at is null;
create index "problem_due" on "grassroots"."problem" (due_at, id) where closed_at is null;
create index "problem_holder" on "grassroots"."problem" (holder_organ, due_at) where closed_at is null;
create index "problem_person" on "grassroots"."problem" (holder_person, due_at) where closed_at is null;
create index "problem_closed" on "grassroots"."problem" (closed_at, area, id);
alter table "grassroots"."problem" enable row level security;
create policy jurisdiction on "grassroots"."problem" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "grassroots"."problem" to suiren_app;
create trigger history after update on "grassroots"."problem" for each row execute function platform.note_history('grassroots.problem', '');

-- Norms and ways of working hold for everybody below the area that set them: what is in force may be read there.
create view grassroots.v_norm as select id, area, name, force, "from", document, duties, funding, items from grassroots.norm where status = 'inForce' and deleted_at is null;
create view grassroots.v_workflow as
  select id, area, name, kind, every, least, within_days, share, steps, "from", document from grassroots.workflow where status = 'inForce' and deleted_at is null;
grant select on grassroots.v_norm, grassroots.v_workflow to suiren_app;

-- A problem of a platform stands once by its number there; what a phone sends stands once by its id.
create unique index problem_of_platform on grassroots.problem (platform_key, number) where platform_key is not null and deleted_at is null;
create table grassroots.field_piece (
  id uuid primary key,
  kind text not null check (kind in ('patrolBegun', 'pointVisited', 'problemFound', 'patrolEnded', 'riskChecked')),
  patrol uuid,
  member uuid not null,
  area bigint not null,
  taken_by uuid not null,
  body bytea not null,
  content jsonb not null,
  receipt text not null,
  at timestamptz not null,
  taken_at timestamptz not null default now()
);
create index field_piece_patrol on grassroots.field_piece (patrol, taken_by) where patrol is not null;
alter table grassroots.field_piece enable row level security;
create policy jurisdiction on grassroots.field_piece to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select, insert on grassroots.field_piece to suiren_app;

alter table grassroots.patrol add column ended_at timestamptz, add column points jsonb;
alter table grassroots.patrol drop constraint patrol_via_check, add constraint patrol_via_check check (via in ('console', 'embedded', 'phone'));
alter table grassroots.village_body add column last_active_on date;
create index village_body_last_active_on on grassroots.village_body (last_active_on, area, id);
alter table grassroots.grid_member add column trained_on date;
create index grid_member_trained_on on grassroots.grid_member (trained_on, area, id);
alter table grassroots.appraisal add column trained_hours double precision;

alter table grassroots.platform drop constraint platform_scopes_check,
  add constraint platform_scopes_check check (scopes <@ array['events', 'feedback', 'warnings', 'embed', 'problems']::text[]);
alter table grassroots.delivery drop constraint delivery_kind_check, add constraint delivery_kind_check check (kind in ('feedback', 'warning', 'problem', 'test'));

-- When a hazard was closed and what limit it has: what ways of working and situations are held to.
create or replace view hazard_loop.v_hazard with (security_invoker = true) as
  select id, area, campaign, unit, building, origin_name, origin_id, found_on, found_by, grade, closed_at is null as is_open, closed_at, due_at
  from hazard_loop.hazard where deleted_at is null and state <> 'void';
