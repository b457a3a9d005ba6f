import type { Evidence } from '@/lib/report/evidence';
import { place } from '@/lib/report/reference';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';
import { recordAt } from '../spf/record-at';

/** Whether receivers that ask find that our own sender may not send from here: our own side, whatever the other one does. */
export function* ownSpf({ policies }: Evidence): Iterable<Claim> {
  for (const { domain, address, result, decidedBy, records, steps } of policies?.own.spf ?? []) {
    if (result !== 'fail' && result !== 'softfail' && result !== 'permerror') continue;
    const evidence = steps.flatMap((step) => step.evidence);
    yield found(
      'vantage.spf-refuses',
      {
        domain,
        address,
        result,
        term: decidedBy?.term ?? '',
        at: decidedBy?.domain ?? domain,
        record: recordAt({ records }, domain),
      },
      evidence.length > 0 ? policyEvidence(evidence) : [place('vantage')],
    );
  }
}
