-- AlterTable
ALTER TABLE "Check" ADD COLUMN "caller" TEXT;
