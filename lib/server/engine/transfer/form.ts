import { z } from 'zod';
import { KeptCheck, KeptMail, KeptNote, KeptSetting } from '@/lib/store/kept-records';

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
  'watches, their receivers, and what they have told',
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
export const KINDS = ['checks', 'mails', 'notes', 'settings'] as const;
export type Kind = (typeof KINDS)[number];

const count = z.int().min(0);

/** The last line: how many there are of each, and what is not in it. */
export const End = z.strictObject({
  record: z.literal('end'),
  checks: count,
  mails: count,
  notes: count,
  settings: count,
  without: z.array(z.string()),
});
export type End = z.infer<typeof End>;

/** The lines between. */
export const Line = z.discriminatedUnion('record', [
  z.strictObject({ record: z.literal('setting'), setting: KeptSetting }),
  z.strictObject({ record: z.literal('note'), note: KeptNote }),
  z.strictObject({ record: z.literal('check'), check: KeptCheck }),
  z.strictObject({ record: z.literal('mail'), mail: KeptMail }),
  End,
]);
export type Line = z.infer<typeof Line>;
