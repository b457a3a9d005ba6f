import type { EvidenceEvent } from '@/lib/report/event';
import type { StoredEvent, StoredEvidence } from '@/lib/report/stored-evidence';
import type { CheckOptions, Report, TargetView, Vantage } from '@/lib/report/report';
import type { Retest } from '@/lib/report/retest';
import type { EndStatus } from '@/lib/report/status';
import type { VerdictOutcome } from '@/lib/report/finding';
import type { CheckPage } from '@/lib/report/summary';
import type { AccountStore } from './account-store';
import type { AuditStore } from './audit-store';
import type { BatchStore } from './batch-store';
import type { KeepStore } from './keep-store';
import type { MailStore } from './mail-store';
import type { NoteStore } from './note-store';
import type { OutlineStore } from './outline-store';
import type { PulseStore } from './pulse-store';
import type { SizeStore } from './size-store';
import type { RemovalStore } from './removal-store';
import type { SearchStore } from './search-store';
import type { ShareStore } from './share-store';
import type { SettingStore } from './setting-store';
import type { TokenStore } from './token-store';
import type { TransferStore } from './transfer-store';
import type { WatchStore } from './watch-store';

/** A check as it is written down before anything of it has happened. */
export interface NewCheck {
  id: string;
  createdAt: Date;
  target: TargetView;
  options: CheckOptions;
  vantage: Vantage;
  /** Equal for equal target and options. */
  fingerprint: string;
  /** The first check, of which this one is a repetition. */
  retestOf?: string | undefined;
  /** The notice that it was started from, by the id of its shared view. */
  noticeId?: string | undefined;
  /** The check after which somebody has run it again. */
  formerId?: string | undefined;
  /** Who waits for it, by any key that tells callers apart; forgotten when its turn comes. */
  caller?: string | undefined;
  /** Who has started it, where people sign in. */
  startedBy?: string | undefined;
  /** The watch that has started it. */
  watchId?: string | undefined;
  /** The batch that has started it. */
  batchId?: string | undefined;
}

/** How a check ended, and what lists show of it. */
export interface Ending {
  status: EndStatus;
  finishedAt: Date;
  /** Number of the `done` event. */
  lastSeq: number;
  verdict: Report['verdict'];
  /** Code of the reply that decided the verdict. */
  verdictCode: number | null;
  queryCount: number;
  sessionCount: number;
}

/** Everything kept of one check; `ending` is null while it waits or runs. */
export interface StoredCheck extends NewCheck {
  evidence: StoredEvidence;
  ending: (Pick<Ending, 'status' | 'finishedAt' | 'lastSeq'> & { digest: string }) | null;
}

/** What there is of a check that has ended, but for its evidence: that is known by its digest. */
interface CheckSeal extends Pick<NewCheck, 'retestOf' | 'noticeId' | 'formerId'> {
  digest: string;
}

interface ListQuery {
  /** A-labels; all domains when not given. */
  domain?: string;
  /** Local part and domain, as it was asked for; all when not given. */
  mailbox?: string;
  /** Of everybody when not given. */
  startedBy?: string;
  /** Only with this verdict, or only those that wait or run. */
  outcome?: VerdictOutcome | 'under-way';
  /** Without checks of watches that have seen what was seen before. */
  withoutRoutine?: boolean;
  /** `next` of the page before. One that was not made here gives the first page. */
  cursor?: string;
  /** 1 to `MAX_PAGE`. */
  limit: number;
}

/** A message that a check was asked to send. */
export interface MessageRequest {
  at: Date;
  target: Pick<TargetView, 'domain' | 'mailbox'>;
  /** Who has asked for it; null: somebody who was not signed in. */
  by: string | null;
}

/** A mailbox that checks named to mail servers, and when the last of them was made. */
export interface RecipientAsked {
  mailbox: string;
  at: Date;
}

/** A retest that nobody wants any more: stopped in the moment in which it was to begin. */
export class RetestUnplanned extends Error {
  constructor() {
    super('this retest is no longer planned');
    this.name = 'RetestUnplanned';
  }
}

