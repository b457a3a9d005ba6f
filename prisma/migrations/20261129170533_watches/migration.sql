-- CreateTable
CREATE TABLE "Watch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "target" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "everyMinutes" INTEGER NOT NULL,
    "nextAt" DATETIME,
    "knowledge" TEXT,
    "since" DATETIME,
    "blind" INTEGER NOT NULL DEFAULT 0,
    "lastCheckId" TEXT
);

-- CreateTable
CREATE TABLE "Receiver" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "way" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "quiet" TEXT
);

-- CreateTable
CREATE TABLE "WatchReceiver" (
    "watchId" TEXT NOT NULL,
    "receiverId" TEXT NOT NULL,

    PRIMARY KEY ("watchId", "receiverId"),
    CONSTRAINT "WatchReceiver_watchId_fkey" FOREIGN KEY ("watchId") REFERENCES "Watch" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "WatchReceiver_receiverId_fkey" FOREIGN KEY ("receiverId") REFERENCES "Receiver" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "watchId" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "checkId" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "since" DATETIME
);

-- CreateTable
CREATE TABLE "Delivery" (
    "alertId" TEXT NOT NULL,
    "receiverId" TEXT NOT NULL,
    "nextAt" DATETIME,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "deliveredAt" DATETIME,
    "problem" TEXT,

    PRIMARY KEY ("alertId", "receiverId"),
    CONSTRAINT "Delivery_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Delivery_receiverId_fkey" FOREIGN KEY ("receiverId") REFERENCES "Receiver" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable, without copying the table
ALTER TABLE "Check" ADD COLUMN "watchId" TEXT;
ALTER TABLE "Check" ADD COLUMN "isRoutine" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "Check_isRoutine_createdAt_id_idx" ON "Check"("isRoutine", "createdAt", "id");
CREATE INDEX "Check_domain_isRoutine_createdAt_id_idx" ON "Check"("domain", "isRoutine", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Watch_nextAt_idx" ON "Watch"("nextAt");

-- CreateIndex
CREATE INDEX "Watch_domain_idx" ON "Watch"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "Watch_target_key" ON "Watch"("target");

-- CreateIndex
CREATE UNIQUE INDEX "Receiver_name_key" ON "Receiver"("name");

-- CreateIndex
CREATE INDEX "Alert_at_id_idx" ON "Alert"("at", "id");

-- CreateIndex
CREATE INDEX "Alert_domain_at_id_idx" ON "Alert"("domain", "at", "id");

-- CreateIndex
CREATE INDEX "Delivery_nextAt_idx" ON "Delivery"("nextAt");
