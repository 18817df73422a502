-- 政策包: documents as data in versions, and the years that no later change may touch.
create schema if not exists policy_tasks;
grant usage on schema policy_tasks to suiren_app;

create table policy_tasks.pack_version (
  id uuid primary key,
  -- The area it is laid over; a document of one city may be adopted by another.
  area bigint not null references platform.area (key),
  pack text not null,
  number integer not null,
  title text not null,
  source text not null,
  -- As the program reads it; only of a text without errors.
  compiled jsonb,
  errors integer not null,
  state text not null check (state in ('draft', 'checked', 'approved', 'inForce', 'superseded', 'withdrawn')),
  from_on date,
  to_on date,
  note text not null default '',
  -- Counts up with each change of the text, so that two editors do not overwrite one another.
  revision integer not null default 1,
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null,
  checked_by uuid,
  checked_by_name text,
  checked_at timestamptz,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  -- The document itself, attached by the office, and its text to stand beside our words.
  document uuid,
  document_name text,
  document_text text,
  demo boolean not null default false,
  unique (area, pack, number),
  check (state in ('draft', 'withdrawn') or (compiled is not null and errors = 0)),
  check (state not in ('inForce', 'superseded') or from_on is not null),
  check (to_on is null or to_on >= from_on),
  -- Four eyes; what was delivered with the program has no writer.
  check (approved_by is null or (approved_by is distinct from written_by and approved_by is distinct from checked_by))
);
create index pack_version_days on policy_tasks.pack_version (from_on, to_on) where from_on is not null;
alter table policy_tasks.pack_version enable row level security;
-- What binds is known to every official below; a draft to those of its area.
create policy reading on policy_tasks.pack_version for select to suiren_app
  using (current_setting('suiren.unit') = '' and (from_on is not null or area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint));
create policy jurisdiction on policy_tasks.pack_version to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select, insert, update on policy_tasks.pack_version to suiren_app;

-- A year whose assessment was frozen: no version takes effect in it any more.
create table policy_tasks.frozen_year (
  area bigint not null references platform.area (key),
  year integer not null check (year between 2000 and 2999),
  why text not null,
  frozen_at timestamptz not null default now(),
  frozen_by uuid,
  primary key (area, year)
);
alter table policy_tasks.frozen_year enable row level security;
create policy reading on policy_tasks.frozen_year for select to suiren_app using (current_setting('suiren.unit') = '');
create policy freezing on policy_tasks.frozen_year for insert to suiren_app
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select, insert on policy_tasks.frozen_year to suiren_app;

-- A task table as sent, until it is taken over: one's own alone.
create table policy_tasks.table_import (
  id uuid primary key,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  file_name text not null,
  tables jsonb not null
);
alter table policy_tasks.table_import enable row level security;
create policy own on policy_tasks.table_import to suiren_app
  using (created_by = nullif(current_setting('suiren.user'), '')::uuid) with check (created_by = nullif(current_setting('suiren.user'), '')::uuid);
grant select, insert, delete on policy_tasks.table_import to suiren_app;

-- What an area became is no secret: a document that names the old one means the new one.
grant select on platform.area_change to suiren_app;
