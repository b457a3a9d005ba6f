import ipaddr from 'ipaddr.js';
import { isIpv6 } from '@/lib/ip-family';
import { isVoid, type LookUp, type LookupType } from '../lookup';
import { explanationOf } from './explanation';
import { findSpf } from './find-record';
import { RFC_LIMITS, type SpfLimits } from './limits';
import { expandDomain, isFixed, type MacroString } from './macro';
import { macroValues, type SpfMail } from './macro-values';
import { isSameNetwork, matchesPtr } from './matching';
import type { SpfCause, SpfOutcome, SpfRecordRead, SpfResult, SpfStep } from './outcome';
import type { Directive, Modifier, Qualifier, SpfRecord } from './record';

/** RFC 7208 §4.6.4: exchanges that one `mx` may have. */
const MAX_EXCHANGES = 10;

/** Octets; RFC 1035 §2.3.4. */
const MAX_LABEL = 63;

/** Records of one answer that are told in a step. */
const MAX_TOLD = 10;

const RESULT_OF: Readonly<Record<Qualifier, SpfResult>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

/** One evaluation under way: what it may still ask, and what it has seen. */
interface Evaluation {
  mail: SpfMail;
  lookUp: LookUp;
  limits: SpfLimits;
  lookups: number;
  voidLookups: number;
  records: SpfRecordRead[];
  steps: SpfStep[];
}

/** What one record comes to; `exp` is the explanation that belongs to it. */
interface Verdict {
  result: SpfResult;
  cause: SpfCause | null;
  decidedBy: SpfOutcome['decidedBy'];
  exp: { domain: string; modifier: Modifier } | null;
}

/** Where a term stands. */
interface Place {
  domain: string;
  depth: number;
}

/** Why nothing can be said. */
interface Trouble {
  result: 'temperror' | 'permerror';
  cause: SpfCause;
}

/** What comes of a term: whether it matches, or why nothing can be said. */
type Match = boolean | Trouble;

/**
 * Whether the address may send for the domain: `check_host()` of RFC 7208 §4. With no address (null) every mechanism that compares
 * one does not match, so that all of a record is gone through; where a name depends on the mail, nobody is asked.
 */
export async function checkHost(
  domain: string,
  mail: SpfMail,
  lookUp: LookUp,
  limits: SpfLimits = RFC_LIMITS,
): Promise<SpfOutcome> {
  const ip = mail.ip === null ? null : ipaddr.process(mail.ip).toString();
  const own = { ...mail, ip };
  const run: Evaluation = { mail: own, lookUp, limits, lookups: 0, voidLookups: 0, records: [], steps: [] };
  const { result, cause, decidedBy, exp } = isCheckable(domain)
    ? await evaluate(run, { domain, depth: 0 }, null)
    : { ...UNDECIDED, result: 'none' as const };
  const explanation =
    result === 'fail' && exp !== null
      ? await explanationOf(exp.modifier.domain, exp.domain, own, lookUp)
      : null;
  const { lookups, voidLookups, records, steps } = run;
  return { result, cause, decidedBy, explanation, lookups, voidLookups, records, steps };
}

const UNDECIDED = { cause: null, decidedBy: null, exp: null };

/**
 * RFC 7208 §4.3: labels of the length that DNS has. A name of one label, which has none of the results there, is asked for all the
 * same: that comes to the same, but where a registry publishes a record.
 */
function isCheckable(domain: string): boolean {
  const labels = domain.replace(/\.$/, '').split('.');
  return labels.every((label) => label !== '' && label.length <= MAX_LABEL);
}

async function evaluate(run: Evaluation, place: Place, by: string | null): Promise<Verdict> {
  const { domain } = place;
  const found = await findSpf(domain, run.lookUp);
  switch (found.kind) {
    case 'none':
      return { ...UNDECIDED, result: 'none' };
    case 'failed':
      return { ...UNDECIDED, result: 'temperror', cause: { kind: 'dns-failed', domain, term: by } };
    case 'several':
      run.records.push(...found.texts.map((text) => ({ domain, text, by })));
      return {
        ...UNDECIDED,
        result: 'permerror',
        cause: { kind: 'several-records', domain, count: found.texts.length },
      };
    case 'faulty':
      run.records.push({ domain, text: found.text, by });
      return { ...UNDECIDED, result: 'permerror', cause: { kind: 'syntax', domain, fault: found.fault } };
    case 'record':
      run.records.push({ domain, text: found.record.text, by });
      return evaluateRecord(run, place, found.record);
  }
}

