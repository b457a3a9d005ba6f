import type { OwnSpf } from '@/lib/policy/view';
import { define, list } from '../../define';
import { spfNaming } from '../../fix-record';

type Step = {
  /** Servers that refuse for it. */
  hosts: string[];
  /** Whose SPF record was evaluated, for which address, and how. */
  domain: string;
  address: string;
  result: OwnSpf['result'];
  /** The term that decides, and whose record it is in; empty where none does. */
  term: string;
  at: string;
  /** The record of the domain; empty when there is none, or it is long. */
  record: string;
  /** Whether the server had the message when it refused. */
  hasMessage: boolean;
  /** What the domain asks for in DMARC; `unknown`: it was not asked, or nobody answered. */
  policy: 'unknown' | 'absent' | 'none' | 'quarantine' | 'reject';
};

/** Which step of SPF, DKIM and DMARC a refusal can come from. */
export const authentication = {
  'vantage.authentication': define<Step>({
    name: 'The step of authentication that does not pass',
    severity: ({ result }) => (result === 'pass' ? 'info' : 'notice'),
    side: ({ result }) => (result === 'pass' ? 'none' : 'sender'),
    permanence: null,
    layer: 7,
    title: (a) =>
      a.result === 'pass'
        ? `SPF of ${a.domain} passes for ${a.address}: the refusal comes from another step`
        : `SPF is the step that does not pass: ${a.result} of ${a.domain} for ${a.address}`,
    why: (a) => `${spfWords(a)} ${a.hasMessage ? messageWords(a) : NO_MESSAGE}`,
    fix: (a) =>
      a.result === 'pass'
        ? `Compare the address and the domain that ${list(a.hosts)} names in its reply with these. What passes for this check may fail for mail that another server sends.`
        : `Let the SPF record of ${a.domain} name the address, and wait until its TTL has passed.`,
    records: (a) =>
      NOT_NAMED.includes(a.result) && (a.result === 'none' || a.record !== '')
        ? [spfNaming(a.domain, a.address, a.record)]
        : [],
    judged:
      'A reply named SPF, DKIM, DMARC or authentication, and the SPF record of the sender was evaluated for the sending address.',
    refs: ['RFC 7208 §2.6', 'RFC 9989 §4.4'],
    example: {
      hosts: ['mx1.example.org [192.0.2.25]'],
      domain: 'probe.example.net',
      address: '192.0.2.10',
      result: 'fail',
      term: '-all',
      at: 'probe.example.net',
      record: 'v=spf1 mx -all',
      hasMessage: false,
      policy: 'reject',
    },
  }),
  'vantage.address-unknown': define<{ hosts: string[] }>({
    name: 'Public address of the sender is not known',
    severity: 'notice',
    side: 'sender',
    permanence: null,
    layer: 7,
    title: () => 'SPF of the sender was not judged: its public address is not known',
    why: (a) =>
      `${list(a.hosts)} refused for authentication. The check comes from a private address, and a server sees another one, for which SPF is evaluated.`,
    fix: () =>
      'On the sender’s side: name the addresses that others see, and run the check again:\nMXPROOF_PUBLIC_ADDRESSES=',
    judged:
      'A reply named SPF, DKIM, DMARC or authentication, and no address of the sender is public or was named.',
    refs: ['RFC 7208 §4.1'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'] },
  }),
};

/** Results that naming the address mends. */
const NOT_NAMED: readonly Step['result'][] = ['none', 'neutral', 'softfail', 'fail'];

function spfWords({ result, term, at }: Step): string {
  if (result === 'none') return 'There is no SPF record.';
  return term === ''
    ? `Evaluated for this check, it comes to ${result}.`
    : `Evaluated for this check, it comes to ${result}, by ${term} in the record of ${at}.`;
}

const NO_MESSAGE =
  'The server had no message yet: of SPF, DKIM and DMARC only SPF could be judged, for this name or the HELO name.';

/** The message of a check is not signed. */
function messageWords({ result, domain, policy }: Step): string {
  const rests = result === 'pass' ? 'DMARC rests on SPF alone' : 'nothing is left for DMARC to rest on';
  return `The message of a check has no DKIM signature, so ${rests}; ${policyWords(domain, policy)}.`;
}

function policyWords(domain: string, policy: Step['policy']): string {
  if (policy === 'unknown') return `whether ${domain} has a DMARC policy could not be found out`;
  return policy === 'absent'
    ? `${domain} has no DMARC policy that counts`
    : `the DMARC policy of ${domain} is ${policy}`;
}
