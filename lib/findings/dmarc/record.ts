import type { DmarcView } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { type Claim, found } from '../found';
import { isTheirSilence, policyEvidence } from '../policy-evidence';

/** What is wrong with the DMARC record that counts for the domain, if anything. */
export function* record(seen: Evidence): Iterable<Claim> {
  const {
    policies,
    target: { domain },
  } = seen;
  const dmarc = policies?.dmarc;
  if (dmarc === undefined) return;
  const { walk, from } = dmarc;
  const steps = walk.flatMap(({ evidence }) => evidence);
  const proof = policyEvidence(steps);
  const namesOf = (outcomes: readonly string[]) =>
    walk.filter(({ outcome }) => outcomes.includes(outcome)).map((step) => `_dmarc.${step.domain}`);
  const at = from ?? domain;
  switch (dmarc.state) {
    case 'none':
      yield found('dmarc.none', { domain, asked: namesOf(['none', 'several']) }, proof);
      return;
    case 'temperror':
      if (isTheirSilence(seen, 'dmarc', steps))
        yield found('dmarc.unanswered', { domain, asked: namesOf(['failed']) }, proof);
      return;
    case 'invalid':
      yield found('dmarc.invalid', { domain, at, kind: from === null ? 'several' : 'nothing' }, proof);
      return;
    case 'ok':
    case 'inherited':
      yield* flaws(dmarc, domain, at);
  }
}

function* flaws({ faults, permissions, walk }: DmarcView, domain: string, at: string): Iterable<Claim> {
  const proof = policyEvidence(walk.find((step) => step.domain === at)?.evidence ?? []);
  const partsOf = (kinds: readonly string[]) =>
    faults
      .filter(({ what }) => kinds.includes(what))
      .map(({ tag, value }) => (value === '' ? tag : `${tag}=${value}`));
  const wrong = partsOf(['bad-value', 'no-tag', 'repeated']);
  if (wrong.length > 0) yield found('dmarc.faults', { domain, at, parts: wrong }, proof);
  const former = partsOf(['removed']);
  if (former.length > 0) yield found('dmarc.former-tags', { domain, at, parts: former }, proof);
  const refused = permissions.filter(({ state }) => state === 'none' || state === 'invalid');
  if (refused.length > 0)
    yield found(
      'dmarc.reports-not-taken',
      { domain, at, targets: refused.map(({ target }) => target), names: refused.map(({ name }) => name) },
      policyEvidence(refused.flatMap(({ evidence }) => evidence)),
    );
}
