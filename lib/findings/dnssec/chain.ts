import { dnsStep, type Reference } from '@/lib/report/reference';
import type { DnssecAnswer, DnssecView, Signature } from '@/lib/dnssec/evidence';
import type { TraceStep } from '@/lib/dns/trace';
import { rrsigOf } from '@/lib/dnssec/records';
import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled, validation } from '../seen';
import { wrongClock } from '../vantage/clock';

/** Part of the validity of a signature that is left when renewing it is late. */
const LATE_SHARE = 0.1;

const HOUR_MS = 3_600_000;

/** Whether signatures prove the way of the mail; nothing is said where no trust anchor was given. */
export function* dnssecChain(seen: Evidence): Iterable<Claim> {
  const dnssec = validation(seen);
  if (dnssec === null || wrongClock(seen) !== null) return;
  const groups = groupBy(dnssec.answers, ({ zone, state, reason }) => `${zone} ${state} ${reason ?? ''}`);
  for (const group of groups) {
    const finding = notProven(seen, dnssec, group);
    if (finding !== null) yield { ...finding, breaksChain: finding.args['elsewhere'] === false };
  }
  if (dnssec.state === 'secure') {
    const zones = dnssec.links.map(({ zone }) => zone);
    const denies = seen.route?.kind === 'none' || seen.route?.kind === 'null';
    const exists = seen.route?.domainExists !== false;
    yield found(
      'dnssec.proven',
      { domain: seen.target.domain, zones, denies, exists },
      proofOf(dnssec.answers),
    );
  }
  if (!isSettled(seen)) return;
  yield* servers(dnssec);
  yield* endingSoon(seen, dnssec);
}

function notProven(
  seen: Evidence,
  dnssec: DnssecView,
  group: [DnssecAnswer, ...DnssecAnswer[]],
): Claim | null {
  const [{ zone, reason, signature }] = group;
  const answers = group.map(({ name, type }) => `${name} ${type}`);
  const about = { zone, answers };
  const delivers = seen.sessions.some(({ outcome }) => outcome === 'accepted');
  const broken = { ...about, elsewhere: hasBelievedWay(seen, dnssec), delivers };
  const keyTag = signature?.keyTag ?? 0;
  const { ds = [], keys = [], fitting = [] } = dnssec.links.find((link) => link.zone === zone) ?? {};
  const proof = proofOf(group);
  switch (reason) {
    case 'opt-out':
      // The zone of an answer that is not proven may itself be signed; below a cut the chain ends at the parent.
      return isProven(dnssec, zone) ? found('dnssec.opt-out', about, proof) : unsigned(seen, dnssec, group);
    case 'unsigned':
      return unsigned(seen, dnssec, group);
    case 'unknown-algorithm': {
      const algorithms = [...new Set(ds.map((one) => one.split(' ')[1] ?? ''))];
      return found('dnssec.unknown-algorithm', { ...about, algorithms }, proof);
    }
    case 'too-many-iterations':
      return found('dnssec.too-many-iterations', about, proof);
    case 'expired':
      return found('dnssec.expired', { ...broken, keyTag, moment: minute(signature?.until) }, proof);
    case 'not-yet-valid':
      return found('dnssec.not-yet-valid', { ...broken, keyTag, moment: minute(signature?.from) }, proof);
    case 'wrong-ds':
      return found('dnssec.wrong-ds', { ...broken, ds, keys, fitting }, proof);
    case 'no-keys':
      return found('dnssec.no-keys', { ...broken, ds }, proof);
    case 'missing-signature':
      return found('dnssec.missing-signature', broken, proof);
    case 'no-such-key':
      return found('dnssec.no-such-key', { ...broken, keyTag }, proof);
    case 'bad-signature':
      return found(
        'dnssec.bad-signature',
        { ...broken, keyTag, records: group.flatMap((answer) => recordsOf(seen, answer)) },
        proof,
      );
    case 'no-proof':
      return found('dnssec.no-proof', broken, proof);
    case 'no-answer':
      // What our own budget left unasked is listed there, and says nothing of the zone.
      return wasLeftUnasked(seen, zone) ? null : found('dnssec.indeterminate', { ...about, reason }, proof);
    case 'without-edns':
    case 'too-long':
      return found('dnssec.indeterminate', { ...about, reason }, proof);
    case 'no-trust-anchor':
    case null:
      return null;
  }
}

