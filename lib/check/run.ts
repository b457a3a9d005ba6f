import { ROOT } from '@/lib/dns/name';
import type { CheckRecord } from '@/lib/report/record';
import { literalRoute } from '@/lib/route/read-route';
import { targetView } from '@/lib/target/target';
import { aside } from './aside';
import { CheckCancelled, endingOf, isCancelled } from './cancel';
import { type CheckRun, judgeSoFar } from './check-run';
import { createDnssec } from './dnssec';
import type { DomainRun } from './domain-run';
import { knock } from './parts/control-address';
import { createFurtherZones } from './parts/further-zones';
import { examineIdentity } from './parts/identity';
import { surveyOwnZone } from './parts/own-zone';
import { proveOwnWay } from './parts/own-way';
import { tellReachedBefore } from './parts/reached-before';
import { askWish } from './parts/wish';
import { tellTlsOffer } from './parts/tls-offer';
import { surveyPolicies } from './parts/policies';
import { compareResolvers } from './parts/resolvers';
import { findReverseName } from './parts/reverse-names';
import { followOtherRoutes } from './parts/other-routes';
import { followRoute } from './parts/route';
import type { CheckPlan } from './plan';
import { createSessions, type Sessions } from './sessions';
import { createWalks } from './walks';
import type { World } from './world';

/**
 * The product: one check from the root servers to the last QUIT, written into the record up to the last judgement. When
 * the signal is aborted it ends early with everything seen so far. Rejects only for our own bugs.
 */
export async function runCheck(
  plan: CheckPlan,
  world: World,
  record: CheckRecord,
  signal: AbortSignal,
): Promise<void> {
  const run: CheckRun = { plan, world, record, signal, startedAt: world.now() };
  record.note({
    type: 'started',
    at: new Date(run.startedAt).toISOString(),
    target: targetView(plan.target),
    options: plan.options,
    vantage: plan.vantage,
  });
  const sessions = createSessions(run);
  const knocked = aside(knock(run));
  try {
    if (plan.target.address === null) await checkDomain(run, sessions);
    else await checkLiteral(run, sessions, plan.target.address);
    await Promise.all([sessions.allClosed(), knocked]);
  } catch (error) {
    if (!isCancelled(error, signal)) throw error;
    await sessions.allClosed();
  }
  tellReachedBefore(run);
  await tellTlsOffer(run);
  const { reason } = signal as { reason: unknown };
  if (reason instanceof CheckCancelled && reason.deadlineSeconds !== null)
    record.note({ type: 'limit', limit: 'deadline', count: reason.deadlineSeconds });
  judgeSoFar(run, endingOf(signal));
}

async function checkDomain(check: CheckRun, sessions: Sessions): Promise<void> {
  const walks = createWalks(check, check.plan.target.domain);
  const walking = { ...check, walks };
  const compared = aside(compareResolvers(walking));
  const dnssec = createDnssec(walking);
  const asked = aside(walks.ask(walks.domain, 'MX'));
  const wish = askWish(walking, asked);
  sessions.heed(wish);
  const mx = await asked;
  dnssec.examine(mx);
  const run: DomainRun = { ...walking, sessions, dnssec, zones: createFurtherZones(walking) };
  // Who cannot say where mail goes says nothing else, and a name that does not exist publishes nothing.
  const policies = mx.kind === 'answer' || mx.kind === 'nodata' ? surveyPolicies(run, mx, wish) : null;
  await Promise.all([
    compared,
    surveyOwnZone(run, mx),
    followRoute(run, mx, () => void policies?.askExchanges()),
  ]);
  await followOtherRoutes(run, mx);
  await dnssec.compareServers();
  run.zones.tell();
  await proveOwnWay(run);
  await sessions.allClosed();
  await policies?.tell();
  await walks.settled();
}

/** The address needs no DNS to be reached; its reverse name and our own names are looked up all the same. */
async function checkLiteral(check: CheckRun, sessions: Sessions, address: string): Promise<void> {
  const { world, record } = check;
  const route = literalRoute(address, (other) => world.guard(other));
  record.tell('route', route);
  const walks = createWalks(check, ROOT);
  const walking = { ...check, walks };
  const identity = examineIdentity(walking);
  const named: Promise<void>[] = [];
  for (const host of route.hosts) {
    sessions.open(host, host.addresses);
    for (const one of host.addresses.filter(({ blocked }) => !blocked)) {
      identity.goingTo(one.address);
      named.push(aside(findReverseName(walking, { address: one.address, exchange: host.exchange }, null)));
    }
  }
  await Promise.all([...named, identity.tell()]);
  await walks.settled();
}
