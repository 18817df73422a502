-- A document of the same letters may bind in several places: its duties, their measures and the targets set for them are told apart by the place.

-- Those that stand twice for one place (the letters alone, then with the place behind them) become one: who is owed now stays, with all that was entered.
alter table policy_tasks.standing disable trigger user;
create temporary table twice on commit drop as
  select d.id as gone, k.id as kept from policy_tasks.duty d
    join lateral (select o.id from policy_tasks.duty o where split_part(o.pack, '@', 1) = split_part(d.pack, '@', 1) and o.pack_area = d.pack_area
      and o.clause = d.clause and o.key = d.key order by o.ended_on is not null, o.id limit 1) k on k.id <> d.id;
update policy_tasks.evidence e set duty = t.kept from twice t where e.duty = t.gone;
update policy_tasks.waiver w set duty = t.kept from twice t where w.duty = t.gone
  and not (w.state = 'applied' and exists (select from policy_tasks.waiver o where o.duty = t.kept and o.organ = w.organ and o.state = 'applied'));
delete from policy_tasks.waiver w using twice t where w.duty = t.gone;
-- Of two standings of one owner and period the frozen one stays, else the one of the duty that is owed now.
create temporary table same on commit drop as
  select case when g.frozen and not k.frozen then k.id else g.id end as gone, case when g.frozen and not k.frozen then g.id else k.id end as kept
    from twice t join policy_tasks.standing g on g.duty = t.gone join policy_tasks.standing k on k.duty = t.kept and k.organ = g.organ and k.period = g.period;
delete from policy_tasks.urging u using same s where u.standing = s.gone and u.kind = 'urge' and u.rule_days is null
  and exists (select from policy_tasks.urging o where o.standing = s.kept and o.on_day = u.on_day and o.kind = 'urge' and o.rule_days is null);
delete from policy_tasks.urging u using same s where u.standing = s.gone and u.rule_days is not null
  and exists (select from policy_tasks.urging o where o.standing = s.kept and o.kind = u.kind and o.rule_days = u.rule_days);
update policy_tasks.urging u set standing = s.kept from same s where u.standing = s.gone;
update policy_tasks.turn u set standing = s.kept from same s where u.standing = s.gone;
delete from policy_tasks.standing x using same s where x.id = s.gone;
update policy_tasks.standing x set duty = t.kept from twice t where x.duty = t.gone;
delete from policy_tasks.roll r using twice t where r.duty = t.gone and exists (select from policy_tasks.roll o where o.duty = t.kept and o.area = r.area and o.period = r.period);
update policy_tasks.roll r set duty = t.kept from twice t where r.duty = t.gone;
alter table policy_tasks.standing enable trigger user;

-- Measures made for a duty carry the place of its document: their cells go with them, since a stock is known from no other source.
create temporary table renamed on commit drop as
  select distinct content ->> 'measure' as old, 'duty.' || split_part(pack, '@', 1) || '@' || rtrim(pack_area::text, '0') || substr(content ->> 'measure', length('duty.' || pack) + 1) as new
    from policy_tasks.duty where content ->> 'measure' like 'duty.' || pack || '.%';
delete from renamed r where exists (select from renamed o where o.old = r.old and o.new > r.new);
delete from platform.cell c using renamed r where c.measure = r.old and r.old <> r.new and exists (select from platform.cell o where o.measure = r.new);
update platform.cell c set measure = r.new from renamed r where c.measure = r.old and r.old <> r.new;
update policy_tasks.duty d set content = jsonb_set(d.content, '{measure}', to_jsonb(r.new)), measures = array_replace(d.measures, r.old, r.new)
  from renamed r where d.content ->> 'measure' = r.old;

delete from policy_tasks.duty d using twice t where d.id = t.gone;
alter table policy_tasks.duty drop constraint duty_pack_clause_key_key;
update policy_tasks.duty set pack = split_part(pack, '@', 1) where pack like '%@%';
alter table policy_tasks.duty add constraint duty_place unique (pack, pack_area, clause, key);
-- Why it could not be judged when all was judged last; null: it was.
alter table policy_tasks.duty add column unjudged text;

-- Targets an office set: of one clause of one document in one place.
insert into platform.setting (name, value, updated_at, updated_by)
  select 'policy-tasks.target.' || d.pack || '@' || d.pack_area || '.' || d.clause || '.' || d.key, s.value, s.updated_at, s.updated_by
    from platform.setting s join policy_tasks.duty d on s.name = 'policy-tasks.target.' || d.clause || '.' || d.key
    on conflict do nothing;
delete from platform.setting s using policy_tasks.duty d where s.name = 'policy-tasks.target.' || d.clause || '.' || d.key;
