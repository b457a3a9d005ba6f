import type { OutlineChange } from '@/lib/compare/outline-changes';
import type { PolicyState } from '@/lib/report/policy-state';
import { showTtl } from './duration';
import { showUtc } from './moment';
import { POLICY_NAME } from './policy-change-words';
import { TLS_STATE_SHORT } from './tls-words';

/** Names that one line lists; the others are counted. */
const MAX_LISTED = 4;

/** Characters of a moment that are its day. */
const DAY = 10;

/** What is otherwise than at the check before, in a line. */
export function outlineWords(change: OutlineChange): string {
  switch (change.what) {
    case 'exchanges':
      return `mail servers: ${listsIn(change)}`;
    case 'ns':
      return `name servers: ${listsIn(change)}`;
    case 'addresses':
      return `${change.exchange}: ${listsIn(change)}`;
    case 'ttl':
      return `TTL of ${change.exchange}: ${showTtl(change.before)} → ${showTtl(change.after)}`;
    case 'address-ttl':
      return `TTL of the addresses of ${change.exchange}: ${ttls(change.before)} → ${ttls(change.after)}`;
    case 'serial':
      return `serial: ${change.before} → ${change.after}`;
    case 'tls':
      return `${change.exchange}: ${TLS_STATE_SHORT[change.before]} → ${TLS_STATE_SHORT[change.after]}`;
    case 'certificate':
      return `${change.exchange}: another certificate, until ${showUtc(change.validTo).slice(0, DAY)}`;
    case 'policy':
      return `${POLICY_NAME[change.policy]}: ${policyState(change.policy, change.before)} → ${policyState(change.policy, change.after)}`;
    case 'record':
      return `${POLICY_NAME[change.policy]}: ${ANOTHER[change.policy] ?? 'another record'}`;
    case 'came':
      return `${change.exchange}: ${change.before} → ${change.after}`;
  }
}

type PolicyChange = Extract<OutlineChange, { what: 'policy' }>;

/** What is read of one, where that is not one record. */
const ANOTHER: Readonly<Partial<Record<PolicyChange['policy'], string>>> = {
  dane: 'other records',
  mtaSts: 'another record or policy',
};

const STATE_WORD: Readonly<Record<PolicyState, string>> = {
  ok: 'valid',
  invalid: 'not valid',
  permerror: 'not valid',
  temperror: 'no answer',
  error: 'not to be had',
  mismatch: 'does not fit',
  partly: 'fits in part',
  unknown: 'not known',
  ignored: 'ignored',
  unusable: 'does not count',
  testing: 'mode testing',
  enforce: 'mode enforce',
  none: 'none',
  quarantine: 'quarantine',
  reject: 'reject',
};

function policyState(policy: PolicyChange['policy'], state: PolicyState | null): string {
  if (state === null) return 'not published';
  if (policy === 'dmarc' && state !== 'invalid' && state !== 'temperror') return `p=${state}`;
  return policy === 'mtaSts' && state === 'none' ? 'mode none' : STATE_WORD[state];
}

function ttls(seconds: readonly number[]): string {
  return listed(seconds.map((one) => showTtl(one)));
}

function listsIn({ gone, come }: { gone: readonly string[]; come: readonly string[] }): string {
  const words = [
    ...(gone.length === 0 ? [] : [`without ${listed(gone)}`]),
    ...(come.length === 0 ? [] : [`with ${listed(come)}`]),
  ];
  return words.join(', ');
}

function listed(names: readonly string[]): string {
  const more = names.length - MAX_LISTED;
  return `${names.slice(0, MAX_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
