-- A report is a check's: what is handed over is a mail, and what it says of deliveries a notice.
ALTER TABLE "Check" RENAME COLUMN "reportMailId" TO "noticeId";
ALTER TABLE "ReportMail" RENAME TO "Mail";
ALTER TABLE "ReportMailPiece" RENAME TO "MailPiece";
ALTER TABLE "ReportSubject" RENAME TO "MailSubject";

-- Indexes keep their names when a table gets another.
DROP INDEX "ReportMail_sharedId_key";
CREATE UNIQUE INDEX "Mail_sharedId_key" ON "Mail"("sharedId");
DROP INDEX "ReportMail_kind_createdAt_id_idx";
CREATE INDEX "Mail_kind_createdAt_id_idx" ON "Mail"("kind", "createdAt", "id");
DROP INDEX "ReportMail_createdAt_id_idx";
CREATE INDEX "Mail_createdAt_id_idx" ON "Mail"("createdAt", "id");
DROP INDEX "ReportMail_at_id_idx";
CREATE INDEX "Mail_at_id_idx" ON "Mail"("at", "id");
DROP INDEX "ReportSubject_domain_at_idx";
CREATE INDEX "MailSubject_domain_at_idx" ON "MailSubject"("domain", "at");
DROP INDEX "ReportSubject_kind_at_idx";
CREATE INDEX "MailSubject_kind_at_idx" ON "MailSubject"("kind", "at");
