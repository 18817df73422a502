-- What a first start has filled, step by step: one that was broken off goes on after the last step that was committed. 'all' comes last and decides.
create table platform.filled (step text primary key, at timestamptz not null default now());
insert into platform.filled (step) select 'all' where exists (select from platform.area);

-- When a forward to 119 is to be tried (again); taken by an attempt it moves on, so that two never send the same at once.
alter table remote_monitoring.forward add column next_at timestamptz;
update remote_monitoring.forward set next_at = now() where state in ('sending', 'failed') and attempts < 40 and last_at > now() - interval '1 hour';
create index forward_due on remote_monitoring.forward (next_at) where next_at is not null;
