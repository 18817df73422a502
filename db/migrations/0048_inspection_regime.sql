-- A regime holds for every place under its area, whoever asks there.
create view inspection.v_regime as
  select r.id, r.name, r.window_days, r."from", r.until, r.area,
    r.area + (case a.level when 'city' then 100000000000 when 'county' then 1000000000 when 'town' then 1000000 when 'village' then 1000 else 1 end)::bigint - 1 as hi
  from inspection.regime r join platform.area a on a.key = r.area where r.deleted_at is null;
grant select on inspection.v_regime to suiren_app;
