-- 约谈: drafted where a rule asks for it, until the organ that is to hold it has confirmed. PT-4.3.3, JX-1.2.5
alter table supervision_listing.interview add column "origin" text, add column "origin_key" text;
create unique index interview_drafted on supervision_listing.interview (host, origin_key) where state = 'drafted' and deleted_at is null;
