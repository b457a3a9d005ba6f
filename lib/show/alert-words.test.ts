import { expect, test } from 'vitest';
import type { Change } from '@/lib/watch/change';
import type { Listed, Listing } from '@/lib/watch/listing';
import type { PolicyDemand } from '@/lib/watch/watched-policies';
import { alertWords } from './alert-words';
import { showEvery } from './every';

const SINCE = new Date('2026-11-29T10:00:00Z');
type Outcome = Extract<Change, { what: 'verdict' }>['after'];
const verdict = (before: Outcome, after: Outcome): Extract<Change, { what: 'verdict' }> => ({
  what: 'verdict',
  before,
  after,
  headline: 'The headline.',
  lookFirst: { side: 'recipient', because: 'The headline.' },
});
const OUTAGE = verdict('accepted', 'temporary');
const flaw = (title: string) => ({ code: title, title });
const flaws = (place: string, appeared: string[], gone: string[] = []): Change => ({
  what: 'flaws',
  place,
  appeared: appeared.map(flaw),
  gone: gone.map(flaw),
});
const PBL = { code: '127.0.0.10', means: ['PBL: its provider says that it sends no mail directly'] };
const XBL = { code: '127.0.0.4', means: ['XBL: infected or abused machine'] };
const FREE: Listing = { state: 'not-listed' };
const on = (weight: Listed['weight'], ...codes: Listed['codes']): Listing => ({
  state: 'listed',
  about: '192.0.2.1',
  codes,
  weight,
});
const listing = (before: Listing, after: Listing, zone = 'zen.spamhaus.org'): Change => ({
  what: 'listing',
  zone,
  before,
  after,
  removal: { how: 'End the cause, then ask for removal there.', url: 'https://check.spamhaus.org/' },
});
const policy = (
  kind: Extract<Change, { what: 'policy' }>['kind'],
  before: [PolicyDemand, string],
  after: [PolicyDemand, string],
): Change => ({
  what: 'policy',
  kind,
  before: { demand: before[0], text: before[1] },
  after: { demand: after[0], text: after[1] },
});
const MANY = Array.from({ length: 40 }, (_, n) => `mx${n}.b.example`);

