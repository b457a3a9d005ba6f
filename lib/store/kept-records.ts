import { z } from 'zod';
import { MailSubject } from '@/lib/complaint/mail-summary';
import { MailKind } from '@/lib/notice/notice';
import { CheckOptions, TargetView, Vantage } from '@/lib/report/report';
import { Retest } from '@/lib/report/retest';
import { EndStatus } from '@/lib/report/status';
import { CheckSummary } from '@/lib/report/summary';
import { WatchKind } from '@/lib/watch/kind';
import { MAX_EVERY_MINUTES, MIN_EVERY_MINUTES } from '@/lib/watch/limits';
import { QuietHours } from '@/lib/watch/quiet';
import { ReceiverWay } from '@/lib/watch/watch';
import { isCheckId } from './check-id';
import { SettingName } from './setting-store';

const Id = z.string().refine(isCheckId, 'is no id');
const Moment = z.iso.datetime();
const Count = z.int().min(0);
const Kept = z.strictObject({ since: Moment, by: z.string().nullable() }).nullable();

/** Read up to its first fault: of a million, all others would be told as well. */
function listOf<S extends z.ZodType>(one: S) {
  return z.array(z.unknown()).transform((values, context) => {
    const list: z.infer<S>[] = [];
    for (const value of values) {
      const { data, error } = one.safeParse(value);
      if (error !== undefined) {
        context.addIssue({ code: 'custom', message: error.issues[0]?.message ?? '', path: [list.length] });
        return z.NEVER;
      }
      list.push(data);
    }
    return list;
  });
}

/** A link that was made for somebody. */
const KeptShare = z.strictObject({
  id: Id,
  createdAt: Moment,
  createdBy: z.string().nullable(),
  expiresAt: Moment.nullable(),
  endedAt: Moment.nullable(),
  hidesLocalParts: z.boolean(),
  line: z.string(),
});
export type KeptShare = z.infer<typeof KeptShare>;

/** Links that were made for somebody; not in what older versions wrote. */
const KeptShares = z.array(KeptShare).default([]);

/** A check that has ended, as it goes from one database to another: its row, and what was seen, with its digest. */
export const KeptCheck = z.strictObject({
  id: Id,
  createdAt: Moment,
  startedAt: Moment.nullable(),
  finishedAt: Moment,
  status: EndStatus,
  target: TargetView,
  options: CheckOptions,
  vantage: Vantage,
  fingerprint: z.string(),
  retestOf: Id.nullable(),
  noticeId: Id.nullable(),
  /** Not in what older versions wrote. */
  formerId: Id.nullable().default(null),
  startedBy: z.string().nullable(),
  /** Of a watch, and saw what was seen before. */
  isRoutine: z.boolean(),
  /** As it was judged when the check ended. */
  verdict: CheckSummary.shape.verdict,
  verdictCode: z.int().nullable(),
  rulesVersion: Count,
  queryCount: Count,
  sessionCount: Count,
  lastSeq: Count,
  /** That it was repeated by itself, when it was the first try. */
  retest: z.strictObject({ reason: Retest.shape.reason, ending: Retest.shape.ending.unwrap() }).nullable(),
  kept: Kept,
  shares: KeptShares,
  /** Of the evidence. */
  schemaVersion: z.int().min(1),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  /** Its events, in the form of that version. */
  evidence: listOf(z.looseObject({ type: z.string(), seq: z.int() })),
});
export type KeptCheck = z.infer<typeof KeptCheck>;

/** A mail about mail. What was read out of it stays behind: it is read anew when somebody wants to see it. */
export const KeptMail = z
  .strictObject({
    id: Id,
    sharedId: Id,
    createdAt: Moment,
    at: Moment,
    kind: MailKind,
    subjects: listOf(z.strictObject(MailSubject.shape)),
    kept: Kept,
    shares: KeptShares,
    /** As it came, in base64. */
    message: z.string(),
  })
  .refine(({ id, sharedId }) => id !== sharedId, 'has one id in place of two');
export type KeptMail = z.infer<typeof KeptMail>;

const WrittenNote = z.strictObject({ createdAt: Moment, text: z.string() });

/** A line of the administrators' changelog, with what it said before. */
export const KeptNote = z.strictObject({
  id: z.string().min(1),
  domain: z.string(),
  ...WrittenNote.shape,
  // Exports of before notes could be written on a page have less.
  writtenAt: Moment.nullable().default(null),
  writtenBy: z.string().nullable().default(null),
  checkId: Id.nullable().default(null),
  edited: z.strictObject({ at: Moment, by: z.string().nullable() }).nullable().default(null),
  earlier: z
    .array(z.strictObject({ ...WrittenNote.shape, replacedAt: Moment, replacedBy: z.string().nullable() }))
    .default([]),
});
export type KeptNote = z.infer<typeof KeptNote>;

/** What was chosen on a page. */
export const KeptSetting = z.strictObject({
  name: SettingName,
  value: z.string().max(100),
});
export type KeptSetting = z.infer<typeof KeptSetting>;

/** Whom watches tell. A URL that is called may hold a password, a token or a key: it stays behind, and is typed anew. */
export const KeptReceiver = z
  .strictObject({
    id: Id,
    name: z
      .string()
      .min(1)
      .max(60)
      .regex(/^\P{C}*$/u),
    createdAt: Moment,
    createdBy: z.string().nullable(),
    way: ReceiverWay,
    address: z.string().nullable(),
    quiet: QuietHours.nullable(),
  })
  .refine(
    ({ way, address }) => (way === 'mail') === (address !== null),
    'has an address where none belongs, or none',
  );
export type KeptReceiver = z.infer<typeof KeptReceiver>;

/** What is watched. What is known by it, and what it has told, stay behind. */
export const KeptWatch = z
  .strictObject({
    id: Id,
    createdAt: Moment,
    createdBy: z.string().nullable(),
    // Not in what older versions wrote.
    kind: WatchKind.default('mail'),
    target: z.string(),
    everyMinutes: z.int().max(MAX_EVERY_MINUTES),
    /** Ids of those whom it tells. */
    receivers: z.array(Id).max(100),
  })
  .refine(({ kind, everyMinutes }) => everyMinutes >= MIN_EVERY_MINUTES[kind], {
    path: ['everyMinutes'],
    message: 'is too often',
  });
export type KeptWatch = z.infer<typeof KeptWatch>;
