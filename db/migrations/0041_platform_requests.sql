-- Side requests of a case that somebody must answer (抄告、协办、延期、会签): received, answered, and where the case says so looked at again.
alter table platform.request
  add column number text,
  add column from_organ uuid,
  add column given jsonb not null default '{}',
  add column files uuid[] not null default '{}',
  add column received_at timestamptz,
  add column received_by uuid,
  add column answer_files uuid[] not null default '{}',
  add column settled_at timestamptz,
  add column settled_by uuid,
  add column returns integer not null default 0,
  add column escalated_at timestamptz;
drop index platform.request_open;
create index request_open on platform.request (to_organ, due_at, id) where answered_at is null and kind <> 'notice';
create index request_unsettled on platform.request (case_id) where settled_at is null and kind <> 'notice';
create index request_due on platform.request (due_at) where answered_at is null and kind <> 'notice';

-- Whoever is asked sees the request and answers it, wherever the case lies; whoever asked sees what he asked.
create policy asked_of_organ on platform.request to suiren_app
  using (to_organ = nullif(current_setting('suiren.organ', true), '')::uuid)
  with check (to_organ = nullif(current_setting('suiren.organ', true), '')::uuid);
create policy asked_by_person on platform.request for select to suiren_app
  using (asked_by = nullif(current_setting('suiren.user', true), '')::uuid);
create policy asks on platform.request for insert to suiren_app
  with check (asked_by = nullif(current_setting('suiren.user', true), '')::uuid);

-- Numbers of requests by kind and year: 抄告〔2026〕12号.
create table platform.request_counter (prefix text not null, year integer not null, last integer not null, primary key (prefix, year));
grant select, insert, update on platform.request_counter to suiren_app;

-- Reminders 三级提醒: each level of each deadline once. A new deadline begins anew.
create table platform.reminder (
  case_name text not null,
  case_id uuid not null,
  level integer not null,
  due_at timestamptz not null,
  area bigint not null,
  sent_at timestamptz not null,
  to_organ uuid,
  escalated boolean not null default false,
  primary key (case_id, level, due_at)
);
create index reminder_area on platform.reminder (case_name, area, sent_at);
grant select on platform.reminder to suiren_app;
alter table platform.reminder enable row level security;
create policy jurisdiction on platform.reminder for select to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
