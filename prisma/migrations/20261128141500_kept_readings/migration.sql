-- CreateTable
CREATE TABLE "ReportMailPiece" (
    "mailId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "body" BLOB NOT NULL,

    PRIMARY KEY ("mailId", "n")
);

-- Messages go into pieces of 512 kB.
INSERT INTO "ReportMailPiece" ("mailId", "n", "body")
WITH RECURSIVE piece("mailId", "n", "octets") AS (
    SELECT "id", 0, length("raw") FROM "ReportMail"
    UNION ALL
    SELECT "mailId", "n" + 1, "octets" FROM piece WHERE ("n" + 1) * 524288 < "octets"
)
SELECT piece."mailId", piece."n", substr("ReportMail"."raw", piece."n" * 524288 + 1, 524288)
FROM piece JOIN "ReportMail" ON "ReportMail"."id" = piece."mailId";

-- AlterTable
ALTER TABLE "ReportMail" DROP COLUMN "raw";
ALTER TABLE "ReportMail" ADD COLUMN "isPacked" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "ReportMail" ADD COLUMN "rulesVersion" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ReportMail" ADD COLUMN "reading" TEXT;
ALTER TABLE "ReportMail" ADD COLUMN "sharedReading" TEXT;
