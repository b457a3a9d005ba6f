import type { FixRecord } from '@/lib/report/finding';
import { define, hostsDo, list } from '../define';
import { onlyTxt } from '../fix-record';
import { shortened } from '../shortened';

const NOT_TO_IT = 'It concerns mail from the domain; mail to it is not affected.';

/** Whose record it is, and the record as it should be; empty when that is not known. */
type Repair = { domain: string; at: string; record: string };

/** Of an example. */
const REPAIR: Repair = { domain: 'example.org', at: 'example.org', record: 'v=DMARC1; p=reject' };

/** What the domain asks receivers to do with mail in its name that is not proven. */
export const catalogue = {
  'dmarc.none': define<{ domain: string; asked: string[] }>({
    name: 'No DMARC record',
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `No DMARC record counts for ${a.domain}`,
    why: (a) =>
      `Asked were ${list(a.asked)}. Large providers demand a record of whoever sends them many messages. ${NOT_TO_IT}`,
    fix: () => 'Begin by collecting reports, in a mailbox that exists.',
    records: (a) => [collecting(a.domain)],
    judged: 'No name of the tree walk has exactly one DMARC record.',
    refs: ['RFC 9989 §4.10'],
    example: { domain: 'example.org', asked: ['_dmarc.example.org', '_dmarc.org'] },
  }),
  'dmarc.look-alike': define<{
    domain: string;
    at: string;
    text: string;
    /** The record that is meant; empty where that cannot be told. */
    record: string;
    /** Whose record counts in its place; empty where none does. */
    from: string;
  }>({
    name: 'Text that looks like a DMARC record',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The text at _dmarc.${a.at} looks like DMARC, and is no record`,
    why: (a) =>
      `“${shortened(a.text)}” does not begin with exactly v=DMARC1 and a semicolon: receivers pass over it${a.from === '' ? ', and find no record' : `, and go by the record of ${a.from}`}. ${NOT_TO_IT}`,
    fix: (a) =>
      a.record === ''
        ? 'Put in its place a record that begins with v=DMARC1; and has a policy.'
        : 'Put this record in its place, if that is what is wanted.',
    records: (a) => (a.record === '' ? [] : [onlyTxt(`_dmarc.${a.at}`, a.record)]),
    judged: 'No text at the name is a DMARC record, and one has the version in nearly its form.',
    refs: ['RFC 9989 §4.8', 'RFC 9989 §4.10'],
    example: {
      domain: 'example.org',
      at: 'example.org',
      text: 'v=DMARC1 p=reject',
      record: 'v=DMARC1; p=reject',
      from: '',
    },
  }),
  'dmarc.invalid': define<{
    domain: string;
    at: string;
    kind: 'several' | 'nothing';
    /** The strictest that stands there; empty when none has a policy. */
    kept: string;
  }>({
    name: 'DMARC record does not count',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The DMARC record of ${a.at} does not count`,
    why: (a) =>
      `${a.kind === 'several' ? 'There are several; receivers discard all of them.' : 'It has no valid policy and no address for reports, so it asks for nothing.'} ${NOT_TO_IT}`,
    fix: (a) =>
      a.kept === ''
        ? 'Leave exactly one record, with a policy and a mailbox that exists.'
        : 'Leave exactly one record, as the strictest of them.',
    records: (a) => [a.kept === '' ? collecting(a.at) : onlyTxt(`_dmarc.${a.at}`, a.kept)],
    judged: 'Several records stand at the name, or one without a valid p and without a valid rua.',
    refs: ['RFC 9989 §4.10', 'RFC 9989 §4.10.1'],
    example: { domain: 'example.org', at: 'example.org', kind: 'several', kept: 'v=DMARC1; p=reject' },
  }),
  'dmarc.unanswered': define<{ domain: string; asked: string[] }>({
    name: 'DMARC record cannot be looked up',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `Whether a DMARC record counts for ${a.domain} cannot be found out`,
    why: (a) =>
      `No name server gave a usable answer for ${list(a.asked)}. Receivers may defer mail from the domain. Mail to it is not affected.`,
    fix: () => 'Repair the name servers that answer for these names.',
    judged: 'A question of the tree walk ended without a usable answer, and no other had a record.',
    refs: ['RFC 9989 §4.10.1'],
    example: { domain: 'example.org', asked: ['_dmarc.example.org'] },
  }),
  'dmarc.faults': define<
    Repair & {
      parts: string[];
      /** Whether a policy is among them. */
      isPolicyLost: boolean;
    }
  >({
    name: 'DMARC record with faulty parts',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The DMARC record of ${a.at} has parts that are not of the form`,
    why: (a) =>
      `Receivers take the default in place of ${list(a.parts)}.${a.isPolicyLost ? ' Since a policy is among them, they apply none of the others, and p=none counts.' : ''} ${NOT_TO_IT}`,
    fix: (a) => `Correct these parts of the TXT record at _dmarc.${a.at}, or leave them out.`,
    records: repaired,
    judged: 'A tag that is known has a value that it cannot have, stands twice, or an entry is no tag.',
    refs: ['RFC 9989 §4.7', 'RFC 9989 §4.8', 'RFC 9989 §4.10.1'],
    example: { ...REPAIR, parts: ['adkim=relaxed'], isPolicyLost: false },
  }),
  'dmarc.former-tags': define<Repair & { parts: string[] }>({
    name: 'DMARC record with former tags',
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The DMARC record of ${a.at} has tags that mean nothing any more`,
    why: (a) =>
      `${list(a.parts)} stood in RFC 7489. RFC 9989 has ended them; some receivers still go by them. ${NOT_TO_IT}`,
    fix: (a) => `Remove them from the TXT record at _dmarc.${a.at}; t=y says that a policy is tried out.`,
    records: repaired,
    judged: 'The record has pct, rf or ri.',
    refs: ['RFC 9989 §4.7'],
    example: { ...REPAIR, parts: ['pct=50'] },
  }),
  'dmarc.subdomains': define<Repair & { p: string; parts: string[] }>({
    name: 'Milder DMARC policy of subdomains',
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The DMARC policy of ${a.at} is weaker for its subdomains`,
    why: (a) =>
      `p=${a.p} is for ${a.at} itself. Below it ${list(a.parts.map((part) => `${BELOW[part.slice(0, 2)] ?? ''} ${part}`))}, so mail that is forged in their name is treated more mildly. ${NOT_TO_IT}`,
    fix: () =>
      'Remove what is weaker once all mail of the subdomains is proven; p then counts for them, too.',
    records: repaired,
    judged: 'The record has a milder policy in sp or np than in p.',
    refs: ['RFC 9989 §4.7'],
    example: { ...REPAIR, p: 'reject', parts: ['sp=none'] },
  }),
  'dmarc.reports-not-taken': define<{
    domain: string;
    at: string;
    targets: string[];
    names: string[];
    /** Domains that take them. */
    takers: string[];
  }>({
    name: 'DMARC reports are not taken',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `Reports about ${a.at} are not sent to ${list(a.targets)}`,
    why: (a) =>
      `Reports go to another domain only where that domain says that it takes them, and ${a.targets.length === 1 ? 'it does' : 'these do'} not. ${a.takers.length === 0 ? 'It is not known that anybody gets them, so the owner may not learn what receivers see.' : `${hostsDo(a.takers, 'takes', 'take')} them.`}`,
    fix: () => 'Whoever runs the other domain publishes that it takes them.',
    records: (a) => a.names.map((name) => onlyTxt(name, 'v=DMARC1')),
    judged: 'An address in rua or ruf is of another organisation, whose permission is not in DNS.',
    refs: ['RFC 9990 §4'],
    example: {
      domain: 'example.org',
      at: 'example.org',
      targets: ['reports.example.net'],
      names: ['example.org._report._dmarc.reports.example.net'],
      takers: [],
    },
  }),
};

function repaired({ at, record }: Repair): FixRecord[] {
  return record === '' ? [] : [onlyTxt(`_dmarc.${at}`, record)];
}

/** What is said of each kind of name below. */
const BELOW: Readonly<Record<string, string>> = {
  sp: 'subdomains have',
  np: 'names that do not exist have',
};

/** A record that changes nothing and shows the owner who sends. */
function collecting(domain: string) {
  return onlyTxt(`_dmarc.${domain}`, `v=DMARC1; p=none; rua=mailto:dmarc@${domain}`);
}
