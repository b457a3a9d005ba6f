import { z } from 'zod';
import type { catalogue } from '@/lib/findings/vantage/catalogue';
import type { Report } from '@/lib/report/report';

/** A part of what is watched. `dns`: its flaws; `tls`: how TLS ends, and flaws of certificates. */
const Part = z.enum(['verdict', 'servers', 'dns', 'tls']);
type Part = z.infer<typeof Part>;

/** That a try has failed on the sender's side, which is ours. */
export const OwnFailure = z.object({
  title: z.string().describe('what is wrong here'),
  unseen: z.array(Part).describe('of what the try says nothing'),
});
export type OwnFailure = z.infer<typeof OwnFailure>;

/** What a finding about ourselves hides. `decides`: only where it is what became of the check. */
interface Hidden {
  when: 'found' | 'decides';
  unseen: readonly Part[];
}

const ALL = Part.options;
const SERVERS: readonly Part[] = ['verdict', 'tls'];

/**
 * What a try with one of these findings says nothing of, the worst first; null: it fails no try. That mail is rejected for what we are is
 * something that a server has said, and no failure of ours.
 */
const HIDES: Readonly<Record<keyof typeof catalogue, Hidden | null>> = {
  'vantage.no-dns': { when: 'found', unseen: ALL },
  'vantage.dns-intercepted': { when: 'found', unseen: ALL },
  'vantage.intercepted': { when: 'found', unseen: SERVERS },
  'vantage.port-rejected': { when: 'decides', unseen: SERVERS },
  'vantage.nothing-reachable': { when: 'decides', unseen: SERVERS },
  'vantage.no-ipv4': { when: 'decides', unseen: SERVERS },
  'vantage.no-ipv6': { when: 'decides', unseen: SERVERS },
  'vantage.ipv6-silent': { when: 'decides', unseen: SERVERS },
  'vantage.clock': { when: 'found', unseen: ['dns', 'tls'] },
  'vantage.no-dns-tcp': { when: 'found', unseen: ['dns'] },
  'vantage.helo-not-fqdn': null,
  'vantage.helo-unresolved': null,
  'vantage.helo-elsewhere': null,
  'vantage.sender-without-mail': null,
  'vantage.no-reverse-name': null,
  'vantage.reverse-not-confirmed': null,
  'vantage.helo-not-reverse': null,
  'vantage.spf-refuses': null,
  'vantage.authentication': null,
  'vantage.address-unknown': null,
};

/** Whether a check has failed on our own side, and how; null when it has not, or nothing proves it. */
export function ownFailureOf({ findings, verdict }: Pick<Report, 'findings' | 'verdict'>): OwnFailure | null {
  for (const [code, hidden] of Object.entries(HIDES)) {
    const finding = findings.find((one) => one.code === code);
    if (hidden === null || finding === undefined) continue;
    if (hidden.when === 'decides' && verdict?.finding !== code) continue;
    return { title: finding.title, unseen: [...hidden.unseen] };
  }
  return null;
}
