import { define, list } from '../../define';
import { spfNaming } from '../../fix-record';

const OURS = {
  side: 'sender',
  permanence: null,
} as const;

type NoMail = 'nxdomain' | 'none' | 'null-mx';

const REASONS: Readonly<Record<NoMail, string>> = {
  nxdomain: 'does not exist',
  none: 'has neither MX nor address',
  'null-mx': 'says that it takes no mail (null MX)',
};

/** Who we are to the other side: what it finds when it looks us up. All of it is for the sender to repair. */
export const identity = {
  'vantage.helo-not-fqdn': define<{ helo: string }>({
    name: 'HELO name without a domain',
    ...OURS,
    severity: 'warning',
    layer: 7,
    title: (a) => `The HELO name ${a.helo} is no full host name`,
    why: () =>
      'Many servers refuse a HELO name without a dot, at once or at RCPT TO: real mail servers have a name that the whole Internet can look up.',
    fix: () =>
      'Set MXPROOF_HELO to a full host name that resolves to its public address, the same as the mail server of this machine says.',
    judged: 'The name said in EHLO has no dot and is no address literal.',
    refs: ['RFC 5321 §2.3.5', 'RFC 5321 §4.1.1.1'],
    example: { helo: 'mailhost' },
  }),
  'vantage.helo-unresolved': define<{ helo: string; exists: boolean }>({
    name: 'HELO name that does not exist',
    ...OURS,
    severity: 'warning',
    layer: 7,
    title: (a) => `The HELO name ${a.helo} ${a.exists ? 'has no address' : 'does not exist'}`,
    why: () =>
      'Servers that look the name up find nothing and may refuse, or count it against the sender. What they answered in this check may be due to that.',
    fix: (a) =>
      `Publish A or AAAA records for ${a.helo} with the sending address, or set MXPROOF_HELO to a name that has them.`,
    judged: 'The walk for A and AAAA of the HELO name ended without an address.',
    refs: ['RFC 5321 §4.1.4'],
    example: { helo: 'probe.example.net', exists: false },
  }),
  'vantage.helo-elsewhere': define<{ helo: string; addresses: string[]; own: string[] }>({
    name: 'HELO name that leads elsewhere',
    ...OURS,
    severity: 'notice',
    layer: 7,
    title: (a) => `The HELO name ${a.helo} leads to ${list(a.addresses)}, not to this machine`,
    why: (a) =>
      `This machine sends from ${list(a.own)}. Servers may note the difference; they should not refuse for it alone, yet some count it.`,
    fix: (a) => `Give ${a.helo} the address ${list(a.own)}, or set MXPROOF_HELO to the name that has it.`,
    judged:
      'The HELO name has addresses, and none of them is one that the connections of this machine come from.',
    refs: ['RFC 5321 §4.1.4'],
    example: { helo: 'probe.example.net', addresses: ['198.51.100.7'], own: ['192.0.2.10'] },
  }),
  'vantage.no-reverse-name': define<{ address: string }>({
    name: 'Sending address without a reverse name',
    ...OURS,
    severity: 'warning',
    layer: 7,
    title: (a) => `The sending address ${a.address} has no reverse name`,
    why: () =>
      'Large providers refuse or defer mail from addresses without a PTR record. It is the owner of the address, mostly the provider, who sets it.',
    fix: (a) => `Ask the provider of ${a.address} to set its PTR record to the HELO name.`,
    judged: 'The walk through the reverse tree found no PTR record for an address of this machine.',
    refs: ['RFC 1912 §2.1'],
    example: { address: '192.0.2.10' },
  }),
  'vantage.reverse-not-confirmed': define<{ address: string; names: string[] }>({
    name: 'Reverse name that does not lead back',
    ...OURS,
    severity: 'warning',
    layer: 7,
    title: (a) => `The reverse name of the sending address ${a.address} does not lead back to it`,
    why: (a) =>
      `It is called ${list(a.names)}, which has another address or none. Receivers that check in both directions treat this like no name at all.`,
    fix: (a) =>
      `Give ${list(a.names)} the address ${a.address}, or have the PTR record name a host that has it.`,
    judged: 'PTR records were found, and none of their names has the sending address.',
    refs: ['RFC 1912 §2.1', 'RFC 8601 §2.7.3'],
    example: { address: '192.0.2.10', names: ['static.example.net'] },
  }),
  'vantage.helo-not-reverse': define<{ address: string; names: string[]; helo: string }>({
    name: 'HELO name and reverse name differ',
    ...OURS,
    severity: 'info',
    layer: 7,
    title: (a) => `The HELO name is ${a.helo}; the sending address ${a.address} is called ${list(a.names)}`,
    why: () =>
      'Both names are in order; receivers only like it better when they are the same. It is no reason to refuse mail.',
    fix: (a) => `If it is easy, say ${list(a.names)} in EHLO.`,
    judged: 'The reverse name is confirmed and is another name than the one said in EHLO.',
    refs: ['RFC 5321 §4.1.4'],
    example: { address: '192.0.2.10', names: ['mail.example.net'], helo: 'probe.example.net' },
  }),
  'vantage.sender-without-mail': define<{ domain: string; reason: NoMail }>({
    name: 'Sender whose domain takes no mail',
    ...OURS,
    severity: 'warning',
    layer: 7,
    title: (a) => `The domain of the sender, ${a.domain}, ${REASONS[a.reason]}`,
    why: () =>
      'Servers refuse senders to whom no bounce could be returned. What they answered in this check may be due to that.',
    fix: () => 'Set MXPROOF_MAIL_FROM to an address whose domain takes mail, best one that somebody reads.',
    judged:
      'The walk for MX, A and AAAA of the domain of the envelope sender found nowhere to send a bounce.',
    refs: ['RFC 5321 §3.6.2', 'RFC 7505 §4.2'],
    example: { domain: 'probe.example.net', reason: 'nxdomain' },
  }),
  'vantage.spf-refuses': define<{
    domain: string;
    address: string;
    result: 'fail' | 'softfail' | 'permerror';
    term: string;
    at: string;
    /** Of the domain; empty when it is long. */
    record: string;
  }>({
    name: 'The sender’s own SPF record forbids the address',
    ...OURS,
    severity: ({ result }) => (result === 'softfail' ? 'notice' : 'warning'),
    layer: 7,
    title: (a) =>
      a.result === 'permerror'
        ? `The SPF record of ${a.domain} ends in an error for ${a.address}`
        : `The SPF record of ${a.domain} does not let ${a.address} send`,
    why: (a) =>
      `Receivers that ask come to ${a.result}${a.term === '' ? '' : `, by ${a.term} in the record of ${a.at}`}. Some refuse mail for that, and DMARC cannot rest on SPF. What servers answered in this check may be due to it.`,
    fix: (a) =>
      a.result === 'permerror'
        ? `Repair the SPF record of ${a.domain}.`
        : `Name the address in the SPF record of ${a.domain}.`,
    records: (a) =>
      a.result === 'permerror' || a.record === '' ? [] : [spfNaming(a.domain, a.address, a.record)],
    judged:
      'The SPF record of the HELO name or of the domain of the envelope sender was evaluated for the sending address.',
    refs: ['RFC 7208 §2.6', 'RFC 7208 §8'],
    example: {
      domain: 'probe.example.net',
      address: '192.0.2.10',
      result: 'fail',
      term: '-all',
      at: 'probe.example.net',
      record: 'v=spf1 mx -all',
    },
  }),
};
