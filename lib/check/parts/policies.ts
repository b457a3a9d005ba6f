import { parseDomainName } from '@/lib/dns/name';
import type { DnssecState } from '@/lib/dnssec/evidence';
import { caaDomainOf } from '@/lib/policy/caa/authorities';
import { surveyCaa } from '@/lib/policy/caa/survey';
import { surveyDane } from '@/lib/policy/dane/survey';
import { surveyDmarc } from '@/lib/policy/dmarc/survey';
import type { FetchFile } from '@/lib/policy/fetched';
import { lookUpBy, NO_NAME } from '@/lib/policy/look-up-by';
import type { Lookup, LookUp } from '@/lib/policy/lookup';
import { comparedWithMx, surveyMtaSts } from '@/lib/policy/mta-sts/survey';
import { isRenewalDue } from '@/lib/policy/renewal';
import { surveyBimi, surveyDkim, surveyTlsRpt } from '@/lib/policy/small-surveys';
import { evaluateOwn, surveySpf } from '@/lib/policy/spf/survey';
import type { DaneView, MtaStsView, OwnSpf, PoliciesView } from '@/lib/policy/view';
import type { Certificate } from '@/lib/smtp/session';
import { isAddressLiteral } from '@/lib/route/read-route';
import type { WalkResult } from '@/lib/dns/walk';
import { aside } from '../aside';
import { printable } from './printable';
import type { DomainRun } from '../domain-run';

/** Exchanges whose TLSA records are asked for. */
const MAX_DANE_HOSTS = 10;
/** Exchanges whose CAA records are asked for: at each name from theirs upwards. */
const MAX_CAA_HOSTS = 3;

/** What the domain publishes of its mail beside where it goes; asked beside the sessions, and no verdict waits for it. */
export interface Policies {
  /** Resolves when all is noted; sessions have ended then, and the route is known. */
  tell(): Promise<void>;
}

/** Begins to ask for all that needs no session. */
export function surveyPolicies(run: DomainRun, mx: WalkResult): Policies {
  const { walks, world } = run;
  const { domain } = walks;
  const lookUp = lookUpBy((name, type) => walks.askPolicy(name, type));
  const fetchFile: FetchFile = (place) =>
    world.choice({ names: [place.host], address: place.address }) === null
      ? world.fetchFile(place)
      : Promise.resolve({ kind: 'failed', code: 'not-asked' });
  const dmarcAsked = surveyDmarc(domain, lookUp);
  const organizational = dmarcAsked.then((found) => found.organizational);
  const asked = aside(
    Promise.all([
      surveySpf(domain, lookUp),
      dmarcAsked,
      surveyMtaSts(domain, lookUp, fetchFile),
      surveyTlsRpt(domain, lookUp),
      surveyBimi(domain, lookUp, organizational),
      Promise.all((run.plan.options.selectors ?? []).map((one) => surveyDkim(domain, one, lookUp))),
    ]),
  );
  return {
    async tell() {
      const [spf, dmarc, mtaSts, tlsRpt, bimi, dkim] = await asked;
      const exchanges = exchangesOf(run);
      const policies: PoliciesView = {
        spf,
        dmarc,
        mtaSts: await withFormer(comparedWithMx(mtaSts, exchanges), run),
        tlsRpt,
        bimi,
        dane: await compareDane(run, mx, exchanges),
        dkim,
        ...(await dueCertificates(run, lookUp)),
        own: await surveyOwn(run),
      };
      run.record.tell('policies', printable(policies));
    },
  };
}

/** RFC 8461 §5.1: without a policy to be had, senders go by the copy that they have. */
async function withFormer(mtaSts: MtaStsView, { walks, world }: DomainRun): Promise<MtaStsView> {
  const isToBeHad = mtaSts.state === 'enforce' || mtaSts.state === 'testing' || mtaSts.state === 'none';
  const former = isToBeHad ? null : await world.formerPolicy(walks.domain);
  return former === null ? mtaSts : { ...mtaSts, former };
}

/** The names of the exchanges, each once; an address has no policy. */
function exchangesOf({ record }: DomainRun): string[] {
  const hosts = record.report().route?.hosts ?? [];
  return [...new Set(hosts.map(({ exchange }) => exchange))].filter((one) => !isAddressLiteral(one));
}

