-- CreateTable
CREATE TABLE "Share" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "checkId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "expiresAt" DATETIME,
    "endedAt" DATETIME,
    "hidesLocalParts" BOOLEAN NOT NULL,
    "line" TEXT NOT NULL,
    CONSTRAINT "Share_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Share_checkId_createdAt_idx" ON "Share"("checkId", "createdAt");
