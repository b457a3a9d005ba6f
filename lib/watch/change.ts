import { z } from 'zod';
import { ListView } from '@/lib/blocklists/view';
import { VerdictDocument, VerdictOutcome } from '@/lib/report/finding';
import { POLICY_KINDS } from '@/lib/report/policy-kinds';
import { Listing } from './listing';
import { Flaw, TlsState } from './watched';
import { isStronger, SeenPolicy } from './watched-policies';

/** What is otherwise than it was. */
export const Change = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('verdict'),
    before: VerdictOutcome,
    after: VerdictOutcome,
    headline: z.string().describe('of the verdict now'),
    lookFirst: VerdictDocument.shape.lookFirst,
  }),
  z.object({ what: z.literal('servers'), before: z.array(z.string()), after: z.array(z.string()) }),
  z.object({ what: z.literal('tls'), exchange: z.string(), before: TlsState, after: TlsState }),
  z.object({
    what: z.literal('certificate'),
    exchange: z.string(),
    before: z.array(z.string()).describe('who issued the trusted certificates that were seen lately'),
    after: z.array(z.string()).describe('who issued them now'),
  }),
  z.object({
    what: z.literal('policy'),
    kind: z.enum(POLICY_KINDS),
    before: SeenPolicy,
    after: SeenPolicy,
  }),
  z.object({
    what: z.literal('flaws'),
    place: z.string().describe('DNS, policies, or the exchange whose certificate it is'),
    appeared: z.array(Flaw).describe('findings, most of them errors or warnings'),
    gone: z.array(Flaw),
  }),
  z.object({
    what: z.literal('listing'),
    zone: z.string().describe('of the blocklist'),
    before: Listing,
    after: Listing,
    removal: ListView.shape.removal,
  }),
]);
export type Change = z.infer<typeof Change>;

/** Whether nothing of it is worse than before. */
export function isRecovery(change: Change): boolean {
  switch (change.what) {
    case 'verdict':
      return change.after === 'accepted';
    case 'servers':
    case 'certificate':
      return false;
    case 'tls':
      return TlsState.options.indexOf(change.after) > TlsState.options.indexOf(change.before);
    case 'policy':
      return isStronger(change.kind, change.before, change.after);
    case 'flaws':
      return change.appeared.length === 0;
    case 'listing':
      return change.after.state === 'not-listed';
  }
}
