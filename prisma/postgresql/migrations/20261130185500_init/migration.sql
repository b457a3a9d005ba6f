-- CreateTable
CREATE TABLE "Check" (
    "id" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "status" TEXT COLLATE "C" NOT NULL,
    "domain" TEXT COLLATE "C" NOT NULL,
    "targetInput" TEXT COLLATE "C" NOT NULL,
    "targetKind" TEXT COLLATE "C" NOT NULL,
    "domainUnicode" TEXT COLLATE "C" NOT NULL,
    "mailbox" TEXT COLLATE "C",
    "options" TEXT COLLATE "C" NOT NULL,
    "vantage" TEXT COLLATE "C" NOT NULL,
    "depth" TEXT COLLATE "C" NOT NULL,
    "fingerprint" TEXT COLLATE "C" NOT NULL,
    "verdictOutcome" TEXT COLLATE "C",
    "verdictSide" TEXT COLLATE "C",
    "verdictStage" TEXT COLLATE "C",
    "verdictHeadline" TEXT COLLATE "C",
    "verdictCode" INTEGER,
    "retestOf" TEXT COLLATE "C",
    "noticeId" TEXT COLLATE "C",
    "formerId" TEXT COLLATE "C",
    "caller" TEXT COLLATE "C",
    "startedBy" TEXT COLLATE "C",
    "watchId" TEXT COLLATE "C",
    "isRoutine" BOOLEAN NOT NULL DEFAULT false,
    "queryCount" INTEGER NOT NULL DEFAULT 0,
    "sessionCount" INTEGER NOT NULL DEFAULT 0,
    "schemaVersion" INTEGER NOT NULL,
    "rulesVersion" INTEGER NOT NULL,
    "digest" TEXT COLLATE "C",
    "lastSeq" INTEGER NOT NULL DEFAULT 0,
    "keptSince" TIMESTAMPTZ(3),
    "keptBy" TEXT COLLATE "C",
    "searchVersion" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckOutline" (
    "checkId" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "CheckOutline_pkey" PRIMARY KEY ("checkId")
);

-- CreateTable
CREATE TABLE "Share" (
    "id" TEXT COLLATE "C" NOT NULL,
    "checkId" TEXT COLLATE "C",
    "mailId" TEXT COLLATE "C",
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT COLLATE "C",
    "createdFrom" TEXT COLLATE "C",
    "expiresAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "hidesLocalParts" BOOLEAN NOT NULL,
    "line" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Retest" (
    "firstId" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "nextAt" TIMESTAMPTZ(3),
    "ending" TEXT COLLATE "C",

    CONSTRAINT "Retest_pkey" PRIMARY KEY ("firstId")
);

-- CreateTable
CREATE TABLE "CheckEvent" (
    "checkId" TEXT COLLATE "C" NOT NULL,
    "seq" INTEGER NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "CheckEvent_pkey" PRIMARY KEY ("checkId","seq")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "checkId" TEXT COLLATE "C" NOT NULL,
    "schemaVersion" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("checkId")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sharedId" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "octets" INTEGER NOT NULL,
    "isPacked" BOOLEAN NOT NULL DEFAULT true,
    "rulesVersion" INTEGER NOT NULL DEFAULT 0,
    "reading" TEXT COLLATE "C",
    "sharedReading" TEXT COLLATE "C",
    "keptSince" TIMESTAMPTZ(3),
    "keptBy" TEXT COLLATE "C",
    "searchVersion" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailPiece" (
    "mailId" TEXT COLLATE "C" NOT NULL,
    "n" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "MailPiece_pkey" PRIMARY KEY ("mailId","n")
);

-- CreateTable
CREATE TABLE "MailSubject" (
    "mailId" TEXT COLLATE "C" NOT NULL,
    "n" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "kind" TEXT COLLATE "C" NOT NULL,
    "domain" TEXT COLLATE "C",
    "category" TEXT COLLATE "C" NOT NULL,
    "permanence" TEXT COLLATE "C",
    "code" INTEGER,
    "sourceAddress" TEXT COLLATE "C",
    "campaign" TEXT COLLATE "C",

    CONSTRAINT "MailSubject_pkey" PRIMARY KEY ("mailId","n")
);

