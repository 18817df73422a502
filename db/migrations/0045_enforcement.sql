-- 执法: documents, penalties, sealing, joint enforcement, construction review.
create schema if not exists "enforcement";
grant usage on schema "enforcement" to suiren_app;

-- 执法机关
create table "enforcement"."office" (
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
  "organ" uuid not null,
  "mark" text not null,
  "powers" text[] not null check ("powers" <@ array['inspection', 'penalty', 'sealing', 'construction', 'product', 'town']::text[]),
  "town" boolean,
  "basis" text,
  "from" date not null,
  "until" date,
  primary key (id)
);
create index "office_area_id" on "enforcement"."office" (area, id);
create index "office_search" on "enforcement"."office" using gin (platform.bigrams(search_text));
create index "office_organ" on "enforcement"."office" ("organ");
create unique index "office_mark_unique" on "enforcement"."office" ("mark") where deleted_at is null;
create index "office_town" on "enforcement"."office" ("town", area, id);
alter table "enforcement"."office" enable row level security;
create policy jurisdiction on "enforcement"."office" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."office" to suiren_app;
create trigger history after update on "enforcement"."office" for each row execute function platform.note_history('enforcement.office', '');

-- 文书模板
create table "enforcement"."template" (
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
  "kind" text not null,
  "kind_title" text not null,
  "organ" uuid,
  "edition" bigint not null,
  "in_force" boolean not null,
  "file_name" text not null,
  "sha256" text not null,
  "note" text,
  "retired_at" timestamptz,
  primary key (id)
);
create index "template_area_id" on "enforcement"."template" (area, id);
create index "template_search" on "enforcement"."template" using gin (platform.bigrams(search_text));
create index "template_kind" on "enforcement"."template" ("kind", area, id);
create index "template_organ" on "enforcement"."template" ("organ");
create index "template_in_force" on "enforcement"."template" ("in_force", area, id);
alter table "enforcement"."template" enable row level security;
create policy jurisdiction on "enforcement"."template" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."template" to suiren_app;
create trigger history after update on "enforcement"."template" for each row execute function platform.note_history('enforcement.template', '');

-- 执法人员
create table "enforcement"."officer" (
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
  "person" uuid not null,
  "certificate" text not null,
  "organ" uuid,
  "issued_on" date not null,
  "valid_until" date not null,
  "trained_on" date,
  "trained_hours" bigint,
  "exam_passed" boolean,
  primary key (id)
);
create index "officer_area_id" on "enforcement"."officer" (area, id);
create index "officer_valid_until_id" on "enforcement"."officer" ("valid_until", id);
create index "officer_area_valid_until_id" on "enforcement"."officer" (area, "valid_until", id);
create index "officer_search" on "enforcement"."officer" using gin (platform.bigrams(search_text));
create index "officer_person" on "enforcement"."officer" ("person");
create unique index "officer_certificate_unique" on "enforcement"."officer" ("certificate") where deleted_at is null;
create index "officer_organ" on "enforcement"."officer" ("organ");
create index "officer_valid_until" on "enforcement"."officer" ("valid_until", area, id);
alter table "enforcement"."officer" enable row level security;
create policy jurisdiction on "enforcement"."officer" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."officer" to suiren_app;
create trigger history after update on "enforcement"."officer" for each row execute function platform.note_history('enforcement.officer', '');

-- 复议诉讼
create table "enforcement"."appeal" (
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
  "penalty" uuid not null,
  "kind" text not null check ("kind" in ('reconsideration', 'litigation')),
  "organ_name" text not null,
  "filed_on" date not null,
  "decided_on" date,
  "outcome" text check ("outcome" in ('upheld', 'changed', 'revoked', 'unlawful', 'withdrawn')),
  "withdraw_by" date,
  "note" text,
  primary key (id)
);
create index "appeal_area_id" on "enforcement"."appeal" (area, id);
create index "appeal_filed_on_id" on "enforcement"."appeal" ("filed_on", id);
create index "appeal_area_filed_on_id" on "enforcement"."appeal" (area, "filed_on", id);
create index "appeal_search" on "enforcement"."appeal" using gin (platform.bigrams(search_text));
create index "appeal_penalty" on "enforcement"."appeal" ("penalty");
create index "appeal_kind" on "enforcement"."appeal" ("kind", area, id);
create index "appeal_decided_on" on "enforcement"."appeal" ("decided_on", area, id);
create index "appeal_outcome" on "enforcement"."appeal" ("outcome", area, id);
alter table "enforcement"."appeal" enable row level security;
create policy jurisdiction on "enforcement"."appeal" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."appeal" to suiren_app;
create trigger history after update on "enforcement"."appeal" for each row execute function platform.note_history('enforcement.appeal', '');

-- 执法回访
create table "enforcement"."feedback" (
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
  "penalty" uuid not null,
  "asked_on" date not null,
  "score" bigint not null,
  "complaint" boolean not null,
  "words" text,
  primary key (id)
);
create index "feedback_area_id" on "enforcement"."feedback" (area, id);
create index "feedback_asked_on_id" on "enforcement"."feedback" ("asked_on", id);
create index "feedback_area_asked_on_id" on "enforcement"."feedback" (area, "asked_on", id);
create index "feedback_search" on "enforcement"."feedback" using gin (platform.bigrams(search_text));
create index "feedback_penalty" on "enforcement"."feedback" ("penalty");
create index "feedback_complaint" on "enforcement"."feedback" ("complaint", area, id);
alter table "enforcement"."feedback" enable row level security;
create policy jurisdiction on "enforcement"."feedback" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."feedback" to suiren_app;
create trigger history after update on "enforcement"."feedback" for each row execute function platform.note_history('enforcement.feedback', '');

