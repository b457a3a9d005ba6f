import type { LookUp } from '../lookup';
import { discoverDmarc, type DmarcDiscovery } from './discover';
import { organizationalDomain, walkTree } from './tree-walk';

/** A domain that SPF or DKIM has proven. */
export interface ProvenDomain {
  by: 'spf' | 'dkim';
  domain: string;
}

/** How one of them stands to the domain in `From`; RFC 9989 §4.4. */
interface Alignment extends ProvenDomain {
  isAligned: boolean;
  isStrict: boolean;
  /** Of the proven domain; null when it was not needed to tell, or a name server did not answer. */
  organizational: string | null;
}

/** What one of them may well prove, and why that is not known; of SPF without an envelope sender not even the domain is. */
export interface OpenDomain {
  by: ProvenDomain['by'];
  domain: string | null;
  /** `temperror`: DNS did not answer. `unknown`: what is needed is not there. */
  why: 'temperror' | 'unknown';
}

export interface DmarcOutcome {
  /** `none`: no policy applies. `temperror`, `unknown`: it could not be found out, see `OpenDomain`. */
  result: 'pass' | 'fail' | 'none' | OpenDomain['why'];
  discovery: DmarcDiscovery;
  alignments: readonly Alignment[];
}

/**
 * Whether mail from a domain passes DMARC, given what was proven; RFC 9989 §5.3.2. It does not fail by what was left open and may
 * be aligned.
 */
export async function evaluateDmarc(
  from: string,
  proven: readonly ProvenDomain[],
  lookUp: LookUp,
  open: readonly OpenDomain[] = [],
): Promise<DmarcOutcome> {
  const discovery = await discoverDmarc(from, lookUp);
  if (discovery.policy === null)
    return { result: discovery.state === 'temperror' ? 'temperror' : 'none', discovery, alignments: [] };
  const alignments: Alignment[] = [];
  for (const one of proven) alignments.push(await align(one, discovery, lookUp));
  if (alignments.some(({ isAligned }) => isAligned)) return { result: 'pass', discovery, alignments };
  if (alignments.some(isUnanswered)) return { result: 'temperror', discovery, alignments };
  for (const { by, domain, why } of open)
    if (domain === null || mayBeAligned(await align({ by, domain }, discovery, lookUp)))
      return { result: why, discovery, alignments };
  return { result: 'fail', discovery, alignments };
}

async function align(one: ProvenDomain, discovery: DmarcDiscovery, lookUp: LookUp): Promise<Alignment> {
  const { record, domain: from } = discovery;
  const domain = one.domain.toLowerCase();
  const isStrict = (one.by === 'dkim' ? record?.adkim : record?.aspf) === 's';
  if (domain === from || isStrict)
    return { ...one, isAligned: domain === from, isStrict, organizational: null };
  const walk = await walkTree(domain, lookUp);
  const organizational = walk.some(({ outcome }) => outcome === 'failed') ? null : organizationalDomain(walk);
  return { ...one, isAligned: organizational === discovery.organizational, isStrict, organizational };
}

function mayBeAligned(alignment: Alignment): boolean {
  return alignment.isAligned || isUnanswered(alignment);
}

/** Whether it would be aligned with an organisation that could not be found out. */
export function isUnanswered({ isAligned, isStrict, organizational }: Alignment): boolean {
  return !isAligned && !isStrict && organizational === null;
}
