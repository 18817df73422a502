-- A desk, which is one area, has one running shift: two officers who signed on at the same moment left two. Of those the newest goes on.
update remote_monitoring.shift s set ended_at = greatest(now(), s.from_at), version = version + 1, updated_at = now()
  where s.ended_at is null and s.deleted_at is null and exists (select from remote_monitoring.shift n
    where n.area = s.area and n.ended_at is null and n.deleted_at is null and (n.from_at, n.id) > (s.from_at, s.id));
create unique index shift_running on remote_monitoring.shift (area) where ended_at is null and deleted_at is null;
