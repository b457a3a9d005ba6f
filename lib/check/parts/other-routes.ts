import { isOverTcp, isWhole, recordsOf, serverLabel } from '@/lib/dns/compare';
import { parseDomainName } from '@/lib/dns/name';
import type { TraceStep } from '@/lib/dns/trace';
import type { WalkResult } from '@/lib/dns/walk';
import { groupBy } from '@/lib/group-by';
import { decideRoute, resolvedHost, routeOf } from '@/lib/route/read-route';
import type { Route } from '@/lib/route/route';
import type { DomainRun } from '../domain-run';
import { reach } from './exchange';

/** Answers beside the walk's own that are followed; a zone has an old copy or two, not more. */
const MAX_OTHER_ROUTES = 3;

/**
 * Follows what other name servers answer about the MX than the one whose answer the walk has: a sender that asks those
 * meets that. Begins when every server has been asked.
 */
export async function followOtherRoutes(run: DomainRun, mx: WalkResult): Promise<void> {
  if (mx.kind === 'failed') return;
  const { record } = run;
  const own = `${mx.kind} ${dataOf(mx.records)}`;
  const said = (step: TraceStep) => `${step.outcome} ${recordsOf(step)}`;
  const others = groupBy(answersTo(run, mx.name, 'MX'), said).filter(([step]) => said(step) !== own);
  for (const steps of others.slice(0, MAX_OTHER_ROUTES)) {
    const route = await followAnswer(run, mx, steps[0]);
    record.tell('otherRoutes', { servers: steps.map(serverLabel).sort(), route });
  }
  const left = others.slice(MAX_OTHER_ROUTES).flatMap((steps) => steps.map(serverLabel));
  if (left.length > 0) record.note({ type: 'limit', limit: 'other-routes', count: MAX_OTHER_ROUTES, left });
}

/** The whole answer of each server to a question, over UDP where there is one; those with an alias are compared elsewhere. */
function answersTo({ record }: DomainRun, name: string, type: string): TraceStep[] {
  const answers = record
    .report()
    .trace.steps.filter(
      (step) =>
        isWhole(step) &&
        step.question.name === name &&
        step.question.type === type &&
        step.answer.every((one) => one.type !== 'CNAME'),
    );
  return groupBy(answers, serverLabel).map((steps) => steps.find((step) => !isOverTcp(step)) ?? steps[0]);
}

async function followAnswer(run: DomainRun, mx: WalkResult, step: TraceStep): Promise<Route> {
  const answer = resultOf(mx, step);
  const decision = decideRoute(mx.name, answer);
  if (decision.kind === 'unresolved' || decision.kind === 'null') return routeOf(decision, answer, []);
  if (decision.kind === 'implicit') return implicitRoute(run, mx, step);
  const hosts = await Promise.all(
    decision.exchanges.map((exchange) => reach(run, exchange, answer, () => undefined)),
  );
  return routeOf(decision, answer, hosts);
}

/** Without an MX the address counts that the same server gives. */
async function implicitRoute(run: DomainRun, mx: WalkResult, step: TraceStep): Promise<Route> {
  const { walks, world, sessions } = run;
  const answer = resultOf(mx, step);
  const exchange = { exchange: mx.name, preference: 0, ttl: null };
  const [server, zone] = [parseDomainName(step.server.name), parseDomainName(step.zone)];
  const types = ['A', 'AAAA'];
  const questions = types.map((type) => ({ name: mx.name, type }));
  if (server.ok && zone.ok) {
    const asked = { name: server.value, address: step.server.address, from: step.n };
    await walks.survey(walks.delegation(zone.value), [asked], questions);
  }
  const found = types.map((type): WalkResult => {
    const said = answersTo(run, mx.name, type).find((one) => one.server.address === step.server.address);
    return said === undefined
      ? { ...mx, kind: 'failed', records: [], steps: [] }
      : resultOf({ ...mx, question: { name: mx.name, type } }, said);
  });
  const host = resolvedHost(exchange, found, (address) => world.guard(address));
  sessions.open(exchange, host.addresses);
  return routeOf({ kind: 'implicit', exchanges: [exchange] }, answer, [host]);
}

/** One answer in place of the walk's own. */
function resultOf(walked: WalkResult, { outcome, answer, n, question }: TraceStep): WalkResult {
  const records = answer.filter(({ type }) => type === question.type);
  const kind = outcome === 'nxdomain' || outcome === 'nodata' ? outcome : 'answer';
  return { ...walked, kind, records, steps: [n] };
}

function dataOf(records: WalkResult['records']): string {
  return records
    .map(({ data }) => data)
    .sort()
    .join(', ');
}
