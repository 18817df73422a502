-- Snapshots 快照 (frozen rows and figures under one SM3 hash) and assessment 考核.
-- Tables of the module printed by npm run gen -- --create assessment.
create table platform.snapshot (
  id uuid primary key,
  kind text not null,
  subject text not null,
  area bigint not null,
  query jsonb not null,
  figures jsonb not null,
  rule_version text not null,
  row_count integer not null,
  sm3 bytea not null check (length(sm3) = 32),
  at timestamptz not null,
  by uuid,
  by_name text not null,
  demo boolean not null default false,
  xid xid8 not null default pg_current_xact_id()
);
create index snapshot_kind on platform.snapshot (kind, area, at);
create table platform.snapshot_row (
  snapshot uuid not null references platform.snapshot (id),
  ord integer not null,
  area bigint not null,
  part text not null,
  ledger text not null,
  row_id uuid,
  version integer,
  content jsonb not null,
  primary key (snapshot, ord)
);
create index snapshot_row_part on platform.snapshot_row (snapshot, part, ord);

-- Nothing frozen is ever changed or removed, and rows come with their snapshot or not at all.
create function platform.guard_snapshot() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'what is frozen cannot be changed or removed';
  end if;
  if not exists (select 1 from platform.snapshot s where s.id = new.snapshot and s.xid = pg_current_xact_id()) then
    raise exception 'rows are frozen together with their snapshot';
  end if;
  return new;
end
$$;
create trigger guard before update or delete on platform.snapshot for each row execute function platform.guard_snapshot();
create trigger guard_truncate before truncate on platform.snapshot for each statement execute function platform.guard_snapshot();
create trigger guard before insert or update or delete on platform.snapshot_row for each row execute function platform.guard_snapshot();
create trigger guard_truncate before truncate on platform.snapshot_row for each statement execute function platform.guard_snapshot();

alter table platform.snapshot enable row level security;
alter table platform.snapshot_row enable row level security;
create policy jurisdiction on platform.snapshot to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
create policy jurisdiction on platform.snapshot_row to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select, insert on platform.snapshot, platform.snapshot_row to suiren_app;

create schema if not exists "assessment";
grant usage on schema "assessment" to suiren_app;

-- 常住人口
create table "assessment"."population" (
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
  "people" bigint not null,
  "source" text not null,
  "papers" uuid[],
  primary key (id)
);
create index "population_area_id" on "assessment"."population" (area, id);
create index "population_year_id" on "assessment"."population" ("year", id);
create index "population_area_year_id" on "assessment"."population" (area, "year", id);
create index "population_search" on "assessment"."population" using gin (platform.bigrams(search_text));
create index "population_year" on "assessment"."population" ("year", area, id);
alter table "assessment"."population" enable row level security;
create policy jurisdiction on "assessment"."population" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."population" to suiren_app;
create trigger history after update on "assessment"."population" for each row execute function platform.note_history('assessment.population', '');

-- 火灾统计月报
create table "assessment"."fire_outcome" (
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
  "month" date not null,
  "fires" bigint not null,
  "deaths" bigint not null,
  "injuries" bigint not null,
  "loss_wan" double precision not null,
  "large" bigint,
  "major" bigint,
  "gravest" bigint,
  "major_responsible" bigint,
  "gravest_responsible" bigint,
  "source" text not null,
  "papers" uuid[],
  primary key (id)
);
create index "fire_outcome_area_id" on "assessment"."fire_outcome" (area, id);
create index "fire_outcome_month_id" on "assessment"."fire_outcome" ("month", id);
create index "fire_outcome_area_month_id" on "assessment"."fire_outcome" (area, "month", id);
create index "fire_outcome_search" on "assessment"."fire_outcome" using gin (platform.bigrams(search_text));
create index "fire_outcome_month" on "assessment"."fire_outcome" ("month", area, id);
alter table "assessment"."fire_outcome" enable row level security;
create policy jurisdiction on "assessment"."fire_outcome" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."fire_outcome" to suiren_app;
create trigger history after update on "assessment"."fire_outcome" for each row execute function platform.note_history('assessment.fire-outcome', '');