/** A check that this process does not run any more: it was taken for dead, and another one has the check. */
export class ClaimLost extends Error {
  constructor() {
    super('another process has this check now');
    this.name = 'ClaimLost';
  }
}

/** What was seen, kept. Rejects when the database cannot be read or written: that is our fault, never a result. */
export interface CheckStore
  extends
    MailStore,
    PulseStore,
    RemovalStore,
    KeepStore,
    NoteStore,
    OutlineStore,
    SearchStore,
    TransferStore,
    AccountStore,
    TokenStore,
    AuditStore,
    BatchStore,
    SettingStore,
    ShareStore,
    SizeStore,
    WatchStore {
  /** A retest takes the place of its plan; rejects with `RetestUnplanned` when that is gone. */
  create(check: NewCheck): Promise<void>;
  /** The turn of a check has come: after the end of the process it is interrupted, and no longer queued. */
  begin(id: string): Promise<void>;
  /**
   * Adds events to a check that waits or runs, also judgements: they are no evidence, and are for those who follow. All of them are kept
   * or none. Rejects with `ClaimLost`.
   */
  append(id: string, events: readonly (EvidenceEvent | StoredEvent)[]): Promise<void>;
  /** Those after a number of a check that waits or runs, as they were added. */
  eventsAfter(id: string, seq: number): Promise<StoredEvent[]>;
  /**
   * Ends a check: its evidence goes into one row that is never changed again. Returns the digest of the evidence. Rejects with
   * `ClaimLost`.
   */
  seal(id: string, evidence: StoredEvidence, ending: Ending): Promise<string>;
  /** Ends a check whose events cannot be read: they are left as they are, and only the row says that it was interrupted. */
  abandon(id: string, finishedAt: Date): Promise<void>;
  /** Null when there is no such check. Rejects when what is kept of it is none that mxproof writes. */
  read(id: string): Promise<StoredCheck | null>;
  /** Reads no evidence. Null when there is no such check, or it was not sealed. */
  sealOf(id: string): Promise<CheckSeal | null>;
  /** Of what recipient a check is, and by whom, if they were signed in; null when there is none with this id. */
  askedOf(id: string): Promise<{ mailbox: string | null; startedBy: string | null } | null>;
  /**
   * The newest check of the same target that came to a verdict before this one, of the same depth where there is one; null when there
   * is none. Routine is left out.
   */
  formerOf(id: string): Promise<string | null>;
  /** Newest first; reads no evidence. */
  list(query: ListQuery): Promise<CheckPage>;
  /** The newest check with this fingerprint that was made since then and did not fail; null when there is none. */
  findRecent(fingerprint: string, since: Date): Promise<string | null>;
  /** Checks that were asked to send a message since then, oldest first, whatever came of them. */
  messagesSince(since: Date): Promise<MessageRequest[]>;
  /** The mailboxes of a domain that checks since then name to its servers, each once, whatever came of them. */
  recipientsSince(domain: string, since: Date): Promise<RecipientAsked[]>;
  /** A check that is repeated by itself, by the id of its first try; null when it is not. */
  readRetest(firstId: string): Promise<Retest | null>;
  /** Plans the next try, also after an ending; the reason stays that of the first plan. */
  planRetest(firstId: string, reason: Retest['reason'], nextAt: Date): Promise<void>;
  /** Nothing is planned any more. False when nothing went on. */
  endRetest(firstId: string, ending: NonNullable<Retest['ending']>): Promise<boolean>;
  /** First tries of what is planned, soonest first. */
  plannedRetests(): Promise<{ firstId: string; nextAt: Date }[]>;
  /** First tries of what goes on without a plan: the try that was under way when the process ended. */
  unplannedRetests(): Promise<string[]>;
  /** Checks whose turn has never come, oldest first. */
  queued(): Promise<NewCheck[]>;
  /** Checks whose turn had come and that were never ended, oldest first. */
  unfinished(): Promise<string[]>;
  /** Whatever is written is in the database from then on; a file of SQLite is whole by itself. */
  close(): Promise<void>;
}
