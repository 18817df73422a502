-- Custom fields: their place in the form, and the filling of rows that were there before.
alter table platform.custom_field
  add column position integer not null default 0,
  add column filling jsonb;

-- My work 工作台: what somebody moved and what somebody opened, newest first, without reading anybody else's lines.
create index timeline_moved on platform.timeline (actor, id desc) where move is not null and kind = 'person';
create index timeline_opened on platform.timeline (actor, at desc, id desc) where from_state is null and to_state is not null and kind = 'person';

-- 抄送: a request for information only. What it is about stands in it, since whoever is told may have no right to the case itself.
alter table platform.request add column subject text not null default '';
create index request_asked on platform.request (asked_by, asked_at desc, id desc);
create index request_notice on platform.request (to_organ, asked_at desc, id desc) where kind = 'notice';

-- 抄送 is read by people, one by one; who has read is a fact of its own.
create table platform.request_read (
  request_id uuid not null references platform.request (id) on delete cascade,
  user_id uuid not null,
  read_at timestamptz not null default now(),
  primary key (user_id, request_id)
);
grant select, insert on platform.request_read to suiren_app;
alter table platform.request_read enable row level security;
create policy own on platform.request_read to suiren_app
  using (user_id = nullif(current_setting('suiren.user'), '')::uuid)
  with check (user_id = nullif(current_setting('suiren.user'), '')::uuid);

-- How a person likes a screen: columns, widths, what stays folded. Followed to whatever desk he sits at.
create table platform.preference (
  user_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  value jsonb not null,
  changed_at timestamptz not null default now(),
  primary key (user_id, name)
);
grant select, insert, update, delete on platform.preference to suiren_app;
alter table platform.preference enable row level security;
create policy own on platform.preference to suiren_app
  using (user_id = nullif(current_setting('suiren.user'), '')::uuid)
  with check (user_id = nullif(current_setting('suiren.user'), '')::uuid);
