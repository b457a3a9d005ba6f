import { faultWords } from '@/lib/findings/fault-words';
import { reasonWords } from '@/lib/findings/mtasts/reason';
import type { SenderConduct } from '@/lib/findings/sender-kinds';
import { isLeftUnasked } from '@/lib/policy/fetched';
import type { MtaStsView } from '@/lib/policy/view';
import type { PolicyRow } from './policy-row';
import { sentences } from './sentences';

type Words = readonly [PolicyRow['tone'], state: string, say: string];

/** The policy of MTA-STS, and whether what senders meet is what it demands. */
export function mtaStsRow(domain: string, sts: MtaStsView, conduct: readonly SenderConduct[]): PolicyRow {
  const [tone, state, say] = mtaStsWords(
    sts,
    conduct.find(({ kind }) => kind === 'mta-sts'),
  );
  return {
    name: 'MTA-STS',
    tone,
    state,
    say,
    records: [
      ...(sts.record === null ? [] : [{ at: `_mta-sts.${domain} TXT`, text: sts.record }]),
      ...(sts.policy === null ? [] : [{ at: sts.url ?? '', text: sts.policy }]),
    ],
    steps: sts.url === null ? [] : [`${sts.url}${sts.address === null ? '' : ` at ${sts.address}`}`],
  };
}

function mtaStsWords(sts: MtaStsView, conduct: SenderConduct | undefined): Words {
  const { state, reason, uncovered, record } = sts;
  switch (state) {
    case 'absent':
      return ['unknown', 'none', 'No record says that there is a policy.'];
    case 'none':
      return ['note', 'mode none', 'The policy says that there is none any more.'];
    case 'testing':
      return uncovered.length > 0
        ? ['wait', 'testing', unnamedWords(uncovered)]
        : ['note', 'testing', 'Senders report what fails, and deliver.'];
    case 'enforce':
      return enforcedWords(sts, conduct);
    case 'invalid':
      return ['wait', 'not valid', `Senders go on as if there were none: ${faultsIn(sts)}.`];
    case 'error':
      return [
        'wait',
        'not to be had',
        record === null
          ? 'The record could not be looked up.'
          : `The policy ${isLeftUnasked(reason) ? 'was not' : 'could not be'} fetched: ${reasonWords(reason ?? '')}.`,
      ];
  }
}

/** What is wrong with the record, or with the policy that it leads to. */
function faultsIn({ reason, line, policy, alsoWrong = [] }: MtaStsView): string {
  const part = policy === null ? 'mta-sts record' : 'mta-sts policy';
  const [first, ...others] = [reason ?? '', ...alsoWrong].map((what) => faultWords(part, what));
  return [`${first ?? ''}${line === null ? '' : ` (“${line}”)`}`, ...others].join('; ');
}

/** RFC 8461 §5: an enforced policy is met by exchanges that it names, and that show a valid certificate. */
function enforcedWords({ mxCovered, uncovered }: MtaStsView, conduct: SenderConduct | undefined): Words {
  const unproven = conduct?.barred.filter((exchange) => !uncovered.includes(exchange)) ?? [];
  const why = sentences(
    unnamedWords(uncovered),
    unproven.length === 0 ? '' : `No valid certificate was seen at ${unproven.join(', ')}.`,
  );
  if (conduct?.does === 'keeps')
    return ['bad', 'enforced, not met', `Senders that go by it keep the mail. ${why}`];
  if (conduct?.does === 'part')
    return ['wait', 'enforced, met in part', `Senders that go by it deliver to the other exchanges. ${why}`];
  if (mxCovered === false) return ['bad', 'enforced', why];
  if (mxCovered === null) return ['note', 'enforced', 'There is no exchange that it could name.'];
  return conduct === undefined
    ? ['note', 'enforced', 'It names every exchange; no session has shown their certificates.']
    : [
        'good',
        'enforced',
        'It names every exchange, and each whose TLS was seen has shown a valid certificate.',
      ];
}

function unnamedWords(uncovered: readonly string[]): string {
  return uncovered.length === 0 ? '' : `It does not name ${uncovered.join(', ')}.`;
}
