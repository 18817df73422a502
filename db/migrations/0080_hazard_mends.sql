-- A row named in a text column, as its key: what is no key names nobody. Casting the key to text instead would pass its index over.
create function platform.uuid_of(content text) returns uuid language sql immutable parallel safe as $$
  select case when content ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then content::uuid end
$$;

-- Alarms a hazard was raised from, or counted on: the hourly look passes them over. A hazard itself keeps only the first it came from.
create table hazard_loop.raised_alarm (
  alarm uuid primary key,
  hazard uuid not null,
  at timestamptz not null default now()
);
grant select, insert on hazard_loop.raised_alarm to suiren_app;
insert into hazard_loop.raised_alarm (alarm, hazard, at)
  select distinct on (platform.uuid_of(origin_id)) platform.uuid_of(origin_id), id, opened_at from hazard_loop.hazard
  where origin_name = 'remote-monitoring.alarm' and platform.uuid_of(origin_id) is not null order by platform.uuid_of(origin_id), id desc;

-- Whoever submits a listing does not pass it.
alter table supervision_listing.listing add column "submitted_by" uuid;
create index "listing_submitted_by" on supervision_listing.listing ("submitted_by");
