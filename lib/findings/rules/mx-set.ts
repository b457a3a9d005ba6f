import type { TraceStep } from '@/lib/dns/trace';
import type { RouteHost } from '@/lib/route/route';
import { found, type Found } from '../found';
import { groupBy, isSettled, type Seen } from '../seen';
import { isQuestion, networkOf } from './delegation';

/** What is odd about the MX set as a whole, or about the names in it. */
export function* mxSet(seen: Seen): Iterable<Found> {
  const { route } = seen;
  if (!isSettled(seen) || route === null || route.kind === 'literal') return;
  const answer = seen.trace.steps.find(
    (step) => route.evidence.includes(step.n) && step.answer.some(({ type }) => type === 'MX'),
  );
  if (answer !== undefined) yield* records(seen, answer);
  if (route.kind !== 'mx') return;
  const evidence = answer === undefined ? ['route'] : [`dns:${answer.n}`];
  for (const host of route.hosts) yield* name(seen, host, evidence);
  yield* together(route.hosts, evidence);
}

function* records({ target: { domain }, trace }: Seen, answer: TraceStep): Iterable<Found> {
  const set = answer.answer
    .filter(({ type }) => type === 'MX')
    .map(({ data }) => ({ preference: Number(data.split(' ')[0]), exchange: data.split(' ')[1] ?? '' }));
  const evidence = [`dns:${answer.n}`];
  const others = set.filter(({ exchange }) => exchange !== '.').map(({ exchange }) => exchange);
  const none = set.find(({ exchange }) => exchange === '.');
  if (none !== undefined && others.length > 0)
    yield found('mx.null-with-others', { domain, others }, evidence);
  else if (none !== undefined && none.preference !== 0)
    yield found('mx.null-preference', { domain, preference: none.preference }, evidence);
  const { question, transport, bytes } = answer;
  const cut = trace.steps.find((step) => isQuestion(step, question.name, 'MX') && step.truncated);
  if (transport === 'tcp' && cut !== undefined)
    yield found('mx.large-answer', { domain, bytes }, [`dns:${cut.n}`, ...evidence]);
}

function* name(seen: Seen, { exchange, addresses, flags }: RouteHost, evidence: string[]): Iterable<Found> {
  const { domain } = seen.target;
  if (flags.includes('address-literal')) return;
  const doubled = `.${domain}.${domain}`;
  if (/(^|\.)(localhost|localdomain)$/.test(exchange)) yield found('mx.localhost', { exchange }, evidence);
  else if (!exchange.includes('.'))
    yield found('mx.single-label', { exchange, meant: `${exchange}.${domain}` }, evidence);
  if (exchange.includes('_')) yield found('mx.underscore', { exchange }, evidence);
  if (addresses.length === 0 && exchange.endsWith(doubled))
    yield found('mx.name-doubled', { exchange, meant: exchange.slice(0, -domain.length - 1) }, evidence);
}

function* together(hosts: readonly RouteHost[], evidence: string[]): Iterable<Found> {
  const exchanges = [...new Set(hosts.map(({ exchange }) => exchange))];
  for (const same of groupBy(hosts, ({ exchange }) => exchange))
    if (same.length > 1)
      yield found(
        'mx.duplicate',
        { exchange: same[0].exchange, preferences: same.map(({ preference }) => String(preference)) },
        evidence,
      );
  for (const same of groupBy(hosts, ({ preference }) => String(preference))) {
    const names = [...new Set(same.map(({ exchange }) => exchange))];
    if (names.length > 1)
      yield found('mx.equal-preference', { preference: same[0].preference, exchanges: names }, evidence);
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
  const [only = ''] = exchanges;
  if (addresses.length === 0) return;
  if (exchanges.length === 1 && addresses.length === 1)
    yield found('mx.only-one', { exchange: only }, evidence);
  const networks = [...new Set(addresses.map(networkOf))];
  const [network = ''] = networks;
  if (addresses.length > 1 && networks.length === 1)
    yield found('mx.one-network', { network, exchanges }, evidence);
  if (reached.every(({ family }) => family === 'ipv6')) yield found('mx.ipv6-only', { exchanges }, evidence);
}