-- 知晓率调查
create table "assessment"."awareness" (
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
  "surveyed_on" date not null,
  "group" text not null,
  "way" text not null check ("way" in ('street', 'phone', 'online', 'home')),
  "asked" bigint not null,
  "knew" bigint not null,
  "weak" text,
  "source" text not null,
  "papers" uuid[],
  primary key (id)
);
create index "awareness_area_id" on "assessment"."awareness" (area, id);
create index "awareness_surveyed_on_id" on "assessment"."awareness" ("surveyed_on", id);
create index "awareness_area_surveyed_on_id" on "assessment"."awareness" (area, "surveyed_on", id);
create index "awareness_search" on "assessment"."awareness" using gin (platform.bigrams(search_text));
alter table "assessment"."awareness" enable row level security;
create policy jurisdiction on "assessment"."awareness" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."awareness" to suiren_app;
create trigger history after update on "assessment"."awareness" for each row execute function platform.note_history('assessment.awareness', '');

-- 被考核政府
create table "assessment"."entrant" (
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
  "year" uuid not null,
  "calendar_year" bigint not null,
  "name" text not null,
  "organ" uuid,
  "grouping" text,
  "people" bigint,
  "pledged_on" date,
  "pledge_signer" text,
  "pledge_targets" jsonb,
  "pledge_papers" uuid[],
  "snapshot" text,
  "sm3" text,
  "frozen_on" date,
  "frozen_at" timestamptz,
  "frozen_score" double precision,
  "frozen_low" double precision,
  "frozen_high" double precision,
  "frozen_grade" text,
  "frozen_rank" bigint,
  "frozen_tied" boolean,
  "final_score" double precision,
  "final_low" double precision,
  "final_high" double precision,
  "final_grade" text,
  "final_rank" bigint,
  "final_tied" boolean,
  primary key (id)
);
create index "entrant_area_id" on "assessment"."entrant" (area, id);
create index "entrant_calendar_year_id" on "assessment"."entrant" ("calendar_year", id);
create index "entrant_area_calendar_year_id" on "assessment"."entrant" (area, "calendar_year", id);
create index "entrant_search" on "assessment"."entrant" using gin (platform.bigrams(search_text));
create index "entrant_year" on "assessment"."entrant" ("year");
create index "entrant_calendar_year" on "assessment"."entrant" ("calendar_year", area, id);
create index "entrant_organ" on "assessment"."entrant" ("organ");
create index "entrant_pledged_on" on "assessment"."entrant" ("pledged_on", area, id);
create index "entrant_frozen_on" on "assessment"."entrant" ("frozen_on", area, id);
create index "entrant_final_grade" on "assessment"."entrant" ("final_grade", area, id);
alter table "assessment"."entrant" enable row level security;
create policy jurisdiction on "assessment"."entrant" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."entrant" to suiren_app;
create trigger history after update on "assessment"."entrant" for each row execute function platform.note_history('assessment.entrant', '');

-- 手填数据
create table "assessment"."hand_value" (
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
  "entrant" uuid not null,
  "indicator" text not null,
  "entered_on" date not null,
  "num" double precision not null,
  "den" double precision,
  "document" text not null,
  "papers" uuid[],
  "words" text,
  primary key (id)
);
create index "hand_value_area_id" on "assessment"."hand_value" (area, id);
create index "hand_value_entered_on_id" on "assessment"."hand_value" ("entered_on", id);
create index "hand_value_area_entered_on_id" on "assessment"."hand_value" (area, "entered_on", id);
create index "hand_value_search" on "assessment"."hand_value" using gin (platform.bigrams(search_text));
create index "hand_value_entrant" on "assessment"."hand_value" ("entrant");
create index "hand_value_indicator" on "assessment"."hand_value" ("indicator", area, id);
alter table "assessment"."hand_value" enable row level security;
create policy jurisdiction on "assessment"."hand_value" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."hand_value" to suiren_app;
create trigger history after update on "assessment"."hand_value" for each row execute function platform.note_history('assessment.hand-value', '');

