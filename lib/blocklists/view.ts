import { z } from 'zod';
import { ReverseName } from '@/lib/dns/trace';
import { WEIGHTS } from './blocklist';

export const ListingCode = z.object({
  code: z.string().describe('the A record'),
  means: z.array(z.string()).describe('none where the table does not know the code'),
});
export type ListingCode = z.infer<typeof ListingCode>;

/** What came of asking one list. */
export const ListOutcome = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('listed'),
    about: z.string().describe('what is listed: the address, the name, or a name above it'),
    codes: z.array(ListingCode),
    texts: z.array(z.string()).describe('what the list itself says of it (TXT)'),
  }),
  z.object({ state: z.literal('not-listed') }),
  z.object({ state: z.literal('refused'), code: z.string().describe('the A record that says so') }),
  z.object({ state: z.literal('no-answer') }),
  z.object({
    state: z.literal('dead'),
    reason: z.enum(['lists-nothing', 'lists-everything', 'answers-no-list']),
    data: z.string().nullable().describe('an answer that no list gives'),
  }),
  z.object({ state: z.literal('cut-short') }),
]);
export type ListOutcome = z.infer<typeof ListOutcome>;

/** One list, and what came of asking it. */
export const ListView = z.object({
  zone: z.string(),
  operator: z.string(),
  about: z.string(),
  weight: z.enum(WEIGHTS),
  removal: z.object({ how: z.string(), url: z.string() }),
  terms: z.string().nullable(),
  outcome: ListOutcome,
});
export type ListView = z.infer<typeof ListView>;

/** What is known of an address, or of a name of our own, at one moment. */
export const AddressView = z.object({
  about: z.string().describe('the address in its shortest form, or the name'),
  askedAt: z.iso.datetime(),
  reverse: ReverseName.nullable().describe('null for a name'),
  lists: z.array(ListView),
  unasked: z
    .array(z.string())
    .describe('zones of the table that whoever runs this mxproof does not have asked'),
  tableDate: z.iso.date().describe('when the table of lists was last compared with its sources'),
  queries: z.int(),
  isCutShort: z.boolean(),
});
export type AddressView = z.infer<typeof AddressView>;
