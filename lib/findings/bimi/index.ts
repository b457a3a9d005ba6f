import { whyNoLogo } from '@/lib/policy/bimi-dmarc';
import type { Evidence } from '@/lib/report/evidence';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';
import type { Topic } from '../topic';
import { catalogue } from './catalogue';

export const bimi: Topic = {
  heading: 'BIMI',
  catalogue,
  rules: [record, unshown],
};

function* record({ policies, target: { domain } }: Evidence): Iterable<Claim> {
  const logo = policies?.bimi;
  if (logo?.state === 'invalid')
    yield found(
      'bimi.invalid',
      { domain, at: logo.from ?? domain, what: logo.reason ?? '' },
      policyEvidence(logo.evidence),
    );
}

/** A logo that receivers do not show, since DMARC asks for too little. */
function* unshown({ policies, target: { domain } }: Evidence): Iterable<Claim> {
  if (!policies?.bimi.logo) return;
  const { bimi: logo, dmarc } = policies;
  const weak = whyNoLogo(dmarc);
  if (weak === null) return;
  const steps = [...logo.evidence, ...dmarc.walk.flatMap(({ evidence }) => evidence)];
  yield found(
    'bimi.not-shown',
    { domain, parts: weak.map(({ at, part }) => `${part} (${at})`) },
    policyEvidence(steps),
  );
}
