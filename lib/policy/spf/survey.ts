import type { LookUp } from '../lookup';
import { textOfTxt } from '../txt';
import type { OwnSpf, SpfCauseView, SpfView } from '../view';
import { checkHost } from './check-host';
import { MAX_TOLD, RFC_LIMITS } from './limits';
import type { SpfMail } from './macro-values';
import type { SpfCause, SpfOutcome } from './outcome';
import { isSpfLookAlike } from './look-alike';
import { isSpf } from './record';

/** Terms that ask in DNS which are still followed, to tell by how much a record goes beyond the limit. */
const MAX_FOLLOWED = 20;

/** Texts that are told where there is no record. */
const MAX_LOOK_ALIKES = 3;

/** What the record of a domain comes to, whoever sends: all of its terms, and all records that it leads to. */
export async function surveySpf(domain: string, lookUp: LookUp): Promise<SpfView> {
  const evidence: number[] = [];
  let texts: string[] = [];
  const noting: LookUp = async (name, type) => {
    const found = await lookUp(name, type);
    evidence.push(...found.evidence);
    if (name === domain && type === 'TXT') texts = found.data.map(textOfTxt);
    return found;
  };
  const mail: SpfMail = {
    ip: null,
    sender: `postmaster@${domain}`,
    helo: domain,
    receiver: domain,
    nowSeconds: 0,
  };
  const limits = { lookups: MAX_FOLLOWED, voidLookups: MAX_FOLLOWED };
  const outcome = await checkHost(domain, mail, noting, limits);
  const cause = causeOf(outcome, domain);
  const former = outcome.result === 'none' ? await formerRecord(domain, noting) : undefined;
  const lookAlikes = outcome.result === 'none' ? texts.filter(isSpfLookAlike).slice(0, MAX_LOOK_ALIKES) : [];
  return {
    state: cause !== null ? stateOf(cause) : outcome.result === 'none' ? 'none' : 'ok',
    all: allOf(outcome),
    ...toldOf(outcome),
    ...(outcome.cause !== null && { isPartial: true }),
    cause: causeView(cause),
    ...(former !== undefined && { former }),
    ...(lookAlikes.length > 0 && { lookAlikes }),
    evidence,
  };
}

/** RFC 7208 §3.1 has ended type 99: receivers do not ask for it, so that a record of it alone is none. */
async function formerRecord(domain: string, lookUp: LookUp): Promise<string | undefined> {
  const { data } = await lookUp(domain, 'SPF');
  return data.map(textOfTxt).find(isSpf);
}

function stateOf({ kind }: SpfCause): 'permerror' | 'temperror' {
  return kind === 'dns-failed' ? 'temperror' : 'permerror';
}

/**
 * What a receiver meets first: it stops at the eleventh lookup (RFC 7208 §4.6.4), whatever comes after. Too many void lookups stop only
 * some of them, and a missing answer may be there another time.
 */
function causeOf({ cause, lookups, voidLookups, steps }: SpfOutcome, domain: string): SpfCause | null {
  const { lookups: most, voidLookups: mostVoid } = RFC_LIMITS;
  if (lookups > most) {
    const at = steps.find((step) => step.lookups > most) ?? { domain, term: '' };
    return { kind: 'too-many-lookups', domain: at.domain, term: at.term, limit: most };
  }
  const mayPass = cause === null || cause.kind === 'dns-failed' || cause.kind === 'too-many-void-lookups';
  if (voidLookups <= mostVoid || !mayPass) return cause;
  const empty = steps.find((step) => step.voidLookups > mostVoid) ?? { domain, term: '' };
  return { kind: 'too-many-void-lookups', domain: empty.domain, term: empty.term, limit: mostVoid };
}

function allOf({ decidedBy }: SpfOutcome): SpfView['all'] {
  const sign = decidedBy?.term.charAt(0);
  if (decidedBy === null) return null;
  return sign === '-' || sign === '~' || sign === '?' ? sign : '+';
}

/** Whether the address may send for one of our own names, step by step. */
export async function evaluateOwn(
  identity: OwnSpf['identity'],
  domain: string,
  mail: SpfMail & { ip: string },
  lookUp: LookUp,
): Promise<OwnSpf> {
  const outcome = await checkHost(domain, mail, lookUp);
  const { result, decidedBy, explanation, cause } = outcome;
  const about = { identity, domain, address: mail.ip, result, decidedBy, explanation };
  return { ...about, cause: causeView(cause), ...toldOf(outcome) };
}

function toldOf({ lookups, voidLookups, records, steps }: SpfOutcome) {
  return {
    lookups,
    voidLookups,
    records: records.slice(0, MAX_TOLD).map(({ domain, text, by }) => ({ domain, text, by })),
    steps: steps.slice(0, MAX_TOLD).map((step) => ({
      domain: step.domain,
      depth: step.depth,
      term: step.term,
      outcome: step.outcome,
      lookups: step.lookups,
      voidLookups: step.voidLookups,
      evidence: [...step.evidence],
    })),
  };
}

function causeView(cause: SpfCause | null): SpfCauseView | null {
  if (cause === null) return null;
  return {
    kind: cause.kind,
    domain: cause.domain,
    term: cause.kind === 'syntax' ? cause.fault.term : 'term' in cause ? cause.term : null,
    target: 'target' in cause ? cause.target : null,
    what: cause.kind === 'syntax' ? cause.fault.what : null,
  };
}
