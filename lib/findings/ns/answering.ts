import { dnsStep, type Reference } from '@/lib/report/reference';
import { isWhole, lastPerServer, recordsOf, serverLabel } from '@/lib/dns/compare';
import { hasEdns, isHeard } from '@/lib/dns/heard';
import type { TraceStep } from '@/lib/dns/trace';
import { found, type Found } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled, zoneSteps } from '../seen';
import { lostOverTcp } from '../vantage/own-dns';

/** An answer that takes this long slows senders down; most resolvers ask somebody else by then. */
const SLOW_MS = 1000;

/** Questions of which every server must have the same answer for mail to go one way. */
const COMPARED = ['MX', 'NS', 'A', 'AAAA'];

/** What the servers of one zone say, beside each other. */
export function* serverAnswers(seen: Evidence): Iterable<Found> {
  if (!isSettled(seen)) return;
  const isTcpOurs = lostOverTcp(seen).length > 0;
  for (const zone of groupBy(zoneSteps(seen), (step) => step.zone)) {
    const serialOf = serialsOf(zone);
    yield* serials(zone, serialOf);
    for (const asked of groupBy(zone, ({ question }) => `${question.name} ${question.type}`))
      yield* differing(asked, serialOf);
    for (const server of groupBy(zone, (step) => `${step.server.name} ${step.server.address}`)) {
      yield* transports(server, isTcpOurs);
      yield* ednsIgnored(seen, server);
      for (const asked of groupBy(server, ({ question }) => `${question.name} ${question.type}`))
        yield* betweenTransports(asked);
    }
  }
}

/** The step with the last SOA answer of each server, in order of name, and the serial number in it. */
function serialsOf(steps: readonly TraceStep[]): Map<TraceStep, string> {
  const said = lastPerServer(steps.filter((step) => step.question.type === 'SOA' && isWhole(step)));
  return new Map(
    said.flatMap((step) => {
      const soa = step.answer.find(({ type }) => type === 'SOA');
      return soa === undefined ? [] : [[step, soa.data.split(' ')[2] ?? '']];
    }),
  );
}

function* serials(
  [{ zone }]: [TraceStep, ...TraceStep[]],
  serialOf: ReadonlyMap<TraceStep, string>,
): Iterable<Found> {
  if (new Set(serialOf.values()).size < 2) return;
  const list = [...serialOf].map(([step, serial]) => `${serverLabel(step)}: ${serial}`);
  yield found('zone.serials-differ', { zone, serials: list }, proofOf([...serialOf.keys()]));
}

function* differing(
  steps: [TraceStep, ...TraceStep[]],
  serialOf: ReadonlyMap<TraceStep, string>,
): Iterable<Found> {
  const [{ zone, question }] = steps;
  if (!COMPARED.includes(question.type)) return;
  const good = steps.filter(isWhole);
  // What a server says over UDP is what most senders hear of it.
  const each = lastPerServer([...good.filter(isOverTcp), ...good.filter((step) => !isOverTcp(step))]);
  if (new Set(each.map(recordsOf)).size < 2) return;
  const answers = each.map((step) => `${serverLabel(step)}: ${recordsOf(step) || 'no record'}`);
  const about = { zone, question: `${question.name} ${question.type}`, answers };
  const code = isHandedOut(each, serialOf) ? 'zone.answers-vary' : 'zone.answers-differ';
  yield found(code, about, proofOf(each));
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
  return each.every(hasAddresses) && new Set(serials).size < 2;
}

/** Addresses are often handed out in turn, so that only what is the same each time can be compared. */
const SAME_EACH_TIME = ['MX', 'NS'];

function* betweenTransports(steps: [TraceStep, ...TraceStep[]]): Iterable<Found> {
  const [{ zone, server, question }] = steps;
  if (!SAME_EACH_TIME.includes(question.type)) return;
  const good = steps.filter(isWhole);
  const tcp = good.findLast(isOverTcp);
  const udp = good.findLast((step) => !isOverTcp(step));
  if (tcp === undefined || udp === undefined || recordsOf(tcp) === recordsOf(udp)) return;
  const said = { udp: recordsOf(udp) || 'no record', tcp: recordsOf(tcp) || 'no record' };
  const about = { zone, server: server.name, address: server.address };
  yield found(
    'ns.transports-differ',
    { ...about, question: `${question.name} ${question.type}`, ...said },
    proofOf([udp, tcp]),
  );
}

function isOverTcp({ transport }: TraceStep): boolean {
  return transport === 'tcp';
}

function* transports(steps: [TraceStep, ...TraceStep[]], isTcpOurs: boolean): Iterable<Found> {
  const [{ zone, server }] = steps;
  const about = { zone, server: server.name, address: server.address };
  const udp = steps.filter((step) => !isOverTcp(step));
  const tcp = steps.filter(isOverTcp);
  const heard = steps.filter(isHeard);
  const dropped = udp.filter((step) => step.edns && step.outcome === 'silence');
  const plain = udp.filter((step) => !step.edns && isHeard(step));
  const dropsEdns = dropped.length > 1 && plain.length > 1 && !udp.some((step) => step.edns && isHeard(step));
  if (dropsEdns) yield found('ns.edns-dropped', about, proofOf([...dropped, ...plain]));
  // The question over TCP carried EDNS, too.
  else if (!isTcpOurs && udp.some(isHeard) && tcp.length > 0 && !tcp.some(isHeard))
    yield found('ns.no-tcp', { ...about, outcome: tcp.at(-1)?.outcome ?? 'silence' }, proofOf(tcp));
  const refused = udp.filter(({ rejected }) => rejected === 'edns-refused');
  if (refused.length > 0 && udp.some((step) => !step.edns && isHeard(step)))
    yield found('ns.edns-unknown', about, proofOf(refused));
  const folded = udp.filter((step) => isFolded(step, heard));
  if (folded.length > 0) yield found('ns.letter-case', about, proofOf(folded));
  const fastest = Math.min(...heard.map(({ ms }) => ms));
  if (heard.length > 1 && fastest >= SLOW_MS)
    yield found('ns.slow', { ...about, ms: Math.round(fastest) }, proofOf(heard));
}

function* ednsIgnored({ dnssec }: Evidence, steps: [TraceStep, ...TraceStep[]]): Iterable<Found> {
  const [{ zone, server }] = steps;
  const ignoring = steps.filter((step) => step.edns && !hasEdns(step) && isWhole(step));
  if (ignoring.length === 0) return;
  const signed = dnssec?.links.some((link) => link.zone === zone && link.ds.length > 0) === true;
  const about = { zone, server: server.name, address: server.address, signed };
  yield found('ns.edns-ignored', about, proofOf(ignoring));
}

/** Asked in mixed case, the answer has other letters, or there is none although the server has answered others. */
function isFolded(step: TraceStep, heard: readonly TraceStep[]): boolean {
  if (step.spelling === undefined || step.truncated) return false;
  if (isWhole(step)) return step.spelling.echoed !== step.spelling.asked;
  return isHeard(step) && heard.some((other) => other.spelling === undefined && isWhole(other));
}

function proofOf(steps: readonly TraceStep[]): Reference[] {
  return steps.map(({ n }) => dnsStep(n));
}
