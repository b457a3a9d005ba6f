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
  /** Of the proven domain; null when it was not needed to tell. */
  organizational: string | null;
}

export interface DmarcOutcome {
  /** `none`: no policy applies. `temperror`: it could not be found out. */
  result: 'pass' | 'fail' | 'none' | 'temperror';
  discovery: DmarcDiscovery;
  alignments: readonly Alignment[];
}

/** Whether mail from a domain passes DMARC, given what was proven; RFC 9989 §5.3.2. */
export async function evaluateDmarc(
  from: string,
  proven: readonly ProvenDomain[],
  lookUp: LookUp,
): Promise<DmarcOutcome> {
  const discovery = await discoverDmarc(from, lookUp);
  if (discovery.policy === null)
    return { result: discovery.state === 'temperror' ? 'temperror' : 'none', discovery, alignments: [] };
  const alignments: Alignment[] = [];
  for (const one of proven) alignments.push(await align(one, discovery, lookUp));
  const result = alignments.some(({ isAligned }) => isAligned) ? 'pass' : 'fail';
  return { result, discovery, alignments };
}

async function align(one: ProvenDomain, discovery: DmarcDiscovery, lookUp: LookUp): Promise<Alignment> {
  const { record, domain: from } = discovery;
  const domain = one.domain.toLowerCase();
  const isStrict = (one.by === 'dkim' ? record?.adkim : record?.aspf) === 's';
  if (domain === from || isStrict)
    return { ...one, isAligned: domain === from, isStrict, organizational: null };
  const organizational = organizationalDomain(await walkTree(domain, lookUp));
  return { ...one, isAligned: organizational === discovery.organizational, isStrict, organizational };
}
