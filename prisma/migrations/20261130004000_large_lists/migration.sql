-- DropIndex
DROP INDEX "Check_domain_mailbox_createdAt_id_idx";

-- CreateIndex
CREATE INDEX "Check_isRoutine_verdictOutcome_createdAt_id_idx" ON "Check"("isRoutine", "verdictOutcome", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Check_domain_mailbox_isRoutine_createdAt_id_idx" ON "Check"("domain", "mailbox", "isRoutine", "createdAt", "id");