-- CreateTable
CREATE TABLE "Pulse" (
    "name" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Pulse_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Watch" (
    "id" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT COLLATE "C",
    "kind" TEXT COLLATE "C" NOT NULL DEFAULT 'mail',
    "target" TEXT COLLATE "C" NOT NULL,
    "domain" TEXT COLLATE "C" NOT NULL,
    "everyMinutes" INTEGER NOT NULL,
    "nextAt" TIMESTAMPTZ(3),
    "knowledge" TEXT COLLATE "C",
    "since" TIMESTAMPTZ(3),
    "blind" INTEGER NOT NULL DEFAULT 0,
    "ownFailure" TEXT COLLATE "C",
    "lastCheckId" TEXT COLLATE "C",

    CONSTRAINT "Watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Receiver" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT COLLATE "C",
    "way" TEXT COLLATE "C" NOT NULL,
    "address" TEXT COLLATE "C" NOT NULL,
    "quiet" TEXT COLLATE "C",

    CONSTRAINT "Receiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WatchReceiver" (
    "watchId" TEXT COLLATE "C" NOT NULL,
    "receiverId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "WatchReceiver_pkey" PRIMARY KEY ("watchId","receiverId")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" TEXT COLLATE "C" NOT NULL,
    "watchId" TEXT COLLATE "C" NOT NULL,
    "target" TEXT COLLATE "C" NOT NULL,
    "domain" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "checkId" TEXT COLLATE "C",
    "changes" TEXT COLLATE "C" NOT NULL,
    "since" TIMESTAMPTZ(3),

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "alertId" TEXT COLLATE "C" NOT NULL,
    "receiverId" TEXT COLLATE "C" NOT NULL,
    "nextAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "deliveredAt" TIMESTAMPTZ(3),
    "problem" TEXT COLLATE "C",

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("alertId","receiverId")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" TEXT COLLATE "C" NOT NULL,
    "domain" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "writtenAt" TIMESTAMPTZ(3),
    "writtenBy" TEXT COLLATE "C",
    "editedAt" TIMESTAMPTZ(3),
    "editedBy" TEXT COLLATE "C",
    "checkId" TEXT COLLATE "C",

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EarlierNote" (
    "noteId" TEXT COLLATE "C" NOT NULL,
    "n" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedBy" TEXT COLLATE "C",

    CONSTRAINT "EarlierNote_pkey" PRIMARY KEY ("noteId","n")
);

-- CreateTable
CREATE TABLE "NoteLink" (
    "noteId" TEXT COLLATE "C" NOT NULL,
    "objectId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "NoteLink_pkey" PRIMARY KEY ("noteId","objectId")
);

-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" SERIAL NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "objectId" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "domain" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "words" tsvector,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthUser" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "emailVerified" BOOLEAN NOT NULL,
    "image" TEXT COLLATE "C",
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "role" TEXT COLLATE "C",

    CONSTRAINT "AuthUser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthSession" (
    "id" TEXT COLLATE "C" NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT COLLATE "C",
    "userAgent" TEXT COLLATE "C",
    "userId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "AuthSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthAccount" (
    "id" TEXT COLLATE "C" NOT NULL,
    "accountId" TEXT COLLATE "C" NOT NULL,
    "providerId" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "accessToken" TEXT COLLATE "C",
    "refreshToken" TEXT COLLATE "C",
    "idToken" TEXT COLLATE "C",
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT COLLATE "C",
    "password" TEXT COLLATE "C",
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuthAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthVerification" (
    "id" TEXT COLLATE "C" NOT NULL,
    "identifier" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuthVerification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthPasskey" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C",
    "publicKey" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "credentialID" TEXT COLLATE "C" NOT NULL,
    "counter" INTEGER NOT NULL,
    "deviceType" TEXT COLLATE "C" NOT NULL,
    "backedUp" BOOLEAN NOT NULL,
    "transports" TEXT COLLATE "C",
    "createdAt" TIMESTAMPTZ(3),
    "aaguid" TEXT COLLATE "C",

    CONSTRAINT "AuthPasskey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C",
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Token" (
    "id" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "scopes" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT COLLATE "C",
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "who" TEXT COLLATE "C",
    "address" TEXT COLLATE "C" NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "object" TEXT COLLATE "C",

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "name" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "Check_domain_createdAt_id_idx" ON "Check"("domain", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Check_createdAt_id_idx" ON "Check"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Check_fingerprint_createdAt_idx" ON "Check"("fingerprint", "createdAt");

-- CreateIndex
CREATE INDEX "Check_status_idx" ON "Check"("status");

-- CreateIndex
CREATE INDEX "Check_depth_createdAt_idx" ON "Check"("depth", "createdAt");

-- CreateIndex
CREATE INDEX "Check_retestOf_createdAt_idx" ON "Check"("retestOf", "createdAt");

-- CreateIndex
CREATE INDEX "Check_startedBy_createdAt_id_idx" ON "Check"("startedBy", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Check_isRoutine_createdAt_id_idx" ON "Check"("isRoutine", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Check_domain_isRoutine_createdAt_id_idx" ON "Check"("domain", "isRoutine", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Check_searchVersion_createdAt_idx" ON "Check"("searchVersion", "createdAt");

-- CreateIndex
CREATE INDEX "Check_verdictOutcome_createdAt_id_idx" ON "Check"("verdictOutcome", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Check_isRoutine_verdictOutcome_createdAt_id_idx" ON "Check"("isRoutine", "verdictOutcome", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Check_domain_mailbox_isRoutine_createdAt_id_idx" ON "Check"("domain", "mailbox", "isRoutine", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Share_checkId_createdAt_idx" ON "Share"("checkId", "createdAt");

-- CreateIndex
CREATE INDEX "Share_mailId_createdAt_idx" ON "Share"("mailId", "createdAt");

-- CreateIndex
CREATE INDEX "Retest_nextAt_idx" ON "Retest"("nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_sharedId_key" ON "Mail"("sharedId");

-- CreateIndex
CREATE INDEX "Mail_kind_createdAt_id_idx" ON "Mail"("kind", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Mail_createdAt_id_idx" ON "Mail"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Mail_at_id_idx" ON "Mail"("at", "id");

-- CreateIndex
CREATE INDEX "Mail_searchVersion_createdAt_idx" ON "Mail"("searchVersion", "createdAt");

-- CreateIndex
CREATE INDEX "MailSubject_domain_at_mailId_idx" ON "MailSubject"("domain", "at", "mailId");

-- CreateIndex
CREATE INDEX "MailSubject_kind_day_category_sourceAddress_campaign_domain_idx" ON "MailSubject"("kind", "day", "category", "sourceAddress", "campaign", "domain");

-- CreateIndex
CREATE INDEX "Watch_nextAt_idx" ON "Watch"("nextAt");

-- CreateIndex
CREATE INDEX "Watch_domain_idx" ON "Watch"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "Watch_kind_target_key" ON "Watch"("kind", "target");

-- CreateIndex
CREATE UNIQUE INDEX "Receiver_name_key" ON "Receiver"("name");

-- CreateIndex
CREATE INDEX "Alert_at_id_idx" ON "Alert"("at", "id");

-- CreateIndex
CREATE INDEX "Alert_domain_at_id_idx" ON "Alert"("domain", "at", "id");

-- CreateIndex
CREATE INDEX "Delivery_nextAt_idx" ON "Delivery"("nextAt");

-- CreateIndex
CREATE INDEX "Note_domain_createdAt_id_idx" ON "Note"("domain", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Note_createdAt_id_idx" ON "Note"("createdAt", "id");

-- CreateIndex
CREATE INDEX "NoteLink_objectId_idx" ON "NoteLink"("objectId");

-- CreateIndex
CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING GIN ("words");

-- CreateIndex
CREATE UNIQUE INDEX "SearchEntry_kind_objectId_key" ON "SearchEntry"("kind", "objectId");

-- CreateIndex
CREATE UNIQUE INDEX "AuthUser_email_key" ON "AuthUser"("email");

-- CreateIndex
CREATE UNIQUE INDEX "AuthSession_token_key" ON "AuthSession"("token");

-- CreateIndex
CREATE INDEX "AuthSession_userId_idx" ON "AuthSession"("userId");

-- CreateIndex
CREATE INDEX "AuthAccount_userId_idx" ON "AuthAccount"("userId");

-- CreateIndex
CREATE INDEX "AuthVerification_identifier_idx" ON "AuthVerification"("identifier");

-- CreateIndex
CREATE INDEX "AuthPasskey_userId_idx" ON "AuthPasskey"("userId");

-- CreateIndex
CREATE INDEX "AuthPasskey_credentialID_idx" ON "AuthPasskey"("credentialID");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Token_hash_key" ON "Token"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Token_name_key" ON "Token"("name");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- AddForeignKey
ALTER TABLE "CheckOutline" ADD CONSTRAINT "CheckOutline_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckEvent" ADD CONSTRAINT "CheckEvent_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "Check"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailSubject" ADD CONSTRAINT "MailSubject_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchReceiver" ADD CONSTRAINT "WatchReceiver_watchId_fkey" FOREIGN KEY ("watchId") REFERENCES "Watch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchReceiver" ADD CONSTRAINT "WatchReceiver_receiverId_fkey" FOREIGN KEY ("receiverId") REFERENCES "Receiver"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_receiverId_fkey" FOREIGN KEY ("receiverId") REFERENCES "Receiver"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierNote" ADD CONSTRAINT "EarlierNote_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteLink" ADD CONSTRAINT "NoteLink_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthSession" ADD CONSTRAINT "AuthSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "AuthUser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthAccount" ADD CONSTRAINT "AuthAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "AuthUser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthPasskey" ADD CONSTRAINT "AuthPasskey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "AuthUser"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A link leads to a check or to a mail.
ALTER TABLE "Share" ADD CONSTRAINT "Share_one_check" CHECK (("checkId" IS NULL) <> ("mailId" IS NULL));

-- What can be searched of something goes with it.
CREATE FUNCTION "SearchEntry_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "SearchEntry" WHERE "kind" = TG_ARGV[0] AND "objectId" = OLD."id";
    RETURN NULL;
END
$$;

CREATE TRIGGER "Check_deleted_SearchEntry" AFTER DELETE ON "Check"
    FOR EACH ROW EXECUTE FUNCTION "SearchEntry_follow"('check');

CREATE TRIGGER "Mail_deleted_SearchEntry" AFTER DELETE ON "Mail"
    FOR EACH ROW EXECUTE FUNCTION "SearchEntry_follow"('mail');

CREATE TRIGGER "Note_deleted_SearchEntry" AFTER DELETE ON "Note"
    FOR EACH ROW EXECUTE FUNCTION "SearchEntry_follow"('note');
