-- CreateTable
CREATE TABLE "CheckTurn" (
    "checkId" TEXT COLLATE "C" NOT NULL,
    "priority" INTEGER NOT NULL,
    "caller" TEXT COLLATE "C" NOT NULL,
    "round" INTEGER NOT NULL,
    "workerId" TEXT COLLATE "C",
    "hasSession" BOOLEAN NOT NULL DEFAULT false,
    "isAgain" BOOLEAN NOT NULL DEFAULT false,
    "isStopped" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CheckTurn_pkey" PRIMARY KEY ("checkId")
);

-- CreateTable
CREATE TABLE "Worker" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "version" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "lent" INTEGER NOT NULL,

    CONSTRAINT "Worker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" SERIAL NOT NULL,
    "address" TEXT COLLATE "C" NOT NULL,
    "network" TEXT COLLATE "C" NOT NULL,
    "workerId" TEXT COLLATE "C" NOT NULL,
    "begunAt" TIMESTAMPTZ(3),
    "freeAt" TIMESTAMPTZ(3),

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Spent" (
    "key" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Spent_pkey" PRIMARY KEY ("key")
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

-- AddForeignKey
ALTER TABLE "CheckTurn" ADD CONSTRAINT "CheckTurn_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check"("id") ON DELETE CASCADE ON UPDATE CASCADE;
