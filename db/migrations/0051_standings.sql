-- What organs owe by the packs in force, and how it stands: computed by workers, read by boards.

create schema if not exists policy_tasks;
grant usage on schema policy_tasks to suiren_app;

-- Duties as they were laid out from the packs: what boards and panels say of a clause without reading the pack again.
create table policy_tasks.duty (
  id integer generated always as identity primary key,
  pack text not null,
  clause text not null,
  key text not null, -- '' for a clause that only awaits another capability
  -- Where the clause stands in its pack.
  position integer not null,
  version integer not null,
  pack_area bigint not null,
  -- The duty and its clause, as compiled.
  content jsonb not null,
  -- Measures its figure rests on, those behind a ratio included.
  measures text[] not null default '{}',
  leads uuid[] not null default '{}',
  supports uuid[] not null default '{}',
  laid_at timestamptz not null default now(),
  ended_on date,
  unique (pack, clause, key)
);
create index duty_measures on policy_tasks.duty using gin (measures);
grant select on policy_tasks.duty to suiren_app;

create table policy_tasks.standing (
  id uuid primary key default gen_random_uuid(),
  duty integer not null references policy_tasks.duty (id),
  area bigint not null,
  organ uuid not null,
  period text not null,
  period_from date not null,
  period_to date not null,
  opens_on date not null,
  due_on date not null,
  status text not null check (status in ('met', 'at-risk', 'open', 'overdue', 'no-data', 'waived', 'not-due', 'not-applicable')),
  value double precision,
  num double precision,
  den double precision,
  target double precision,
  evidence text not null check (evidence in ('computed', 'hand', 'none')),
  -- Since when it stands so.
  turned_on date,
  -- A forecast, never a fact: when the figure passes its aim if its last months go on, what it is in thirty days, and its step a month.
  red_on date,
  red_value double precision,
  per_month double precision,
  version integer not null,
  frozen boolean not null default false,
  computed_at timestamptz not null default now(),
  unique (duty, organ, period)
);
create index standing_area on policy_tasks.standing (area, period, duty);
create index standing_duty on policy_tasks.standing (duty, period, area) include (status);
create index standing_due on policy_tasks.standing (due_on, area);
alter table policy_tasks.standing enable row level security;
create policy jurisdiction on policy_tasks.standing to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select on policy_tasks.standing to suiren_app;
create index standing_organ on policy_tasks.standing (organ, duty);
create index standing_red on policy_tasks.standing (red_on, area) where red_on is not null;

-- A frozen year never changes, whoever writes.
create function policy_tasks.keep_frozen() returns trigger language plpgsql as $$
begin
  return null;
end
$$;
create trigger keep_frozen before update or delete on policy_tasks.standing for each row when (old.frozen) execute function policy_tasks.keep_frozen();

-- Turns: when a standing became what it is, and what the figure was.
create table policy_tasks.turn (
  id bigint generated always as identity primary key,
  standing uuid not null,
  area bigint not null,
  at timestamptz not null default now(),
  on_day date not null,
  from_status text,
  to_status text not null,
  value double precision
);
create index turn_standing on policy_tasks.turn (standing, id desc);
create index turn_day on policy_tasks.turn (on_day, area);
alter table policy_tasks.turn enable row level security;
create policy jurisdiction on policy_tasks.turn to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select on policy_tasks.turn to suiren_app;

create function policy_tasks.note_turn() returns trigger language plpgsql as $$
begin
  insert into policy_tasks.turn (standing, area, on_day, from_status, to_status, value)
    select f.id, f.area, coalesce(f.turned_on, (now() at time zone 'Asia/Shanghai')::date), s.status, f.status, f.value
    from fresh f join stale s on s.id = f.id where f.status <> s.status;
  return null;
end
$$;
create trigger note_turn after update on policy_tasks.standing referencing new table as fresh old table as stale
  for each statement execute function policy_tasks.note_turn();

-- The subtree of every area above those that owe, so that a board of cities or counties reads hundreds of rows and not a hundred thousand.
create table policy_tasks.roll (
  area bigint not null,
  period text not null,
  duty integer not null references policy_tasks.duty (id),
  owed integer not null,
  met integer not null,
  at_risk integer not null,
  open integer not null,
  overdue integer not null,
  no_data integer not null,
  waived integer not null,
  idle integer not null, -- not yet begun or not applicable: not owed
  value double precision,
  num double precision,
  den double precision,
  primary key (area, period, duty)
);
alter table policy_tasks.roll enable row level security;
create policy jurisdiction on policy_tasks.roll to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select on policy_tasks.roll to suiren_app;

