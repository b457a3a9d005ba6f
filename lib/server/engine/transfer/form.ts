import { z } from 'zod';
import {
  KeptCheck,
  KeptMail,
  KeptNote,
  KeptReceiver,
  KeptSetting,
  KeptWatch,
} from '@/lib/store/kept-records';

/** Of the form as a whole; evidence has a version of its own. */
export const EXPORT_VERSION = 1;

/** What of a database no export has: it lets people in, tells of them, or is of use in its place only. */
export const WITHOUT = [
  'accounts',
  'passwords',
  'passkeys',
  'sessions',
  'tokens',
  'invitations',
  'who did what',
  'URLs that receivers of alerts are called by',
  'what watches know and have told',
  'checks under way',
] as const;

/** The first line. */
export const Begin = z.looseObject({
  record: z.literal('begin'),
  form: z.literal('mxproof-export'),
  version: z.int(),
});
export type Begin = z.infer<typeof Begin>;

/** What is counted, in the order in which it is told. */
export const KINDS = ['checks', 'mails', 'notes', 'watches', 'receivers', 'settings'] as const;
export type Kind = (typeof KINDS)[number];

/** One of them. */
export const ONE_OF: Readonly<Record<Kind, string>> = {
  checks: 'check',
  mails: 'mail',
  notes: 'note',
  watches: 'watch',
  receivers: 'receiver',
  settings: 'setting',
};

const count = z.int().min(0);

/** The last line: how many there are of each, and what is not in it. */
export const End = z.strictObject({
  record: z.literal('end'),
  checks: count,
  mails: count,
  notes: count,
  // Not in what older versions wrote.
  watches: count.default(0),
  receivers: count.default(0),
  settings: count,
  without: z.array(z.string()),
});
export type End = z.infer<typeof End>;

/** The lines between. */
export const Line = z.discriminatedUnion('record', [
  z.strictObject({ record: z.literal('setting'), setting: KeptSetting }),
  z.strictObject({ record: z.literal('note'), note: KeptNote }),
  z.strictObject({ record: z.literal('receiver'), receiver: KeptReceiver }),
  z.strictObject({ record: z.literal('watch'), watch: KeptWatch }),
  z.strictObject({ record: z.literal('check'), check: KeptCheck }),
  z.strictObject({ record: z.literal('mail'), mail: KeptMail }),
  End,
]);
export type Line = z.infer<typeof Line>;
