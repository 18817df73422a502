-- Documents issued and received; key tasks of a year. PT-0.1, TY-3.1.1, PT-3.3.1
alter table "policy_tasks"."task" drop constraint "task_source_kind_check";
alter table "policy_tasks"."task" add constraint "task_source_kind_check"
  check ("source_kind" in ('minutes', 'table', 'clause', 'finding', 'superior', 'document', 'plan', 'other'));

-- 文件印发
create table "policy_tasks"."issue" (
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
  "title" text not null,
  "kind" text not null check ("kind" in ('document', 'launch', 'measure', 'notice')),
  "pack" text,
  "clause" text,
  "issuer" uuid not null,
  "document_number" text,
  "issued_on" date not null,
  "meeting" text,
  "meeting_number" text,
  "meeting_on" date,
  "reply_by" date,
  "content" text,
  "finding" uuid,
  "papers" uuid[],
  "sent" bigint,
  "received" bigint,
  "assigned" bigint,
  primary key (id)
);
create index "issue_area_id" on "policy_tasks"."issue" (area, id);
create index "issue_issued_on_id" on "policy_tasks"."issue" ("issued_on", id);
create index "issue_area_issued_on_id" on "policy_tasks"."issue" (area, "issued_on", id);
create index "issue_search" on "policy_tasks"."issue" using gin (platform.bigrams(search_text));
create index "issue_kind" on "policy_tasks"."issue" ("kind", area, id);
create index "issue_pack" on "policy_tasks"."issue" ("pack", area, id);
create index "issue_issuer" on "policy_tasks"."issue" ("issuer");
create index "issue_issued_on" on "policy_tasks"."issue" ("issued_on", area, id);
create index "issue_finding" on "policy_tasks"."issue" ("finding");
alter table "policy_tasks"."issue" enable row level security;
create policy jurisdiction on "policy_tasks"."issue" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."issue" to suiren_app;
create trigger history after update on "policy_tasks"."issue" for each row execute function platform.note_history('policy-tasks.issue', '');

-- 文件签收
create table "policy_tasks"."receipt" (
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
  "kind" text not null check ("kind" in ('document', 'launch', 'measure', 'notice')),
  "organ" uuid not null,
  "issue_id" text not null,
  "issuer" uuid not null,
  "document_number" text,
  "issued_on" date not null,
  "meeting" text,
  "pack" text,
  "content" text,
  "papers" uuid[],
  "reply_by" date,
  "owner" text,
  "received_on" date,
  "tasks" bigint,
  "assigned_on" date,
  primary key (id)
);
create index "receipt_area_id" on "policy_tasks"."receipt" (area, id);
create index "receipt_issued_on_id" on "policy_tasks"."receipt" ("issued_on", id);
create index "receipt_area_issued_on_id" on "policy_tasks"."receipt" (area, "issued_on", id);
create index "receipt_search" on "policy_tasks"."receipt" using gin (platform.bigrams(search_text));
create index "receipt_kind" on "policy_tasks"."receipt" ("kind", area, id);
create index "receipt_organ" on "policy_tasks"."receipt" ("organ");
create index "receipt_issue_id" on "policy_tasks"."receipt" ("issue_id", area, id);
create index "receipt_issuer" on "policy_tasks"."receipt" ("issuer");
create index "receipt_open" on "policy_tasks"."receipt" (area, opened_at, id) where closed_at is null;
create index "receipt_due" on "policy_tasks"."receipt" (due_at, id) where closed_at is null;
create index "receipt_holder" on "policy_tasks"."receipt" (holder_organ, due_at) where closed_at is null;
create index "receipt_person" on "policy_tasks"."receipt" (holder_person, due_at) where closed_at is null;
create index "receipt_closed" on "policy_tasks"."receipt" (closed_at, area, id);
alter table "policy_tasks"."receipt" enable row level security;
create policy jurisdiction on "policy_tasks"."receipt" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."receipt" to suiren_app;
create trigger history after update on "policy_tasks"."receipt" for each row execute function platform.note_history('policy-tasks.receipt', '');

-- 年度重点任务
create table "policy_tasks"."key_task" (
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
  "year" bigint not null,
  "title" text not null,
  "clause" text,
  "stage" text,
  "organ" uuid not null,
  "target" text,
  "state" text not null check ("state" in ('open', 'done', 'carried', 'dropped')),
  "done_on" date,
  "outcome" text,
  "papers" uuid[],
  "carried_from" uuid,
  primary key (id)
);
create index "key_task_area_id" on "policy_tasks"."key_task" (area, id);
create index "key_task_year_id" on "policy_tasks"."key_task" ("year", id);
create index "key_task_area_year_id" on "policy_tasks"."key_task" (area, "year", id);
create index "key_task_search" on "policy_tasks"."key_task" using gin (platform.bigrams(search_text));
create index "key_task_pack" on "policy_tasks"."key_task" ("pack", area, id);
create index "key_task_year" on "policy_tasks"."key_task" ("year", area, id);
create index "key_task_clause" on "policy_tasks"."key_task" ("clause", area, id);
create index "key_task_organ" on "policy_tasks"."key_task" ("organ");
create index "key_task_state" on "policy_tasks"."key_task" ("state", area, id);
create index "key_task_carried_from" on "policy_tasks"."key_task" ("carried_from");
alter table "policy_tasks"."key_task" enable row level security;
create policy jurisdiction on "policy_tasks"."key_task" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "policy_tasks"."key_task" to suiren_app;
create trigger history after update on "policy_tasks"."key_task" for each row execute function platform.note_history('policy-tasks.key-task', '');

-- What waits for an organ's answer: asked by every 工作台 that is open.
create index urging_unanswered on policy_tasks.urging (to_organ, at desc) where kind = 'urge' and answered_at is null;
