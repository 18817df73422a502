-- Events are heard in the order their transactions were numbered, not in the order their own numbers were drawn: a transaction that drew number 5 may
-- end after another that drew 6, and whoever had gone on to 6 would never hear 5. The index finds what is new of some types without reading the rest.
create index event_of_type on platform.event (type, xid, id);
alter table platform.event_offset add column event_xid xid8 not null default '0';
-- Nothing is missed; what lies between may be heard once more.
update platform.event_offset o set event_xid = n.xid, event_id = case when n.ahead then 0 else o.event_id end
from platform.event_offset p cross join lateral (
  select coalesce(min(e.xid) filter (where e.id > p.event_id), max(e.xid), '0') as xid, coalesce(bool_or(e.id > p.event_id), false) as ahead from platform.event e) n
where p.handler = o.handler;
