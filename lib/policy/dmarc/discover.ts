import type { LookUp } from '../lookup';
import { type DmarcPolicy, type DmarcRecord, statedPolicy } from './record';
import { organizationalDomain, type TreeStep, walkTree } from './tree-walk';

/** Which policy counts for mail that is from a domain, and why; RFC 9989 §4.10.1. */
export interface DmarcDiscovery {
  domain: string;
  /** `inherited`: from a domain above it. `invalid`: what stands at the name is discarded, or asks for nothing. */
  state: 'none' | 'ok' | 'inherited' | 'invalid' | 'temperror';
  /** Where the record stands; null without one that counts. */
  from: string | null;
  record: DmarcRecord | null;
  /** Which tag gave the policy. */
  tag: 'p' | 'sp' | 'np' | null;
  /** As the record states it; null when there is nothing to apply. */
  policy: DmarcPolicy | null;
  /** What is asked of receivers: with `t=y` the next milder one (RFC 9989 §4.7). */
  applied: DmarcPolicy | null;
  organizational: string;
  /** Whether the domain itself exists; null when that decides nothing, or is not known. */
  exists: boolean | null;
  walk: readonly TreeStep[];
}

const MILDER: Readonly<Record<DmarcPolicy, DmarcPolicy>> = {
  reject: 'quarantine',
  quarantine: 'none',
  none: 'none',
};

/** Finds the record of a domain by the tree walk, and what it asks for. */
export async function discoverDmarc(domain: string, lookUp: LookUp): Promise<DmarcDiscovery> {
  const walk = await walkTree(domain, lookUp);
  const organizational = organizationalDomain(walk);
  const own = domain.toLowerCase();
  const found = policyStep(walk, own, organizational);
  const nothing = { domain: own, from: null, record: null, tag: null, policy: null, applied: null };
  const seen = { organizational, exists: null, walk };
  if (found === null) {
    // A record that was not to be had may have been the one that counts (RFC 9989 §4.10.1 leaves that to the receiver).
    const isOpen = walk.some(({ outcome }) => outcome === 'failed');
    const isDiscarded = walk[0]?.outcome === 'several';
    return { ...nothing, ...seen, state: isOpen ? 'temperror' : isDiscarded ? 'invalid' : 'none' };
  }
  const { record, domain: from } = found;
  const isOwn = from === own;
  const stated = statedPolicy(record);
  if (stated === null) return { ...nothing, ...seen, state: 'invalid', from, record };
  const exists = isOwn || (record.sp === null && record.np === null) ? null : await isThere(own, lookUp);
  const [tag, policy] = isOwn ? (['p', stated] as const) : policyBelow(record, stated, exists);
  return {
    ...seen,
    domain: own,
    state: isOwn ? 'ok' : 'inherited',
    from,
    record,
    tag,
    policy,
    applied: record.isTest ? MILDER[policy] : policy,
    exists,
  };
}

/** RFC 9989 §4.10.1: the record of the domain, or of its organisation, or of the public suffix above that. */
function policyStep(
  walk: readonly TreeStep[],
  domain: string,
  organizational: string,
): { domain: string; record: DmarcRecord } | null {
  const at = (wanted: (step: TreeStep) => boolean) =>
    walk.find((step) => step.record !== null && wanted(step));
  const step =
    at((one) => one.domain === domain) ??
    at((one) => one.domain === organizational) ??
    at((one) => one.record?.psd === 'y');
  const record = step?.record ?? null;
  return step === undefined || record === null ? null : { domain: step.domain, record };
}

/** RFC 9989 §4.7: `np` for a name that does not exist, else `sp`, else `p`. */
function policyBelow(
  { sp, np }: DmarcRecord,
  p: DmarcPolicy,
  exists: boolean | null,
): readonly ['p' | 'sp' | 'np', DmarcPolicy] {
  if (exists === false && np !== null) return ['np', np];
  return sp === null ? ['p', p] : ['sp', sp];
}

/** RFC 9989 §3.2.13: a name does not exist when the answer is NXDOMAIN (RFC 8020). Null when nobody answered. */
async function isThere(domain: string, lookUp: LookUp): Promise<boolean | null> {
  const { kind } = await lookUp(domain, 'A');
  return kind === 'failed' ? null : kind !== 'nxdomain';
}
