-- Visits 监督检查记录: the record (a ledger), the conflict of two on one day (a case), and the narrow rows beneath them.
create schema if not exists "inspection";
grant usage on schema "inspection" to suiren_app;

-- 监督检查记录
create table "inspection"."visit" (
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
  "unit_name" text,
  "unit" uuid,
  "on_day" date,
  "purpose" text check ("purpose" in ('supervision', 'police', 'special', 'joint', 'guidance', 'complaint', 'recheck', 'quality', 'preOpening', 'event', 'commitment', 'industry', 'patrol', 'survey')),
  "result" text check ("result" in ('inProgress', 'passed', 'problems', 'guided')),
  "task" text,
  "list_title" text,
  "checklist" text,
  "list_version" bigint,
  "started_at" timestamptz,
  "ended_at" timestamptz,
  "inspectors" text,
  "inspector" uuid,
  "present" text,
  "present_post" text,
  "answered" bigint,
  "failed" bigint,
  "hazards" bigint,
  "guidance" boolean,
  "first_exempt" boolean,
  "opinion" text,
  "signed_by_inspector" boolean,
  "signed_by_unit" boolean,
  "unit_refused" text,
  "in_conflict" boolean,
  "accuracy_m" bigint,
  "received_at" timestamptz,
  primary key (id)
);
create index "visit_area_id" on "inspection"."visit" (area, id);
create index "visit_point" on "inspection"."visit" (lon, lat);
create index "visit_started_at_id" on "inspection"."visit" ("started_at", id);
create index "visit_area_started_at_id" on "inspection"."visit" (area, "started_at", id);
create index "visit_search" on "inspection"."visit" using gin (platform.bigrams(search_text));
create index "visit_unit" on "inspection"."visit" ("unit");
create index "visit_on_day" on "inspection"."visit" ("on_day", area, id);
create index "visit_purpose" on "inspection"."visit" ("purpose", area, id);
create index "visit_result" on "inspection"."visit" ("result", area, id);
create index "visit_inspector" on "inspection"."visit" ("inspector");
create index "visit_in_conflict" on "inspection"."visit" ("in_conflict", area, id);
alter table "inspection"."visit" enable row level security;
create policy jurisdiction on "inspection"."visit" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "inspection"."visit" to suiren_app;
create trigger history after update on "inspection"."visit" for each row execute function platform.note_history('inspection.visit', '');

-- 检查冲突
create table "inspection"."conflict" (
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
  "what" text,
  "unit" uuid,
  "unit_name" text,
  "on_day" date,
  "who" text,
  "items" bigint,
  "reason" text,
  primary key (id)
);
create index "conflict_area_id" on "inspection"."conflict" (area, id);
create index "conflict_search" on "inspection"."conflict" using gin (platform.bigrams(search_text));
create index "conflict_unit" on "inspection"."conflict" ("unit");
create index "conflict_open" on "inspection"."conflict" (area, opened_at, id) where closed_at is null;
create index "conflict_due" on "inspection"."conflict" (due_at, id) where closed_at is null;
create index "conflict_holder" on "inspection"."conflict" (holder_organ, due_at) where closed_at is null;
create index "conflict_closed" on "inspection"."conflict" (closed_at, area, id);
create unique index "conflict_same_open" on "inspection"."conflict" ("unit", "on_day") nulls not distinct where closed_at is null and deleted_at is null;
alter table "inspection"."conflict" enable row level security;
create policy jurisdiction on "inspection"."conflict" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "inspection"."conflict" to suiren_app;
create trigger history after update on "inspection"."conflict" for each row execute function platform.note_history('inspection.conflict', '');


