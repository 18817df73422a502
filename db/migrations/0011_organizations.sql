-- Organs and their posts.
create schema if not exists "organizations";
grant usage on schema "organizations" to suiren_app;

-- 机构
create table "organizations"."organ" (
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
  "short_name" text not null,
  "kind" text not null check ("kind" in ('government', 'party', 'committee', 'fire-brigade', 'monitoring-center', 'emergency', 'public-security', 'housing', 'natural-resources', 'urban-management', 'development-reform', 'industry-information', 'finance', 'human-resources', 'education', 'science', 'civil-affairs', 'justice', 'environment', 'transport', 'water-conservancy', 'agriculture', 'commerce', 'culture-tourism', 'cultural-relics', 'religion', 'health', 'veterans', 'market', 'state-assets', 'statistics', 'medical-insurance', 'data-bureau', 'petitions', 'business-environment', 'supervision', 'public-institutions', 'propaganda', 'politics-law', 'organization', 'meteorology', 'disabled-federation', 'trade-union', 'youth-league', 'women', 'grain', 'tobacco', 'post', 'rail', 'power', 'water', 'gas', 'telecom', 'management-committee', 'community-committee', 'other')),
  "level" text not null check ("level" in ('city', 'county', 'town', 'village')),
  "parent" uuid,
  "member" boolean,
  "phone" text,
  "duty_phone" text,
  "address" text,
  "sort" bigint,
  primary key (id)
);
create index "organ_area_id" on "organizations"."organ" (area, id);
create index "organ_sort_id" on "organizations"."organ" ("sort", id);
create index "organ_area_sort_id" on "organizations"."organ" (area, "sort", id);
create index "organ_search" on "organizations"."organ" using gin (platform.bigrams(search_text));
create index "organ_kind" on "organizations"."organ" ("kind", area, id);
create index "organ_level" on "organizations"."organ" ("level", area, id);
create index "organ_parent" on "organizations"."organ" ("parent");
create index "organ_member" on "organizations"."organ" ("member", area, id);
alter table "organizations"."organ" enable row level security;
create policy jurisdiction on "organizations"."organ" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '')) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = ''));
grant select, insert, update on "organizations"."organ" to suiren_app;
create trigger history after update on "organizations"."organ" for each row execute function platform.note_history('organizations.organ', '');

-- 岗位
create table "organizations"."post" (
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
  "name" text not null,
  "duty" text not null check ("duty" in ('responsible', 'deputy', 'office', 'supervision', 'duty', 'dispatch', 'clerk', 'grid', 'other')),
  "staff" bigint,
  "phone" text,
  "duties" text,
  primary key (id)
);
create index "post_area_id" on "organizations"."post" (area, id);
create index "post_search" on "organizations"."post" using gin (platform.bigrams(search_text));
create index "post_organ" on "organizations"."post" ("organ");
create index "post_duty" on "organizations"."post" ("duty", area, id);
alter table "organizations"."post" enable row level security;
create policy jurisdiction on "organizations"."post" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '')) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = ''));
grant select, insert, update on "organizations"."post" to suiren_app;
create trigger history after update on "organizations"."post" for each row execute function platform.note_history('organizations.post', '');

-- Names of organs stand on cases, units and people of every district: each may be read by anybody, written only inside one's range.
create policy names on "organizations"."organ" for select to suiren_app using (true);

-- Published for screens and for identity: every organ in force.
create view organizations.v_organ as
  select id, area, name, short_name, kind, level, parent, demo from organizations.organ where deleted_at is null;
grant select on organizations.v_organ to suiren_app;

-- Boundaries of areas an office imported, in place of the supplied outline. WGS-84/CGCS2000.
create table organizations.boundary (
  area bigint primary key references platform.area (key),
  geometry jsonb not null,
  source text not null,
  repaired boolean not null,
  imported_at timestamptz not null default now(),
  imported_by uuid
);
