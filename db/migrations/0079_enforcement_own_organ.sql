-- Who wrote a document, all of them: nobody who did checks or approves it.
alter table "enforcement"."document" add column "drafters" jsonb;

-- Who handled the case whose file is reviewed: they do not score it.
alter table "enforcement"."case_review" add column "officer_one" uuid, add column "officer_two" uuid;
create index "case_review_officer_one" on "enforcement"."case_review" ("officer_one");
create index "case_review_officer_two" on "enforcement"."case_review" ("officer_two");
update "enforcement"."case_review" r set officer_one = p.officer_one, officer_two = p.officer_two from "enforcement"."penalty" p where p.id = r.penalty;

-- A template is read in the areas below its own, where the common one is in use unless they have one themselves; it is written where it belongs.
create function enforcement.area_end(key bigint) returns bigint language sql immutable parallel safe as $$
  select key + case when key % 10000000000000 = 0 then 10000000000000 when key % 100000000000 = 0 then 100000000000 when key % 1000000000 = 0 then 1000000000
    when key % 1000000 = 0 then 1000000 when key % 1000 = 0 then 1000 else 1 end - 1
$$;
grant execute on function enforcement.area_end(bigint) to suiren_app;
create policy above on enforcement.template for select to suiren_app using (area <= current_setting('suiren.lo')::bigint
  and enforcement.area_end(area) >= current_setting('suiren.hi')::bigint and current_setting('suiren.unit') = '');
drop index enforcement.template_one_in_force;
create unique index template_own_in_force on enforcement.template (kind, organ) where in_force and organ is not null and deleted_at is null;
create unique index template_common_in_force on enforcement.template (kind, area) where in_force and organ is null and deleted_at is null;

-- The organ that reviews the stage of a historic district.
alter table "key_places"."district_gate" add column "reviewer" uuid;
create index "district_gate_reviewer" on "key_places"."district_gate" ("reviewer");