-- 现场抽查
create table "assessment"."site_check" (
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
  "entrant" uuid not null,
  "place" text not null,
  "place_key" bigint,
  "drawn_as" bigint,
  "checked_on" date,
  "items" bigint,
  "passed" bigint,
  "checkers" text,
  "words" text,
  "photos" uuid[],
  primary key (id)
);
create index "site_check_area_id" on "assessment"."site_check" (area, id);
create index "site_check_drawn_as_id" on "assessment"."site_check" ("drawn_as", id);
create index "site_check_area_drawn_as_id" on "assessment"."site_check" (area, "drawn_as", id);
create index "site_check_search" on "assessment"."site_check" using gin (platform.bigrams(search_text));
create index "site_check_entrant" on "assessment"."site_check" ("entrant");
create index "site_check_checked_on" on "assessment"."site_check" ("checked_on", area, id);
alter table "assessment"."site_check" enable row level security;
create policy jurisdiction on "assessment"."site_check" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."site_check" to suiren_app;
create trigger history after update on "assessment"."site_check" for each row execute function platform.note_history('assessment.site-check', '');

-- 通报签收
create table "assessment"."receipt" (
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
  "year_id" text not null,
  "title" text not null,
  "number" text not null,
  "receiver" uuid not null,
  "sent_on" date not null,
  "read_at" timestamptz,
  "reader" text,
  "standings" jsonb,
  primary key (id)
);
create index "receipt_area_id" on "assessment"."receipt" (area, id);
create index "receipt_sent_on_id" on "assessment"."receipt" ("sent_on", id);
create index "receipt_area_sent_on_id" on "assessment"."receipt" (area, "sent_on", id);
create index "receipt_search" on "assessment"."receipt" using gin (platform.bigrams(search_text));
create index "receipt_receiver" on "assessment"."receipt" ("receiver");
create index "receipt_sent_on" on "assessment"."receipt" ("sent_on", area, id);
alter table "assessment"."receipt" enable row level security;
create policy jurisdiction on "assessment"."receipt" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."receipt" to suiren_app;
create trigger history after update on "assessment"."receipt" for each row execute function platform.note_history('assessment.receipt', '');

-- 结果运用
create table "assessment"."result_use" (
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
  "entrant" uuid not null,
  "kind" text not null check ("kind" in ('praise', 'urge', 'interview', 'criticism', 'funding', 'appointment', 'appraisal', 'accountability')),
  "why" text not null,
  "executor" uuid not null,
  "person" text,
  "due_on" date not null,
  "done_on" date,
  "receiver" text,
  "number" text,
  "result" text,
  "papers" uuid[],
  primary key (id)
);
create index "result_use_area_id" on "assessment"."result_use" (area, id);
create index "result_use_due_on_id" on "assessment"."result_use" ("due_on", id);
create index "result_use_area_due_on_id" on "assessment"."result_use" (area, "due_on", id);
create index "result_use_search" on "assessment"."result_use" using gin (platform.bigrams(search_text));
create index "result_use_entrant" on "assessment"."result_use" ("entrant");
create index "result_use_kind" on "assessment"."result_use" ("kind", area, id);
create index "result_use_executor" on "assessment"."result_use" ("executor");
create index "result_use_done_on" on "assessment"."result_use" ("done_on", area, id);
alter table "assessment"."result_use" enable row level security;
create policy jurisdiction on "assessment"."result_use" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."result_use" to suiren_app;
create trigger history after update on "assessment"."result_use" for each row execute function platform.note_history('assessment.result-use', '');

-- 纳入考核体系
create table "assessment"."system" (
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
  "system" text not null check ("system" in ('target', 'safe', 'safety', 'supervision', 'city', 'oneNet', 'fire', 'special')),
  "total_points" double precision not null,
  "fire_points" double precision not null,
  "weight" double precision,
  "before" double precision,
  "rose" boolean,
  "indicators" text not null,
  "document_number" text,
  "submitted_on" date,
  "receiver" text,
  "papers" uuid[],
  primary key (id)
);
create index "system_area_id" on "assessment"."system" (area, id);
create index "system_year_id" on "assessment"."system" ("year", id);
create index "system_area_year_id" on "assessment"."system" (area, "year", id);
create index "system_search" on "assessment"."system" using gin (platform.bigrams(search_text));
create index "system_year" on "assessment"."system" ("year", area, id);
create index "system_system" on "assessment"."system" ("system", area, id);
create index "system_rose" on "assessment"."system" ("rose", area, id);
alter table "assessment"."system" enable row level security;
create policy jurisdiction on "assessment"."system" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."system" to suiren_app;
create trigger history after update on "assessment"."system" for each row execute function platform.note_history('assessment.system', '');