/** No key is known above the zone: it has none, or has one that nobody can believe. */
function unsigned(seen: Evidence, { answers }: DnssecView, group: [DnssecAnswer, ...DnssecAnswer[]]): Claim {
  const [{ zone }] = group;
  const own = group.map(({ name, type }) => `${name} ${type}`);
  const proof = proofOf(group);
  const isSigned = seen.trace.steps.some(
    (step) => group.some(({ evidence }) => evidence.includes(step.n)) && hasSignatureOf(step, zone),
  );
  if (isSigned) return found('dnssec.island', { zone, answers: own }, proof);
  const proven = answers
    .filter(({ state, name }) => state === 'secure' && name === seen.target.domain)
    .map(({ name, type }) => `${name} ${type}`);
  return found('dnssec.unsigned', { zone, answers: own, proven }, proof);
}

function hasSignatureOf({ answer, authority }: TraceStep, zone: string): boolean {
  return [...answer, ...authority].some((record) => {
    const rrsig = record.type === 'RRSIG' ? rrsigOf(record) : null;
    return rrsig !== null && rrsig.signer === zone;
  });
}

/** As they came: `example.org MX 10 mx1.example.org`. */
function recordsOf({ trace }: Evidence, { name, type, evidence }: DnssecAnswer): string[] {
  const told = trace.steps.flatMap((step) => (evidence.includes(step.n) ? step.answer : []));
  const own = told.filter((record) => record.name === name && record.type === type);
  return [...new Set(own.map(({ data }) => `${name} ${type} ${data}`))];
}

function isProven({ links }: DnssecView, zone: string): boolean {
  return links.some((link) => link.zone === zone && link.state === 'secure');
}

function wasLeftUnasked({ limits }: Evidence, zone: string): boolean {
  return limits.some(({ left = [] }) => left.includes(`${zone} DNSKEY`) || left.includes(`${zone} DS`));
}

/** Is there an exchange that a resolver which checks still finds? Absent addresses are no way. */
function hasBelievedWay({ route, target }: Evidence, { answers }: DnssecView): boolean {
  const isBelieved = (name: string, types: readonly string[]) =>
    answers.some((one) => one.name === name && types.includes(one.type) && one.state !== 'bogus');
  if (!isBelieved(target.domain, ['MX'])) return false;
  return (route?.hosts ?? []).some(({ exchange, addresses }) =>
    addresses.some(({ family }) => isBelieved(exchange, [family === 'ipv6' ? 'AAAA' : 'A'])),
  );
}

/** A server that differs from the others; when all of them fail, the chain says so. */
function* servers({ servers: all }: DnssecView): Iterable<Claim> {
  if (!all.some(({ state }) => state === 'secure')) return;
  for (const [{ name: server, address, question, reason, evidence, zone }] of groupBy(
    all.filter(({ state }) => state === 'bogus'),
    (one) => one.address,
  ))
    yield found(
      'dnssec.server-differs',
      {
        zone,
        server,
        address,
        question: `${question.name} ${question.type}`,
        reason: reason ?? 'bogus',
      },
      evidence.map(dnsStep),
    );
}

function* endingSoon({ startedAt }: Evidence, { answers }: DnssecView): Iterable<Claim> {
  const late = answers.filter(
    ({ state, signature }) => state === 'secure' && signature !== null && isLate(signature, startedAt),
  );
  for (const group of groupBy(late, ({ zone }) => zone)) {
    const until = group.map(({ signature }) => signature?.until ?? '').sort()[0] ?? '';
    const hours = Math.floor((Date.parse(until) - Date.parse(startedAt)) / HOUR_MS);
    const about = { answers: group.map(({ name, type }) => `${name} ${type}`), until: minute(until), hours };
    yield found('dnssec.expires-soon', { zone: group[0].zone, ...about }, proofOf(group));
  }
}

function isLate({ from, until }: Signature, now: string): boolean {
  const left = Date.parse(until) - Date.parse(now);
  return left < LATE_SHARE * (Date.parse(until) - Date.parse(from));
}

/** `2026-11-20 04:00`. */
function minute(moment: string | undefined): string {
  return (moment ?? '').slice(0, 16).replace('T', ' ');
}

function proofOf(answers: readonly DnssecAnswer[]): Reference[] {
  const steps = new Set(answers.flatMap(({ evidence }) => evidence));
  return [...steps].sort((a, b) => a - b).map(dnsStep);
}
