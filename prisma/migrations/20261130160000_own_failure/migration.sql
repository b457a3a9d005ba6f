-- AlterTable
ALTER TABLE "Watch" ADD COLUMN "ownFailure" TEXT;
