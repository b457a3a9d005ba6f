import { isFinal, isOverTcp, isUseful, isWhole, recordsOf, serverLabel } from '@/lib/dns/compare';
import { hasEdns, isHeard } from '@/lib/dns/heard';
import type { TraceStep } from '@/lib/dns/trace';
import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled, stepEvidence, zoneSteps } from '../seen';
import { isQuestion } from './delegation';
import { lostOverTcp } from '../vantage/own-dns';

/** An answer that takes this long slows senders down; most resolvers ask somebody else by then. */
const SLOW_MS = 1000;

/** Lost packets below this number are chance; with it, a quarter of all questions must be lost. */
const MANY_LOST = 3;

/** How each server of a zone answers, whatever it says; servers of which the same is to be said are told together. */
export function* answering(seen: Evidence): Iterable<Claim> {
  if (!isSettled(seen)) return;
  const isTcpOurs = lostOverTcp(seen).length > 0;
  for (const zone of groupBy(zoneSteps(seen), (step) => step.zone)) {
    // Where nothing comes over TCP and nothing else is of use, the route says it.
    const isTcpTold = isTcpOurs || !zone.some(isUseful);
    const claims = groupBy(zone, serverLabel).flatMap((server) => [
      ...transports(server, isTcpTold),
      ...ednsIgnored(seen, server),
      ...strayAnswers(server),
      ...groupBy(server, ({ question }) => `${question.name} ${question.type}`).flatMap((asked) => [
        ...betweenTransports(asked),
      ]),
    ]);
    yield* together(claims);
  }
}

/** One claim for all servers of which the same holds. */
function* together(claims: readonly Claim[]): Iterable<Claim> {
  const known = ({ code, args: { servers: _, ...others } }: Claim) => `${code} ${JSON.stringify(others)}`;
  for (const group of groupBy(claims, known)) {
    const servers = group.flatMap(({ args }) => (Array.isArray(args['servers']) ? args['servers'] : []));
    const [{ args, ...claim }] = group;
    const evidence = group.flatMap((one) => one.evidence);
    yield { ...claim, args: servers.length === 0 ? args : { ...args, servers }, evidence };
  }
}

/** Addresses are often handed out in turn, so that only what is the same each time can be compared. */
const SAME_EACH_TIME = ['MX', 'NS'];

function* betweenTransports(steps: [TraceStep, ...TraceStep[]]): Iterable<Claim> {
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
    stepEvidence([udp, tcp]),
  );
}

function* transports(steps: [TraceStep, ...TraceStep[]], isTcpTold: boolean): Iterable<Claim> {
  const [{ zone, server }] = steps;
  const about = { zone, server: server.name, address: server.address };
  const of = { zone, servers: [serverLabel(steps[0])] };
  const udp = steps.filter((step) => !isOverTcp(step));
  const tcp = steps.filter(isOverTcp);
  const heard = steps.filter(isHeard);
  const dropped = udp.filter((step) => step.edns && step.outcome === 'silence');
  const plain = udp.filter((step) => !step.edns && isHeard(step));
  const dropsEdns =
    dropped.length > 1 &&
    plain.length > 1 &&
    !udp.some((step) => step.edns && isHeard(step)) &&
    // An answer that takes longer than the wait for the others shows a slow server.
    fastestOf(plain) < fastestOf(dropped);
  if (dropsEdns) yield found('ns.edns-dropped', of, stepEvidence([...dropped, ...plain]));
  // The question over TCP carried EDNS, too.
  else if (!isTcpTold && udp.some(isHeard) && tcp.length > 0 && !tcp.some(isHeard))
    yield found('ns.no-tcp', { ...of, outcome: tcp.at(-1)?.outcome ?? 'silence' }, stepEvidence(tcp));
  const refused = udp.filter(({ rejected }) => rejected === 'edns-refused');
  const [refusal] = refused;
  if (refusal !== undefined && udp.some((step) => !step.edns && isHeard(step)))
    yield found('ns.edns-unknown', { ...of, rcode: refusal.rcode ?? '' }, stepEvidence(refused));
  const folded = udp.filter((step) => isFolded(step, heard));
  const denied = folded.find((step) => isFinal(step) && !isWhole(step))?.question;
  const what = { denied: denied === undefined ? '' : `${denied.name} ${denied.type}` };
  if (folded.length > 0) yield found('ns.letter-case', { ...of, ...what }, stepEvidence(folded));
  // A type that it never answers is withheld and not lost.
  const answered = udp.filter(({ question }) => heard.some((other) => other.question.type === question.type));
  const lost = answered.filter(({ outcome }) => outcome === 'silence');
  const count = { lost: lost.length, asked: answered.length };
  const fastest = fastestOf(heard);
  if (heard.length > 0 && fastest >= SLOW_MS)
    yield found(
      'ns.slow',
      { ...about, ...count, ms: Math.round(fastest) },
      stepEvidence([...heard, ...lost]),
    );
  else if (!dropsEdns && heard.length > 0 && lost.length >= MANY_LOST && lost.length * 4 >= count.asked)
    yield found('ns.flaky', { ...about, ...count }, stepEvidence(lost));
}

function fastestOf(steps: readonly TraceStep[]): number {
  return Math.min(...steps.map(({ ms }) => ms));
}

/** Answers that carry the id of no question: resolvers drop them, and so did this check (RFC 5452 §9.1). */
function* strayAnswers(steps: [TraceStep, ...TraceStep[]]): Iterable<Claim> {
  const [{ zone, server }] = steps;
  const disturbed = steps.filter(({ strays = 0 }) => strays > 0);
  const count = disturbed.reduce((sum, { strays = 0 }) => sum + strays, 0);
  const about = { zone, server: server.name, address: server.address, count };
  if (count > 0) yield found('ns.stray-answers', about, stepEvidence(disturbed));
}

function* ednsIgnored({ dnssec }: Evidence, steps: [TraceStep, ...TraceStep[]]): Iterable<Claim> {
  const [{ zone }] = steps;
  const ignoring = steps.filter((step) => step.edns && !hasEdns(step) && isWhole(step));
  if (ignoring.length === 0) return;
  const signed = dnssec?.links.some((link) => link.zone === zone && link.ds.length > 0) === true;
  const about = { zone, servers: [serverLabel(steps[0])], signed };
  yield found('ns.edns-ignored', about, stepEvidence(ignoring));
}

/** Asked in mixed case, the answer has other letters, or there is none although the server answers small ones. */
function isFolded(step: TraceStep, heard: readonly TraceStep[]): boolean {
  if (step.spelling === undefined || step.truncated || step.rejected === 'edns-refused') return false;
  if (isWhole(step)) return step.spelling.echoed !== step.spelling.asked;
  const plain = heard.filter((other) => other.spelling === undefined && isWhole(other));
  if (!isFinal(step)) return isHeard(step) && plain.length > 0;
  const { name, type } = step.question;
  return plain.some((other) => isQuestion(other, name, type) && other.outcome === 'answer');
}
