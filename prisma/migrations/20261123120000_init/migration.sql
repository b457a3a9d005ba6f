-- CreateTable
CREATE TABLE "Check" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "status" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "targetInput" TEXT NOT NULL,
    "targetKind" TEXT NOT NULL,
    "domainUnicode" TEXT NOT NULL,
    "mailbox" TEXT,
    "options" TEXT NOT NULL,
    "vantage" TEXT NOT NULL,
    "depth" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "verdictOutcome" TEXT,
    "verdictSide" TEXT,
    "verdictStage" TEXT,
    "verdictHeadline" TEXT,
    "queryCount" INTEGER NOT NULL DEFAULT 0,
    "sessionCount" INTEGER NOT NULL DEFAULT 0,
    "schemaVersion" INTEGER NOT NULL,
    "rulesVersion" INTEGER NOT NULL,
    "digest" TEXT,
    "lastSeq" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "CheckEvent" (
    "checkId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "body" TEXT NOT NULL,

    PRIMARY KEY ("checkId", "seq"),
    CONSTRAINT "CheckEvent_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "checkId" TEXT NOT NULL PRIMARY KEY,
    "schemaVersion" INTEGER NOT NULL,
    "body" BLOB NOT NULL,
    CONSTRAINT "Evidence_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "domain" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "text" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Check_domain_createdAt_id_idx" ON "Check"("domain", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Check_createdAt_id_idx" ON "Check"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Check_fingerprint_createdAt_idx" ON "Check"("fingerprint", "createdAt");

-- CreateIndex
CREATE INDEX "Check_status_idx" ON "Check"("status");

-- CreateIndex
CREATE INDEX "Note_domain_createdAt_id_idx" ON "Note"("domain", "createdAt", "id");
