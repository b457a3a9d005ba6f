-- The day is counted by the database, in order of an index that has all that is counted.
ALTER TABLE "MailSubject" ADD COLUMN "day" TEXT NOT NULL DEFAULT '';
UPDATE "MailSubject" SET "day" = substr("at", 1, 10);

DROP INDEX "MailSubject_kind_at_idx";
CREATE INDEX "MailSubject_kind_day_category_sourceAddress_campaign_domain_idx" ON "MailSubject"("kind", "day", "category", "sourceAddress", "campaign", "domain");
DROP INDEX "MailSubject_domain_at_idx";
CREATE INDEX "MailSubject_domain_at_mailId_idx" ON "MailSubject"("domain", "at", "mailId");
