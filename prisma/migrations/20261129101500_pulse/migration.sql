-- CreateTable
CREATE TABLE "Pulse" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL
);