-- 案卷评查
create table "enforcement"."case_review" (
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
  "penalty" uuid not null,
  "batch" text not null,
  "town" boolean,
  "drawn_on" date not null,
  "facts" bigint,
  "procedure" bigint,
  "law" bigint,
  "papers" bigint,
  "total" bigint,
  "grade" text check ("grade" in ('good', 'pass', 'fail')),
  "reviewed_on" date,
  "problems" text,
  "guidance" text,
  primary key (id)
);
create index "case_review_area_id" on "enforcement"."case_review" (area, id);
create index "case_review_search" on "enforcement"."case_review" using gin (platform.bigrams(search_text));
create index "case_review_penalty" on "enforcement"."case_review" ("penalty");
create index "case_review_batch" on "enforcement"."case_review" ("batch", area, id);
create index "case_review_town" on "enforcement"."case_review" ("town", area, id);
create index "case_review_total" on "enforcement"."case_review" ("total", area, id);
create index "case_review_grade" on "enforcement"."case_review" ("grade", area, id);
create index "case_review_reviewed_on" on "enforcement"."case_review" ("reviewed_on", area, id);
alter table "enforcement"."case_review" enable row level security;
create policy jurisdiction on "enforcement"."case_review" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."case_review" to suiren_app;
create trigger history after update on "enforcement"."case_review" for each row execute function platform.note_history('enforcement.case-review', '');

-- 查封巡查
create table "enforcement"."seal_check" (
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
  "seal" uuid not null,
  "checked_on" date not null,
  "checked_by" uuid not null,
  "intact" boolean not null,
  "in_use" boolean not null,
  "found" text,
  "photos" uuid[],
  primary key (id)
);
create index "seal_check_area_id" on "enforcement"."seal_check" (area, id);
create index "seal_check_checked_on_id" on "enforcement"."seal_check" ("checked_on", id);
create index "seal_check_area_checked_on_id" on "enforcement"."seal_check" (area, "checked_on", id);
create index "seal_check_search" on "enforcement"."seal_check" using gin (platform.bigrams(search_text));
create index "seal_check_seal" on "enforcement"."seal_check" ("seal");
create index "seal_check_checked_by" on "enforcement"."seal_check" ("checked_by");
create index "seal_check_intact" on "enforcement"."seal_check" ("intact", area, id);
alter table "enforcement"."seal_check" enable row level security;
create policy jurisdiction on "enforcement"."seal_check" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."seal_check" to suiren_app;
create trigger history after update on "enforcement"."seal_check" for each row execute function platform.note_history('enforcement.seal-check', '');

-- 参加部门
create table "enforcement"."joint_part" (
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
  "action" uuid not null,
  "organ" uuid not null,
  "role" text not null check ("role" in ('lead', 'fire', 'police', 'order', 'market', 'housing', 'other')),
  "task" text not null,
  "people" bigint,
  "contact" text,
  primary key (id)
);
create index "joint_part_area_id" on "enforcement"."joint_part" (area, id);
create index "joint_part_search" on "enforcement"."joint_part" using gin (platform.bigrams(search_text));
create index "joint_part_action" on "enforcement"."joint_part" ("action");
create index "joint_part_organ" on "enforcement"."joint_part" ("organ");
alter table "enforcement"."joint_part" enable row level security;
create policy jurisdiction on "enforcement"."joint_part" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."joint_part" to suiren_app;
create trigger history after update on "enforcement"."joint_part" for each row execute function platform.note_history('enforcement.joint-part', '');

-- 联合检查记录
create table "enforcement"."joint_finding" (
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
  "action" uuid not null,
  "unit" uuid,
  "target" text not null,
  "organ" uuid not null,
  "checked_on" date not null,
  "found" text,
  "problems" bigint not null,
  "done" text[] not null check ("done" <@ array['onSpot', 'order', 'penalty', 'seal', 'transfer', 'none']::text[]),
  "fine_yuan" double precision,
  "photos" uuid[],
  primary key (id)
);
create index "joint_finding_area_id" on "enforcement"."joint_finding" (area, id);
create index "joint_finding_checked_on_id" on "enforcement"."joint_finding" ("checked_on", id);
create index "joint_finding_area_checked_on_id" on "enforcement"."joint_finding" (area, "checked_on", id);
create index "joint_finding_search" on "enforcement"."joint_finding" using gin (platform.bigrams(search_text));
create index "joint_finding_action" on "enforcement"."joint_finding" ("action");
create index "joint_finding_unit" on "enforcement"."joint_finding" ("unit");
create index "joint_finding_organ" on "enforcement"."joint_finding" ("organ");
alter table "enforcement"."joint_finding" enable row level security;
create policy jurisdiction on "enforcement"."joint_finding" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."joint_finding" to suiren_app;
create trigger history after update on "enforcement"."joint_finding" for each row execute function platform.note_history('enforcement.joint-finding', '');

-- 执法指导
create table "enforcement"."guidance" (
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
  "subject" text not null,
  "given_on" date not null,
  "by" uuid not null,
  "to" uuid not null,
  "kind" text not null check ("kind" in ('training', 'visit', 'call', 'review', 'warning')),
  "content" text not null,
  "followed_up" boolean,
  primary key (id)
);
create index "guidance_area_id" on "enforcement"."guidance" (area, id);
create index "guidance_given_on_id" on "enforcement"."guidance" ("given_on", id);
create index "guidance_area_given_on_id" on "enforcement"."guidance" (area, "given_on", id);
create index "guidance_search" on "enforcement"."guidance" using gin (platform.bigrams(search_text));
create index "guidance_by" on "enforcement"."guidance" ("by");
create index "guidance_to" on "enforcement"."guidance" ("to");
create index "guidance_kind" on "enforcement"."guidance" ("kind", area, id);
create index "guidance_followed_up" on "enforcement"."guidance" ("followed_up", area, id);
alter table "enforcement"."guidance" enable row level security;
create policy jurisdiction on "enforcement"."guidance" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."guidance" to suiren_app;
create trigger history after update on "enforcement"."guidance" for each row execute function platform.note_history('enforcement.guidance', '');

