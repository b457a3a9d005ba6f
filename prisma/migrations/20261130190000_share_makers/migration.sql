-- AlterTable
ALTER TABLE "Share" ADD COLUMN "createdFrom" TEXT;
