-- Users, and apart from them what proves who they are and what they may do. The row filter's role reads none of the latter.
create schema if not exists "identity";
grant usage on schema "identity" to suiren_app;

-- 用户
create table "identity"."user" (
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
  "account" text not null,
  "kind" text not null check ("kind" in ('official', 'unit', 'system-admin', 'security-admin', 'audit-admin')),
  "state" text not null check ("state" in ('pending', 'active', 'disabled')),
  "organ" uuid,
  "post" text,
  "phone" bytea,
  "phone_hash" bytea,
  "unit" uuid,
  "last_login_at" timestamptz,
  primary key (id)
);
create index "user_area_id" on "identity"."user" (area, id);
create index "user_account_id" on "identity"."user" ("account", id);
create index "user_area_account_id" on "identity"."user" (area, "account", id);
create index "user_search" on "identity"."user" using gin (platform.bigrams(search_text));
create unique index "user_account_unique" on "identity"."user" ("account") where deleted_at is null;
create index "user_kind" on "identity"."user" ("kind", area, id);
create index "user_state" on "identity"."user" ("state", area, id);
create index "user_organ" on "identity"."user" ("organ");
create index "user_phone_hash" on "identity"."user" ("phone_hash");
create index "user_unit" on "identity"."user" ("unit");
alter table "identity"."user" enable row level security;
create policy jurisdiction on "identity"."user" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (current_setting('suiren.unit') = '' or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
-- The names of the city's officials stand on every row they signed, in whatever district; lists stay within the reader's range.
create policy names on "identity"."user" for select to suiren_app using ("kind" <> 'unit' and current_setting('suiren.unit') = '');
-- Accounts are opened, switched and bound to rights by the owner's routes alone; the standard form changes only what stands here.
grant select, update ("name", "organ", "post", "phone", "phone_hash", "custom", "search_text", "version", "updated_at") on "identity"."user" to suiren_app;
-- Not of last_login_at: a login is no change of the row.
create trigger history after update of "area", "name", "account", "kind", "state", "organ", "post", "phone", "phone_hash", "unit", "custom", "deleted_at", "deleted_why" on "identity"."user" for each row execute function platform.note_history('identity.user', 'phone,phone_hash');

-- Passwords and second keys. `previous` keeps old hashes, newest first, so that none comes back soon.
create table identity.credential (
  user_id uuid primary key references identity."user" (id),
  password_hash text not null,
  password_set_at timestamptz not null,
  must_change boolean not null,
  previous text[] not null default '{}',
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  check (totp_confirmed_at is null or totp_secret is not null)
);

create table identity.recovery_code (
  code_hash bytea primary key,
  user_id uuid not null references identity.credential (user_id),
  used_at timestamptz
);
create index recovery_code_user on identity.recovery_code (user_id);

-- Roles an office made, and its own patterns for built-in ones (null: as the modules declare).
create table identity.role (
  key text primary key check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
  label text not null,
  kind text not null check (kind in ('official', 'unit', 'system-admin', 'security-admin', 'audit-admin')),
  built_in boolean not null,
  patterns text[],
  updated_at timestamptz not null default now(),
  updated_by uuid,
  check (built_in or patterns is not null),
  check (kind in ('official', 'unit') or patterns is null)
);

-- Posting 任职: who may act as what, for which organ, where. One of a person's postings is active in each session.
create table identity.posting (
  id uuid primary key,
  user_id uuid not null references identity."user" (id),
  role text not null references identity.role (key),
  organ uuid,
  area bigint not null references platform.area (key),
  title text,
  granted_by uuid,
  granted_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid
);
create unique index posting_once on identity.posting (user_id, role, organ, area) nulls not distinct where ended_at is null;
create index posting_user on identity.posting (user_id) where ended_at is null;

-- An account holds roles of its own kind only, so nobody joins two of the three administrators.
create function identity.check_posting() returns trigger language plpgsql as $$
begin
  if (select kind from identity.role where key = new.role) is distinct from (select kind from identity."user" where id = new.user_id) then
    raise exception 'posting of another kind than its account';
  end if;
  return new;
end
$$;
create trigger same_kind before insert or update of role, user_id on identity.posting for each row execute function identity.check_posting();

create table identity.session (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id uuid not null references identity."user" (id),
  posting uuid references identity.posting (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  address text not null
);
create index session_of_user on identity.session (user_id);
create index session_seen on identity.session (last_seen_at);

-- Failures per account, known or not, and per address.
create table identity.throttle (
  kind text not null check (kind in ('account', 'address')),
  key text not null,
  failures integer not null,
  last_failed_at timestamptz,
  locked_until timestamptz,
  primary key (kind, key)
);
create index throttle_old on identity.throttle (last_failed_at);
