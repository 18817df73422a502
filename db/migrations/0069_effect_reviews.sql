-- Reviews of effects, and the changes that follow from them. PT-3.3.2

-- 成效评估
create table "policy_tasks"."effect_review" (
  "id" uuid not null,
  "area" bigint not null,
  "version" integer not null default 1,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz,
  "deleted_why" text,
  "demo" boolean not null default false,
  "custom" jsonb not null default '{}',
  "search_text" text not null default '',
  "pack" text not null,
  "reviewed_on" date not null,
  "grade" text not null check ("grade" in ('good', 'fair', 'weak')),
  "conclusion" text not null,
  "owed" bigint,
  "met" bigint,
  "overdue" bigint,
  "percent" double precision,
  "tasks_total" bigint,
  "tasks_done" bigint,
  "papers" uuid[],
  primary key (id)
);
create index "effect_review_area_id" on "policy_tasks"."effect_review" (area, id);
create index "effect_review_reviewed_on_id" on "policy_tasks"."effect_review" ("reviewed_on", id);
create index "effect_review_area_reviewed_on_id" on "policy_tasks"."effect_review" (area, "reviewed_on", id);
create index "effect_review_search" on "policy_tasks"."effect_review" using gin (platform.bigrams(search_text));
create index "effect_review_pack" on "policy_tasks"."effect_review" ("pack", area, id);
create index "effect_review_grade" on "policy_tasks"."effect_review" ("grade", area, id);
alter table "policy_tasks"."effect_review" enable row level security;
create policy jurisdiction on "policy_tasks"."effect_review" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."effect_review" to suiren_app;
create trigger history after update on "policy_tasks"."effect_review" for each row execute function platform.note_history('policy-tasks.effect-review', '');

-- 优化建议
create table "policy_tasks"."proposal" (
  "id" uuid not null,
  "area" bigint not null,
  "version" integer not null default 1,
  "created_at" timestamptz not null default now(),
  "created_by" uuid,
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz,
  "deleted_why" text,
  "demo" boolean not null default false,
  "custom" jsonb not null default '{}',
  "search_text" text not null default '',
  "state" text not null,
  "holder_organ" uuid,
  "holder_post" text,
  "holder_person" uuid,
  "due_at" timestamptz,
  "opened_at" timestamptz not null,
  "closed_at" timestamptz,
  "repeats" bigint not null default 1,
  "last_at" timestamptz,
  "title" text not null,
  "kind" text not null check ("kind" in ('workflow', 'weight', 'norm')),
  "subject" text not null,
  "pack" text,
  "review" uuid,
  "now_is" text not null,
  "should_be" text not null,
  "reason" text not null,
  "papers" uuid[],
  "effective_on" date,
  "version_number" bigint,
  "decided_on" date,
  "decided_why" text,
  primary key (id)
);
create index "proposal_area_id" on "policy_tasks"."proposal" (area, id);
create index "proposal_opened_at_id" on "policy_tasks"."proposal" ("opened_at", id);
create index "proposal_area_opened_at_id" on "policy_tasks"."proposal" (area, "opened_at", id);
create index "proposal_decided_on_id" on "policy_tasks"."proposal" ("decided_on", id);
create index "proposal_area_decided_on_id" on "policy_tasks"."proposal" (area, "decided_on", id);
create index "proposal_search" on "policy_tasks"."proposal" using gin (platform.bigrams(search_text));
create index "proposal_kind" on "policy_tasks"."proposal" ("kind", area, id);
create index "proposal_subject" on "policy_tasks"."proposal" ("subject", area, id);
create index "proposal_review" on "policy_tasks"."proposal" ("review");
create index "proposal_open" on "policy_tasks"."proposal" (area, opened_at, id) where closed_at is null;
create index "proposal_due" on "policy_tasks"."proposal" (due_at, id) where closed_at is null;
create index "proposal_holder" on "policy_tasks"."proposal" (holder_organ, due_at) where closed_at is null;
create index "proposal_person" on "policy_tasks"."proposal" (holder_person, due_at) where closed_at is null;
create index "proposal_closed" on "policy_tasks"."proposal" (closed_at, area, id);
alter table "policy_tasks"."proposal" enable row level security;
create policy jurisdiction on "policy_tasks"."proposal" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."proposal" to suiren_app;
create trigger history after update on "policy_tasks"."proposal" for each row execute function platform.note_history('policy-tasks.proposal', '');
