-- AlterTable
ALTER TABLE "Note" ADD COLUMN "checkId" TEXT;
ALTER TABLE "Note" ADD COLUMN "editedAt" DATETIME;
ALTER TABLE "Note" ADD COLUMN "editedBy" TEXT;
ALTER TABLE "Note" ADD COLUMN "writtenAt" DATETIME;
ALTER TABLE "Note" ADD COLUMN "writtenBy" TEXT;

-- CreateTable
CREATE TABLE "EarlierNote" (
    "noteId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "text" TEXT NOT NULL,
    "replacedAt" DATETIME NOT NULL,
    "replacedBy" TEXT,

    PRIMARY KEY ("noteId", "n"),
    CONSTRAINT "EarlierNote_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "domain" TEXT NOT NULL,
    "text" TEXT NOT NULL
);

-- AlterTable
ALTER TABLE "Check" ADD COLUMN "searchVersion" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN "searchVersion" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Check_searchVersion_createdAt_idx" ON "Check"("searchVersion", "createdAt");

-- CreateIndex
CREATE INDEX "Check_verdictOutcome_createdAt_id_idx" ON "Check"("verdictOutcome", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Mail_searchVersion_createdAt_idx" ON "Mail"("searchVersion", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "SearchEntry_kind_objectId_key" ON "SearchEntry"("kind", "objectId");

-- CreateIndex
CREATE INDEX "Note_createdAt_id_idx" ON "Note"("createdAt", "id");

-- What is kept of each entry are its words; the text itself is in "SearchEntry" alone.
CREATE VIRTUAL TABLE "SearchIndex" USING fts5(
    "text", content = 'SearchEntry', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TRIGGER "SearchEntry_inserted" AFTER INSERT ON "SearchEntry" BEGIN
    INSERT INTO "SearchIndex" (rowid, "text") VALUES (new."id", new."text");
END;

CREATE TRIGGER "SearchEntry_deleted" AFTER DELETE ON "SearchEntry" BEGIN
    INSERT INTO "SearchIndex" ("SearchIndex", rowid, "text") VALUES ('delete', old."id", old."text");
END;

CREATE TRIGGER "Check_deleted_SearchEntry" AFTER DELETE ON "Check" BEGIN
    DELETE FROM "SearchEntry" WHERE "kind" = 'check' AND "objectId" = old."id";
END;

CREATE TRIGGER "Mail_deleted_SearchEntry" AFTER DELETE ON "Mail" BEGIN
    DELETE FROM "SearchEntry" WHERE "kind" = 'mail' AND "objectId" = old."id";
END;

CREATE TRIGGER "Note_deleted_SearchEntry" AFTER DELETE ON "Note" BEGIN
    DELETE FROM "SearchEntry" WHERE "kind" = 'note' AND "objectId" = old."id";
END;