-- 督导轮次
create table "assessment"."round" (
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
  "kind" text not null check ("kind" in ('periodic', 'midYear', 'special', 'pledge')),
  "host" uuid not null,
  "from" date not null,
  "until" date not null,
  "team" text not null,
  "places" jsonb,
  "items" jsonb,
  "findings" bigint,
  "summary" text,
  "papers" uuid[],
  primary key (id)
);
create index "round_area_id" on "assessment"."round" (area, id);
create index "round_from_id" on "assessment"."round" ("from", id);
create index "round_area_from_id" on "assessment"."round" (area, "from", id);
create index "round_search" on "assessment"."round" using gin (platform.bigrams(search_text));
create index "round_kind" on "assessment"."round" ("kind", area, id);
create index "round_host" on "assessment"."round" ("host");
create index "round_from" on "assessment"."round" ("from", area, id);
alter table "assessment"."round" enable row level security;
create policy jurisdiction on "assessment"."round" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."round" to suiren_app;
create trigger history after update on "assessment"."round" for each row execute function platform.note_history('assessment.round', '');

-- 考核方案
create table "assessment"."scheme" (
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
  "code" text not null,
  "edition" bigint not null,
  "title" text not null,
  "level" text not null check ("level" in ('county', 'town')),
  "from" date not null,
  "until" date,
  "source" text not null,
  "indicators" bigint,
  "changes" text,
  "document_number" text,
  "written_by" uuid,
  "approved_by" uuid,
  "approved_on" date,
  primary key (id)
);
create index "scheme_area_id" on "assessment"."scheme" (area, id);
create index "scheme_opened_at_id" on "assessment"."scheme" ("opened_at", id);
create index "scheme_area_opened_at_id" on "assessment"."scheme" (area, "opened_at", id);
create index "scheme_search" on "assessment"."scheme" using gin (platform.bigrams(search_text));
create index "scheme_code" on "assessment"."scheme" ("code", area, id);
create index "scheme_level" on "assessment"."scheme" ("level", area, id);
create index "scheme_written_by" on "assessment"."scheme" ("written_by");
create index "scheme_approved_by" on "assessment"."scheme" ("approved_by");
create index "scheme_open" on "assessment"."scheme" (area, opened_at, id) where closed_at is null;
create index "scheme_due" on "assessment"."scheme" (due_at, id) where closed_at is null;
create index "scheme_holder" on "assessment"."scheme" (holder_organ, due_at) where closed_at is null;
create index "scheme_person" on "assessment"."scheme" (holder_person, due_at) where closed_at is null;
create index "scheme_closed" on "assessment"."scheme" (closed_at, area, id);
alter table "assessment"."scheme" enable row level security;
create policy jurisdiction on "assessment"."scheme" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."scheme" to suiren_app;
create trigger history after update on "assessment"."scheme" for each row execute function platform.note_history('assessment.scheme', '');

-- 年度考核
create table "assessment"."year" (
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
  "level" text not null check ("level" in ('county', 'town')),
  "scheme" uuid not null,
  "host" uuid not null,
  "from" date not null,
  "until" date not null,
  "pledge_by" date,
  "group" text,
  "entrants" bigint,
  "signed" bigint,
  "sample_ask" bigint,
  "sample_value" text,
  "sample_source" text,
  "sample_commitment" text,
  "sampled" bigint,
  "frozen_at" timestamptz,
  "appeal_until" date,
  "reply_by" date,
  "submitted_by" uuid,
  "approved_by" uuid,
  "approved_on" date,
  "approval_number" text,
  "circular" text,
  "document" text,
  "issued_on" date,
  "mean_score" double precision,
  primary key (id)
);
create index "year_area_id" on "assessment"."year" (area, id);
create index "year_year_id" on "assessment"."year" ("year", id);
create index "year_area_year_id" on "assessment"."year" (area, "year", id);
create index "year_search" on "assessment"."year" using gin (platform.bigrams(search_text));
create index "year_year" on "assessment"."year" ("year", area, id);
create index "year_level" on "assessment"."year" ("level", area, id);
create index "year_scheme" on "assessment"."year" ("scheme");
create index "year_host" on "assessment"."year" ("host");
create index "year_submitted_by" on "assessment"."year" ("submitted_by");
create index "year_approved_by" on "assessment"."year" ("approved_by");
create index "year_circular" on "assessment"."year" ("circular", area, id);
create index "year_issued_on" on "assessment"."year" ("issued_on", area, id);
create index "year_open" on "assessment"."year" (area, opened_at, id) where closed_at is null;
create index "year_due" on "assessment"."year" (due_at, id) where closed_at is null;
create index "year_holder" on "assessment"."year" (holder_organ, due_at) where closed_at is null;
create index "year_person" on "assessment"."year" (holder_person, due_at) where closed_at is null;
create index "year_closed" on "assessment"."year" (closed_at, area, id);
alter table "assessment"."year" enable row level security;
create policy jurisdiction on "assessment"."year" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."year" to suiren_app;
create trigger history after update on "assessment"."year" for each row execute function platform.note_history('assessment.year', '');