-- What was found, item by item: five million rows at city size, so nothing but what is counted and shown.
create table inspection.visit_item (
  visit uuid not null,
  item text not null,
  area bigint not null,
  unit uuid not null,
  on_day date not null,
  checklist text not null,
  list_version integer not null,
  outcome text not null check (outcome in ('pass', 'fail', 'notApplicable')),
  note text,
  place text,
  photos uuid[] not null default '{}',
  remedy text check (remedy in ('onSpot', 'deadline', 'advice')),
  due_on date,
  -- The id the phone gave, and the hazard raised (or counted on) for it.
  hazard_given uuid,
  hazard uuid,
  -- Another record of the same day stands in its place.
  overruled boolean not null default false,
  answered_at timestamptz not null,
  answered_by uuid not null,
  piece uuid not null,
  primary key (visit, item)
);
create index visit_item_unit_day on inspection.visit_item (unit, on_day);
create index visit_item_area_day on inspection.visit_item (area, on_day);
create index visit_item_failed on inspection.visit_item (checklist, item, area) where outcome = 'fail' and not overruled;

create table inspection.visit_signature (
  visit uuid not null,
  side text not null check (side in ('inspector', 'unit')),
  area bigint not null,
  unit uuid not null,
  name text not null,
  -- Sealed: a signature is a person's own.
  strokes bytea,
  refused_why text,
  signed_at timestamptz not null,
  piece uuid not null,
  primary key (visit, side),
  check (strokes is not null or refused_why is not null)
);

create table inspection.photo (
  id uuid primary key,
  visit uuid,
  hazard uuid,
  item text,
  area bigint not null,
  unit uuid,
  name text not null,
  taken_at timestamptz not null,
  taken_by uuid not null,
  -- Where the phone says it was, WGS-84; what the camera wrote stands apart, without a zone as cameras write it.
  lon double precision,
  lat double precision,
  accuracy_m double precision,
  place text,
  camera_at timestamp,
  camera_lon double precision,
  camera_lat double precision,
  camera text,
  blurred integer not null default 0,
  shown_bytes bigint not null,
  shown_sha256 bytea not null,
  shown_file uuid,
  original_bytes bigint,
  original_sha256 bytea,
  original_media text,
  original_file uuid,
  stated_at timestamptz not null default now(),
  received_at timestamptz,
  check (visit is not null or hazard is not null)
);
create index photo_visit on inspection.photo (visit) where visit is not null;
create index photo_hazard on inspection.photo (hazard) where hazard is not null;

-- Every piece a phone sent, once: the same id again changes nothing.
create table inspection.sync_piece (
  id uuid primary key,
  kind text not null,
  visit uuid,
  hazard uuid,
  area bigint,
  unit uuid,
  taken_by uuid not null,
  taken_at timestamptz not null default now(),
  body bytea not null,
  receipt text not null
);
create index sync_piece_hazard on inspection.sync_piece (hazard) where hazard is not null;

-- A list as it was handed out and answered, whatever becomes of it.
create table inspection.answered_list (
  checklist text not null,
  list_version integer not null,
  body jsonb not null,
  kept_at timestamptz not null default now(),
  primary key (checklist, list_version)
);

-- 单位码
create table inspection.unit_code (
  unit uuid primary key,
  area bigint not null,
  code text not null unique,
  serial integer not null default 1,
  issued_at timestamptz not null default now()
);

do $$
declare
  each text;
begin
  foreach each in array array['visit_item', 'visit_signature', 'photo', 'unit_code'] loop
    execute format('alter table inspection.%I enable row level security', each);
    execute format($policy$create policy jurisdiction on inspection.%I to suiren_app
      using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint)
        and (nullif(current_setting('suiren.unit') = '', false) is not null or unit = nullif(current_setting('suiren.unit'), '')::uuid))
      with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint)
        and nullif(current_setting('suiren.unit') = '', false) is not null)$policy$, each);
    execute format('grant select, insert, update on inspection.%I to suiren_app', each);
  end loop;
end $$;

-- A person's own pieces and nobody else's.
alter table inspection.sync_piece enable row level security;
create policy own on inspection.sync_piece to suiren_app using (taken_by = nullif(current_setting('suiren.user'), '')::uuid)
  with check (taken_by = nullif(current_setting('suiren.user'), '')::uuid);
grant select, insert, update on inspection.sync_piece to suiren_app;

-- Lists are no secret of an area.
grant select, insert on inspection.answered_list to suiren_app;
