-- Imports: rows carry personal data, so what was read of a row lies in a sealed box; the file itself lies under the data directory until saved.
alter table platform.import
  add column head_row integer not null default 0,
  add column options jsonb not null default '{}',
  add column runner uuid;
create index import_mine on platform.import (created_by, ledger, created_at desc);
create index import_unfinished on platform.import (updated_at) where state in ('reading', 'checking', 'saving');

alter table platform.import_row
  drop column cells,
  drop column problems,
  add column box bytea,
  drop constraint import_row_level_check,
  add constraint import_row_level_check check (level in ('good', 'fixed', 'confirm', 'error', 'same', 'saved'));

-- Custom fields: proposed by the system administrator, in force when the security administrator agrees; retired, never deleted.
alter table platform.custom_field
  drop constraint custom_field_state_check,
  add constraint custom_field_state_check check (state in ('proposed', 'active', 'retired', 'refused')),
  add column proposal jsonb,
  add column proposed_by uuid,
  add column proposed_at timestamptz,
  add column decided_by uuid,
  add column decided_at timestamptz,
  add column decided_why text,
  add column promotion text not null default 'none' check (promotion in ('none', 'copying', 'done', 'failed')),
  add column changed_at timestamptz not null default now();

-- A promoted field has a real column beside its place in `custom`; whatever writes the one writes the other.
create function platform.spread_custom() returns trigger language plpgsql as $$
declare
  spread jsonb := '{}';
  key text;
begin
  foreach key in array tg_argv loop
    spread := spread || jsonb_build_object('c_' || key, new.custom -> key);
  end loop;
  return jsonb_populate_record(new, spread);
end
$$;

-- Promoted columns repeat what `custom` says: history keeps it once.
create or replace function platform.note_history() returns trigger language plpgsql as $$
declare
  before jsonb := to_jsonb(old);
  after jsonb := to_jsonb(new);
  changed jsonb;
begin
  select jsonb_object_agg(key, case when key = any (coalesce(string_to_array(tg_argv[1], ','), '{}')) then '"***"'::jsonb else value end)
    into changed
    from jsonb_each(before)
    where value is distinct from after -> key and key not in ('version', 'updated_at', 'search_text', 'last_at') and key not like 'c\_%';
  if changed is not null then
    insert into platform.history (ledger, row_id, version, by, old)
    values (tg_argv[0], old.id, old.version, nullif(current_setting('suiren.user', true), '')::uuid, changed)
    on conflict do nothing;
  end if;
  return null;
end
$$;
