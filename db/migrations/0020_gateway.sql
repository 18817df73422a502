-- gateway: what devices sent, byte for byte, before anybody thought about it. Written in group commits, then acknowledged.
create schema if not exists gateway;
grant usage on schema gateway to suiren_app;

-- One frame as it came. `identity` is the hash of (sequence, command, application data unit) that tells a retransmission 重发.
create table gateway.message (
  id uuid not null,
  received_at timestamptz not null,
  address text not null,
  peer text not null,
  transport text not null check (transport in ('tcp', 'tls', 'udp')),
  sequence integer not null,
  command smallint not null,
  type smallint,
  object_count smallint,
  lane smallint not null check (lane in (0, 1, 2)),
  sent_at timestamptz,
  identity bigint not null,
  batch_id uuid not null,
  raw bytea not null,
  anomalies jsonb,
  primary key (id, received_at)
) partition by range (received_at);
comment on column gateway.message.lane is '0 fire, 1 other news, 2 sign of life';
create index message_address on gateway.message (address, received_at desc);
-- Nothing is lost when no partition was made ahead.
create table gateway.message_other partition of gateway.message default;

-- A frame is seen by whoever may see its transmitter; frames of unregistered transmitters only through the register's own doors.
alter table gateway.message enable row level security;
create policy jurisdiction on gateway.message for select to suiren_app
  using (exists (select from facilities.transmitter t where t.address = message.address));
grant select on gateway.message to suiren_app;

-- One partition a day of Asia/Shanghai, `days` ahead. A day whose rows already lie in the default partition stays there.
create function gateway.make_partitions(first_day date, days integer) returns integer language plpgsql as $$
declare
  made integer := 0;
  day date;
begin
  perform pg_advisory_xact_lock(26875020);
  for day in select first_day + n from generate_series(0, days - 1) n loop
    if to_regclass(format('gateway.message_%s', to_char(day, 'YYYYMMDD'))) is null then
      begin
        execute format('create table gateway.%I partition of gateway.message for values from (%L) to (%L)',
          'message_' || to_char(day, 'YYYYMMDD'), (day::timestamp at time zone 'Asia/Shanghai'), ((day + 1)::timestamp at time zone 'Asia/Shanghai'));
        made := made + 1;
      exception when check_violation then
        null;
      end;
    end if;
  end loop;
  return made;
end
$$;

-- A group commit 成组提交: the unit of projection. `first_at`, `last_at` lead to its messages' partitions.
create table gateway.batch (
  id uuid primary key,
  gateway text not null,
  at timestamptz not null,
  first_id uuid not null,
  last_id uuid not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  messages integer not null,
  fires integer not null,
  fire_projected_at timestamptz,
  projected_at timestamptz
);
create index batch_waiting on gateway.batch (id) where projected_at is null;
create index batch_at on gateway.batch (at);

-- Bytes nobody could read, and messages nobody could project, each with its reason; bounded a peer and minute, the rest is counted.
create table gateway.unreadable (
  id uuid primary key,
  at timestamptz not null,
  peer text not null,
  transport text not null,
  address text,
  reason text not null,
  detail text,
  byte_offset bigint,
  bytes bytea,
  byte_count integer not null,
  count integer not null default 1,
  message_id uuid
);
create index unreadable_at on gateway.unreadable (at);
create index unreadable_address on gateway.unreadable (address, at) where address is not null;

-- Connections that spoke: opened, closed, why; `replaced` where two claimed one address.
create table gateway.connection (
  id uuid primary key,
  gateway text not null,
  address text not null,
  peer text not null,
  transport text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  why text,
  frames bigint not null default 0,
  bytes bigint not null default 0,
  claimed_from text
);
create index connection_address on gateway.connection (address, opened_at desc);
create index connection_open on gateway.connection (gateway) where closed_at is null;
create index connection_closed on gateway.connection (closed_at);
alter table gateway.connection enable row level security;
create policy jurisdiction on gateway.connection for select to suiren_app
  using (exists (select from facilities.transmitter t where t.address = connection.address));
grant select on gateway.connection to suiren_app;
