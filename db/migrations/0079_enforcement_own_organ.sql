-- The organ that reviews the stage of a historic district.
alter table "key_places"."district_gate" add column "reviewer" uuid;
create index "district_gate_reviewer" on "key_places"."district_gate" ("reviewer");
