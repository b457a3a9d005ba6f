-- AlterTable
ALTER TABLE "Check" ADD COLUMN "reportMailId" TEXT;

-- CreateTable
CREATE TABLE "ReportMail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sharedId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "raw" BLOB NOT NULL,
    "octets" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ReportSubject" (
    "mailId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "domain" TEXT,
    "category" TEXT NOT NULL,
    "permanence" TEXT,
    "code" INTEGER,
    "sourceAddress" TEXT,
    "campaign" TEXT,

    PRIMARY KEY ("mailId", "n"),
    CONSTRAINT "ReportSubject_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "ReportMail" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ReportMail_sharedId_key" ON "ReportMail"("sharedId");

-- CreateIndex
CREATE INDEX "ReportMail_kind_createdAt_id_idx" ON "ReportMail"("kind", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ReportMail_createdAt_id_idx" ON "ReportMail"("createdAt", "id");

-- CreateIndex
CREATE INDEX "ReportMail_at_id_idx" ON "ReportMail"("at", "id");

-- CreateIndex
CREATE INDEX "ReportSubject_domain_at_idx" ON "ReportSubject"("domain", "at");

-- CreateIndex
CREATE INDEX "ReportSubject_kind_at_idx" ON "ReportSubject"("kind", "at");