-- Entered by hand, with its proof: never changed, corrected by a later one.
create table policy_tasks.evidence (
  id uuid primary key,
  duty integer not null references policy_tasks.duty (id),
  area bigint not null,
  organ uuid not null,
  period text not null,
  value double precision,
  on_day date not null,
  note text not null,
  files uuid[] not null default '{}',
  by_user uuid,
  by_name text not null,
  by_organ text,
  at timestamptz not null,
  demo boolean not null default false
);
create index evidence_duty on policy_tasks.evidence (duty, organ, at desc);
alter table policy_tasks.evidence enable row level security;
create policy jurisdiction on policy_tasks.evidence to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select, insert on policy_tasks.evidence to suiren_app;

create table policy_tasks.waiver (
  id uuid primary key,
  duty integer not null references policy_tasks.duty (id),
  area bigint not null,
  organ uuid not null,
  reason text not null,
  until date not null,
  state text not null check (state in ('applied', 'approved', 'refused')),
  applied_by uuid,
  applied_name text not null,
  applied_at timestamptz not null,
  decided_by uuid,
  decided_name text,
  decided_at timestamptz,
  decision text,
  demo boolean not null default false
);
create unique index waiver_open on policy_tasks.waiver (duty, organ) where state = 'applied';
create index waiver_duty on policy_tasks.waiver (duty, organ, applied_at desc);
alter table policy_tasks.waiver enable row level security;
create policy jurisdiction on policy_tasks.waiver to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select, insert, update on policy_tasks.waiver to suiren_app;

-- 催办, 报告上级, 列入约谈: by a person, or by the rule of the pack on its day, once.
create table policy_tasks.urging (
  id uuid primary key,
  standing uuid not null references policy_tasks.standing (id),
  area bigint not null,
  organ uuid not null,
  kind text not null check (kind in ('urge', 'report', 'interview')),
  -- Day after the due day on which the rule asks for it; null: a person did.
  rule_days integer,
  message text not null,
  on_day date not null,
  at timestamptz not null,
  by_user uuid,
  by_name text,
  by_organ text,
  to_organ uuid,
  answer_by date,
  received_at timestamptz,
  received_name text,
  answered_at timestamptz,
  answered_name text,
  answered_organ text,
  answer text,
  demo boolean not null default false
);
create unique index urging_rule on policy_tasks.urging (standing, kind, rule_days) where rule_days is not null;
create unique index urging_day on policy_tasks.urging (standing, on_day) where kind = 'urge' and rule_days is null;
create index urging_standing on policy_tasks.urging (standing, at desc);
alter table policy_tasks.urging enable row level security;
create policy jurisdiction on policy_tasks.urging to suiren_app
  using (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '')
  with check (area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
grant select, insert, update on policy_tasks.urging to suiren_app;

-- What was there when a year was frozen stays.
create function policy_tasks.freeze_standings() returns trigger language plpgsql security definer as $$
declare
  span bigint := case when new.area % 10000000000000 = 0 then 10000000000000 when new.area % 100000000000 = 0 then 100000000000
    when new.area % 1000000000 = 0 then 1000000000 when new.area % 1000000 = 0 then 1000000 else 1000 end;
begin
  update policy_tasks.standing set frozen = true where area between new.area and new.area + span - 1
    and period_to between make_date(new.year, 1, 1) and make_date(new.year, 12, 31) and not frozen;
  return null;
end
$$;
create trigger freeze_standings after insert on policy_tasks.frozen_year for each row execute function policy_tasks.freeze_standings();

-- When standings were last computed: one row.
create table policy_tasks.computed (one boolean primary key default true check (one), at timestamptz not null);
grant select on policy_tasks.computed to suiren_app;

-- Who sits where, by name: whom to call about a duty.
create view policy_tasks.v_post_holder as
  select p.organ, p.role, p.title, p.granted_at, u.id, u.name from identity.posting p join identity."user" u on u.id = p.user_id
  where p.ended_at is null and p.organ is not null and u.deleted_at is null;
grant select on policy_tasks.v_post_holder to suiren_app;

-- Boards read the upper levels of the tree: villages are most of the cells.
create index cell_upper on platform.cell (measure, month, area) where area % 1000000 = 0;
