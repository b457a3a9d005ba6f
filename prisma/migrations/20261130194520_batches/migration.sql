-- AlterTable
ALTER TABLE "Check" ADD COLUMN "batchId" TEXT;

-- CreateTable
CREATE TABLE "Batch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL,
    "name" TEXT NOT NULL,
    "startedBy" TEXT,
    "caller" TEXT NOT NULL,
    "depth" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "endedAt" DATETIME,
    "digest" TEXT NOT NULL,
    "formerId" TEXT,
    "targets" INTEGER NOT NULL,
    "invalid" INTEGER NOT NULL,
    "repeats" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "BatchPiece" (
    "batchId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "body" BLOB NOT NULL,

    PRIMARY KEY ("batchId", "n")
);

-- CreateTable
CREATE TABLE "BatchTarget" (
    "batchId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "input" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "domain" TEXT,
    "turn" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "checkId" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "headline" TEXT,
    "change" TEXT,

    PRIMARY KEY ("batchId", "position"),
    CONSTRAINT "BatchTarget_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BatchFinding" (
    "batchId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    PRIMARY KEY ("batchId", "position", "code"),
    CONSTRAINT "BatchFinding_batchId_position_fkey" FOREIGN KEY ("batchId", "position") REFERENCES "BatchTarget" ("batchId", "position") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Batch_state_idx" ON "Batch"("state");

-- CreateIndex
CREATE INDEX "Batch_createdAt_id_idx" ON "Batch"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Batch_startedBy_createdAt_id_idx" ON "Batch"("startedBy", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Batch_digest_createdAt_idx" ON "Batch"("digest", "createdAt");

-- CreateIndex
CREATE INDEX "Batch_name_createdAt_idx" ON "Batch"("name", "createdAt");

-- CreateIndex
CREATE INDEX "BatchTarget_batchId_state_turn_idx" ON "BatchTarget"("batchId", "state", "turn");

-- CreateIndex
CREATE INDEX "BatchTarget_batchId_key_idx" ON "BatchTarget"("batchId", "key");

-- CreateIndex
CREATE INDEX "BatchTarget_batchId_outcome_position_idx" ON "BatchTarget"("batchId", "outcome", "position");

-- CreateIndex
CREATE INDEX "BatchTarget_batchId_change_position_idx" ON "BatchTarget"("batchId", "change", "position");

-- CreateIndex
CREATE INDEX "BatchFinding_batchId_code_position_idx" ON "BatchFinding"("batchId", "code", "position");
