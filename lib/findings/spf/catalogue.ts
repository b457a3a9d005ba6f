import { mergedSpf } from '@/lib/policy/spf/merged';
import { define } from '../define';
import { oneTxt } from '../fix-record';
import { shortened } from '../shortened';

/** What comes of it, whoever sends: SPF is about mail from the domain. */
const NOT_TO_IT = 'It concerns mail from the domain; mail to it is not affected.';

/** What the domain says about who may send in its name. */
export const catalogue = {
  'spf.none': define<{ domain: string }>({
    name: 'No SPF record',
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.domain} publishes no SPF record`,
    why: () => `Without one, receivers have less to tell mail of the domain from forged mail. ${NOT_TO_IT}`,
    fix: () =>
      'Name who sends mail of the domain: as below where only its exchanges do; "v=spf1 -all" where nobody does.',
    records: (a) => [oneTxt(a.domain, 'v=spf1 mx -all', '')],
    judged: 'No TXT record of the domain begins with v=spf1.',
    refs: ['RFC 7208 §3'],
    example: { domain: 'example.org' },
  }),
  'spf.look-alike': define<{
    domain: string;
    text: string;
    /** The record that is meant; empty where that cannot be told. */
    record: string;
  }>({
    name: 'Text that looks like an SPF record',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `A TXT record of ${a.domain} looks like SPF, and is none`,
    why: (a) =>
      `The text “${shortened(a.text)}” does not begin with exactly v=spf1 and a space: receivers find no SPF record. ${NOT_TO_IT}`,
    fix: (a) =>
      a.record === ''
        ? 'Put in its place a record that begins with v=spf1, with spaces between its terms.'
        : 'Put this record in its place, once it names every sender.',
    records: (a) => (a.record === '' ? [] : [oneTxt(a.domain, a.record, a.text)]),
    judged:
      'No TXT record of the domain begins with v=spf1 and a space or its end, and one has it in nearly that form.',
    refs: ['RFC 7208 §4.5'],
    example: { domain: 'example.org', text: 'v=spf1; mx -all', record: 'v=spf1 mx -all' },
  }),
  'spf.former-type': define<{ domain: string; record: string }>({
    name: 'SPF record of the former type',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The SPF record of ${a.domain} has the type SPF (99), which nobody asks for`,
    why: () =>
      `RFC 7208 ended that type in 2014: receivers ask for TXT, find no record, and come to the result “none”. ${NOT_TO_IT}`,
    fix: () => 'Publish the same text as a TXT record, and remove the other.',
    records: (a) => (a.record === '' ? [] : [oneTxt(a.domain, a.record, '')]),
    judged: 'The domain has a record of type 99 that begins with v=spf1, and no such TXT record.',
    refs: ['RFC 7208 §3.1', 'RFC 7208 §2.6.1'],
    example: { domain: 'example.org', record: 'v=spf1 mx -all' },
  }),
  'spf.invalid': define<{
    domain: string;
    /** Where the record stands that is at fault. */
    at: string;
    kind: string;
    term: string;
    target: string;
    /** Of several records at one name: all of them; none where one is long. */
    records: string[];
  }>({
    name: 'SPF record ends in an error',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The SPF record of ${a.domain} ends in an error`,
    why: (a) =>
      `${CAUSE[a.kind]?.(a) ?? ''} Receivers come to a permanent error (permerror), and many treat that as a failure. ${NOT_TO_IT}`,
    fix: (a) => REPAIR[a.kind]?.(a) ?? '',
    records: ({ at, records }) => {
      const data = records.length === 0 ? null : mergedSpf(records);
      return data === null ? [] : [{ name: at, type: 'TXT', data, instead: records }];
    },
    judged: 'The record, or one that it leads to, cannot be evaluated.',
    refs: ['RFC 7208 §2.6.7', 'RFC 7208 §4.6'],
    example: {
      domain: 'example.org',
      at: 'example.org',
      kind: 'syntax',
      term: 'ipv4:192.0.2.1',
      target: '',
      records: [],
    },
  }),
  'spf.too-many-lookups': define<Count>({
    name: 'SPF record needs too many lookups',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The SPF record of ${a.domain} needs ${counted(a)} DNS lookups; ${a.limit} are allowed`,
    why: (a) =>
      `At ${a.term} in the record of ${a.at} receivers stop with a permanent error. It meets every sender that no term before names. ${NOT_TO_IT}`,
    fix: () =>
      'Remove what nobody sends by any more, or replace an include by the networks behind it (ip4:, ip6:).',
    judged: 'The terms include, a, mx, ptr, exists and redirect of all records together are more than ten.',
    refs: ['RFC 7208 §4.6.4'],
    example: {
      domain: 'example.org',
      count: 12,
      isPartial: false,
      limit: 10,
      term: 'include:spf.provider.example',
      at: 'example.org',
    },
  }),
  'spf.void-lookups': define<Count>({
    name: 'SPF lookups that find nothing',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) =>
      `${counted(a).replace(/^a/, 'A')} lookups of the SPF record of ${a.domain} find nothing; ${a.limit} are allowed`,
    why: (a) =>
      `Receivers that keep this limit stop at ${a.term} in the record of ${a.at}, with a permanent error. ${NOT_TO_IT}`,
    fix: () => 'Remove the names that do not exist any more.',
    judged: 'More than two terms ask for a name that does not exist, or has no record of the type.',
    refs: ['RFC 7208 §4.6.4'],
    example: {
      domain: 'example.org',
      count: 3,
      isPartial: false,
      limit: 2,
      term: 'a:old.example.org',
      at: 'example.org',
    },
  }),
  'spf.allows-everyone': define<{
    domain: string;
    term: string;
    at: string;
    /** The record with the term; empty when it is long. */
    record: string;
  }>({
    name: 'SPF record lets everybody send',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The SPF record of ${a.domain} lets everybody send in its name`,
    why: (a) =>
      `The term ${a.term} in the record of ${a.at} matches every address, with a pass. ${NOT_TO_IT}`,
    fix: (a) => `End the record of ${a.at} with ~all, or with -all once every sender is named.`,
    records: ({ at, term, record }) => {
      const terms = record.split(' ');
      const place = terms.indexOf(term);
      return place === -1 ? [] : [oneTxt(at, terms.with(place, '~all').join(' '), record)];
    },
    judged: 'The term that matches everybody has the qualifier +, or none.',
    refs: ['RFC 7208 §5.1'],
    example: { domain: 'example.org', term: '+all', at: 'example.org', record: 'v=spf1 mx +all' },
  }),
  'spf.neutral': define<{
    domain: string;
    /** Empty: no record that counts has an “all”. */
    term: string;
    at: string;
    /** The record that ends so; empty when it is long. */
    record: string;
  }>({
    name: 'SPF record ends neutral',
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The SPF record of ${a.domain} says nothing about senders that it does not name`,
    why: (a) =>
      `The record of ${a.at} ends ${a.term === '' ? 'without “all”' : `with ${a.term}`}. Whoever is not named gets the result “neutral”, which receivers treat like no record: it protects from nothing. ${NOT_TO_IT}`,
    fix: (a) => `End the record of ${a.at} with ~all, or with -all once every sender is named.`,
    records: ({ at, term, record }) => {
      if (record === '') return [];
      const terms = record.split(' ').filter((one) => one !== term && one !== '');
      return [oneTxt(at, [...terms, '~all'].join(' '), record)];
    },
    judged: 'The evaluation ends with ?all, or comes to no “all” at all.',
    refs: ['RFC 7208 §4.7', 'RFC 7208 §8.2'],
    example: { domain: 'example.org', term: '?all', at: 'example.org', record: 'v=spf1 mx ?all' },
  }),
  'spf.unanswered': define<{ domain: string; at: string }>({
    name: 'SPF record cannot be read to its end',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The SPF record of ${a.domain} cannot be read to its end`,
    why: (a) =>
      `No name server gave a usable answer for ${a.at}. Receivers that ask come to a temporary error, and may defer mail from the domain. Mail to it is not affected.`,
    fix: (a) => `Repair the name servers that answer for ${a.at}.`,
    judged: 'A question that the record makes necessary ended without a usable answer.',
    refs: ['RFC 7208 §2.6.6'],
    example: { domain: 'example.org', at: 'spf.provider.example' },
  }),
};

/** Lookups beyond what is allowed. */
type Count = {
  domain: string;
  count: number;
  /** Whether there may be more. */
  isPartial: boolean;
  limit: number;
  /** Where receivers stop: the term, and whose record it is in. */
  term: string;
  at: string;
};

function counted({ count, isPartial }: Count): string {
  return isPartial ? `at least ${count}` : String(count);
}

interface Fault {
  domain: string;
  at: string;
  term: string;
  target: string;
}

const CAUSE: Readonly<Record<string, (fault: Fault) => string>> = {
  syntax: (a) => `In the record of ${a.at} the term ${a.term} is not of the form.`,
  'several-records': (a) => `${a.at} has several SPF records; exactly one may stand there.`,
  'too-many-exchanges': (a) =>
    `The term ${a.term} in the record of ${a.at} leads to more than ten exchanges.`,
  'no-record': (a) =>
    `The term ${a.term} in the record of ${a.at} leads to ${a.target}, which has no SPF record.`,
  'no-name': (a) =>
    `The term ${a.term} in the record of ${a.at} leads to ${a.target}, which is no domain name.`,
};

const REPAIR: Readonly<Record<string, (fault: Fault) => string>> = {
  syntax: (a) => `Correct ${a.term} in the TXT record of ${a.at}.`,
  'several-records': (a) => `Merge the SPF records of ${a.at} into one, and remove the others.`,
  'too-many-exchanges': (a) => `Name the networks in place of ${a.term}.`,
  'no-record': (a) => `Remove ${a.term}, or have ${a.target} publish its record again.`,
  'no-name': (a) => `Correct ${a.term} in the TXT record of ${a.at}.`,
};