-- 考核申诉
create table "assessment"."appeal" (
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
  "entrant" uuid not null,
  "host" uuid,
  "indicator" text not null,
  "reason" text not null,
  "claims" jsonb,
  "claimed" bigint,
  "papers" uuid[],
  "frozen_value" double precision,
  "frozen_points" double precision,
  "accepted" bigint,
  "reply" text,
  "value" double precision,
  "points" double precision,
  "reply_files" uuid[],
  primary key (id)
);
create index "appeal_area_id" on "assessment"."appeal" (area, id);
create index "appeal_opened_at_id" on "assessment"."appeal" ("opened_at", id);
create index "appeal_area_opened_at_id" on "assessment"."appeal" (area, "opened_at", id);
create index "appeal_search" on "assessment"."appeal" using gin (platform.bigrams(search_text));
create index "appeal_entrant" on "assessment"."appeal" ("entrant");
create index "appeal_host" on "assessment"."appeal" ("host");
create index "appeal_open" on "assessment"."appeal" (area, opened_at, id) where closed_at is null;
create index "appeal_due" on "assessment"."appeal" (due_at, id) where closed_at is null;
create index "appeal_holder" on "assessment"."appeal" (holder_organ, due_at) where closed_at is null;
create index "appeal_person" on "assessment"."appeal" (holder_person, due_at) where closed_at is null;
create index "appeal_closed" on "assessment"."appeal" (closed_at, area, id);
alter table "assessment"."appeal" enable row level security;
create policy jurisdiction on "assessment"."appeal" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."appeal" to suiren_app;
create trigger history after update on "assessment"."appeal" for each row execute function platform.note_history('assessment.appeal', '');

-- 督导问题
create table "assessment"."finding" (
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
  "round" uuid,
  "kind" text not null check ("kind" in ('mechanism', 'register', 'quality', 'task', 'other')),
  "what" text not null,
  "guidance" text,
  "target" uuid not null,
  "host" uuid,
  "found_on" date not null,
  "found_papers" uuid[],
  "reply_by" date,
  "letter" text,
  "sent_on" date,
  "done" text,
  "done_papers" uuid[],
  "replied_on" date,
  "times" bigint,
  "late_on" date,
  primary key (id)
);
create index "finding_area_id" on "assessment"."finding" (area, id);
create index "finding_opened_at_id" on "assessment"."finding" ("opened_at", id);
create index "finding_area_opened_at_id" on "assessment"."finding" (area, "opened_at", id);
create index "finding_reply_by_id" on "assessment"."finding" ("reply_by", id);
create index "finding_area_reply_by_id" on "assessment"."finding" (area, "reply_by", id);
create index "finding_search" on "assessment"."finding" using gin (platform.bigrams(search_text));
create index "finding_round" on "assessment"."finding" ("round");
create index "finding_kind" on "assessment"."finding" ("kind", area, id);
create index "finding_target" on "assessment"."finding" ("target");
create index "finding_host" on "assessment"."finding" ("host");
create index "finding_letter" on "assessment"."finding" ("letter", area, id);
create index "finding_sent_on" on "assessment"."finding" ("sent_on", area, id);
create index "finding_late_on" on "assessment"."finding" ("late_on", area, id);
create index "finding_open" on "assessment"."finding" (area, opened_at, id) where closed_at is null;
create index "finding_due" on "assessment"."finding" (due_at, id) where closed_at is null;
create index "finding_holder" on "assessment"."finding" (holder_organ, due_at) where closed_at is null;
create index "finding_person" on "assessment"."finding" (holder_person, due_at) where closed_at is null;
create index "finding_closed" on "assessment"."finding" (closed_at, area, id);
alter table "assessment"."finding" enable row level security;
create policy jurisdiction on "assessment"."finding" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "assessment"."finding" to suiren_app;
create trigger history after update on "assessment"."finding" for each row execute function platform.note_history('assessment.finding', '');

