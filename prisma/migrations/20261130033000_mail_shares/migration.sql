-- A link leads to a check or to a mail. SQLite cannot let a column be null, so the table is made anew.
CREATE TABLE "new_Share" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "checkId" TEXT,
    "mailId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "expiresAt" DATETIME,
    "endedAt" DATETIME,
    "hidesLocalParts" BOOLEAN NOT NULL,
    "line" TEXT NOT NULL,
    CONSTRAINT "Share_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Share_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Share_one_check" CHECK (("checkId" IS NULL) <> ("mailId" IS NULL))
);

INSERT INTO "new_Share" ("id", "checkId", "createdAt", "createdBy", "expiresAt", "endedAt", "hidesLocalParts", "line")
SELECT "id", "checkId", "createdAt", "createdBy", "expiresAt", "endedAt", "hidesLocalParts", "line" FROM "Share";

DROP TABLE "Share";
ALTER TABLE "new_Share" RENAME TO "Share";

-- CreateIndex
CREATE INDEX "Share_checkId_createdAt_idx" ON "Share"("checkId", "createdAt");
CREATE INDEX "Share_mailId_createdAt_idx" ON "Share"("mailId", "createdAt");
