import { ROOT } from '@/lib/dns/name';
import type { Walked } from '@/lib/dns/walk';
import { judge } from '@/lib/findings/judge';
import {
  addressesOf,
  decideRoute,
  literalRoute,
  MAX_ADDRESSES_PER_FAMILY,
  MAX_EXCHANGES,
  routeOf,
  unaskedHost,
} from '@/lib/route/read-route';
import { type Target, targetView } from '@/lib/target/target';
import { aside } from './aside';
import { CheckCancelled, isCancelled } from './cancel';
import { createChannel } from './channel';
import type { Unnumbered } from '@/lib/report/event';
import { createDnssec, type Dnssec } from './dnssec';
import { createFurtherZones, type FurtherZones } from './further-zones';
import { createNotebook, type Notebook } from './notebook';
import type { CheckOptions, Vantage } from '@/lib/report/report';
import { createAddressComparison, lookForForgottenDot, resolveExchange } from './resolve-exchange';
import { compareResolvers } from './compare-resolvers';
import { examineIdentity } from './identity';
import { proveOwnWay } from './own-way';
import { findReverseName } from './reverse-names';
import { createSessions, type Sessions } from './sessions';
import { surveyZone } from './survey-zone';
import { createWalks, type Walks } from './walks';
import type { World } from './world';

/** What is to be checked, and as whom. */
export interface CheckPlan {
  target: Target;
  options: CheckOptions;
  /** `helo` and `sender` as they will be said; the sender without angle brackets, `<>` for the null sender. */
  vantage: Vantage;
  /** Recipient of the relay test, as it goes on the wire; null when none is configured. */
  relayAddress: string | null;
}

/**
 * The product: one check from the root servers to the last QUIT, as a sequence of events that ends with the last
 * judgement. When the signal is aborted it ends early with everything seen so far. Throws only for our own bugs.
 */
export async function* runCheck(
  plan: CheckPlan,
  world: World,
  signal: AbortSignal,
): AsyncGenerator<Unnumbered> {
  const events = createChannel<Unnumbered>();
  const notebook = createNotebook(plan, world.now(), events.push);
  notebook.note({
    type: 'started',
    at: new Date(notebook.startedAt).toISOString(),
    target: targetView(plan.target),
    options: plan.options,
    vantage: plan.vantage,
  });
  conduct(plan, world, notebook, signal).then(
    () => events.end(),
    (error: unknown) => events.end(error),
  );
  yield* events;
}

async function conduct(
  plan: CheckPlan,
  world: World,
  notebook: Notebook,
  signal: AbortSignal,
): Promise<void> {
  const sessions = createSessions(plan, world, notebook, signal, () => {
    notebook.judgeSoFar(judge);
  });
  const knocked = aside(knock(world, notebook, signal));
  try {
    if (plan.target.address === null) await checkDomain(plan, world, notebook, sessions, signal);
    else await checkLiteral(plan.target.address, plan, world, notebook, sessions, signal);
    await Promise.all([sessions.allClosed(), knocked]);
  } catch (error) {
    if (!isCancelled(error, signal)) throw error;
    await sessions.allClosed();
  }
  const { reason } = signal as { reason: unknown };
  if (reason instanceof CheckCancelled && reason.deadlineSeconds !== null)
    notebook.note({ type: 'limit', limit: 'deadline', count: reason.deadlineSeconds });
  notebook.judgeFinally(judge, signal.aborted ? 'stopped' : 'done');
}

/** Whether something in our own network answers in the name of everybody. */
async function knock(world: World, notebook: Notebook, signal: AbortSignal): Promise<void> {
  const control = await world.knock?.(signal);
  if (control) notebook.note({ type: 'control-address', control });
}

