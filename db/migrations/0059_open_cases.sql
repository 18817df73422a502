-- What waits for a person, and what has stood open longest: found without reading the closed ones (2,000,000 hazards, 90,000 open).
do $$
declare
  r record;
begin
  for r in
    select c.table_schema, c.table_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.column_name = 'holder_person' and t.table_type = 'BASE TABLE'
      and exists (select 1 from information_schema.columns d
        where d.table_schema = c.table_schema and d.table_name = c.table_name and d.column_name = 'due_at')
  loop
    execute format('create index if not exists %I on %I.%I (holder_person, due_at) where closed_at is null', r.table_name || '_person', r.table_schema, r.table_name);
  end loop;
end $$;

create index hazard_open_opened on hazard_loop.hazard (opened_at, id) where closed_at is null;
create index hazard_repeated on hazard_loop.hazard (area, opened_at, id) include (unit) where times_before >= 1 and deleted_at is null;
create index unit_high_risk on places.unit (area, id) where high_risk and deleted_at is null;
create index hazard_open_point on hazard_loop.hazard (lon, lat) where closed_at is null;

-- The clearing board reads nothing but its indexes: the unit is what the row filter asks for.
drop index hazard_loop.hazard_board;
drop index hazard_loop.hazard_found_board;
create index hazard_board on hazard_loop.hazard (area, due_at) include (grade, opened_at, unit) where closed_at is null and deleted_at is null;
create index hazard_found_board on hazard_loop.hazard (opened_at, area) include (unit) where deleted_at is null;
create index hazard_cleared_board on hazard_loop.hazard (closed_at, area) include (unit) where state = 'closed' and deleted_at is null;
