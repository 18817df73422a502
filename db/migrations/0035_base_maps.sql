-- Base maps 底图: tiles an office imported, drawn beneath boundaries and points. The bytes lie under the data directory, files/base-maps/<id>.pmtiles.
create schema if not exists base_maps;

create table base_maps.base_map (
  id uuid primary key,
  state text not null check (state in ('uploading', 'kept', 'withdrawn')),
  name text not null,
  source text not null,
  attribution text not null,
  -- 审图号; an office that has none says so by leaving it empty.
  approval_number text,
  datum text not null check (datum in ('cgcs2000', 'wgs84', 'gcj02', 'bd09')),
  valid_until date,
  file_name text not null,
  upload_bytes bigint not null,
  -- What the file says of itself once it was checked.
  facts jsonb,
  in_light boolean not null default false,
  in_dark boolean not null default false,
  withdrawn_why text,
  created_at timestamptz not null default now(),
  created_by uuid,
  kept_at timestamptz,
  withdrawn_at timestamptz,
  check (state = 'uploading' or facts is not null),
  check (state = 'kept' or not (in_light or in_dark))
);
create unique index base_map_light on base_maps.base_map (in_light) where in_light;
create unique index base_map_dark on base_maps.base_map (in_dark) where in_dark;
