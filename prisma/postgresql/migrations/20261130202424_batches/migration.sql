-- AlterTable
ALTER TABLE "Check" ADD COLUMN     "batchId" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "Batch" (
    "id" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "startedBy" TEXT COLLATE "C",
    "caller" TEXT COLLATE "C" NOT NULL,
    "depth" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "digest" TEXT COLLATE "C" NOT NULL,
    "formerId" TEXT COLLATE "C",
    "targets" INTEGER NOT NULL,
    "invalid" INTEGER NOT NULL,
    "repeats" INTEGER NOT NULL,

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BatchPiece" (
    "batchId" TEXT COLLATE "C" NOT NULL,
    "n" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "BatchPiece_pkey" PRIMARY KEY ("batchId","n")
);

-- CreateTable
CREATE TABLE "BatchTarget" (
    "batchId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "input" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "domain" TEXT COLLATE "C",
    "turn" INTEGER NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "problem" TEXT COLLATE "C",
    "checkId" TEXT COLLATE "C",
    "tries" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT COLLATE "C",
    "headline" TEXT COLLATE "C",
    "change" TEXT COLLATE "C",

    CONSTRAINT "BatchTarget_pkey" PRIMARY KEY ("batchId","position")
);

-- CreateTable
CREATE TABLE "BatchFinding" (
    "batchId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "BatchFinding_pkey" PRIMARY KEY ("batchId","position","code")
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

-- AddForeignKey
ALTER TABLE "BatchTarget" ADD CONSTRAINT "BatchTarget_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchFinding" ADD CONSTRAINT "BatchFinding_batchId_position_fkey" FOREIGN KEY ("batchId", "position") REFERENCES "BatchTarget"("batchId", "position") ON DELETE CASCADE ON UPDATE CASCADE;
