import { isBimi, parseBimi } from './bimi';
import { type DkimKey, GOOD_RSA_BITS, parseDkimKey } from './dkim/key';
import { rsaBits } from './dkim/rsa-bits';
import type { LookUp } from './lookup';
import { findRecord } from './one-record';
import { isTlsRpt, parseTlsRpt } from './tls-rpt';
import type { BimiView, DkimView, TlsRptView } from './view';

/** Where senders are to report how TLS went. */
export async function surveyTlsRpt(domain: string, lookUp: LookUp): Promise<TlsRptView> {
  const found = await findRecord(`_smtp._tls.${domain}`, { isOfKind: isTlsRpt, parse: parseTlsRpt }, lookUp);
  const { evidence } = found;
  if (found.kind === 'record')
    return { state: 'ok', record: found.text, reason: null, rua: [...found.value.rua], evidence };
  if (found.kind === 'invalid')
    return { state: 'invalid', record: found.text, reason: found.reason, rua: [], evidence };
  return {
    state: 'none',
    record: null,
    reason: found.kind === 'failed' ? 'no-answer' : null,
    rua: [],
    evidence,
  };
}

/** The logo of the domain; without a record of its own, that of its organisation (draft, “Assertion Record Discovery”). */
export async function surveyBimi(
  domain: string,
  lookUp: LookUp,
  organizational: Promise<string>,
): Promise<BimiView> {
  const findAt = (at: string) =>
    findRecord(`default._bimi.${at}`, { isOfKind: isBimi, parse: parseBimi }, lookUp);
  const own = await findAt(domain);
  const above = own.kind === 'none' ? await organizational : domain;
  const found = above === domain ? own : await findAt(above);
  const evidence = found === own ? own.evidence : [...own.evidence, ...found.evidence];
  const from = above === domain ? {} : { from: above };
  if (found.kind === 'record')
    return { state: 'ok', record: found.text, reason: null, logo: found.value.logo, ...from, evidence };
  if (found.kind === 'invalid')
    return { state: 'invalid', record: found.text, reason: found.reason, logo: null, ...from, evidence };
  return {
    state: found.kind === 'failed' ? 'error' : 'none',
    record: null,
    reason: null,
    logo: null,
    evidence,
  };
}

/** The key of one selector. */
export async function surveyDkim(domain: string, selector: string, lookUp: LookUp): Promise<DkimView> {
  const form = {
    isOfKind: (text: string) => text !== '',
    parse: (text: string) => parseDkimKey(text, rsaBits),
  };
  const found = await findRecord(`${selector}._domainkey.${domain}`, form, lookUp);
  const nothing = { selector, key: null, bits: null, record: null, reason: null, isTest: false };
  const { evidence } = found;
  if (found.kind === 'none') return { ...nothing, state: 'none', evidence };
  if (found.kind === 'failed') return { ...nothing, state: 'error', evidence };
  const record = found.text;
  if (found.kind === 'invalid')
    return { ...nothing, state: 'invalid', record, reason: found.reason, evidence };
  const { type, bits, flags } = found.value;
  return {
    ...nothing,
    state: stateOf(found.value),
    key: type,
    bits,
    record,
    isTest: flags.includes('y'),
    evidence,
  };
}

function stateOf({ isRevoked, type, bits }: DkimKey): DkimView['state'] {
  if (isRevoked) return 'revoked';
  return type === 'rsa' && bits < GOOD_RSA_BITS ? 'weak' : 'ok';
}
