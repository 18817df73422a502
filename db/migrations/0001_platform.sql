-- The machinery of the five ideas: the tree, history, audit, outbox, files, counters. Knows no word of fire.
do $$
begin
  if not exists (select from pg_roles where rolname = 'suiren_app') then
    create role suiren_app nologin;
  end if;
  execute format('grant suiren_app to %I', current_user);
end
$$;
grant usage on schema platform to suiren_app;

-- Area 辖区: one bigint tree key; a subtree is a range.
create table platform.area (
  key bigint primary key,
  level text not null check (level in ('province', 'city', 'county', 'town', 'village', 'grid')),
  parent bigint references platform.area (key),
  code text,
  name text not null,
  full_name text not null,
  pinyin text not null default '',
  lon double precision,
  lat double precision,
  attributes jsonb not null default '{}',
  valid_from date,
  valid_to date
);
create index area_parent on platform.area (parent, key);
create index area_name on platform.area (name);
grant select on platform.area to suiren_app;

-- What an area became: a merger keeps its line, frozen figures keep the old key.
create table platform.area_change (
  from_key bigint not null,
  to_key bigint not null,
  changed_on date not null,
  kind text not null check (kind in ('merge', 'rename', 'split', 'move')),
  primary key (from_key, to_key, changed_on)
);

-- Search: two-character grams find any substring of two or more characters, Chinese or not.
create function platform.bigrams(content text) returns text[] language sql immutable parallel safe strict as $$
  select coalesce(array_agg(distinct substr(lower(content), i, 2)), '{}')
  from generate_series(1, greatest(length(content) - 1, 1)) i
  where substr(content, i, 2) !~ '\s'
$$;

-- History: the old values of what an update changed, written by the database so that no way round it exists.
create table platform.history (
  ledger text not null,
  row_id uuid not null,
  version integer not null,
  at timestamptz not null default now(),
  by uuid,
  old jsonb not null,
  primary key (ledger, row_id, version)
);
grant select, insert on platform.history to suiren_app;

create function platform.note_history() returns trigger language plpgsql as $$
declare
  before jsonb := to_jsonb(old);
  after jsonb := to_jsonb(new);
  changed jsonb;
begin
  select jsonb_object_agg(key, case when key = any (coalesce(string_to_array(tg_argv[1], ','), '{}')) then '"***"'::jsonb else value end)
    into changed
    from jsonb_each(before)
    where value is distinct from after -> key and key not in ('version', 'updated_at', 'search_text', 'last_at');
  if changed is not null then
    insert into platform.history (ledger, row_id, version, by, old)
    values (tg_argv[0], old.id, old.version, nullif(current_setting('suiren.user', true), '')::uuid, changed)
    on conflict do nothing;
  end if;
  return null;
end
$$;

-- Audit 审计: written with the act, sealed into an SM3 chain a second later; nothing may change it.
create table platform.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor uuid,
  actor_name text not null,
  action text not null,
  subject text,
  subject_id text,
  area bigint,
  detail jsonb not null default '{}',
  xid xid8 not null default pg_current_xact_id(),
  hash bytea
);
create index audit_unsealed on platform.audit (id) where hash is null;
create index audit_subject on platform.audit (subject, subject_id, id);
create index audit_at on platform.audit (at);
grant insert on platform.audit to suiren_app;

create function platform.guard_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or tg_op = 'TRUNCATE' then
    raise exception 'audit entries cannot be removed';
  end if;
  if old.hash is not null or (to_jsonb(new) - 'hash') is distinct from (to_jsonb(old) - 'hash') then
    raise exception 'audit entries cannot be changed';
  end if;
  return new;
end
$$;
create trigger guard before update or delete on platform.audit for each row execute function platform.guard_audit();
create trigger guard_truncate before truncate on platform.audit for each statement execute function platform.guard_audit();

-- Outbox: events leave in the transaction that caused them and arrive at least once, in order.
create table platform.event (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  type text not null,
  area bigint,
  actor uuid,
  payload jsonb not null,
  xid xid8 not null default pg_current_xact_id()
);
create table platform.event_offset (
  handler text primary key,
  event_id bigint not null,
  failures integer not null default 0,
  last_error text,
  retry_at timestamptz
);
grant insert on platform.event to suiren_app;