/** Who may issue the next certificate of an exchange: asked where the present one names it, is trusted, and soon due. */
async function dueCertificates(
  { record, world, startedAt }: DomainRun,
  lookUp: LookUp,
): Promise<Pick<PoliciesView, 'caa'>> {
  const due = new Map<string, Certificate>();
  for (const { exchange, tls } of record.report().sessions)
    if (tls?.state === 'trusted' && tls.certificate && isRenewalDue(tls.certificate, startedAt))
      if (tls.certificate.names.some((name) => name.toLowerCase() === exchange))
        due.set(exchange, tls.certificate);
  const found = await Promise.all(
    [...due].slice(0, MAX_CAA_HOSTS).map(async ([exchange, { sha256, validTo }]) => {
      const seen = await surveyCaa(exchange, lookUp);
      const [shown] = world.chainOf(sha256);
      const authority = caaDomainOf(shown?.issuerOrganisation ?? null);
      return seen === null ? [] : [{ exchange, ...seen, authority, validTo }];
    }),
  );
  return due.size === 0 ? {} : { caa: found.flat() };
}

/** RFC 7672 §2.2: asked for where the MX records and the addresses could be proven at all. */
async function compareDane(run: DomainRun, mx: WalkResult, exchanges: readonly string[]): Promise<DaneView> {
  const { walks, world, record, startedAt } = run;
  const { dnssec: view, sessions } = record.report();
  const secureOf = (name: string, types: readonly string[]): boolean | null =>
    weakestSecure(
      view?.answers.filter((one) => one.name === name && types.includes(one.type)).map(({ state }) => state),
    );
  const found = await Promise.all(
    exchanges.slice(0, MAX_DANE_HOSTS).map(async (exchange) => {
      const tlsa = await askTlsa(run, exchange);
      const own = sessions.filter((one) => one.exchange === exchange && one.tls !== null);
      return {
        exchange,
        areAddressesSecure: secureOf(exchange, ['A', 'AAAA']),
        tlsa,
        sessions: own.flatMap(({ n, tls }) => {
          const sha256 = tls?.certificate?.sha256;
          const chain = sha256 === undefined ? [] : world.chainOf(sha256);
          // What was shown and is not remembered can be compared with nothing.
          return sha256 !== undefined && chain.length === 0 ? [] : [{ n, chain }];
        }),
      };
    }),
  );
  return surveyDane(found, {
    domain: walks.domain,
    isMxSecure: secureOf(mx.question.name, ['MX']),
    now: startedAt,
    digest: world.digest,
  });
}

/** RFC 7672 §2.1.3: the records for port 25 of an exchange; null when nobody was asked, by a choice or a limit of ours. */
async function askTlsa({ walks, dnssec }: DomainRun, exchange: string): Promise<Lookup | null> {
  const name = parseDomainName(`_25._tcp.${exchange}`);
  if (!name.ok) return NO_NAME;
  const walked = await walks.askPolicy(name.value, 'TLSA');
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

/** Whether all of them are proven; null when that could not be found out of one, or there is none. */
function weakestSecure(states: readonly DnssecState[] = []): boolean | null {
  if (states.length === 0 || states.includes('indeterminate')) return null;
  return states.every((state) => state === 'secure');
}

/** Whether receivers find that our own sender may send from here. */
async function surveyOwn({ plan, walks, record, startedAt }: DomainRun): Promise<PoliciesView['own']> {
  const { helo, sender } = plan.vantage;
  const { identity } = record.report();
  const ask = lookUpBy((name, type) => walks.askAboutUs(name, type));
  const domain = sender.includes('@') ? sender.slice(sender.lastIndexOf('@') + 1).toLowerCase() : null;
  const of = [
    ...(helo.includes('.') && !helo.startsWith('[') ? [['helo', helo.toLowerCase()] as const] : []),
    ...(domain === null || domain.startsWith('[') ? [] : [['sender', domain] as const]),
  ];
  const spf: OwnSpf[] = [];
  for (const { address } of identity?.addresses ?? [])
    for (const [name, from] of of) {
      const mail = {
        ip: address,
        sender: name === 'helo' ? `postmaster@${from}` : sender,
        helo,
        receiver: walks.domain,
        nowSeconds: Math.floor(startedAt / 1000),
      };
      spf.push(await evaluateOwn(name, from, mail, ask));
    }
  return { spf, dmarc: domain === null || spf.length === 0 ? null : await surveyDmarc(domain, ask) };
}
