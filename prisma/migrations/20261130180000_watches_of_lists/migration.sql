-- A watch is of mail, or of what lists say. The same name may be watched in both ways.
ALTER TABLE "Watch" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'mail';
DROP INDEX "Watch_target_key";
CREATE UNIQUE INDEX "Watch_kind_target_key" ON "Watch"("kind", "target");

-- What a look-up has seen has no check. SQLite cannot let a column be null, so another one takes its place: the table itself stays, and what
-- refers to it.
ALTER TABLE "Alert" RENAME COLUMN "checkId" TO "formerCheckId";
ALTER TABLE "Alert" ADD COLUMN "checkId" TEXT;
UPDATE "Alert" SET "checkId" = "formerCheckId";
ALTER TABLE "Alert" DROP COLUMN "formerCheckId";