-- 动火作业票
create table "enforcement"."hot_work" (
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
  "lon" double precision check ("lon" between 73 and 136),
  "lat" double precision check ("lat" between 3 and 54),
  "datum" text check ("datum" in ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  "unit" uuid not null,
  "code" text,
  "where" text not null,
  "kind" text not null check ("kind" in ('welding', 'gas', 'grinding', 'other')),
  "worker" text not null,
  "certificate" text not null,
  "certificate_until" date not null,
  "guard" text not null,
  "measures" text not null,
  "cleared" boolean not null,
  "from" timestamptz not null,
  "until" timestamptz not null,
  "approved_by" text not null,
  "cancelled" boolean,
  primary key (id)
);
create index "hot_work_area_id" on "enforcement"."hot_work" (area, id);
create index "hot_work_point" on "enforcement"."hot_work" (lon, lat);
create index "hot_work_from_id" on "enforcement"."hot_work" ("from", id);
create index "hot_work_area_from_id" on "enforcement"."hot_work" (area, "from", id);
create index "hot_work_until_id" on "enforcement"."hot_work" ("until", id);
create index "hot_work_area_until_id" on "enforcement"."hot_work" (area, "until", id);
create index "hot_work_search" on "enforcement"."hot_work" using gin (platform.bigrams(search_text));
create index "hot_work_unit" on "enforcement"."hot_work" ("unit");
create unique index "hot_work_code_unique" on "enforcement"."hot_work" ("code") where deleted_at is null;
create index "hot_work_until" on "enforcement"."hot_work" ("until", area, id);
alter table "enforcement"."hot_work" enable row level security;
create policy jurisdiction on "enforcement"."hot_work" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "enforcement"."hot_work" to suiren_app;
create trigger history after update on "enforcement"."hot_work" for each row execute function platform.note_history('enforcement.hot-work', '');

-- 消防产品抽查
create table "enforcement"."product_check" (
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
  "product" text not null check ("product" in ('extinguisher', 'hydrantBox', 'hose', 'door', 'detector', 'emergencyLight', 'sprinkler', 'mask', 'other')),
  "model" text not null,
  "maker" text not null,
  "batch" text not null,
  "seller" text not null,
  "checked_on" date not null,
  "organ" uuid not null,
  "sample" text,
  "sampled" bigint,
  "laboratory" text,
  "result" text not null check ("result" in ('pending', 'pass', 'fail')),
  "failed" text,
  "recall" text check ("recall" in ('none', 'recall', 'stopSale', 'penalty', 'transfer')),
  "recall_note" text,
  primary key (id)
);
create index "product_check_area_id" on "enforcement"."product_check" (area, id);
create index "product_check_checked_on_id" on "enforcement"."product_check" ("checked_on", id);
create index "product_check_area_checked_on_id" on "enforcement"."product_check" (area, "checked_on", id);
create index "product_check_search" on "enforcement"."product_check" using gin (platform.bigrams(search_text));
create index "product_check_product" on "enforcement"."product_check" ("product", area, id);
create index "product_check_maker" on "enforcement"."product_check" ("maker", area, id);
create index "product_check_batch" on "enforcement"."product_check" ("batch", area, id);
create index "product_check_checked_on" on "enforcement"."product_check" ("checked_on", area, id);
create index "product_check_organ" on "enforcement"."product_check" ("organ");
create index "product_check_result" on "enforcement"."product_check" ("result", area, id);
create index "product_check_recall" on "enforcement"."product_check" ("recall", area, id);
alter table "enforcement"."product_check" enable row level security;
create policy jurisdiction on "enforcement"."product_check" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."product_check" to suiren_app;
create trigger history after update on "enforcement"."product_check" for each row execute function platform.note_history('enforcement.product-check', '');

-- 消防产品持有
create table "enforcement"."product_holding" (
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
  "unit" uuid not null,
  "product" text not null check ("product" in ('extinguisher', 'hydrantBox', 'hose', 'door', 'detector', 'emergencyLight', 'sprinkler', 'mask', 'other')),
  "maker" text not null,
  "batch" text not null,
  "quantity" bigint not null,
  "bought_on" date,
  "gone" boolean,
  primary key (id)
);
create index "product_holding_area_id" on "enforcement"."product_holding" (area, id);
create index "product_holding_search" on "enforcement"."product_holding" using gin (platform.bigrams(search_text));
create index "product_holding_unit" on "enforcement"."product_holding" ("unit");
create index "product_holding_product" on "enforcement"."product_holding" ("product", area, id);
create index "product_holding_batch" on "enforcement"."product_holding" ("batch", area, id);
alter table "enforcement"."product_holding" enable row level security;
create policy jurisdiction on "enforcement"."product_holding" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "enforcement"."product_holding" to suiren_app;
create trigger history after update on "enforcement"."product_holding" for each row execute function platform.note_history('enforcement.product-holding', '');

-- 建设工程
create table "enforcement"."project" (
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
  "lon" double precision check ("lon" between 73 and 136),
  "lat" double precision check ("lat" between 3 and 54),
  "datum" text check ("datum" in ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  "name" text not null,
  "code" text,
  "kind" text not null check ("kind" in ('new', 'extension', 'rebuild', 'fitOut', 'changeUse')),
  "special" boolean not null,
  "use" text not null,
  "area_m2" double precision,
  "floors" bigint,
  "height_m" double precision,
  "address" text not null,
  "owner" text not null,
  "designer" text,
  "builder" text,
  "supervisor" text,
  "started_on" date,
  "in_use" boolean,
  "unit" uuid,
  "building" uuid,
  "review" text check ("review" in ('none', 'designed', 'accepted', 'failed')),
  "reviewed_on" date,
  primary key (id)
);
create index "project_area_id" on "enforcement"."project" (area, id);
create index "project_point" on "enforcement"."project" (lon, lat);
create index "project_search" on "enforcement"."project" using gin (platform.bigrams(search_text));
create unique index "project_code_unique" on "enforcement"."project" ("code") where deleted_at is null;
create index "project_kind" on "enforcement"."project" ("kind", area, id);
create index "project_special" on "enforcement"."project" ("special", area, id);
create index "project_in_use" on "enforcement"."project" ("in_use", area, id);
create index "project_unit" on "enforcement"."project" ("unit");
create index "project_building" on "enforcement"."project" ("building");
create index "project_review" on "enforcement"."project" ("review", area, id);
alter table "enforcement"."project" enable row level security;
create policy jurisdiction on "enforcement"."project" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."project" to suiren_app;
create trigger history after update on "enforcement"."project" for each row execute function platform.note_history('enforcement.project', '');

-- 审验执法检查
create table "enforcement"."project_check" (
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
  "project" uuid not null,
  "subject" text not null,
  "organ" uuid not null,
  "planned_on" date not null,
  "done_on" date,
  "unreviewed" boolean not null,
  "found" bigint,
  "result" text,
  primary key (id)
);
create index "project_check_area_id" on "enforcement"."project_check" (area, id);
create index "project_check_planned_on_id" on "enforcement"."project_check" ("planned_on", id);
create index "project_check_area_planned_on_id" on "enforcement"."project_check" (area, "planned_on", id);
create index "project_check_search" on "enforcement"."project_check" using gin (platform.bigrams(search_text));
create index "project_check_project" on "enforcement"."project_check" ("project");
create index "project_check_organ" on "enforcement"."project_check" ("organ");
create index "project_check_planned_on" on "enforcement"."project_check" ("planned_on", area, id);
create index "project_check_done_on" on "enforcement"."project_check" ("done_on", area, id);
create index "project_check_unreviewed" on "enforcement"."project_check" ("unreviewed", area, id);
alter table "enforcement"."project_check" enable row level security;
create policy jurisdiction on "enforcement"."project_check" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."project_check" to suiren_app;
create trigger history after update on "enforcement"."project_check" for each row execute function platform.note_history('enforcement.project-check', '');

-- 法律文书
create table "enforcement"."document" (
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
  "kind" text not null,
  "kind_title" text not null,
  "number" text,
  "organ" uuid not null,
  "unit" uuid,
  "party" text not null,
  "checked_on" date,
  "issued_on" date,
  "serve_by" date,
  "served_on" date,
  "serve_method" text check ("serve_method" in ('direct', 'left', 'post', 'entrusted', 'electronic', 'public')),
  "receiver" text,
  "refused_to_sign" boolean,
  "witness" text,
  "serve_note" text,
  "content" jsonb,
  "drafted_by" uuid,
  "checked_by" uuid,
  "approved_by" uuid,
  "signed_by" uuid,
  "approval_ground" text,
  "source_name" text,
  "source_id" text,
  "template" text,
  "sha256" text,
  "size_bytes" bigint,
  "issued_at" timestamptz,
  primary key (id)
);
create index "document_area_id" on "enforcement"."document" (area, id);
create index "document_opened_at_id" on "enforcement"."document" ("opened_at", id);
create index "document_area_opened_at_id" on "enforcement"."document" (area, "opened_at", id);
create index "document_search" on "enforcement"."document" using gin (platform.bigrams(search_text));
create index "document_kind_title" on "enforcement"."document" ("kind_title", area, id);
create unique index "document_number_unique" on "enforcement"."document" ("number") where deleted_at is null;
create index "document_organ" on "enforcement"."document" ("organ");
create index "document_unit" on "enforcement"."document" ("unit");
create index "document_drafted_by" on "enforcement"."document" ("drafted_by");
create index "document_checked_by" on "enforcement"."document" ("checked_by");
create index "document_approved_by" on "enforcement"."document" ("approved_by");
create index "document_signed_by" on "enforcement"."document" ("signed_by");
create index "document_source_id" on "enforcement"."document" ("source_id", area, id);
create index "document_open" on "enforcement"."document" (area, opened_at, id) where closed_at is null;
create index "document_due" on "enforcement"."document" (due_at, id) where closed_at is null;
create index "document_holder" on "enforcement"."document" (holder_organ, due_at) where closed_at is null;
create index "document_closed" on "enforcement"."document" (closed_at, area, id);
alter table "enforcement"."document" enable row level security;
create policy jurisdiction on "enforcement"."document" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "enforcement"."document" to suiren_app;
create trigger history after update on "enforcement"."document" for each row execute function platform.note_history('enforcement.document', '');

-- 行政处罚案件
create table "enforcement"."penalty" (
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
  "lon" double precision check ("lon" between 73 and 136),
  "lat" double precision check ("lat" between 3 and 54),
  "datum" text check ("datum" in ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  "state" text not null,
  "holder_organ" uuid,
  "holder_post" text,
  "holder_person" uuid,
  "due_at" timestamptz,
  "opened_at" timestamptz not null,
  "closed_at" timestamptz,
  "repeats" bigint not null default 1,
  "last_at" timestamptz,
  "number" text not null,
  "party" text not null,
  "party_kind" text not null check ("party_kind" in ('unit', 'person')),
  "unit" uuid,
  "act" text not null check ("act" in ('hot-work', 'unapproved-use', 'changed-use', 'lane-occupied', 'lane-blocked', 'lane-sealed', 'exit-blocked', 'facility-fault', 'facility-stopped', 'hydrant-covered', 'hazard-not-cleared', 'mixed-use', 'bad-product', 'electric-gas', 'gas-alarm', 'duty-failed', 'design-lowered', 'service-body', 'seal-broken')),
  "origin" text not null check ("origin" in ('inspection', 'hazard', 'report', 'transfer', 'fire', 'joint', 'other')),
  "hazard" uuid,
  "conduct" text not null,
  "conduct_on" date not null,
  "harm" boolean,
  "where" text,
  "plate" text,
  "officer_one" uuid not null,
  "officer_two" uuid not null,
  "town" boolean,
  "earlier" bigint,
  "filed_on" date,
  "decide_by" date,
  "evidence_words" text,
  "evidence" uuid[],
  "article" text check ("article" in ('PEN-58', 'PEN-58b', 'PEN-58c', 'PEN-59', 'PEN-60', 'PEN-60b', 'PEN-61', 'PEN-63', 'PEN-64', 'PEN-65', 'PEN-66', 'PEN-67', 'PEN-69a', 'PEN-69b', 'PRO-13')),
  "kinds" text[] check ("kinds" <@ array['warning', 'fine', 'confiscate', 'stop', 'revoke', 'close']::text[]),
  "fine_yuan" double precision,
  "discretion" text,
  "notice_on" date,
  "hearing_right" boolean,
  "hearing_by" date,
  "statement" text,
  "statement_answer" text,
  "hearing_asked_on" date,
  "hearing_on" date,
  "hearing_result" text,
  "hearing_waived" boolean,
  "collective_on" date,
  "collective_record" text,
  "outside_why" text,
  "late_why" text,
  "decided_on" date,
  "decided_by" uuid,
  "decision_number" text,
  "exempt_ground" text check ("exempt_ground" in ('slight', 'first', 'noFault', 'expired', 'unproven')),
  "transfer_to" text,
  "publish_by" date,
  "published_on" date,
  "unpublished_why" text,
  "served_on" date,
  "pay_by" date,
  "instalments" jsonb,
  "paid_yuan" double precision,
  "paid_on" date,
  "urged_on" date,
  "court_on" date,
  "end_why" text,
  primary key (id)
);
create index "penalty_area_id" on "enforcement"."penalty" (area, id);
create index "penalty_point" on "enforcement"."penalty" (lon, lat);
create index "penalty_opened_at_id" on "enforcement"."penalty" ("opened_at", id);
create index "penalty_area_opened_at_id" on "enforcement"."penalty" (area, "opened_at", id);
create index "penalty_search" on "enforcement"."penalty" using gin (platform.bigrams(search_text));
create unique index "penalty_number_unique" on "enforcement"."penalty" ("number") where deleted_at is null;
create index "penalty_unit" on "enforcement"."penalty" ("unit");
create index "penalty_act" on "enforcement"."penalty" ("act", area, id);
create index "penalty_hazard" on "enforcement"."penalty" ("hazard");
create index "penalty_plate" on "enforcement"."penalty" ("plate", area, id);
create index "penalty_officer_one" on "enforcement"."penalty" ("officer_one");
create index "penalty_officer_two" on "enforcement"."penalty" ("officer_two");
create index "penalty_town" on "enforcement"."penalty" ("town", area, id);
create index "penalty_decided_on" on "enforcement"."penalty" ("decided_on", area, id);
create index "penalty_decided_by" on "enforcement"."penalty" ("decided_by");
create index "penalty_open" on "enforcement"."penalty" (area, opened_at, id) where closed_at is null;
create index "penalty_due" on "enforcement"."penalty" (due_at, id) where closed_at is null;
create index "penalty_holder" on "enforcement"."penalty" (holder_organ, due_at) where closed_at is null;
create index "penalty_closed" on "enforcement"."penalty" (closed_at, area, id);
alter table "enforcement"."penalty" enable row level security;
create policy jurisdiction on "enforcement"."penalty" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "enforcement"."penalty" to suiren_app;
create trigger history after update on "enforcement"."penalty" for each row execute function platform.note_history('enforcement.penalty', '');

-- 升级执法
create table "enforcement"."escalation" (
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
  "what" text not null,
  "hazard" uuid not null,
  "unit" uuid,
  "grade" text,
  "hazard_due_on" date,
  "returns" bigint,
  "suggested" text check ("suggested" in ('order', 'penalty', 'seal', 'stop', 'listing')),
  "suggested_why" text,
  "step" text check ("step" in ('order', 'penalty', 'seal', 'stop', 'listing')),
  "officer_one" uuid,
  "officer_two" uuid,
  "penalty" uuid,
  "declined_why" text,
  primary key (id)
);
create index "escalation_area_id" on "enforcement"."escalation" (area, id);
create index "escalation_opened_at_id" on "enforcement"."escalation" ("opened_at", id);
create index "escalation_area_opened_at_id" on "enforcement"."escalation" (area, "opened_at", id);
create index "escalation_search" on "enforcement"."escalation" using gin (platform.bigrams(search_text));
create index "escalation_hazard" on "enforcement"."escalation" ("hazard");
create index "escalation_unit" on "enforcement"."escalation" ("unit");
create index "escalation_suggested" on "enforcement"."escalation" ("suggested", area, id);
create index "escalation_step" on "enforcement"."escalation" ("step", area, id);
create index "escalation_officer_one" on "enforcement"."escalation" ("officer_one");
create index "escalation_officer_two" on "enforcement"."escalation" ("officer_two");
create index "escalation_penalty" on "enforcement"."escalation" ("penalty");
create index "escalation_open" on "enforcement"."escalation" (area, opened_at, id) where closed_at is null;
create index "escalation_due" on "enforcement"."escalation" (due_at, id) where closed_at is null;
create index "escalation_holder" on "enforcement"."escalation" (holder_organ, due_at) where closed_at is null;
create index "escalation_closed" on "enforcement"."escalation" (closed_at, area, id);
create unique index "escalation_same_open" on "enforcement"."escalation" ("hazard") nulls not distinct where closed_at is null and deleted_at is null;
alter table "enforcement"."escalation" enable row level security;
create policy jurisdiction on "enforcement"."escalation" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "enforcement"."escalation" to suiren_app;
create trigger history after update on "enforcement"."escalation" for each row execute function platform.note_history('enforcement.escalation', '');

-- 临时查封
create table "enforcement"."seal" (
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
  "lon" double precision check ("lon" between 73 and 136),
  "lat" double precision check ("lat" between 3 and 54),
  "datum" text check ("datum" in ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  "state" text not null,
  "holder_organ" uuid,
  "holder_post" text,
  "holder_person" uuid,
  "due_at" timestamptz,
  "opened_at" timestamptz not null,
  "closed_at" timestamptz,
  "repeats" bigint not null default 1,
  "last_at" timestamptz,
  "unit" uuid not null,
  "party" text not null,
  "place_words" text not null,
  "circumstance" text not null check ("circumstance" in ('exits', 'facilities', 'explosives', 'decoration', 'other')),
  "facts" text not null,
  "hazard" uuid,
  "checked_on" date not null,
  "officer_one" uuid not null,
  "officer_two" uuid not null,
  "urgent" boolean,
  "decide_by" date,
  "collective_on" date,
  "collective_record" text,
  "oral_by" uuid,
  "seal_from" date,
  "seal_until" date,
  "sealed_at" timestamptz,
  "sealed_by" uuid,
  "photos" uuid[],
  "extended" boolean,
  "extend_why" text,
  "lift_asked_on" date,
  "lift_checked_on" date,
  "cleared" boolean,
  "lift_finding" text,
  "lifted_on" date,
  primary key (id)
);
create index "seal_area_id" on "enforcement"."seal" (area, id);
create index "seal_point" on "enforcement"."seal" (lon, lat);
create index "seal_opened_at_id" on "enforcement"."seal" ("opened_at", id);
create index "seal_area_opened_at_id" on "enforcement"."seal" (area, "opened_at", id);
create index "seal_seal_until_id" on "enforcement"."seal" ("seal_until", id);
create index "seal_area_seal_until_id" on "enforcement"."seal" (area, "seal_until", id);
create index "seal_search" on "enforcement"."seal" using gin (platform.bigrams(search_text));
create index "seal_unit" on "enforcement"."seal" ("unit");
create index "seal_circumstance" on "enforcement"."seal" ("circumstance", area, id);
create index "seal_hazard" on "enforcement"."seal" ("hazard");
create index "seal_officer_one" on "enforcement"."seal" ("officer_one");
create index "seal_officer_two" on "enforcement"."seal" ("officer_two");
create index "seal_urgent" on "enforcement"."seal" ("urgent", area, id);
create index "seal_oral_by" on "enforcement"."seal" ("oral_by");
create index "seal_seal_until" on "enforcement"."seal" ("seal_until", area, id);
create index "seal_sealed_by" on "enforcement"."seal" ("sealed_by");
create index "seal_open" on "enforcement"."seal" (area, opened_at, id) where closed_at is null;
create index "seal_due" on "enforcement"."seal" (due_at, id) where closed_at is null;
create index "seal_holder" on "enforcement"."seal" (holder_organ, due_at) where closed_at is null;
create index "seal_closed" on "enforcement"."seal" (closed_at, area, id);
alter table "enforcement"."seal" enable row level security;
create policy jurisdiction on "enforcement"."seal" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "enforcement"."seal" to suiren_app;
create trigger history after update on "enforcement"."seal" for each row execute function platform.note_history('enforcement.seal', '');

-- 停产停业（停止使用）
create table "enforcement"."stop_order" (
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
  "lon" double precision check ("lon" between 73 and 136),
  "lat" double precision check ("lat" between 3 and 54),
  "datum" text check ("datum" in ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  "state" text not null,
  "holder_organ" uuid,
  "holder_post" text,
  "holder_person" uuid,
  "due_at" timestamptz,
  "opened_at" timestamptz not null,
  "closed_at" timestamptz,
  "repeats" bigint not null default 1,
  "last_at" timestamptz,
  "unit" uuid not null,
  "party" text not null,
  "kind" text not null check ("kind" in ('production', 'use', 'construction', 'close')),
  "scope" text not null,
  "basis" text not null,
  "facts" text not null,
  "penalty" uuid,
  "hazard" uuid,
  "large_impact" boolean,
  "government_decision" text,
  "decision_number" text,
  "from" date,
  "photos" uuid[],
  "resume_asked_on" date,
  "resume_checked_on" date,
  "cleared" boolean,
  "resume_finding" text,
  "resumed_on" date,
  primary key (id)
);
create index "stop_order_area_id" on "enforcement"."stop_order" (area, id);
create index "stop_order_point" on "enforcement"."stop_order" (lon, lat);
create index "stop_order_opened_at_id" on "enforcement"."stop_order" ("opened_at", id);
create index "stop_order_area_opened_at_id" on "enforcement"."stop_order" (area, "opened_at", id);
create index "stop_order_search" on "enforcement"."stop_order" using gin (platform.bigrams(search_text));
create index "stop_order_unit" on "enforcement"."stop_order" ("unit");
create index "stop_order_kind" on "enforcement"."stop_order" ("kind", area, id);
create index "stop_order_penalty" on "enforcement"."stop_order" ("penalty");
create index "stop_order_hazard" on "enforcement"."stop_order" ("hazard");
create index "stop_order_open" on "enforcement"."stop_order" (area, opened_at, id) where closed_at is null;
create index "stop_order_due" on "enforcement"."stop_order" (due_at, id) where closed_at is null;
create index "stop_order_holder" on "enforcement"."stop_order" (holder_organ, due_at) where closed_at is null;
create index "stop_order_closed" on "enforcement"."stop_order" (closed_at, area, id);
alter table "enforcement"."stop_order" enable row level security;
create policy jurisdiction on "enforcement"."stop_order" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "enforcement"."stop_order" to suiren_app;
create trigger history after update on "enforcement"."stop_order" for each row execute function platform.note_history('enforcement.stop-order', '');

-- 停电停水停气
create table "enforcement"."utility_cut" (
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
  "unit" uuid not null,
  "party" text not null,
  "utility" text not null check ("utility" in ('power', 'water', 'gas')),
  "hazard" uuid not null,
  "basis" text not null,
  "why" text not null,
  "residents" boolean not null,
  "approved_by" text,
  "approval_number" text,
  "supplier" text,
  "notified_on" date,
  "told_party_on" date,
  "cut_at" timestamptz,
  "cut_by" text,
  "restore_why" text,
  "restored_at" timestamptz,
  primary key (id)
);
create index "utility_cut_area_id" on "enforcement"."utility_cut" (area, id);
create index "utility_cut_opened_at_id" on "enforcement"."utility_cut" ("opened_at", id);
create index "utility_cut_area_opened_at_id" on "enforcement"."utility_cut" (area, "opened_at", id);
create index "utility_cut_search" on "enforcement"."utility_cut" using gin (platform.bigrams(search_text));
create index "utility_cut_unit" on "enforcement"."utility_cut" ("unit");
create index "utility_cut_utility" on "enforcement"."utility_cut" ("utility", area, id);
create index "utility_cut_hazard" on "enforcement"."utility_cut" ("hazard");
create index "utility_cut_open" on "enforcement"."utility_cut" (area, opened_at, id) where closed_at is null;
create index "utility_cut_due" on "enforcement"."utility_cut" (due_at, id) where closed_at is null;
create index "utility_cut_holder" on "enforcement"."utility_cut" (holder_organ, due_at) where closed_at is null;
create index "utility_cut_closed" on "enforcement"."utility_cut" (closed_at, area, id);
alter table "enforcement"."utility_cut" enable row level security;
create policy jurisdiction on "enforcement"."utility_cut" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "enforcement"."utility_cut" to suiren_app;
create trigger history after update on "enforcement"."utility_cut" for each row execute function platform.note_history('enforcement.utility-cut', '');

-- 联合执法行动
create table "enforcement"."joint_action" (
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
  "name" text not null,
  "lead" uuid not null,
  "held_on" date not null,
  "purpose" text not null,
  "summary" text,
  "findings" bigint,
  "penalties" bigint,
  primary key (id)
);
create index "joint_action_area_id" on "enforcement"."joint_action" (area, id);
create index "joint_action_held_on_id" on "enforcement"."joint_action" ("held_on", id);
create index "joint_action_area_held_on_id" on "enforcement"."joint_action" (area, "held_on", id);
create index "joint_action_search" on "enforcement"."joint_action" using gin (platform.bigrams(search_text));
create index "joint_action_lead" on "enforcement"."joint_action" ("lead");
create index "joint_action_open" on "enforcement"."joint_action" (area, opened_at, id) where closed_at is null;
create index "joint_action_due" on "enforcement"."joint_action" (due_at, id) where closed_at is null;
create index "joint_action_holder" on "enforcement"."joint_action" (holder_organ, due_at) where closed_at is null;
create index "joint_action_closed" on "enforcement"."joint_action" (closed_at, area, id);
alter table "enforcement"."joint_action" enable row level security;
create policy jurisdiction on "enforcement"."joint_action" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."joint_action" to suiren_app;
create trigger history after update on "enforcement"."joint_action" for each row execute function platform.note_history('enforcement.joint-action', '');

-- 协同移交
create table "enforcement"."hand_over" (
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
  "what" text not null,
  "unit" uuid,
  "where" text not null,
  "act" text not null check ("act" in ('hot-work', 'unapproved-use', 'changed-use', 'lane-occupied', 'lane-blocked', 'lane-sealed', 'exit-blocked', 'facility-fault', 'facility-stopped', 'hydrant-covered', 'hazard-not-cleared', 'mixed-use', 'bad-product', 'electric-gas', 'gas-alarm', 'duty-failed', 'design-lowered', 'service-body', 'seal-broken')),
  "hazard" uuid,
  "found_by" uuid,
  "found_on" date not null,
  "to_organ" uuid not null,
  "due_on" date not null,
  "evidence" text,
  "earlier_visits" text,
  "joint_plan" text,
  "joint_organ" uuid,
  "outcome" text check ("outcome" in ('corrected', 'order', 'penalty', 'none', 'otherOrgan')),
  "result" text,
  "penalty_number" text,
  "refused_why" text,
  primary key (id)
);
create index "hand_over_area_id" on "enforcement"."hand_over" (area, id);
create index "hand_over_opened_at_id" on "enforcement"."hand_over" ("opened_at", id);
create index "hand_over_area_opened_at_id" on "enforcement"."hand_over" (area, "opened_at", id);
create index "hand_over_search" on "enforcement"."hand_over" using gin (platform.bigrams(search_text));
create index "hand_over_unit" on "enforcement"."hand_over" ("unit");
create index "hand_over_act" on "enforcement"."hand_over" ("act", area, id);
create index "hand_over_hazard" on "enforcement"."hand_over" ("hazard");
create index "hand_over_found_by" on "enforcement"."hand_over" ("found_by");
create index "hand_over_to_organ" on "enforcement"."hand_over" ("to_organ");
create index "hand_over_joint_organ" on "enforcement"."hand_over" ("joint_organ");
create index "hand_over_outcome" on "enforcement"."hand_over" ("outcome", area, id);
create index "hand_over_open" on "enforcement"."hand_over" (area, opened_at, id) where closed_at is null;
create index "hand_over_due" on "enforcement"."hand_over" (due_at, id) where closed_at is null;
create index "hand_over_holder" on "enforcement"."hand_over" (holder_organ, due_at) where closed_at is null;
create index "hand_over_closed" on "enforcement"."hand_over" (closed_at, area, id);
create unique index "hand_over_same_open" on "enforcement"."hand_over" ("unit", "act", "where") nulls not distinct where closed_at is null and deleted_at is null;
alter table "enforcement"."hand_over" enable row level security;
create policy jurisdiction on "enforcement"."hand_over" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "enforcement"."hand_over" to suiren_app;
create trigger history after update on "enforcement"."hand_over" for each row execute function platform.note_history('enforcement.hand-over', '');

-- 不合格批次提醒
create table "enforcement"."batch_alert" (
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
  "unit" uuid not null,
  "check" uuid not null,
  "product" text not null check ("product" in ('extinguisher', 'hydrantBox', 'hose', 'door', 'detector', 'emergencyLight', 'sprinkler', 'mask', 'other')),
  "maker" text not null,
  "batch" text not null,
  "quantity" bigint,
  "failed" text,
  "replace_by" date,
  "handled" text,
  primary key (id)
);
create index "batch_alert_area_id" on "enforcement"."batch_alert" (area, id);
create index "batch_alert_opened_at_id" on "enforcement"."batch_alert" ("opened_at", id);
create index "batch_alert_area_opened_at_id" on "enforcement"."batch_alert" (area, "opened_at", id);
create index "batch_alert_search" on "enforcement"."batch_alert" using gin (platform.bigrams(search_text));
create index "batch_alert_unit" on "enforcement"."batch_alert" ("unit");
create index "batch_alert_check" on "enforcement"."batch_alert" ("check");
create index "batch_alert_product" on "enforcement"."batch_alert" ("product", area, id);
create index "batch_alert_open" on "enforcement"."batch_alert" (area, opened_at, id) where closed_at is null;
create index "batch_alert_due" on "enforcement"."batch_alert" (due_at, id) where closed_at is null;
create index "batch_alert_holder" on "enforcement"."batch_alert" (holder_organ, due_at) where closed_at is null;
create index "batch_alert_closed" on "enforcement"."batch_alert" (closed_at, area, id);
create unique index "batch_alert_same_open" on "enforcement"."batch_alert" ("unit", "check") nulls not distinct where closed_at is null and deleted_at is null;
alter table "enforcement"."batch_alert" enable row level security;
create policy jurisdiction on "enforcement"."batch_alert" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid))) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null or ("unit" = nullif(current_setting('suiren.unit'), '')::uuid)));
grant select, insert, update on "enforcement"."batch_alert" to suiren_app;
create trigger history after update on "enforcement"."batch_alert" for each row execute function platform.note_history('enforcement.batch-alert', '');

