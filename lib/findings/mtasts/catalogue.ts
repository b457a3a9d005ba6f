import type { FixRecord, Severity } from '@/lib/report/finding';
import { define, hostsDo, type Keepers, list, unlessElsewhere } from '../define';
import { faultWords } from '../fault-words';
import { onlyTxt } from '../fix-record';
import { reasonWords } from './reason';

const WHO = 'Gmail, Microsoft 365 and other senders that go by MTA-STS';

/** Whether the policy of the domain lets senders deliver that go by it. */
export const catalogue = {
  'mtasts.uncovered': define<
    Way & {
      hosts: string[];
      mx: string[];
      /** One that no record has had yet. */
      id: string;
    }
  >({
    name: 'MTA-STS policy misses a mail exchanger',
    severity: barring,
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The MTA-STS policy of ${a.domain} does not name ${list(a.hosts)}`,
    why: (a) =>
      a.mode === 'enforce'
        ? `It names ${list(a.mx)}, and is enforced. ${consequence(a)}`
        : `It names ${list(a.mx)}, and is only being tested. Senders deliver and report it; once it is enforced, they will not.`,
    fix: (a) =>
      `Add to the policy file, then change the id in the record:\n${a.hosts.map((host) => `mx: ${host}`).join('\n')}`,
    records: (a) => [stsRecord(a)],
    // Senders go by the policy that they have kept, which may name it.
    keepers: (a) => keepers(a, false),
    judged: 'No mx line of the policy is the name of the exchange, or stands for it with one label.',
    refs: ['RFC 8461 §4.1', 'RFC 8461 §5'],
    example: {
      domain: 'example.org',
      mode: 'enforce',
      hasOther: false,
      hosts: ['mx2.example.org'],
      mx: ['mx1.example.org'],
      id: '20261130120000',
    },
  }),
  'mtasts.certificate': define<Way & { hosts: string[]; isPlain: boolean }>({
    name: 'Mail exchanger does not meet the MTA-STS policy',
    severity: barring,
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'does', 'do')} not meet the MTA-STS policy of ${a.domain}`,
    why: (a) =>
      `The policy demands TLS with a certificate that is valid for the exchange, and ${a.isPlain ? 'TLS was not to be had' : 'the certificate is not'}. ${a.mode === 'enforce' ? consequence(a) : 'It is only being tested: senders deliver, and report it.'}`,
    fix: (a) =>
      `${a.isPlain ? 'Offer STARTTLS, with' : 'Install'} a certificate for the name of the exchange, with its whole chain, from an authority that everybody knows.`,
    keepers: (a) => keepers(a, true),
    judged: 'A session with an exchange came to no TLS, or to a certificate that is not trusted.',
    refs: ['RFC 8461 §4.2', 'RFC 8461 §5'],
    example: {
      domain: 'example.org',
      mode: 'enforce',
      hasOther: false,
      hosts: ['mx1.example.org [192.0.2.25]'],
      isPlain: false,
    },
  }),
  'mtasts.unanswered': define<{ domain: string }>({
    name: 'MTA-STS record cannot be looked up',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `Whether ${a.domain} has an MTA-STS policy cannot be looked up`,
    why: () =>
      'No name server gave a usable answer. Senders without a copy of a policy deliver as if there were none; those with a copy go on by it until it ends.',
    fix: (a) =>
      `Have the name servers answer this question, if only that there is no record:\n_mta-sts.${a.domain} TXT`,
    judged: 'The question for the record at _mta-sts failed.',
    refs: ['RFC 8461 §3.1', 'RFC 8461 §5.1'],
    example: { domain: 'example.org' },
  }),
  'mtasts.unreachable': define<{ domain: string; url: string; reason: string }>({
    name: 'MTA-STS policy cannot be fetched',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The MTA-STS policy of ${a.domain} cannot be fetched`,
    why: (a) =>
      `The record says that there is one. ${a.url}: ${reasonWords(a.reason)}. Senders without a copy deliver as if there were none; those with a copy go on by it until it ends.`,
    fix: (a) =>
      `Serve the policy at ${a.url} with status 200, without a redirect, with a certificate for that name; or remove the record at _mta-sts.${a.domain}.`,
    judged: 'The record at _mta-sts is valid, and the policy was not to be had over HTTPS.',
    refs: ['RFC 8461 §3.3', 'RFC 8461 §5.1'],
    example: {
      domain: 'example.org',
      url: 'https://mta-sts.example.org/.well-known/mta-sts.txt',
      reason: 'status 404',
    },
  }),
  'mtasts.media-type': define<{ domain: string; url: string; type: string }>({
    name: 'MTA-STS policy of another media type',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The MTA-STS policy of ${a.domain} is not served as text/plain`,
    why: (a) =>
      `${a.url} is served ${a.type === '' ? 'without a media type' : `as “${a.type}”`}. Senders that look at the type go on as if there were no policy; others go by it.`,
    fix: () => 'Serve the policy with this field:\nContent-Type: text/plain',
    judged: 'The policy was fetched, and its Content-Type is another than text/plain, or is missing.',
    refs: ['RFC 8461 §3.2'],
    example: {
      domain: 'example.org',
      url: 'https://mta-sts.example.org/.well-known/mta-sts.txt',
      type: 'text/html',
    },
  }),
  'mtasts.invalid': define<{
    domain: string;
    part: 'record' | 'policy';
    /** What is wrong first, where it stands as it is written, and what else. */
    what: string;
    line: string;
    also: string[];
    /** One that no record has had yet. */
    id: string;
  }>({
    name: 'MTA-STS policy is not valid',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The MTA-STS ${a.part} of ${a.domain} is not valid`,
    why: (a) =>
      `What is wrong: ${faultWords(`mta-sts ${a.part}`, a.what)}${a.line === '' ? '' : ` (“${a.line}”)`}${a.also.map((one) => `; ${faultWords(`mta-sts ${a.part}`, one)}`).join('')}. Senders deliver as if there were no policy; those with a former copy go on by that.`,
    fix: (a) =>
      a.part === 'record'
        ? 'Publish exactly one record, with another id each time the policy changes.'
        : 'Serve a policy of this form:\nversion: STSv1\nmode: testing\nmx: the name of each exchange\nmax_age: 86400',
    records: (a) => (a.part === 'record' ? [stsRecord(a)] : []),
    judged: 'The record or the policy file is not of the form.',
    refs: ['RFC 8461 §3.1', 'RFC 8461 §3.2'],
    example: {
      domain: 'example.org',
      part: 'policy',
      what: 'mode',
      line: 'enforced',
      also: [],
      id: '20261130120000',
    },
  }),
  'mtasts.kept': define<{
    domain: string;
    seen: string;
    until: string;
    hosts: string[];
    /** Whether the record is gone; else there is no policy to be had by it. */
    isGone: boolean;
  }>({
    name: 'Former MTA-STS policy is still kept',
    severity: ({ hosts }) => (hosts.length > 0 ? 'warning' : 'notice'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `Senders may go by the former MTA-STS policy of ${a.domain} until ${a.until}`,
    why: (a) =>
      `On ${a.seen} the policy was enforced. Who fetched it then keeps it until ${a.until}, although ${a.isGone ? 'the record is gone' : 'no valid policy is to be had today'}. ${
        a.hosts.length > 0
          ? `Such senders (${WHO}) deliver nothing to ${list(a.hosts)}; others deliver.`
          : 'The exchanges meet it today, so mail arrives; another name or certificate would not be accepted by such senders.'
      }`,
    fix: (a) =>
      `Serve a policy with "mode: none" and a new id in the record at _mta-sts.${a.domain}, and leave it there until ${a.until}; or serve an enforced one that names every exchange.`,
    judged:
      'A check of this installation has seen an enforced policy, its max_age has not passed since, and today none can be had.',
    refs: ['RFC 8461 §5.1', 'RFC 8461 §8.3'],
    example: {
      domain: 'example.org',
      seen: '2026-11-20',
      until: '2026-12-20',
      hosts: ['mx9.example.org'],
      isGone: true,
    },
  }),
  'mtasts.enforced': define<{ domain: string; days: number }>({
    name: 'MTA-STS policy enforced and met',
    severity: 'ok',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `The MTA-STS policy of ${a.domain} is enforced, and met`,
    why: (a) =>
      `It names every exchange, and every session came to TLS with a valid certificate. Senders keep it for ${a.days === 1 ? 'a day' : `${a.days} days`}.`,
    fix: () => '',
    judged: 'The mode is enforce, every exchange is named, and the certificates of all sessions are trusted.',
    refs: ['RFC 8461 §5'],
    example: { domain: 'example.org', days: 7 },
  }),
};

/** A policy that bars an exchange from senders that go by it. */
type Way = {
  domain: string;
  mode: 'enforce' | 'testing';
  /** Whether there is an exchange that it does not bar. */
  hasOther: boolean;
};

function barring({ mode, hasOther }: Way): Severity {
  return mode === 'enforce' ? unlessElsewhere({ elsewhere: hasOther }) : 'notice';
}

function consequence({ hasOther }: Way): string {
  return hasOther
    ? `${WHO} do not deliver there, and go on to another address or exchange; others deliver.`
    : `${WHO} keep the mail, and return it in the end; others deliver.`;
}

function keepers({ mode, hasOther }: Way, isProven: boolean): Keepers | null {
  if (mode === 'testing' || hasOther) return null;
  return { who: 'senders that enforce MTA-STS', plain: 'some large providers', isProven };
}

function stsRecord({ domain, id }: { domain: string; id: string }): FixRecord {
  return onlyTxt(`_mta-sts.${domain}`, `v=STSv1; id=${id}`);
}
