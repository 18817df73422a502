-- 归口: by what a rule knows its units, what it rests on, and what came of it for every unit. SH-1.8, JX-2.2.7–9, JX-2.2.11
-- Where the keys of an area end.
create function responsibility.area_end(key bigint) returns bigint language sql immutable parallel safe as $$
  select key + case when key % 10000000000000 = 0 then 10000000000000 when key % 100000000000 = 0 then 100000000000 when key % 1000000000 = 0 then 1000000000
    when key % 1000000 = 0 then 1000000 when key % 1000 = 0 then 1000 else 1 end - 1
$$;
grant execute on function responsibility.area_end(bigint) to suiren_app;

alter table responsibility.regulator_rule add column "basis" text not null default 'kind' check ("basis" in ('kind', 'licence', 'port', 'state'));
alter table responsibility.regulator_rule alter column basis drop default, alter column kinds drop not null;
alter table responsibility.regulator_rule add column "unit" uuid, add column "clause" text;
create index "regulator_rule_unit" on "responsibility"."regulator_rule" ("unit");
alter table responsibility.determination add column "unit" uuid;
create index "determination_unit" on "responsibility"."determination" ("unit");
alter table responsibility.power_list add column "scope" text check ("scope" in ('rural'));
alter table responsibility.accountability add column "proposal" uuid;
create index "accountability_proposal" on "responsibility"."accountability" ("proposal");

-- 许可登记
create table "responsibility"."licence" (
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
  "holder" text not null,
  "credit_code" text,
  "what" text not null,
  "number" text,
  "issuer" uuid not null,
  "issued_on" date,
  "valid_until" date,
  "address" text,
  "parent_code" text,
  "unit" uuid,
  primary key (id)
);
create index "licence_area_id" on "responsibility"."licence" (area, id);
create index "licence_search" on "responsibility"."licence" using gin (platform.bigrams(search_text));
create index "licence_credit_code" on "responsibility"."licence" ("credit_code", area, id);
create index "licence_issuer" on "responsibility"."licence" ("issuer");
create index "licence_parent_code" on "responsibility"."licence" ("parent_code", area, id);
create index "licence_unit" on "responsibility"."licence" ("unit");
alter table "responsibility"."licence" enable row level security;
create policy jurisdiction on "responsibility"."licence" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."licence" to suiren_app;
create trigger history after update on "responsibility"."licence" for each row execute function platform.note_history('responsibility.licence', '');

-- 港口区域
create table "responsibility"."port_area" (
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
  "organ" uuid,
  "corners" jsonb not null,
  "source" text not null,
  primary key (id)
);
create index "port_area_area_id" on "responsibility"."port_area" (area, id);
create index "port_area_search" on "responsibility"."port_area" using gin (platform.bigrams(search_text));
create index "port_area_organ" on "responsibility"."port_area" ("organ");
alter table "responsibility"."port_area" enable row level security;
create policy jurisdiction on "responsibility"."port_area" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."port_area" to suiren_app;
create trigger history after update on "responsibility"."port_area" for each row execute function platform.note_history('responsibility.port-area', '');

-- 集团
create table "responsibility"."group" (
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
  "credit_code" text,
  "name_has" text,
  "unit" uuid,
  "state_owned" boolean,
  "supervisor" uuid,
  "parent" uuid,
  primary key (id)
);
create index "group_area_id" on "responsibility"."group" (area, id);
create index "group_search" on "responsibility"."group" using gin (platform.bigrams(search_text));
create index "group_credit_code" on "responsibility"."group" ("credit_code", area, id);
create index "group_unit" on "responsibility"."group" ("unit");
create index "group_supervisor" on "responsibility"."group" ("supervisor");
create index "group_parent" on "responsibility"."group" ("parent");
alter table "responsibility"."group" enable row level security;
create policy jurisdiction on "responsibility"."group" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."group" to suiren_app;
create trigger history after update on "responsibility"."group" for each row execute function platform.note_history('responsibility.group', '');

-- 隶属关系
create table "responsibility"."affiliation" (
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
  "group" uuid not null,
  "how" text check ("how" in ('hand', 'self', 'feed', 'name')),
  "found" uuid,
  primary key (id)
);
create index "affiliation_area_id" on "responsibility"."affiliation" (area, id);
create index "affiliation_search" on "responsibility"."affiliation" using gin (platform.bigrams(search_text));
create unique index "affiliation_unit_unique" on "responsibility"."affiliation" ("unit") where deleted_at is null;
create index "affiliation_unit" on "responsibility"."affiliation" ("unit");
create index "affiliation_group" on "responsibility"."affiliation" ("group");
create index "affiliation_how" on "responsibility"."affiliation" ("how", area, id);
create index "affiliation_found" on "responsibility"."affiliation" ("found");
alter table "responsibility"."affiliation" enable row level security;
create policy jurisdiction on "responsibility"."affiliation" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."affiliation" to suiren_app;
create trigger history after update on "responsibility"."affiliation" for each row execute function platform.note_history('responsibility.affiliation', '');