-- Timeline of a case 时间线: corrections are new lines.
create table platform.timeline (
  id bigint generated always as identity primary key,
  case_name text not null,
  case_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  kind text not null check (kind in ('person', 'system', 'device')),
  actor uuid,
  actor_name text not null,
  move text,
  from_state text,
  to_state text,
  code text,
  given jsonb not null default '{}'
);
create index timeline_case on platform.timeline (case_id, id);
grant select, insert on platform.timeline to suiren_app;

-- Side requests of a case 抄告、会签、延期: parallel to its one state.
create table platform.request (
  id uuid primary key,
  case_name text not null,
  case_id uuid not null,
  area bigint not null,
  kind text not null,
  asked_at timestamptz not null default now(),
  asked_by uuid,
  to_organ uuid,
  due_at timestamptz,
  note text not null default '',
  answered_at timestamptz,
  answered_by uuid,
  granted boolean,
  answer text
);
create index request_case on platform.request (case_id);
create index request_open on platform.request (to_organ, due_at) where answered_at is null;
alter table platform.request enable row level security;
create policy jurisdiction on platform.request to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select, insert, update on platform.request to suiren_app;

-- Files: evidence by content hash; the bytes lie outside the database.
create table platform.file (
  id uuid primary key,
  sha256 bytea not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  area bigint not null,
  unit_id uuid,
  uploaded_by uuid,
  uploaded_at timestamptz not null default now(),
  details jsonb not null default '{}'
);
alter table platform.file enable row level security;
create policy jurisdiction on platform.file to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint
    and (current_setting('suiren.unit') = '' or unit_id = nullif(current_setting('suiren.unit'), '')::uuid))
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint);
grant select, insert on platform.file to suiren_app;

-- Custom fields 自定字段 and saved views, as data.
create table platform.custom_field (
  ledger text not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  area bigint not null,
  definition jsonb not null,
  state text not null default 'active' check (state in ('active', 'retired')),
  promoted boolean not null default false,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (ledger, key)
);
grant select, insert, update on platform.custom_field to suiren_app;

create table platform.saved_view (
  id uuid primary key,
  ledger text not null,
  owner uuid not null,
  shared_area bigint,
  label text not null,
  condition jsonb not null,
  sort text,
  created_at timestamptz not null default now()
);
create index saved_view_ledger on platform.saved_view (ledger, owner);
grant select, insert, update, delete on platform.saved_view to suiren_app;

-- Excel imports: the state of each row is kept, so one can leave and return.
create table platform.import (
  id uuid primary key,
  ledger text not null,
  file_name text not null,
  state text not null check (state in ('reading', 'mapping', 'checking', 'checked', 'saving', 'done', 'failed')),
  columns jsonb not null default '[]',
  datum text,
  counts jsonb not null default '{}',
  error text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table platform.import_row (
  import_id uuid not null references platform.import (id) on delete cascade,
  row_number integer not null,
  cells jsonb not null,
  problems jsonb not null default '[]',
  level text not null check (level in ('new', 'good', 'confirm', 'error', 'saved')),
  row_id uuid,
  primary key (import_id, row_number)
);
create index import_row_level on platform.import_row (import_id, level, row_number);
grant select, insert, update, delete on platform.import, platform.import_row to suiren_app;

-- Measure cells: pairs of sums per area and month, for every level, so any level and period is addition.
create table platform.cell (
  measure text not null,
  month date not null,
  area bigint not null,
  split text not null default '',
  num double precision not null,
  den double precision not null,
  computed_at timestamptz not null default now(),
  primary key (measure, month, area, split)
);
create table platform.dirty (source text not null, area bigint not null, month date not null, noted_at timestamptz not null default clock_timestamp());
create index dirty_source on platform.dirty (source);
grant insert on platform.dirty to suiren_app;
grant select on platform.cell to suiren_app;

-- Settings an administrator may change, with who did and why.
create table platform.setting (
  name text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now(),
  updated_by uuid
);
grant select on platform.setting to suiren_app;
