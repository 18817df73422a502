-- Old messages leave by whole days: dropping a partition costs nothing and leaves no holes. What lies in the default partition stays.

-- The days there are, oldest first; published for whoever shows how far back messages reach.
create function gateway.message_days() returns table (day date, partition text) language sql stable as $$
  select to_date(right(c.relname, 8), 'YYYYMMDD'), c.relname::text
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'gateway.message'::regclass and c.relname ~ '^message_\d{8}$' order by 1
$$;

-- Drops one day and answers how many messages went; null where one of them is still waiting to be projected, or the day is not there.
-- Dropping asks for the whole table for a moment: the caller sets a short `lock_timeout`, so that a long reader delays it and not the devices.
create function gateway.drop_message_day(gone date) returns bigint language plpgsql as $$
declare
  partition text := format('message_%s', to_char(gone, 'YYYYMMDD'));
  day_begins timestamptz := gone::timestamp at time zone 'Asia/Shanghai';
  day_ends timestamptz := (gone + 1)::timestamp at time zone 'Asia/Shanghai';
  messages bigint;
begin
  if not exists (select from gateway.message_days() d where d.day = gone)
    or exists (select from gateway.batch b where b.projected_at is null and b.first_at < day_ends and b.last_at >= day_begins) then
    return null;
  end if;
  execute format('select count(*) from gateway.%I', partition) into messages;
  execute format('drop table gateway.%I', partition);
  delete from gateway.batch b where b.projected_at is not null and b.at < day_ends;
  return messages;
end
$$;
