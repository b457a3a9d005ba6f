import type { TraceStep, ZoneView } from '@/lib/dns/trace';
import { found, type Found } from '../found';
import { groupBy, isSettled, type Seen } from '../seen';

/** Servers of the parent that send to other name servers than the rest of them. */
export function* parents({ zone, trace, ...seen }: Seen): Iterable<Found> {
  if (!isSettled({ zone, trace, ...seen }) || !zone?.parent) return;
  const told = trace.steps.filter((step) => step.outcome === 'referral' && nsOf(step, zone) !== '');
  const each = [...new Map(told.map((step) => [step.server.address, step])).values()];
  const [usual, ...others] = groupBy(each, (step) => nsOf(step, zone)).sort((a, b) => b.length - a.length);
  if (usual === undefined || others[0] === undefined) return;
  // With as many on each side nobody can tell who is right.
  const isTie = others[0].length === usual.length;
  const differing = [...(isTie ? usual : []), ...others.flat()];
  const servers = differing.map(
    (step) => `${step.server.name} [${step.server.address}]: ${nsOf(step, zone)}`,
  );
  yield found(
    'ns.parents-differ',
    {
      zone: zone.name,
      parent: zone.parent.zone,
      servers: servers.sort(),
      usual: isTie ? '' : nsOf(usual[0], zone),
    },
    each.map(({ n }) => `dns:${n}`),
  );
}

function nsOf({ authority, zone: asked }: TraceStep, { name, parent }: ZoneView): string {
  if (asked !== parent?.zone) return '';
  const set = authority.filter((record) => record.type === 'NS' && record.name === name);
  return [...new Set(set.map(({ data }) => data))].sort().join(', ');
}
