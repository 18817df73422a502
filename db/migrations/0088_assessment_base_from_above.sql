-- What a government is scored by is written by who assesses it: its own office, whose rows these are, reads them and writes none.
create or replace function assessment.guard_base() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  frozen timestamptz;
  run bigint;
  lo bigint := nullif(current_setting('suiren.lo', true), '')::bigint;
  hi bigint := nullif(current_setting('suiren.hi', true), '')::bigint;
begin
  select e.frozen_at, y.area into frozen, run from assessment.entrant e join assessment.year y on y.id = e.year where e.id = new.entrant;
  if frozen is not null then
    raise exception 'the evidence of this year is frozen' using errcode = 'check_violation', constraint = 'frozen';
  end if;
  -- The program's own work has no range.
  if lo is not null and run is not null and run not between lo and hi then
    raise exception 'written by who assesses' using errcode = 'check_violation', constraint = 'not_own';
  end if;
  return new;
end
$$;
