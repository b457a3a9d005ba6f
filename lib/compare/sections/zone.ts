import { isAnswer } from '@/lib/dns/compare';
import type { StepOutcome, TraceStep, ZoneView } from '@/lib/dns/trace';
import type { Report } from '@/lib/report/report';
import { groupBy } from '@/lib/group-by';
import { type Aspect, exactly, inAnyOrder } from '../aspect';

/** The zone that holds the domain, its servers, and what resolvers say. */
export function zoneAspects(report: Report): Aspect[] {
  const { zone, exchangeZones, resolvers } = report;
  return [
    ...(zone === null
      ? []
      : [exactly('zone.name', '', [zone.name]), ...viewAspects('', zone), ...serverAspects(zone, report)]),
    ...exchangeZones.flatMap((other) => viewAspects(other.name, other)),
    ...resolvers.map(({ resolver, question, outcome, records }) =>
      inAnyOrder('zone.resolver', `${resolver} ${question.name} ${question.type}`, [
        outcome,
        ...records.map(({ type, data }) => `${type} ${data}`),
      ]),
    ),
  ];
}

/** What a zone and its parent say of it. */
function viewAspects(of: string, { soa, ns, parent, servers }: ZoneView): Aspect[] {
  const serials = servers.flatMap(({ soaSerial }) => (soaSerial === null ? [] : [String(soaSerial)]));
  if (soa !== null) serials.push(String(soa.serial));
  return [
    ...(ns.length === 0 ? [] : [inAnyOrder('zone.servers', of, ns)]),
    ...(parent === null ? [] : [inAnyOrder('zone.parent', of, parent.ns)]),
    ...(serials.length === 0 ? [] : [inAnyOrder('zone.serials', of, serials)]),
    ...(soa === null
      ? []
      : [
          exactly('zone.primary', of, [soa.mname, soa.rname]),
          exactly(
            'zone.timers',
            of,
            [soa.refreshSeconds, soa.retrySeconds, soa.expireSeconds, soa.minimumSeconds].map(String),
          ),
        ]),
  ];
}

function serverAspects({ name: zone, nameServers, servers }: ZoneView, { trace }: Report): Aspect[] {
  const byAddress = new Map(
    groupBy(
      trace.steps.filter((step) => step.zone === zone && (isAnswer(step.outcome) || isForeign(step))),
      ({ server }) => server.address,
    ).map((steps) => [steps[0].server.address, steps]),
  );
  return [
    ...nameServers.flatMap(({ name, addresses, state }) =>
      state === 'failed' || state === 'not-asked'
        ? []
        : [inAnyOrder('zone.server-addresses', name, addresses)],
    ),
    ...servers.flatMap(({ name, address, outcome, mx, tcp }) => {
      const of = `${name} [${address}]`;
      const answers = byAddress.get(address) ?? [];
      const authority = answers.map(
        (step) => step.rejected ?? (step.authoritative ? 'authoritative' : 'none'),
      );
      return [
        ...(outcome === 'blocked' ? [] : [exactly('zone.answer', of, [answered(outcome)])]),
        ...(mx === null ? [] : [inAnyOrder('zone.server-mx', of, mx)]),
        ...(tcp === null || tcp === 'blocked' ? [] : [exactly('zone.tcp', of, [answered(tcp)])]),
        ...(authority.length === 0 ? [] : [inAnyOrder('zone.authority', of, authority)]),
      ];
    }),
  ];
}

/** Which of its answers came last is chance. */
function answered(outcome: StepOutcome): string {
  return isAnswer(outcome) ? 'answer' : outcome;
}

/** An answer of one who does not serve the zone. */
function isForeign({ rejected }: TraceStep): boolean {
  return rejected === 'lame' || rejected === 'upward-referral' || rejected === 'not-authoritative';
}
