import ipaddr from 'ipaddr.js';
import { isOverTcp, isWhole, lastPerServer, recordsOf, serverLabel } from '@/lib/dns/compare';
import { soaOf } from '@/lib/dns/soa';
import type { TraceStep } from '@/lib/dns/trace';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { found, type Claim } from '../found';
import { isSettled, stepEvidence, zoneSteps } from '../seen';

/** Questions of which every server must have the same answer for mail to go one way. */
const COMPARED = ['MX', 'NS', 'A', 'AAAA'];

/** What the servers of one zone say, beside each other. */
export function* serverAnswers(seen: Evidence): Iterable<Claim> {
  if (!isSettled(seen)) return;
  for (const zone of groupBy(zoneSteps(seen), (step) => step.zone)) {
    const serialOf = serialsOf(zone);
    yield* serials(zone, serialOf);
    for (const asked of groupBy(zone, ({ question }) => `${question.name} ${question.type}`))
      yield* differing(seen, asked, serialOf);
  }
}

/** The step with the last SOA answer of each server, in order of name, and the serial number in it. */
function serialsOf(steps: readonly TraceStep[]): Map<TraceStep, string> {
  const said = lastPerServer(steps.filter((step) => step.question.type === 'SOA' && isWhole(step)));
  return new Map(
    said.flatMap((step) => {
      const soa = step.answer.find(({ type }) => type === 'SOA');
      return soa === undefined ? [] : [[step, String(soaOf(soa).serial)]];
    }),
  );
}

function* serials(
  [{ zone }]: [TraceStep, ...TraceStep[]],
  serialOf: ReadonlyMap<TraceStep, string>,
): Iterable<Claim> {
  if (new Set(serialOf.values()).size < 2) return;
  const list = [...serialOf].map(([step, serial]) => `${serverLabel(step)}: ${serial}`);
  yield found('zone.serials-differ', { zone, serials: list }, stepEvidence([...serialOf.keys()]));
}

function* differing(
  seen: Evidence,
  steps: [TraceStep, ...TraceStep[]],
  serialOf: ReadonlyMap<TraceStep, string>,
): Iterable<Claim> {
  const [{ zone, question }] = steps;
  if (!COMPARED.includes(question.type)) return;
  const good = steps.filter(isWhole);
  // What a server says over UDP is what most senders hear of it.
  const each = lastPerServer([...good.filter(isOverTcp), ...good.filter((step) => !isOverTcp(step))]);
  if (new Set(each.map(recordsOf)).size < 2) return;
  const answers = each.map((step) => `${serverLabel(step)}: ${recordsOf(step) || 'no record'}`);
  const about = { zone, question: `${question.name} ${question.type}`, type: question.type, answers };
  if (isHandedOut(each, serialOf)) yield found('zone.answers-vary', about, stepEvidence(each));
  else
    yield found('zone.answers-differ', { ...about, special: specialAmong(seen, each) }, stepEvidence(each));
}

/**
 * Addresses of which each server gives others out of one and the same version of the zone: in turn, or by the place of
 * who asks. No old copy shows in that.
 */
function isHandedOut(each: readonly TraceStep[], serialOf: ReadonlyMap<TraceStep, string>): boolean {
  const hasAddresses = ({ question, answer }: TraceStep) =>
    ['A', 'AAAA'].includes(question.type) && answer.some(({ type }) => type === question.type);
  const servers = new Set(each.map(serverLabel));
  const serials = [...serialOf].flatMap(([step, serial]) => (servers.has(serverLabel(step)) ? [serial] : []));
  // One address of the internet and one of an inner network spread no load.
  const ranges = new Set(each.flatMap(({ answer }) => answer.flatMap(({ data }) => rangeOf(data))));
  return each.every(hasAddresses) && ranges.size < 2 && new Set(serials).size < 2;
}

/** What nobody on the internet can reach: of another kind than the addresses of the route that may be contacted. */
function specialAmong({ route }: Evidence, each: readonly TraceStep[]): string[] {
  const reached = (route?.hosts ?? []).flatMap(({ addresses }) =>
    addresses.filter(({ blocked }) => !blocked),
  );
  const usual = new Set(['unicast', ...reached.flatMap(({ address }) => rangeOf(address))]);
  const given = each.flatMap(({ answer }) => answer.map(({ data }) => data));
  return [...new Set(given)].filter((data) => rangeOf(data).some((range) => !usual.has(range)));
}

/** Public, private, loopback and so on; none for what is no address. */
function rangeOf(data: string): string[] {
  return ipaddr.isValid(data) ? [ipaddr.parse(data).range()] : [];
}