async function evaluateRecord(run: Evaluation, place: Place, record: SpfRecord): Promise<Verdict> {
  const exp = record.exp === null ? null : { domain: place.domain, modifier: record.exp };
  for (const directive of record.directives) {
    const match = await evaluateTerm(run, place, directive);
    if (typeof match === 'object') return { ...UNDECIDED, ...match };
    if (match)
      return {
        result: RESULT_OF[directive.qualifier],
        cause: null,
        decidedBy: { domain: place.domain, term: directive.text },
        exp,
      };
  }
  return record.redirect === null
    ? { ...UNDECIDED, result: 'neutral' } // RFC 7208 §4.7
    : followRedirect(run, place, record.redirect);
}

/** RFC 7208 §6.1: what the other record says, its explanation included; that there is none is an error. */
async function followRedirect(run: Evaluation, place: Place, redirect: Modifier): Promise<Verdict> {
  const term = redirect.text;
  const over = spend(run, place, term);
  if (over !== null) return { ...UNDECIDED, ...over };
  if (isOpen(run, redirect.domain)) return { ...UNDECIDED, result: 'neutral' };
  const target = await targetOf(run, place, redirect.domain);
  const verdict = isCheckable(target)
    ? await evaluate(run, { domain: target, depth: place.depth + 1 }, term)
    : { ...UNDECIDED, result: 'none' as const };
  if (verdict.result !== 'none') return verdict;
  const cause: SpfCause = { kind: 'no-record', domain: place.domain, term, target };
  return { ...UNDECIDED, result: 'permerror', cause };
}

/** One term, written down as a step. */
async function evaluateTerm(run: Evaluation, place: Place, directive: Directive): Promise<Match> {
  const asked: SpfStep['asked'][number][] = [];
  const evidence: number[] = [];
  const ask: LookUp = async (name, type) => {
    const found = await run.lookUp(name, type);
    asked.push({ name, type, kind: found.kind, data: found.data.slice(0, MAX_TOLD) });
    evidence.push(...found.evidence);
    return found;
  };
  const at = run.steps.length;
  // What it includes has its steps after it, with counts of their own.
  const before = { lookups: run.lookups + 1, voidLookups: run.voidLookups };
  const match = await matches(run, place, directive, ask);
  const { lookups, voidLookups } = directive.mechanism.kind === 'include' ? before : run;
  run.steps.splice(at, 0, {
    ...place,
    term: directive.text,
    outcome: typeof match === 'object' ? 'error' : match ? 'matched' : 'not-matched',
    asked,
    lookups,
    voidLookups,
    evidence,
  });
  return match;
}

async function matches(run: Evaluation, place: Place, directive: Directive, ask: LookUp): Promise<Match> {
  const { mechanism, text } = directive;
  const { ip } = run.mail;
  if ('domain' in mechanism && isOpen(run, mechanism.domain)) return spend(run, place, text) ?? false;
  switch (mechanism.kind) {
    case 'all':
      return true;
    case 'ip4':
    case 'ip6':
      return ip !== null && isSameNetwork(ip, mechanism.network, mechanism.prefix);
    case 'include':
      return spend(run, place, text) ?? included(run, place, text, mechanism.domain);
    case 'a':
    case 'mx':
      return spend(run, place, text) ?? matchesHosts(run, place, directive, mechanism, ask);
    case 'ptr': {
      const over = spend(run, place, text);
      if (over !== null || ip === null) return over ?? false;
      return matchesPtr(ip, await targetOf(run, place, mechanism.domain), ask);
    }
    case 'exists': {
      const over = spend(run, place, text);
      if (over !== null) return over;
      // RFC 7208 §5.7: always an A record, whatever the family of the sender.
      const name = await targetOf(run, place, mechanism.domain);
      const found = await look(run, place, text, name, 'A', ask);
      return isList(found) ? ip !== null && found.length > 0 : found;
    }
  }
}

/** Whether a name is another one for each mail, and there is none at hand. */
function isOpen({ mail }: Evaluation, domain: MacroString | null): boolean {
  return mail.ip === null && domain !== null && !isFixed(domain);
}

