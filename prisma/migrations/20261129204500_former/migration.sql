-- AlterTable
ALTER TABLE "Check" ADD COLUMN "formerId" TEXT;

-- CreateIndex
CREATE INDEX "Check_domain_mailbox_createdAt_id_idx" ON "Check"("domain", "mailbox", "createdAt", "id");
