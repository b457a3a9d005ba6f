-- AlterTable
ALTER TABLE "Check" ADD COLUMN "keptBy" TEXT;
ALTER TABLE "Check" ADD COLUMN "keptSince" DATETIME;

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN "keptBy" TEXT;
ALTER TABLE "Mail" ADD COLUMN "keptSince" DATETIME;

-- CreateTable
CREATE TABLE "NoteLink" (
    "noteId" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,

    PRIMARY KEY ("noteId", "objectId"),
    CONSTRAINT "NoteLink_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "NoteLink_objectId_idx" ON "NoteLink"("objectId");
