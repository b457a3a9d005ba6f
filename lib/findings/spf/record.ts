import { RFC_LIMITS } from '@/lib/policy/spf/check-host';
import type { Evidence } from '@/lib/report/evidence';
import { type Claim, found } from '../found';
import { isTheirSilence, policyEvidence } from '../policy-evidence';
import { recordAt, repeated } from './record-at';

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
  if (spf.state === 'none')
    yield spf.former === undefined
      ? found('spf.none', { domain }, proof)
      : found('spf.former-type', { domain, record: repeated(spf.former) }, proof);
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
      yield found('spf.invalid', { domain, at, kind: cause.kind, term, target: cause.target ?? '' }, proof);
  } else if (spf.all === '+') {
    const open = spf.steps.findLast(({ outcome }) => outcome === 'matched');
    yield found(
      'spf.allows-everyone',
      {
        domain,
        term: open?.term ?? '+all',
        at: open?.domain ?? domain,
        record: recordAt(spf, open?.domain ?? domain),
      },
      proof,
    );
  }
}
