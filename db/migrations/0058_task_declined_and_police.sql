-- A declined task goes back to who gave it without a step of its own; a town's committee has its police station among its members.
alter table "policy_tasks"."task" add column "declined" boolean;
create index "task_declined" on "policy_tasks"."task" ("declined", area, id);
alter table "committee"."committee" add column "police" boolean;

-- What a meeting saw is frozen under one hash.
alter table "committee"."meeting" add column "snapshot" text;
alter table "committee"."meeting" add column "sm3" text;
