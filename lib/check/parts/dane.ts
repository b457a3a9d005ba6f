import { parseDomainName } from '@/lib/dns/name';
import type { WalkResult } from '@/lib/dns/walk';
import type { DnssecState } from '@/lib/dnssec/evidence';
import { surveyDane } from '@/lib/policy/dane/survey';
import { tlsaNameOf } from '@/lib/policy/dane/tlsa';
import { NO_NAME } from '@/lib/policy/look-up-by';
import type { Lookup } from '@/lib/policy/lookup';
import type { DaneView } from '@/lib/policy/view';
import { isAddressLiteral } from '@/lib/route/read-route';
import type { RouteHost } from '@/lib/route/route';
import type { DomainRun } from '../domain-run';

/** What was asked about an exchange: where its records stand, and what came; null: nobody was asked, by a choice or a limit of ours. */
interface TlsaAnswer {
  exchange: string;
  base: string;
  tlsa: Lookup | null;
}

/** The TLSA records of every exchange; RFC 7672 §2.2. */
export function askForTlsa(run: DomainRun): Promise<TlsaAnswer[]> {
  const hosts = namedHosts(run.record.report().route?.hosts ?? []);
  return Promise.all(hosts.map((host) => askBases(run, host)));
}

/** RFC 7672 §2.2.2: what the exchange is an alias for comes first when the way to it is proven, then the exchange itself. */
async function askBases(run: DomainRun, { exchange, aliasChain }: RouteHost): Promise<TlsaAnswer> {
  const target = aliasChain.at(-1);
  if (target === undefined) return { exchange, base: exchange, tlsa: await askTlsa(run, exchange) };
  const isWaySecure = isSecure(run, exchange, ['A', 'AAAA']);
  if (isWaySecure === null) return { exchange, base: exchange, tlsa: null };
  const behind = isWaySecure ? await askTlsa(run, target) : NO_NAME;
  const isNone =
    behind !== null && behind.kind !== 'failed' && (behind.data.length === 0 || behind.isSecure === false);
  if (!isNone) return { exchange, base: target, tlsa: behind };
  const own = await askTlsa(run, exchange);
  const tlsa = own && { ...own, evidence: [...behind.evidence, ...own.evidence] };
  return { exchange, base: exchange, tlsa };
}

/** What they come to, beside what the sessions were shown. */
export function compareDane(run: DomainRun, mx: WalkResult, answers: readonly TlsaAnswer[]): DaneView {
  const { walks, world, record, startedAt } = run;
  const { sessions } = record.report();
  const exchanges = answers.map(({ exchange, base, tlsa }) => {
    const own = sessions.filter((one) => one.exchange === exchange && one.tls !== null);
    return {
      exchange,
      areAddressesSecure: isSecure(run, exchange, ['A', 'AAAA']),
      tlsa,
      base,
      sessions: own.flatMap(({ n, tls }) => {
        const sha256 = tls?.certificate?.sha256;
        const chain = sha256 === undefined ? [] : world.chainOf(sha256);
        // What was shown and is not remembered can be compared with nothing.
        return sha256 !== undefined && chain.length === 0 ? [] : [{ n, chain }];
      }),
    };
  });
  return surveyDane(exchanges, {
    domain: walks.domain,
    mxOwner: mx.name,
    isMxSecure: isSecure(run, mx.question.name, ['MX']),
    now: startedAt,
    digest: world.digest,
  });
}

/** RFC 7672 §2.1.3: the records for port 25 below a name; null when nobody was asked, by a choice or a limit of ours. */
async function askTlsa({ walks, dnssec }: DomainRun, base: string): Promise<Lookup | null> {
  const name = parseDomainName(tlsaNameOf({ exchange: base }));
  if (!name.ok) return NO_NAME;
  const walked = await walks.askDemand(name.value, 'TLSA');
  if (walked.detail === 'own-choice') return null;
  const state = walked.kind === 'failed' ? null : await dnssec.stateOf(walked);
  // RFC 7672 §2.1.2: an answer that fails validation is no answer, nor is a denial that does.
  const kind = state === 'bogus' ? 'failed' : walked.kind;
  return {
    kind,
    data: kind === 'answer' ? walked.records.map(({ data }) => data) : [],
    isSecure: weakestSecure(state === null ? [] : [state]),
    evidence: walked.steps,
  };
}

/** Whether the answers about a name are proven; null when that is not known. */
function isSecure({ record }: DomainRun, name: string, types: readonly string[]): boolean | null {
  const answers = record.report().dnssec?.answers ?? [];
  return weakestSecure(
    answers.filter((one) => one.name === name && types.includes(one.type)).map(({ state }) => state),
  );
}

/** Whether all of them are proven; null when that could not be found out of one, or there is none. */
function weakestSecure(states: readonly DnssecState[]): boolean | null {
  if (states.length === 0 || states.includes('indeterminate')) return null;
  return states.every((state) => state === 'secure');
}

/** Each exchange once; an address has no policy. */
export function namedHosts(hosts: readonly RouteHost[]): RouteHost[] {
  const named = hosts.filter(({ exchange }) => !isAddressLiteral(exchange));
  return [...new Map(named.map((host) => [host.exchange, host])).values()];
}
