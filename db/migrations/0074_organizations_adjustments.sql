-- 行政区划调整: changes of areas, prepared by one and confirmed by another, carried out once (ADR 0029).

-- The line keeps the names of its day, and which change drew it.
alter table platform.area_change
  add column adjustment uuid,
  add column from_name text,
  add column to_name text;
create index area_change_to on platform.area_change (to_key);
create index area_parent_current on platform.area (parent, key) where valid_to is null;

create table organizations.area_adjustment (
  id uuid primary key,
  kind text not null check (kind in ('rename', 'merge', 'move', 'establish')),
  -- As asked; the plan follows from it and from the tree of the day.
  given jsonb not null,
  effective_on date not null,
  document text not null,
  reason text not null,
  state text not null check (state in ('prepared', 'approved', 'running', 'done', 'failed', 'withdrawn')),
  -- Names as they were when it was prepared: what it was called stays readable when they have changed.
  names jsonb not null,
  -- Laid down when it begins and never again: begun twice it moves the same rows to the same places.
  plan jsonb,
  prepared_by uuid,
  prepared_by_name text not null,
  prepared_at timestamptz not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  withdrawn_by_name text,
  withdrawn_at timestamptz,
  withdrawn_why text,
  started_at timestamptz,
  done_at timestamptz,
  steps integer,
  -- Why it could not be carried out, as problems; or what interrupted it last.
  problems jsonb not null default '[]',
  trouble text,
  check (state not in ('approved', 'running', 'done') or approved_by is not null),
  check (approved_by is distinct from prepared_by or approved_by is null),
  check (state not in ('running', 'done') or plan is not null)
);
create index area_adjustment_state on organizations.area_adjustment (state, effective_on);

create table organizations.area_adjustment_step (
  adjustment uuid not null references organizations.area_adjustment (id),
  name text not null,
  rows bigint not null,
  at timestamptz not null,
  primary key (adjustment, name)
);

-- What a list was checked by does not change; the place it belongs to may.
create or replace function inspection.keep_final_items() returns trigger language plpgsql as $$
declare
  place constant text[] := array['area', 'version', 'updated_at'];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - place = to_jsonb(old) - place then
    return new;
  end if;
  if (select state from inspection.checklist where id = new.checklist) <> 'draft' then
    raise exception 'inspection: an item of a check list in force is not changed';
  end if;
  return new;
end
$$;

-- Where people were counted and are no more, their cells go too.
create function assessment.drop_people() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from platform.cell c where c.measure = 'assessment.people' and c.area in (select s.area from stale s)
    and not exists (select from assessment.population x where x.area = c.area and x.deleted_at is null);
  return null;
end
$$;
create trigger drop_people after update on assessment.population referencing old table as stale for each statement execute function assessment.drop_people();