-- 追责建议
create table "responsibility"."proposal" (
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
  "what" text not null,
  "rule" text not null check ("rule" in ('duty', 'urging', 'hazard', 'fire')),
  "trigger" text not null check ("trigger" in ('unchecked', 'overdueHazard', 'unperformed', 'failedAssessment', 'missedRectification', 'seriousProblems', 'fire', 'influence', 'approval', 'facilities', 'forces')),
  "organ" uuid not null,
  "organ_area" bigint not null,
  "source" text,
  "grace_days" bigint,
  "from" date not null,
  "items" bigint,
  "evidence" jsonb,
  "accountability" uuid,
  "reasons" text,
  "decided_on" date,
  primary key (id)
);
create index "proposal_area_id" on "responsibility"."proposal" (area, id);
create index "proposal_opened_at_id" on "responsibility"."proposal" ("opened_at", id);
create index "proposal_area_opened_at_id" on "responsibility"."proposal" (area, "opened_at", id);
create index "proposal_search" on "responsibility"."proposal" using gin (platform.bigrams(search_text));
create index "proposal_rule" on "responsibility"."proposal" ("rule", area, id);
create index "proposal_organ" on "responsibility"."proposal" ("organ");
create index "proposal_accountability" on "responsibility"."proposal" ("accountability");
create index "proposal_open" on "responsibility"."proposal" (area, opened_at, id) where closed_at is null;
create index "proposal_due" on "responsibility"."proposal" (due_at, id) where closed_at is null;
create index "proposal_holder" on "responsibility"."proposal" (holder_organ, due_at) where closed_at is null;
create index "proposal_person" on "responsibility"."proposal" (holder_person, due_at) where closed_at is null;
create index "proposal_closed" on "responsibility"."proposal" (closed_at, area, id);
create unique index "proposal_same_open" on "responsibility"."proposal" ("rule", "organ") nulls not distinct where closed_at is null and deleted_at is null;
alter table "responsibility"."proposal" enable row level security;
create policy jurisdiction on "responsibility"."proposal" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "responsibility"."proposal" to suiren_app;
create trigger history after update on "responsibility"."proposal" for each row execute function platform.note_history('responsibility.proposal', '');

-- What an upper area lays down holds below, and is read there; it is written where it belongs.
create policy above on responsibility.regulator_rule for select to suiren_app using (area <= current_setting('suiren.lo')::bigint
  and responsibility.area_end(area) >= current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
create policy above on responsibility.port_area for select to suiren_app using (area <= current_setting('suiren.lo')::bigint
  and responsibility.area_end(area) >= current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
create policy above on responsibility."group" for select to suiren_app using (area <= current_setting('suiren.lo')::bigint
  and responsibility.area_end(area) >= current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');

-- What the rules said of a unit when they were last run. A department other than this one was given by hand.
create table responsibility.placement (
  unit uuid primary key,
  area bigint not null,
  outcome text not null check (outcome in ('rule', 'conflict', 'none', 'noOrgan')),
  organ uuid,
  rule uuid,
  -- Those of greatest weight: one, or several that disagree.
  rules uuid[] not null,
  placed_on date not null
);
create index placement_conflict on responsibility.placement (area, unit) where outcome = 'conflict';
alter table responsibility.placement enable row level security;
create policy jurisdiction on responsibility.placement to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select, insert, update on responsibility.placement to suiren_app;

-- A department's console reads its units, what was done at them within a year and what they were urged to do, at city size.
create index unit_regulator_area on places.unit (regulator, area, id) where deleted_at is null;
create index unit_unregulated on places.unit (area, id) where regulator is null and deleted_at is null;
create index visit_unit_day on inspection.visit (unit, on_day) where deleted_at is null;
create index visit_day_unit on inspection.visit (on_day, area) include (unit) where deleted_at is null;
create index training_unit_day on unit_management.training (unit, held_on) where deleted_at is null;
create index training_day_unit on unit_management.training (held_on, area) include (unit) where deleted_at is null;
create index timeline_urged on platform.timeline (at) include (case_id) where code = 'case.urged';
create index task_source on policy_tasks.task (source_id) where source_id is not null;