-- 表彰奖励
create table "assessment"."commendation" (
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
  "kind" text not null check ("kind" in ('unit', 'group', 'person')),
  "unit" uuid,
  "level" text not null check ("level" in ('city', 'county', 'province')),
  "award" text not null,
  "merit" text not null,
  "evidence" text,
  "papers" uuid[],
  "nominator" uuid,
  "review_words" text,
  "notice_from" date,
  "notice_until" date,
  "notice_medium" text,
  "document_number" text,
  "awarded_on" date,
  primary key (id)
);
create index "commendation_area_id" on "assessment"."commendation" (area, id);
create index "commendation_opened_at_id" on "assessment"."commendation" ("opened_at", id);
create index "commendation_area_opened_at_id" on "assessment"."commendation" (area, "opened_at", id);
create index "commendation_search" on "assessment"."commendation" using gin (platform.bigrams(search_text));
create index "commendation_kind" on "assessment"."commendation" ("kind", area, id);
create index "commendation_unit" on "assessment"."commendation" ("unit");
create index "commendation_level" on "assessment"."commendation" ("level", area, id);
create index "commendation_nominator" on "assessment"."commendation" ("nominator");
create index "commendation_awarded_on" on "assessment"."commendation" ("awarded_on", area, id);
create index "commendation_open" on "assessment"."commendation" (area, opened_at, id) where closed_at is null;
create index "commendation_due" on "assessment"."commendation" (due_at, id) where closed_at is null;
create index "commendation_holder" on "assessment"."commendation" (holder_organ, due_at) where closed_at is null;
create index "commendation_person" on "assessment"."commendation" (holder_person, due_at) where closed_at is null;
create index "commendation_closed" on "assessment"."commendation" (closed_at, area, id);
alter table "assessment"."commendation" enable row level security;
create policy jurisdiction on "assessment"."commendation" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "assessment"."commendation" to suiren_app;
create trigger history after update on "assessment"."commendation" for each row execute function platform.note_history('assessment.commendation', '');

-- One month, one place; one count of people a year and place; one year of a kind assessed by an area; one edition of a scheme in force.
create unique index fire_outcome_month_unique on assessment.fire_outcome (area, month) where deleted_at is null;
create unique index population_year_unique on assessment.population (area, year) where deleted_at is null;
create unique index year_once on assessment.year (area, year, level) where deleted_at is null;
create unique index scheme_in_force on assessment.scheme (area, code) where state = 'inForce' and deleted_at is null;
create unique index entrant_once on assessment.entrant (year, area) where deleted_at is null;

-- What the assessed may know of the year and the scheme, which belong to the area above them.
create view assessment.v_scheme as
  select id, area, code, edition, title, level, "from", until, source, state, version, written_by, demo from assessment.scheme where deleted_at is null;
create view assessment.v_year as
  select y.id, y.area, a.name as area_name, y.title, y.year, y.level, y.state, y."from", y.until, y.pledge_by, y.entrants,
    (select count(*)::int from assessment.entrant e where e.year = y.id and e.pledged_on is not null and e.deleted_at is null) as signed,
    y.sampled, y.frozen_at, y.appeal_until, y.reply_by, y.approved_on, y.circular, y.issued_on, y.demo,
    s.id as scheme_id, s.code as scheme_code, s.edition, s.source, coalesce(o.short_name, '') as host
  from assessment.year y join platform.area a on a.key = y.area join assessment.scheme s on s.id = y.scheme
    left join organizations.v_organ o on o.id = y.host
  where y.deleted_at is null;
grant select on assessment.v_scheme, assessment.v_year to suiren_app;

-- A year goes one way only; once frozen, neither scores nor their base change, whoever asks.
create function assessment.guard_year() returns trigger language plpgsql as $$
declare
  steps constant text[] := array['pledging', 'tracking', 'sampling', 'frozen', 'appealing', 'approving', 'using', 'closed'];
