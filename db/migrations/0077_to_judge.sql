-- Duties to be judged whole: noted in the transaction that made it necessary, done afterwards in short ones, and gone on with after a stop.
create table policy_tasks.to_judge (duty integer primary key references policy_tasks.duty (id) on delete cascade, since timestamptz not null default now());
grant select on policy_tasks.to_judge to suiren_app;

-- What a duty came to in a period when it was last judged whole: judged the same again, its rows need not be compared one by one.
create table policy_tasks.judged (duty integer not null references policy_tasks.duty (id) on delete cascade, period text not null, digest text not null, primary key (duty, period));
