import { parseDomainName } from '@/lib/dns/name';
import type { WalkResult } from '@/lib/dns/walk';
import type { DnssecState } from '@/lib/dnssec/evidence';
import { surveyDane } from '@/lib/policy/dane/survey';
import { NO_NAME } from '@/lib/policy/look-up-by';
import type { Lookup } from '@/lib/policy/lookup';
import type { DaneView } from '@/lib/policy/view';
import type { DomainRun } from '../domain-run';

/** TLSA records of exchanges by name; null: nobody was asked, by a choice or a limit of ours. */
export type TlsaAnswers = ReadonlyMap<string, Lookup | null>;

/** The records of every exchange; RFC 7672 §2.2. */
export async function askForTlsa(run: DomainRun, exchanges: readonly string[]): Promise<TlsaAnswers> {
  return new Map(
    await Promise.all(exchanges.map(async (exchange) => [exchange, await askTlsa(run, exchange)] as const)),
  );
}

/** What they come to, beside what the sessions were shown. */
export function compareDane(run: DomainRun, mx: WalkResult, answers: TlsaAnswers): DaneView {
  const { walks, world, record, startedAt } = run;
  const { sessions } = record.report();
  const exchanges = [...answers].map(([exchange, tlsa]) => {
    const own = sessions.filter((one) => one.exchange === exchange && one.tls !== null);
    return {
      exchange,
      areAddressesSecure: isSecure(run, exchange, ['A', 'AAAA']),
      tlsa,
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
    isMxSecure: isSecure(run, mx.question.name, ['MX']),
    now: startedAt,
    digest: world.digest,
  });
}

/** RFC 7672 §2.1.3: the records for port 25 of an exchange; null when nobody was asked, by a choice or a limit of ours. */
async function askTlsa({ walks, dnssec }: DomainRun, exchange: string): Promise<Lookup | null> {
  const name = parseDomainName(`_25._tcp.${exchange}`);
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