-- 消防审验
create table "enforcement"."review" (
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
  "project" uuid not null,
  "kind" text not null check ("kind" in ('design', 'acceptance', 'filing')),
  "applicant" text not null,
  "applied_on" date not null,
  "organ" uuid,
  "documents" uuid[],
  "accept_by" date,
  "accepted_on" date,
  "decide_by" date,
  "checked_on" date,
  "sampled" boolean,
  "opinion" text,
  "expert_review" boolean,
  "decision_number" text,
  "decided_on" date,
  "decided_by" uuid,
  "shared_to" text,
  primary key (id)
);
create index "review_area_id" on "enforcement"."review" (area, id);
create index "review_opened_at_id" on "enforcement"."review" ("opened_at", id);
create index "review_area_opened_at_id" on "enforcement"."review" (area, "opened_at", id);
create index "review_search" on "enforcement"."review" using gin (platform.bigrams(search_text));
create index "review_project" on "enforcement"."review" ("project");
create index "review_kind" on "enforcement"."review" ("kind", area, id);
create index "review_organ" on "enforcement"."review" ("organ");
create index "review_decided_on" on "enforcement"."review" ("decided_on", area, id);
create index "review_decided_by" on "enforcement"."review" ("decided_by");
create index "review_open" on "enforcement"."review" (area, opened_at, id) where closed_at is null;
create index "review_due" on "enforcement"."review" (due_at, id) where closed_at is null;
create index "review_holder" on "enforcement"."review" (holder_organ, due_at) where closed_at is null;
create index "review_closed" on "enforcement"."review" (closed_at, area, id);
alter table "enforcement"."review" enable row level security;
create policy jurisdiction on "enforcement"."review" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."review" to suiren_app;
create trigger history after update on "enforcement"."review" for each row execute function platform.note_history('enforcement.review', '');

