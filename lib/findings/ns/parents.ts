import { dnsStep, type Reference } from '@/lib/report/reference';
import { isFinal, serverLabel } from '@/lib/dns/compare';
import { hasEdns } from '@/lib/dns/heard';
import type { TraceStep, ZoneView } from '@/lib/dns/trace';
import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled } from '../seen';

interface DifferingParents {
  args: { zone: string; parent: string; servers: string[]; usual: string; denied: boolean };
  evidence: Reference[];
}

/** Servers of the parent that refer to other name servers than the rest of them. */
export function* parents(seen: Evidence): Iterable<Claim> {
  const differing = differingParents(seen, 'NS');
  if (differing !== null) yield found('ns.parents-differ', differing.args, differing.evidence);
}

/** Servers of the parent that say other NS or DS records of the zone than the rest of them; null when they agree. */
export function differingParents(seen: Evidence, type: 'NS' | 'DS'): DifferingParents | null {
  const { zone, trace } = seen;
  if (!isSettled(seen) || !zone?.parent) return null;
  const referrals = trace.steps.filter(
    (step) =>
      (step.outcome === 'referral' && step.rejected === null && dataOf(step, zone, 'NS') !== '') ||
      (type === 'NS' && isDenial(step, zone)),
  );
  const last = [...new Map(referrals.map((step) => [step.server.address, step])).values()];
  // DS records come along only with EDNS (RFC 4035 §3.1.4).
  const each = last.filter((step) => type === 'NS' || hasEdns(step));
  const [usual, ...others] = groupBy(each, (step) => dataOf(step, zone, type)).sort(
    (a, b) => b.length - a.length,
  );
  if (usual === undefined || others[0] === undefined) return null;
  // With as many on each side nobody can tell who is right.
  const isTie = others[0].length === usual.length;
  const differing = [...(isTie ? usual : []), ...others.flat()];
  const said = (step: TraceStep) => dataOf(step, zone, type) || (type === 'NS' ? 'no delegation' : 'none');
  const servers = differing.map((step) => `${serverLabel(step)}: ${said(step)}`).sort();
  return {
    args: {
      zone: zone.name,
      parent: zone.parent.zone,
      servers,
      usual: isTie ? '' : said(usual[0]),
      denied: each.some((step) => isDenial(step, zone)),
    },
    evidence: each.map(({ n }) => dnsStep(n)),
  };
}

/** A server of the parent that says with authority that there is no such zone. */
function isDenial(step: TraceStep, { name, parent }: ZoneView): boolean {
  if (step.zone !== parent?.zone || step.question.name !== name || !isFinal(step)) return false;
  const isOfParent = step.authority.some((record) => record.type === 'SOA' && record.name === parent.zone);
  return step.outcome !== 'answer' && isOfParent && step.question.type !== 'DS';
}

function dataOf({ authority, zone: asked }: TraceStep, { name, parent }: ZoneView, type: string): string {
  if (asked !== parent?.zone) return '';
  const set = authority.filter((record) => record.type === type && record.name === name);
  return [...new Set(set.map(({ data }) => data))].sort().join(', ');
}
