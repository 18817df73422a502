-- What other modules may know of standings: of which pack and clause, whose, due when, how it stands. Under the asker's own row filter.
create view policy_tasks.v_standing with (security_invoker = true) as
  select s.id, d.pack, d.clause, d.key, s.area, s.organ, s.period, s.period_from, s.period_to, s.due_on, s.status, s.value, s.num, s.den, s.target, s.evidence, s.turned_on, s.frozen
  from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty;
grant select on policy_tasks.v_standing to suiren_app;
