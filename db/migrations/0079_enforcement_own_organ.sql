-- Who wrote a document, all of them: nobody who did checks or approves it.
alter table "enforcement"."document" add column "drafters" jsonb;

-- Who handled the case whose file is reviewed: they do not score it.
alter table "enforcement"."case_review" add column "officer_one" uuid, add column "officer_two" uuid;
create index "case_review_officer_one" on "enforcement"."case_review" ("officer_one");
create index "case_review_officer_two" on "enforcement"."case_review" ("officer_two");
update "enforcement"."case_review" r set officer_one = p.officer_one, officer_two = p.officer_two from "enforcement"."penalty" p where p.id = r.penalty;
-- The organ that reviews the stage of a historic district.
alter table "key_places"."district_gate" add column "reviewer" uuid;
create index "district_gate_reviewer" on "key_places"."district_gate" ("reviewer");