/** RFC 7208 §5.2: only a pass of the other record is a match. */
async function included(run: Evaluation, place: Place, term: string, domain: MacroString): Promise<Match> {
  const target = await targetOf(run, place, domain);
  const { result, cause } = isCheckable(target)
    ? await evaluate(run, { domain: target, depth: place.depth + 1 }, term)
    : { result: 'none' as const, cause: null };
  if (result === 'none')
    return { result: 'permerror', cause: { kind: 'no-record', domain: place.domain, term, target } };
  // Errors have a cause, and nothing else has one.
  if ((result === 'temperror' || result === 'permerror') && cause !== null) return { result, cause };
  return result === 'pass';
}

/** RFC 7208 §5.3, §5.4. */
async function matchesHosts(
  run: Evaluation,
  place: Place,
  { text }: Directive,
  mechanism: { kind: 'a' | 'mx'; domain: MacroString | null; prefix4: number; prefix6: number },
  ask: LookUp,
): Promise<Match> {
  const { ip } = run.mail;
  const target = await targetOf(run, place, mechanism.domain);
  if (mechanism.kind === 'a' && ip === null) return anyAddress(run, place, text, target, ask);
  const hosts =
    mechanism.kind === 'a' ? [target] : await look(run, place, text, target, 'MX', ask).then(exchangesOf);
  if (!isList(hosts)) return hosts;
  if (hosts.length > MAX_EXCHANGES)
    return {
      result: 'permerror',
      cause: { kind: 'too-many-exchanges', domain: place.domain, term: text, limit: MAX_EXCHANGES },
    };
  if (ip === null) return false;
  const [type, prefix] = isIpv6(ip)
    ? (['AAAA', mechanism.prefix6] as const)
    : (['A', mechanism.prefix4] as const);
  for (const host of hosts) {
    const found = await look(run, place, text, host, type, ask);
    if (!isList(found)) return found;
    if (found.some((address) => isSameNetwork(ip, address, prefix))) return true;
  }
  return false;
}

/** Without a sender: whether the name has an address of any family; it counts as void when it has none. */
async function anyAddress(
  run: Evaluation,
  place: Place,
  term: string,
  name: string,
  ask: LookUp,
): Promise<Match> {
  const [first, second] = await Promise.all([ask(name, 'A'), ask(name, 'AAAA')]);
  if (first.kind === 'failed') return failed(place, term);
  return isVoid(first) && isVoid(second) ? (spendVoid(run, place, term) ?? false) : false;
}

function exchangesOf(found: Trouble | readonly string[]): Trouble | string[] {
  if (!isList(found)) return found;
  // RFC 7505 §3: a null MX names no host.
  return found.map((data) => data.slice(data.indexOf(' ') + 1)).filter((exchange) => exchange !== '.');
}

function isList(found: Trouble | readonly string[]): found is readonly string[] {
  return Array.isArray(found);
}

/** Data of the records at a name, or why nothing can be said. */
async function look(
  run: Evaluation,
  place: Place,
  term: string,
  name: string,
  type: LookupType,
  ask: LookUp,
): Promise<readonly string[] | Trouble> {
  const found = await ask(name, type);
  if (found.kind === 'failed') return failed(place, term);
  return (isVoid(found) ? spendVoid(run, place, term) : null) ?? found.data;
}

function failed({ domain }: Place, term: string): Trouble {
  return { result: 'temperror', cause: { kind: 'dns-failed', domain, term } };
}

/** One more term that asks in DNS; an error when there are too many. */
function spend(run: Evaluation, { domain }: Place, term: string): Trouble | null {
  const limit = run.limits.lookups;
  return ++run.lookups > limit
    ? { result: 'permerror', cause: { kind: 'too-many-lookups', domain, term, limit } }
    : null;
}

/** One more lookup that found nothing. */
function spendVoid(run: Evaluation, { domain }: Place, term: string): Trouble | null {
  const limit = run.limits.voidLookups;
  return ++run.voidLookups > limit
    ? { result: 'permerror', cause: { kind: 'too-many-void-lookups', domain, term, limit } }
    : null;
}

/** The name a mechanism is about: its own, or that of the record. */
async function targetOf(run: Evaluation, { domain }: Place, spec: MacroString | null): Promise<string> {
  return spec === null ? domain : expandDomain(spec, macroValues(domain, run.mail, run.lookUp));
}
