-- CreateTable
CREATE TABLE "CheckTurn" (
    "checkId" TEXT NOT NULL PRIMARY KEY,
    "priority" INTEGER NOT NULL,
    "caller" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "workerId" TEXT,
    "hasSession" BOOLEAN NOT NULL DEFAULT false,
    "isAgain" BOOLEAN NOT NULL DEFAULT false,
    "isStopped" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "CheckTurn_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Worker" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "lent" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "address" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "workerId" TEXT NOT NULL,
    "begunAt" DATETIME,
    "freeAt" DATETIME
);

-- CreateTable
CREATE TABLE "Spent" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "until" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "CheckTurn_workerId_priority_round_idx" ON "CheckTurn"("workerId", "priority", "round");

-- CreateIndex
CREATE INDEX "CheckTurn_caller_idx" ON "CheckTurn"("caller");

-- CreateIndex
CREATE INDEX "Visit_address_freeAt_idx" ON "Visit"("address", "freeAt");

-- CreateIndex
CREATE INDEX "Visit_network_idx" ON "Visit"("network");

-- CreateIndex
CREATE INDEX "Visit_workerId_idx" ON "Visit"("workerId");

-- CreateIndex
CREATE INDEX "Spent_until_idx" ON "Spent"("until");
