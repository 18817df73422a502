-- The audit chain is walked in the order in which it was sealed, and each sealed entry now says its place. Until now the place was the id; but ids are
-- drawn before transactions end, and an entry that drew 8 and was committed after 9 had been sealed broke the chain at 8 for ever.
alter table platform.audit add column seq bigint;
alter table platform.audit disable trigger guard;
update platform.audit set seq = id where hash is not null;
alter table platform.audit enable trigger guard;
alter table platform.audit add check ((seq is null) = (hash is null));
create unique index audit_seq on platform.audit (seq);

create or replace function platform.guard_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or tg_op = 'TRUNCATE' then
    raise exception 'audit entries cannot be removed';
  end if;
  if old.hash is not null or (to_jsonb(new) - 'hash' - 'seq') is distinct from (to_jsonb(old) - 'hash' - 'seq') then
    raise exception 'audit entries cannot be changed';
  end if;
  return new;
end
$$;
