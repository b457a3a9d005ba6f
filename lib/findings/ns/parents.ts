import { dnsStep } from '@/lib/report/reference';
import { hasEdns } from '@/lib/dns/heard';
import type { TraceStep, ZoneView } from '@/lib/dns/trace';
import { found, type Found } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled } from '../seen';

/** Servers of the parent that refer to other name servers, or name other keys, than the rest of them. */
export function* parents(seen: Evidence): Iterable<Found> {
  const { zone, trace } = seen;
  if (!isSettled(seen) || !zone?.parent) return;
  const referrals = trace.steps.filter(
    (step) => step.outcome === 'referral' && step.rejected === null && dataOf(step, zone, 'NS') !== '',
  );
  const last = [...new Map(referrals.map((step) => [step.server.address, step])).values()];
  for (const type of ['NS', 'DS'] as const) {
    // DS records come along only with EDNS (RFC 4035 §3.1.4).
    const each = last.filter((step) => type === 'NS' || hasEdns(step));
    const [usual, ...others] = groupBy(each, (step) => dataOf(step, zone, type)).sort(
      (a, b) => b.length - a.length,
    );
    if (usual === undefined || others[0] === undefined) continue;
    // With as many on each side nobody can tell who is right.
    const isTie = others[0].length === usual.length;
    const differing = [...(isTie ? usual : []), ...others.flat()];
    const said = (step: TraceStep) => dataOf(step, zone, type) || 'none';
    const servers = differing.map((step) => `${step.server.name} [${step.server.address}]: ${said(step)}`);
    const about = { zone: zone.name, parent: zone.parent.zone, servers: servers.sort() };
    const code = type === 'NS' ? 'ns.parents-differ' : 'dnssec.parents-differ';
    yield found(
      code,
      { ...about, usual: isTie ? '' : said(usual[0]) },
      each.map(({ n }) => dnsStep(n)),
    );
  }
}

function dataOf({ authority, zone: asked }: TraceStep, { name, parent }: ZoneView, type: string): string {
  if (asked !== parent?.zone) return '';
  const set = authority.filter((record) => record.type === type && record.name === name);
  return [...new Set(set.map(({ data }) => data))].sort().join(', ');
}
