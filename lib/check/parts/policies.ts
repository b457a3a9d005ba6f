import { caaDomainOf } from '@/lib/policy/caa/authorities';
import { surveyCaa } from '@/lib/policy/caa/survey';
import { MAX_TARGETS, surveyDmarc } from '@/lib/policy/dmarc/survey';
import type { FetchFile } from '@/lib/policy/fetched';
import { lookUpBy } from '@/lib/policy/look-up-by';
import type { LookUp } from '@/lib/policy/lookup';
import { comparedWithMx, surveyMtaSts } from '@/lib/policy/mta-sts/survey';
import { isRenewalDue } from '@/lib/policy/renewal';
import { surveyBimi, surveyDkim, surveyTlsRpt } from '@/lib/policy/small-surveys';
import { evaluateOwn, surveySpf } from '@/lib/policy/spf/survey';
import type { AskedPolicy, MtaStsView, OwnSpf, PoliciesView } from '@/lib/policy/view';
import type { Limit } from '@/lib/report/limit';
import type { Certificate } from '@/lib/smtp/session';
import type { WalkResult } from '@/lib/dns/walk';
import { aside } from '../aside';
import { askForTlsa, compareDane, namedHosts } from './dane';
import { printable } from './printable';
import type { DomainRun } from '../domain-run';

/** Exchanges whose CAA records are asked for: at each name from theirs upwards. */
const MAX_CAA_HOSTS = 3;

/** What the domain publishes of its mail beside where it goes; asked beside the sessions, and no verdict waits for it. */
export interface Policies {
  /** Begins to ask about the exchanges, once the route is known. */
  askExchanges(): ReturnType<typeof askForTlsa>;
  /** Resolves when all is noted; sessions have ended then. */
  tell(): Promise<void>;
}

/** Begins to ask for all that needs neither route nor session; `asksForNone`: whether the domain wants no contact. */
export function surveyPolicies(run: DomainRun, mx: WalkResult, asksForNone: Promise<boolean>): Policies {
  const { walks, world } = run;
  const { domain } = walks;
  const leftOut = new Set<AskedPolicy>();
  const noting =
    (policy: AskedPolicy, lookUp: LookUp): LookUp =>
    async (name, type) => {
      const found = await lookUp(name, type);
      if (found.isLeftOut === true) leftOut.add(policy);
      return found;
    };
  const lookUp = lookUpBy((name, type) => walks.askPolicy(name, type));
  const demanded = lookUpBy((name, type) => walks.askDemand(name, type));
  const dkimLookUp = noting('dkim', lookUp);
  const fetchFile: FetchFile = async (place) => {
    if (await asksForNone) return { kind: 'failed', code: 'domain-wish' };
    const choice = world.choice({ names: [place.host], address: place.address });
    return choice === null ? world.fetchFile(place) : { kind: 'failed', code: 'not-asked' };
  };
  const dmarcAsked = surveyDmarc(domain, noting('dmarc', lookUp));
  const organizational = aside(dmarcAsked.then((found) => found.organizational));
  const asked = aside(
    Promise.all([
      surveyMtaSts(domain, noting('mtaSts', demanded), fetchFile),
      surveySpf(domain, noting('spf', lookUp)),
      dmarcAsked,
      surveyTlsRpt(domain, noting('tlsRpt', lookUp)),
      surveyBimi(domain, noting('bimi', lookUp), organizational),
      Promise.all((run.plan.options.selectors ?? []).map((one) => surveyDkim(domain, one, dkimLookUp))),
    ]),
  );
  let tlsa: ReturnType<typeof askForTlsa> | null = null;
  const askExchanges = () => (tlsa ??= aside(askForTlsa(run)));
  return {
    askExchanges,
    async tell() {
      const [mtaSts, spf, dmarc, tlsRpt, bimi, dkim] = await asked;
      const answers = await askExchanges();
      const policies: PoliciesView = {
        spf,
        dmarc,
        mtaSts: await withFormer(comparedWithMx(mtaSts, exchangesOf(run)), run),
        tlsRpt,
        bimi,
        dane: compareDane(run, mx, answers),
        dkim,
        ...(await dueCertificates(run, lookUp)),
        leftOut: [...leftOut].sort(),
        own: await surveyOwn(run),
      };
      const left = dmarc.permissions.filter(({ state }) => state === 'not-asked');
      noteLeft(
        run,
        'report-receivers',
        MAX_TARGETS,
        left.map(({ target }) => target),
      );
      run.record.tell('policies', printable(policies));
    },
  };
}

/** What a limit of ours has cut off. */
function noteLeft({ record }: DomainRun, limit: Limit, count: number, left: string[]): void {
  if (left.length > 0) record.note({ type: 'limit', limit, count, left });
}

/** RFC 8461 §5.1: without a policy to be had, senders go by the copy that they have. */
async function withFormer(mtaSts: MtaStsView, { walks, world }: DomainRun): Promise<MtaStsView> {
  const isToBeHad = mtaSts.state === 'enforce' || mtaSts.state === 'testing' || mtaSts.state === 'none';
  const former = isToBeHad ? null : await world.formerPolicy(walks.domain);
  return former === null ? mtaSts : { ...mtaSts, former };
}

/** The names of the exchanges. */
function exchangesOf({ record }: DomainRun): string[] {
  return namedHosts(record.report().route?.hosts ?? []).map(({ exchange }) => exchange);
}

/** Who may issue the next certificate of an exchange: asked where the present one names it, is trusted, and soon due. */
async function dueCertificates(run: DomainRun, lookUp: LookUp): Promise<Pick<PoliciesView, 'caa'>> {
  const { record, world, startedAt } = run;
  const due = new Map<string, Certificate>();
  for (const { exchange, tls } of record.report().sessions)
    if (tls?.state === 'trusted' && tls.certificate && isRenewalDue(tls.certificate, startedAt))
      if (tls.certificate.names.some((name) => name.toLowerCase() === exchange))
        due.set(exchange, tls.certificate);
  noteLeft(run, 'caa-hosts', MAX_CAA_HOSTS, [...due.keys()].slice(MAX_CAA_HOSTS));
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

/** Whether receivers find that our own sender may send from here. */
async function surveyOwn({ plan, walks, record, startedAt }: DomainRun): Promise<PoliciesView['own']> {
  const { helo, sender } = plan.vantage;
  const { identity } = record.report();
  const ask = lookUpBy((name, type) => walks.askAboutUs(name, type));
  const senderDomain = sender.includes('@') ? sender.slice(sender.lastIndexOf('@') + 1).toLowerCase() : null;
  const of = [
    ...(helo.includes('.') && !helo.startsWith('[') ? [['helo', helo.toLowerCase()] as const] : []),
    ...(senderDomain === null || senderDomain.startsWith('[') ? [] : [['sender', senderDomain] as const]),
  ];
  // The message of a check is from the sender, or with the null sender from postmaster of the HELO name.
  const author = (senderDomain === null ? of : of.filter(([name]) => name === 'sender')).at(-1)?.[1];
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
  return { spf, dmarc: author === undefined || spf.length === 0 ? null : await surveyDmarc(author, ask) };
}
