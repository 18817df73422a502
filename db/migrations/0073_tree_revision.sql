-- Whether the tree or its organs were written since one last read them: asked before every judging, so it must cost one row, not the whole tree.
create table platform.revision (name text primary key, stamp uuid not null default gen_random_uuid());
insert into platform.revision (name) values ('tree');
grant select on platform.revision to suiren_app;

create function platform.note_tree_written() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update platform.revision set stamp = gen_random_uuid() where name = 'tree';
  return null;
end $$;
create trigger tree_written after insert or update or delete or truncate on platform.area for each statement execute function platform.note_tree_written();
create trigger tree_written after insert or update or delete or truncate on organizations.organ for each statement execute function platform.note_tree_written();

-- The open hazards and their closed ones of one street in a map box: narrowed by both at once.
create index hazard_area_point on hazard_loop.hazard (area, lon, lat) where deleted_at is null;