begin
  if tg_op = 'DELETE' then
    raise exception 'a year of assessment is not removed';
  end if;
  if array_position(steps, new.state) < array_position(steps, old.state) then
    raise exception 'a year of assessment does not go back from % to %', old.state, new.state;
  end if;
  if (new.frozen_at, new.scheme, new.year, new.level, new.area) is distinct from (old.frozen_at, old.scheme, old.year, old.level, old.area) and old.frozen_at is not null then
    raise exception 'a frozen year does not change';
  end if;
  if old.frozen_at is not null and new.deleted_at is not null then
    raise exception 'a frozen year is not removed';
  end if;
  return new;
end
$$;
create trigger guard before update or delete on assessment.year for each row execute function assessment.guard_year();

create function assessment.guard_entrant() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'an assessed government is not removed';
  end if;
  if old.frozen_at is not null and (new.snapshot, new.sm3, new.frozen_on, new.frozen_at, new.frozen_score, new.frozen_low, new.frozen_high, new.frozen_grade, new.frozen_rank, new.frozen_tied,
      new.grouping, new.people, new.year, new.area, new.name, new.pledged_on, new.deleted_at)
    is distinct from (old.snapshot, old.sm3, old.frozen_on, old.frozen_at, old.frozen_score, old.frozen_low, old.frozen_high, old.frozen_grade, old.frozen_rank, old.frozen_tied,
      old.grouping, old.people, old.year, old.area, old.name, old.pledged_on, old.deleted_at) then
    raise exception 'frozen scores do not change';
  end if;
  if old.final_score is not null and (new.final_score, new.final_low, new.final_high, new.final_grade, new.final_rank, new.final_tied)
    is distinct from (old.final_score, old.final_low, old.final_high, old.final_grade, old.final_rank, old.final_tied) then
    raise exception 'approved scores do not change';
  end if;
  return new;
end
$$;
create trigger guard before update or delete on assessment.entrant for each row execute function assessment.guard_entrant();

-- Figures written in by hand and spot checks belong to the time before the freeze.
create function assessment.guard_base() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  frozen timestamptz;
begin
  select e.frozen_at into frozen from assessment.entrant e where e.id = new.entrant;
  if frozen is not null then
    raise exception 'the evidence of this year is frozen' using errcode = 'check_violation', constraint = 'frozen';
  end if;
  return new;
end
$$;
create trigger guard before insert or update on assessment.hand_value for each row execute function assessment.guard_base();
create trigger guard before insert or update on assessment.site_check for each row execute function assessment.guard_base();

-- A scheme in force is never rewritten: a change is a new edition.
create function assessment.guard_scheme() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a scheme is not removed';
  end if;
  if old.state in ('inForce', 'retired') and (new.source, new.code, new.edition, new.area) is distinct from (old.source, old.code, old.edition, old.area) then
    raise exception 'a scheme in force is not rewritten';
  end if;
  return new;
end
$$;
create trigger guard before update or delete on assessment.scheme for each row execute function assessment.guard_scheme();

-- People are no sum of months and areas: each month has the newest count of the three years up to it, as the measure assessment.people.
create function assessment.keep_people() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from platform.cell c where c.measure = 'assessment.people' and c.area in (select f.area from fresh f);
  insert into platform.cell (measure, month, area, num, den)
    select 'assessment.people', m.month, a.area, p.people, 1
    from (select distinct f.area from fresh f) a
    cross join lateral (select min(x.year) as first, max(x.year) as last from assessment.population x where x.area = a.area and x.deleted_at is null) y
    cross join lateral (select g::date as month from generate_series(make_date(y.first::int, 1, 1), make_date(y.last::int + 2, 12, 1), interval '1 month') g) m
    cross join lateral (select x.people from assessment.population x where x.area = a.area and x.deleted_at is null
      and x.year between extract(year from m.month) - 2 and extract(year from m.month) order by x.year desc limit 1) p
    where y.first is not null;
  return null;
end
$$;
create trigger keep_people_insert after insert on assessment.population referencing new table as fresh for each statement execute function assessment.keep_people();
create trigger keep_people_update after update on assessment.population referencing new table as fresh for each statement execute function assessment.keep_people();
