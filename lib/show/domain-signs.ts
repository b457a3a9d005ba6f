import type { CheckSummary } from '@/lib/report/summary';

/** How a domain stands by the checks of a list. */
export interface DomainSign {
  target: CheckSummary['target'];
  /** The last check that tells something of the domain; null where there is none. */
  own: CheckSummary | null;
  /** The last check of all, where it tells something of one mailbox alone. */
  ofMailbox: CheckSummary | null;
}

/** Of each domain of a list, which is newest first. */
export function domainSigns(checks: readonly CheckSummary[]): DomainSign[] {
  const signs = new Map<string, DomainSign>();
  for (const check of checks) {
    const { target } = check;
    const isOwn = !isOfMailbox(check);
    const known = signs.get(target.domain);
    if (known === undefined)
      signs.set(target.domain, { target, own: isOwn ? check : null, ofMailbox: isOwn ? null : check });
    else if (isOwn) known.own ??= check;
  }
  return [...signs.values()];
}

/** What a server does not take at RCPT, it may take for another mailbox; what it takes, the domain takes. */
function isOfMailbox({ target, verdict }: CheckSummary): boolean {
  return target.mailbox !== undefined && verdict?.stage === 'rcpt' && verdict.outcome !== 'accepted';
}
