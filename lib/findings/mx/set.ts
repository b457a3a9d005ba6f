import { dnsStep, place, type Reference } from '@/lib/report/reference';
import type { TraceStep } from '@/lib/dns/trace';
import type { RouteHost } from '@/lib/route/route';
import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled, mxOwner } from '../seen';
import { forgottenDots } from './mistyped';
import { isQuestion, networkOf } from '../ns/delegation';

/** What is odd about the MX set as a whole, or about the names in it. */
export function* mxSet(seen: Evidence): Iterable<Claim> {
  const { route } = seen;
  if (!isSettled(seen) || route === null || route.kind === 'literal') return;
  const answer = seen.trace.steps.find(
    (step) => route.evidence.includes(step.n) && step.answer.some(({ type }) => type === 'MX'),
  );
  if (answer !== undefined) yield* records(seen, answer);
  if (route.kind !== 'mx') return;
  const evidence = answer === undefined ? [place('route')] : [dnsStep(answer.n)];
  const origins = [answer?.zone ?? '', mxOwner(seen)];
  for (const host of route.hosts) yield* name(seen, host, origins, evidence);
  yield* together(mxOwner(seen), route.hosts, evidence);
}

function* records(seen: Evidence, answer: TraceStep): Iterable<Claim> {
  const domain = mxOwner(seen);
  const records = answer.answer.filter(({ type }) => type === 'MX').map(({ data }) => data);
  const set = records.map((data) => ({
    preference: Number(data.split(' ')[0]),
    exchange: data.split(' ')[1],
  }));
  const evidence = [dnsStep(answer.n)];
  const none = set.find(({ exchange }) => exchange === '.');
  const used = records.filter((data) => !data.endsWith(' .')).sort((a, b) => parseInt(a) - parseInt(b));
  if (none !== undefined && used.length > 0) {
    const others = used.map((data) => data.split(' ')[1] ?? '');
    yield found('mx.null-with-others', { domain, others, records: used }, evidence);
  } else if (none !== undefined && none.preference !== 0)
    yield found('mx.null-preference', { domain, preference: none.preference }, evidence);
  const { question, transport, bytes } = answer;
  const cut = seen.trace.steps.find((step) => isQuestion(step, question.name, 'MX') && step.truncated);
  if (transport === 'tcp' && cut !== undefined)
    yield found('mx.large-answer', { domain, bytes }, [dnsStep(cut.n), ...evidence]);
}

function* name(
  seen: Evidence,
  host: RouteHost,
  origins: readonly string[],
  evidence: Reference[],
): Iterable<Claim> {
  const { exchange, preference, addresses, flags } = host;
  const domain = mxOwner(seen);
  const about = { domain, preference, exchange };
  if (flags.includes('address-literal')) return;
  if (/(^|\.)(localhost|localdomain)$/.test(exchange)) yield found('mx.localhost', about, evidence);
  else if (/^\d+$/.test(exchange)) yield found('mx.null-meant', about, evidence);
  else if (!exchange.includes('.'))
    yield found('mx.single-label', { ...about, meant: `${exchange}.${domain}` }, evidence);
  if (exchange.includes('_')) {
    const own = addresses.map(({ address }) => address);
    yield found('mx.underscore', { ...about, addresses: own }, evidence);
  }
  if (addresses.length === 0) yield* forgottenDots(seen, about, origins, evidence);
}

function* together(domain: string, hosts: readonly RouteHost[], evidence: Reference[]): Iterable<Claim> {
  const exchanges = [...new Set(hosts.map(({ exchange }) => exchange))];
  for (const same of groupBy(hosts, ({ exchange }) => exchange))
    // Equal records are one (RFC 2181 §5).
    if (new Set(same.map(({ preference }) => preference)).size > 1)
      yield found(
        'mx.duplicate',
        { domain, exchange: same[0].exchange, preferences: same.map(({ preference }) => String(preference)) },
        evidence,
      );
  for (const same of groupBy(hosts, ({ preference }) => String(preference))) {
    const names = [...new Set(same.map(({ exchange }) => exchange))];
    if (names.length > 1)
      yield found('mx.equal-preference', { preference: same[0].preference, exchanges: names }, evidence);
  }
  if (new Set(hosts.map(({ preference }) => preference)).size > 1) {
    const records = hosts.map(({ preference, exchange }) => `${preference} ${exchange}`);
    yield found('mx.order', { domain, count: exchanges.length, records: [...new Set(records)] }, evidence);
  }
  const reached = hosts.flatMap(({ exchange, addresses }) =>
    addresses.map(({ address, family }) => ({ exchange, address, family })),
  );
  for (const same of groupBy(reached, ({ address }) => address)) {
    const names = [...new Set(same.map(({ exchange }) => exchange))];
    if (names.length > 1)
      yield found('mx.shared-address', { address: same[0].address, exchanges: names }, evidence);
  }
  const addresses = [...new Set(reached.map(({ address }) => address))];
  if (addresses.length === 0) return;
  const [only] = hosts;
  if (only !== undefined && exchanges.length === 1 && addresses.length === 1) {
    const { exchange, preference } = only;
    yield found('mx.only-one', { domain, preference, exchange }, evidence);
  }
  const networks = [...new Set(addresses.map(networkOf))];
  const [network = ''] = networks;
  if (addresses.length > 1 && networks.length === 1)
    yield found('mx.one-network', { network, exchanges }, evidence);
  if (reached.every(({ family }) => family === 'ipv6')) yield found('mx.ipv6-only', { exchanges }, evidence);
}
