-- Who wrote a document, all of them: nobody who did checks or approves it.
alter table "enforcement"."document" add column "drafters" jsonb;

-- The organ that reviews the stage of a historic district.
alter table "key_places"."district_gate" add column "reviewer" uuid;
create index "district_gate_reviewer" on "key_places"."district_gate" ("reviewer");
