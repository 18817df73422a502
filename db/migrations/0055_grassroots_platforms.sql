-- Platforms of others that hand over events, hear what became of them and show our page inside theirs (ADR 0028).
-- No grants: the row filter's role cannot read any of it.
create table grassroots.platform (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{3,39}$'),
  name text not null,
  kind text not null check (kind in ('city', 'grassroots', 'security', 'community', 'other')),
  area bigint not null references platform.area (key),
  scopes text[] not null check (scopes <@ array['events', 'feedback', 'warnings', 'embed']::text[]),
  webhook_url text,
  allow_private boolean not null default false,
  origin text,
  per_minute integer not null default 60 check (per_minute between 1 and 6000),
  state text not null default 'pending' check (state in ('pending', 'active', 'revoked')),
  -- sealed with the installation's key: a signature needs the secret itself
  secret bytea not null,
  secret_made_at timestamptz not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  approved_by uuid,
  approved_at timestamptz,
  revoked_at timestamptz,
  last_in_at timestamptz,
  refused integer not null default 0,
  last_refusal text,
  last_refused_at timestamptz,
  version integer not null default 1
);
create table grassroots.platform_nonce (
  platform uuid not null references grassroots.platform (id),
  nonce text not null,
  at timestamptz not null,
  primary key (platform, nonce)
);
create index platform_nonce_at on grassroots.platform_nonce (at);
create table grassroots.platform_rate (
  platform uuid not null references grassroots.platform (id),
  minute timestamptz not null,
  hits integer not null,
  primary key (platform, minute)
);
create table grassroots.embed_ticket (
  token_hash bytea primary key,
  platform uuid not null references grassroots.platform (id),
  account text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create table grassroots.embed_session (
  token_hash bytea primary key,
  platform uuid not null references grassroots.platform (id),
  account text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create table grassroots.delivery (
  id uuid primary key,
  platform uuid not null references grassroots.platform (id),
  kind text not null check (kind in ('feedback', 'warning', 'test')),
  type text not null,
  subject uuid,
  area bigint,
  sameness text not null,
  body text not null,
  state text not null check (state in ('pending', 'delivered', 'dead')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  next_at timestamptz,
  last_at timestamptz,
  delivered_at timestamptz,
  status integer,
  receipt text,
  trouble text,
  unique (platform, sameness)
);
create index delivery_due on grassroots.delivery (next_at) where state = 'pending';
create index delivery_newest on grassroots.delivery (platform, created_at desc);

-- The same event of a platform is one event, however often it is handed over.
create unique index event_platform_number on grassroots.event (platform_key, number) where deleted_at is null;

-- The category of a town is an attribute of the area: targets are set by it.
create function grassroots.note_category() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.area set attributes = attributes || jsonb_build_object('townCategory', new.category)
    where key = new.area and level = 'town' and attributes ->> 'townCategory' is distinct from new.category;
  return null;
end $$;
create trigger note_category after insert or update of category on grassroots.station for each row when (new.deleted_at is null) execute function grassroots.note_category();