test.each<[string, Change[], string, string[], boolean]>([
  [
    'a verdict',
    [verdict('accepted', 'temporary')],
    'a@b.example: deferred (was: accepted)',
    ['The headline.', 'Before: accepted, known since 2026-11-29 10:00 UTC.'],
    false,
  ],
  [
    'a verdict that rests on our own way out',
    [{ ...OUTAGE, lookFirst: { side: 'sender', because: 'Nobody has answered on port 25 lately.' } }],
    'a@b.example: deferred (was: accepted)',
    [
      'The headline.',
      'Look at the sender’s side first. Nobody has answered on port 25 lately.',
      'Before: accepted, known since 2026-11-29 10:00 UTC.',
    ],
    false,
  ],
  [
    'a rejection for another reason',
    [verdict('permanent', 'permanent')],
    'a@b.example: rejected permanently for another reason',
    ['The headline.', 'Before: rejected permanently, known since 2026-11-29 10:00 UTC.'],
    false,
  ],
  [
    'all is well',
    [verdict('no-mail', 'accepted'), flaws('mx1.b.example', [], ['Expired.'])],
    'a@b.example: accepted (was: takes no mail); certificate problem solved',
    ['The headline.', 'Before: takes no mail, known since 2026-11-29 10:00 UTC.', 'No longer seen: Expired.'],
    true,
  ],
  [
    'a policy that asks for less',
    [policy('dmarc', ['reject', 'v=DMARC1; p=reject'], ['none', 'v=DMARC1; p=none'])],
    'a@b.example: DMARC p=none (was: p=reject)',
    [
      'DMARC: p=none. Before: p=reject.',
      'DMARC record: v=DMARC1; p=none',
      'DMARC record, before: v=DMARC1; p=reject',
    ],
    false,
  ],
  [
    'a policy that is gone, and one that is enforced no longer',
    [
      policy('spf', ['-all', 'v=spf1 -all'], ['absent', '']),
      policy('mtaSts', ['enforce', 'mx1.b.example'], ['testing', '']),
    ],
    'a@b.example: SPF not published (was: -all); MTA-STS mode testing (was: mode enforce)',
    [
      'SPF: not published. Before: -all.',
      'SPF record, before: v=spf1 -all',
      'MTA-STS: mode testing. Before: mode enforce.',
      'Mail servers that MTA-STS names, before: mx1.b.example',
    ],
    false,
  ],
  [
    'policies that ask for the same in other words',
    [
      policy('spf', ['-all', 'v=spf1 mx -all'], ['-all', 'v=spf1 -all']),
      policy('mtaSts', ['enforce', 'mx1.b.example'], ['enforce', 'mx2.b.example']),
    ],
    'a@b.example: another SPF record; MTA-STS names other mail servers',
    [
      'SPF record: v=spf1 -all',
      'SPF record, before: v=spf1 mx -all',
      'Mail servers that MTA-STS names: mx2.b.example',
      'Mail servers that MTA-STS names, before: mx1.b.example',
    ],
    false,
  ],
  [
    'policies that ask for more',
    [policy('dane', ['ignored', ''], ['published', '']), policy('spf', ['+all', ''], ['~all', ''])],
    'a@b.example: DANE published (was: ignored, for the zone is not signed); SPF ~all (was: +all)',
    ['DANE: published. Before: ignored, for the zone is not signed.', 'SPF: ~all. Before: +all.'],
    true,
  ],
  [
    'a certificate of another authority',
    [{ what: 'certificate', exchange: 'mx1.b.example', before: ['A', 'B'], after: ['C'] }],
    'a@b.example: certificate of another authority at mx1.b.example',
    ['mx1.b.example: certificate issued by C. Before: by A, B.'],
    false,
  ],
  [
    'policies and DNS',
    [flaws('policies', ['It does not name mx2.'], []), flaws('DNS', ['Lame.', 'Silent.'], [])],
    'a@b.example: policy problem; 2 DNS problems',
    ['New: It does not name mx2.', 'New: Lame.', 'New: Silent.'],
    false,
  ],
  [
    'mail servers',
    [{ what: 'servers', before: MANY, after: [] }],
    'a@b.example: other mail servers',
    ['Mail servers: none.', `Before: ${MANY.slice(0, 8).join(', ')} and 32 more.`],
    false,
  ],
  [
    'TLS gets worse',
    [{ what: 'tls', exchange: 'mx1.b.example', before: 'trusted', after: 'none' }],
    'a@b.example: no TLS at mx1.b.example',
    ['mx1.b.example: no TLS. Before: TLS with a trusted certificate.'],
    false,
  ],
  [
    'TLS gets better',
    [{ what: 'tls', exchange: 'mx1.b.example', before: 'failed', after: 'trusted' }],
    'a@b.example: TLS with a trusted certificate at mx1.b.example',
    ['mx1.b.example: TLS with a trusted certificate. Before: TLS fails.'],
    true,
  ],
  [
    'some flaws come, others go',
    [flaws('DNS', ['One.', 'Two.'], ['Three.'])],
    'a@b.example: 2 DNS problems',
    ['New: One.', 'New: Two.', 'No longer seen: Three.'],
    false,
  ],
  [
    'a listing',
    [listing(FREE, on('many', XBL, PBL))],
    'a@b.example: listed on zen.spamhaus.org',
    [
      '192.0.2.1 is on zen.spamhaus.org, listed as XBL: infected or abused machine; PBL: its provider says that it sends no mail directly. Many receivers reject mail by it.',
      'End the cause, then ask for removal there. https://check.spamhaus.org/',
    ],
    false,
  ],
  [
    'a listing by a code that the table does not know',
    [listing(FREE, on('few', { code: '127.0.0.77', means: [] }), 'bl.test')],
    'a@b.example: listed on bl.test',
    [
      '192.0.2.1 is on bl.test, listed (127.0.0.77). Hardly any receiver rejects mail by it.',
      'End the cause, then ask for removal there. https://check.spamhaus.org/',
    ],
    false,
  ],
  [
    'a listing for another reason',
    [listing(on('some', PBL), on('some', XBL))],
    'a@b.example: on zen.spamhaus.org for another reason',
    [
      '192.0.2.1 is on zen.spamhaus.org, listed as XBL: infected or abused machine. Some receivers reject mail by it, and filters count it.',
      'Before: listed as PBL: its provider says that it sends no mail directly.',
      'End the cause, then ask for removal there. https://check.spamhaus.org/',
    ],
    false,
  ],
  [
    'the end of a listing',
    [listing(on('many', XBL), FREE)],
    'a@b.example: no longer on zen.spamhaus.org',
    ['192.0.2.1 is no longer on zen.spamhaus.org.', 'Before: listed as XBL: infected or abused machine.'],
    true,
  ],
  [
    'the end of one listing beside the beginning of another is no recovery; a title counts what is too long for it',
    ['a.test', 'b.test', 'c.test', 'd.test', 'e.test', 'f.test'].map((zone, n) =>
      n === 5 ? listing(FREE, on('few', XBL), zone) : listing(on('many', XBL), FREE, zone),
    ),
    'a@b.example: no longer on a.test; no longer on b.test; no longer on c.test; no longer on d.test; 2 more',
    expect.arrayContaining(['192.0.2.1 is no longer on a.test.']) as string[],
    false,
  ],
  ['what cannot be read', [], 'a@b.example: ', [], false],
])('%s', (_, changes, title, lines, isRecovery) => {
  expect(alertWords({ target: 'a@b.example', changes, since: SINCE })).toEqual({ title, lines, isRecovery });
});

test('without the time since when nothing is said of it', () => {
  const { lines } = alertWords({
    target: 'b.example',
    changes: [verdict('accepted', 'depends')],
    since: null,
  });
  expect(lines).toEqual(['The headline.', 'Before: accepted.']);
});

test.each([
  [1, 'every minute'],
  [30, 'every 30 minutes'],
  [60, 'every hour'],
  [90, 'every 90 minutes'],
  [1440, 'every day'],
  [4320, 'every 3 days'],
])('%i minutes: %s', (minutes, words) => {
  expect(showEvery(minutes)).toBe(words);
});