-- 工程违法清单
create table "enforcement"."project_issue" (
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
  "project" uuid not null,
  "what" text not null,
  "kind" text not null check ("kind" in ('unreviewedBuild', 'unacceptedUse', 'unfiled', 'lowered', 'changedUse', 'site', 'other')),
  "found_by" uuid,
  "found_on" date not null,
  "to_organ" uuid not null,
  "due_on" date not null,
  "result" text,
  "decision_number" text,
  primary key (id)
);
create index "project_issue_area_id" on "enforcement"."project_issue" (area, id);
create index "project_issue_opened_at_id" on "enforcement"."project_issue" ("opened_at", id);
create index "project_issue_area_opened_at_id" on "enforcement"."project_issue" (area, "opened_at", id);
create index "project_issue_search" on "enforcement"."project_issue" using gin (platform.bigrams(search_text));
create index "project_issue_project" on "enforcement"."project_issue" ("project");
create index "project_issue_kind" on "enforcement"."project_issue" ("kind", area, id);
create index "project_issue_found_by" on "enforcement"."project_issue" ("found_by");
create index "project_issue_to_organ" on "enforcement"."project_issue" ("to_organ");
create index "project_issue_open" on "enforcement"."project_issue" (area, opened_at, id) where closed_at is null;
create index "project_issue_due" on "enforcement"."project_issue" (due_at, id) where closed_at is null;
create index "project_issue_holder" on "enforcement"."project_issue" (holder_organ, due_at) where closed_at is null;
create index "project_issue_closed" on "enforcement"."project_issue" (closed_at, area, id);
alter table "enforcement"."project_issue" enable row level security;
create policy jurisdiction on "enforcement"."project_issue" to suiren_app using ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null)) with check ((area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint) and (nullif(current_setting('suiren.unit') = '', false) is not null));
grant select, insert, update on "enforcement"."project_issue" to suiren_app;
create trigger history after update on "enforcement"."project_issue" for each row execute function platform.note_history('enforcement.project-issue', '');

-- Who may act where is public among officials: a county asks which organ of the city is competent.
create policy names on "enforcement"."office" for select to suiren_app using (current_setting('suiren.unit') = '');

-- Serials of document numbers; the row is locked until the document is issued or the attempt is undone.
create table enforcement.document_counter (organ uuid not null, kind text not null, year integer not null, last integer not null, primary key (organ, kind, year));
grant select, insert, update on enforcement.document_counter to suiren_app;

-- What was issued stays as it was issued, whoever asks.
create function enforcement.guard_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.number is not null and not old.demo then
      raise exception 'an issued document is not removed';
    end if;
    return old;
  end if;
  if old.number is not null and (new.number, new.sha256, new.kind, new.organ, new.party, new.content, new.issued_on, new.serve_by, new.deleted_at)
    is distinct from (old.number, old.sha256, old.kind, old.organ, old.party, old.content, old.issued_on, old.serve_by, old.deleted_at) then
    raise exception 'an issued document is not changed';
  end if;
  return new;
end $$;
create trigger guard before update or delete on enforcement.document for each row execute function enforcement.guard_document();
create unique index template_one_in_force on enforcement.template (kind, coalesce(organ, '00000000-0000-0000-0000-000000000000')) where in_force and deleted_at is null;
