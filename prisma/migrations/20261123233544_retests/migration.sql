-- AlterTable
ALTER TABLE "Check" ADD COLUMN "retestOf" TEXT;
ALTER TABLE "Check" ADD COLUMN "verdictCode" INTEGER;

-- CreateTable
CREATE TABLE "Retest" (
    "firstId" TEXT NOT NULL PRIMARY KEY,
    "reason" TEXT NOT NULL,
    "nextAt" DATETIME,
    "ending" TEXT
);

-- CreateIndex
CREATE INDEX "Retest_nextAt_idx" ON "Retest"("nextAt");

-- CreateIndex
CREATE INDEX "Check_depth_createdAt_idx" ON "Check"("depth", "createdAt");

-- CreateIndex
CREATE INDEX "Check_retestOf_createdAt_idx" ON "Check"("retestOf", "createdAt");
