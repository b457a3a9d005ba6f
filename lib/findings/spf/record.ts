import { RFC_LIMITS } from '@/lib/policy/spf/limits';
import { correctedSpf } from '@/lib/policy/spf/look-alike';
import { hasOpenRedirect } from '@/lib/policy/spf/open-terms';
import type { SpfView } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import type { Reference } from '@/lib/report/reference';
import { type Claim, found } from '../found';
import { isTheirSilence, policyEvidence } from '../policy-evidence';
import { recordAt, recordsAt, repeated } from './record-at';

/** What is wrong with the SPF record of the domain, if anything. */
export function* record(seen: Evidence): Iterable<Claim> {
  const {
    policies,
    target: { domain },
  } = seen;
  const spf = policies?.spf;
  if (spf === undefined) return;
  const proof = policyEvidence(spf.evidence);
  const { cause, lookups, voidLookups } = spf;
  if (spf.state === 'none') yield absent(domain, spf, proof);
  else if (spf.state === 'temperror') {
    if (isTheirSilence(seen, 'spf', spf.evidence))
      yield found('spf.unanswered', { domain, at: cause?.domain ?? domain }, proof);
  } else if (cause !== null) {
    const at = cause.domain;
    const term = cause.term ?? '';
    if (cause.kind === 'too-many-lookups')
      yield found(
        'spf.too-many-lookups',
        { domain, count: lookups, isPartial: spf.isPartial === true, limit: RFC_LIMITS.lookups, term, at },
        proof,
      );
    else if (cause.kind === 'too-many-void-lookups')
      yield found(
        'spf.void-lookups',
        {
          domain,
          count: voidLookups,
          isPartial: spf.isPartial === true,
          limit: RFC_LIMITS.voidLookups,
          term,
          at,
        },
        proof,
      );
    else
      yield found(
        'spf.invalid',
        {
          domain,
          at,
          kind: cause.kind,
          term,
          target: cause.target ?? '',
          records: cause.kind === 'several-records' ? recordsAt(spf, at) : [],
        },
        proof,
      );
  } else if (spf.all === '+') {
    const open = spf.steps.findLast(({ outcome }) => outcome === 'matched');
    const at = open?.domain ?? domain;
    yield found(
      'spf.allows-everyone',
      { domain, at, term: open?.term ?? '+all', record: recordAt(spf, at) },
      proof,
    );
  } else if (spf.all === '?' || spf.all === null) yield* neutral(domain, spf, proof);
}

/** Where nothing is said of senders that are not named. What a record that is only included ends with is said of nobody. */
function* neutral(domain: string, spf: SpfView, proof: Reference[]): Iterable<Claim> {
  const last = lastRecord(spf);
  if (spf.all === null && hasOpenRedirect(last?.text ?? '')) return;
  const at = last?.domain ?? domain;
  const end = spf.steps.findLast((step) => step.outcome === 'matched' && step.domain === at);
  const term = spf.all === null ? '' : (end?.term ?? '?all');
  yield found('spf.neutral', { domain, at, term, record: recordAt(spf, at) }, proof);
}

/** RFC 7208 §6.1: the record that the evaluation ends in. */
function lastRecord({ records }: SpfView): SpfView['records'][number] | undefined {
  let [last] = records;
  for (const one of records)
    if (one.by !== null && /^redirect=/i.test(one.by) && last?.text.split(' ').includes(one.by)) last = one;
  return last;
}

/** What stands in place of a record. */
function absent(domain: string, { lookAlikes, former }: SpfView, proof: Reference[]): Claim {
  const [text] = lookAlikes ?? [];
  if (text !== undefined)
    return found('spf.look-alike', { domain, text, record: repeated(correctedSpf(text)) }, proof);
  return former === undefined
    ? found('spf.none', { domain }, proof)
    : found('spf.former-type', { domain, record: repeated(former) }, proof);
}