/** The address needs no DNS to be reached; its reverse name and our own names are looked up all the same. */
async function checkLiteral(
  address: string,
  { vantage }: CheckPlan,
  world: World,
  notebook: Notebook,
  sessions: Sessions,
  signal: AbortSignal,
): Promise<void> {
  const route = literalRoute(address, (other) => world.guard(other));
  notebook.note({ type: 'route', route });
  const walks = createWalks(ROOT, world, notebook, signal);
  const identity = examineIdentity(vantage, walks, world, notebook);
  const named: Promise<void>[] = [];
  for (const host of route.hosts) {
    sessions.open(host, host.addresses);
    for (const one of host.addresses.filter(({ blocked }) => !blocked)) {
      identity.goingTo(one.address);
      named.push(aside(findReverseName({ ...one, exchange: host.exchange }, null, walks, notebook)));
    }
  }
  await Promise.all([...named, identity.tell()]);
  await walks.settled();
}

async function checkDomain(
  plan: CheckPlan,
  world: World,
  notebook: Notebook,
  sessions: Sessions,
  signal: AbortSignal,
): Promise<void> {
  const walks = createWalks(plan.target.domain, world, notebook, signal);
  const compared = aside(compareResolvers(walks.domain, world, notebook, signal));
  const dnssec = createDnssec(walks, world, notebook);
  const mx = await walks.ask(walks.domain, 'MX');
  dnssec.examine(mx);
  const further = createFurtherZones(walks, notebook);
  await Promise.all([
    compared,
    surveyZone(walks, mx, further, notebook, () => world.random()),
    followRoute(walks, mx, further, plan.vantage, world, notebook, sessions, dnssec),
  ]);
  await dnssec.compareServers();
  further.tell();
  await proveOwnWay(walks, notebook);
  await walks.settled();
}

/** From the MX answer to the addresses; the sessions with an address start as soon as it is known. */
async function followRoute(
  walks: Walks,
  mx: Walked,
  further: FurtherZones,
  vantage: Vantage,
  world: World,
  notebook: Notebook,
  sessions: Sessions,
  dnssec: Dnssec,
): Promise<void> {
  const decision = decideRoute(walks.domain, mx);
  if (decision.kind === 'unresolved' || decision.kind === 'null') {
    notebook.note({ type: 'route', route: routeOf(decision, mx, []) });
    return;
  }
  const { exchanges } = decision;
  if (decision.kind === 'mx' && decision.left.length > 0) {
    const left = decision.left.map(({ preference, exchange }) => `${preference} ${exchange}`);
    notebook.note({ type: 'limit', limit: 'exchanges', count: MAX_EXCHANGES, left });
  }
  if (decision.kind === 'mx')
    notebook.note({ type: 'route', route: routeOf(decision, mx, exchanges.map(unaskedHost)) });
  const compared: Promise<void>[] = [];
  const identity = examineIdentity(vantage, walks, world, notebook);
  const compareAddresses = createAddressComparison(walks);
  const named = new Set<string>();
  const hosts = await Promise.all(
    exchanges.map(async (exchange) => {
      const host = await resolveExchange(exchange, mx, walks, world, (walked) => {
        dnssec.examine(walked);
        noteAddressesLeft(walked, notebook);
        const addresses = addressesOf([walked], (address) => world.guard(address));
        sessions.open(exchange, addresses);
        for (const { address, blocked } of addresses) if (!blocked) identity.goingTo(address);
      });
      compared.push(aside(compareAddresses(exchange.exchange)), aside(further.examine(exchange.exchange)));
      if (host.flags.includes('no-address'))
        compared.push(aside(lookForForgottenDot(exchange.exchange, mx, walks)));
      for (const { address } of host.addresses.filter((one) => !one.blocked && !named.has(one.address))) {
        named.add(address);
        const about = { address, exchange: host.exchange };
        compared.push(aside(findReverseName(about, host.evidence.at(-1) ?? null, walks, notebook)));
      }
      return host;
    }),
  );
  notebook.note({ type: 'route', route: routeOf(decision, mx, hosts) });
  notebook.judgeSoFar(judge);
  await dnssec.tell();
  notebook.judgeSoFar(judge);
  await Promise.all([...compared, identity.tell()]);
}

function noteAddressesLeft({ question: { name }, records }: Walked, notebook: Notebook): void {
  const left = records.slice(MAX_ADDRESSES_PER_FAMILY).map(({ data }) => `${name} [${data}]`);
  if (left.length > 0)
    notebook.note({ type: 'limit', limit: 'addresses', count: MAX_ADDRESSES_PER_FAMILY, left });
}
