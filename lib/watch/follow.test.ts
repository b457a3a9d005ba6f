import { describe, expect, test } from 'vitest';
import { MX, seen, story } from '@/e2e/fixtures/watched-tries';
import { follow, isMailInDoubt, NOTHING_KNOWN, withoutDoubtsOfMail } from './follow';
import { knownIn } from './known';
import { DNS, nothingSeen, POLICIES, type TlsState, type Watched } from './watched';
import type { PolicyDemand } from './watched-policies';

/** A try that sees this policy of DMARC. */
const dmarc = (demand: PolicyDemand, text = '') =>
  seen('accepted', { policies: { dmarc: { demand, text } } });

/** A try that sees certificates by these. */
const by = (...issuers: string[]) => seen('accepted', { issuers });

const ACCEPTED = seen('accepted');
const DEFERRED = seen('temporary', { category: 'system-error' });
const NOTHING = nothingSeen('21');
const UNTRUSTED = seen('accepted', { tls: { [MX]: 'untrusted' } });
const flawed = (place: string, ...codes: string[]) =>
  seen('accepted', { flaws: { [DNS]: [], [MX]: [], [place]: codes } });
const policies = (...codes: string[]) => seen('accepted', { flaws: { [POLICIES]: codes } });
const policiesInPart = (...codes: string[]) =>
  seen('accepted', { flaws: { [POLICIES]: codes }, inPart: [POLICIES] });
const MILD = seen('accepted', { flaws: { [POLICIES]: ['mtasts.uncovered'] }, mild: ['mtasts.uncovered'] });
const EXPIRING = flawed(MX, 'tls.expires-soon');

describe('nothing is told', () => {
  test.each<[string, Watched[], string[]]>([
    ['of the first try, whatever it sees', [DEFERRED], ['']],
    ['while everything stays', [ACCEPTED, ACCEPTED, ACCEPTED], ['', '', '']],
    ['of what only one try has seen', [ACCEPTED, DEFERRED, ACCEPTED, ACCEPTED], ['', 'again', '', '']],
    ['of a try that saw nothing, nor of the one after it', [ACCEPTED, NOTHING, ACCEPTED], ['', '', '']],
    [
      'while each try sees other servers',
      [
        ACCEPTED,
        ...['a.example', 'b.example', 'c.example'].map((one) =>
          seen('accepted', { servers: [one], tls: {}, flaws: {} }),
        ),
      ],
      ['', 'again', '', ''],
    ],
    [
      'of flaws that other rules find, also where the first try by them saw no flaws',
      [
        ACCEPTED,
        seen('accepted', { rules: '22', flaws: {} }),
        seen('accepted', { rules: '22', flaws: { [DNS]: ['ns.lame'], [MX]: ['tls.weak-key'] } }),
        seen('accepted', { rules: '22', flaws: { [DNS]: ['ns.lame'], [MX]: ['tls.weak-key'] } }),
      ],
      ['', '', '', ''],
    ],
    [
      'of another reason to wait',
      [DEFERRED, ...Array<Watched>(2).fill(seen('temporary', { category: 'network-error' }))],
      ['', '', ''],
    ],
    [
      'of a certificate where none was shown: it is neither mended nor worse',
      [EXPIRING, ...Array<Watched>(2).fill(seen('accepted', { tls: {}, flaws: { [DNS]: [] } })), EXPIRING],
      ['', '', '', ''],
    ],
    [
      'of DNS where it was not looked at whole',
      [flawed(DNS, 'ns.lame'), seen('accepted', { flaws: {} })],
      ['', ''],
    ],
    [
      'of a policy that one try alone did not see, or saw otherwise',
      [dmarc('reject'), ACCEPTED, dmarc('none'), dmarc('reject'), dmarc('none')],
      ['', '', 'again', '', 'again'],
    ],
    [
      'of certificates of a cluster that were seen before, in whatever turn',
      [by('A', 'B'), by('A'), by('B'), ACCEPTED, by('B', 'A')],
      ['', '', '', '', ''],
    ],
    [
      'of strangers among issuers, each seen by one try',
      [by('A'), by('A', 'B'), by('C'), by('A'), by('B')],
      ['', 'again', '', '', 'again'],
    ],
    [
      'of a policy that is no flaw any more, where not every exchange was seen',
      [
        policies('mtasts.uncovered'),
        ...Array<Watched>(2).fill(policiesInPart()),
        policies('mtasts.uncovered'),
      ],
      ['', '', '', ''],
    ],
    [
      'of a flaw that is milder than it was',
      [policies('mtasts.uncovered'), ...Array<Watched>(2).fill(MILD)],
      ['', '', ''],
    ],
    ['of a flaw that is gone in one try alone', [EXPIRING, ACCEPTED, EXPIRING], ['', 'again', '']],
  ])('%s', (_, tries, expected) => {
    expect(story(...tries)).toEqual(expected);
  });
});

describe('told once', () => {
  test.each<[string, Watched[], string[]]>([
    [
      'what a second try confirms',
      [ACCEPTED, DEFERRED, DEFERRED, DEFERRED],
      ['', 'again', 'accepted → temporary', ''],
    ],
    [
      'a new flaw of a policy, also where not every exchange was seen',
      [policiesInPart(), ...Array<Watched>(2).fill(policiesInPart('dane.mismatch'))],
      ['', 'again', 'policies +dane.mismatch'],
    ],
    [
      'a mild flaw that is none any more',
      [MILD, ...Array<Watched>(3).fill(policies('mtasts.uncovered'))],
      ['', 'again', 'policies +mtasts.uncovered', ''],
    ],
    [
      'that mail is accepted, at once',
      [ACCEPTED, DEFERRED, DEFERRED, ACCEPTED, ACCEPTED],
      ['', 'again', 'accepted → temporary', 'temporary → accepted', ''],
    ],
    [
      'that mail does not arrive, also where it fails otherwise each time',
      [ACCEPTED, DEFERRED, seen('permanent'), seen('permanent')],
      ['', 'again', 'accepted → permanent', ''],
    ],
    [
      'what two tries saw, with one between that saw nothing',
      [ACCEPTED, DEFERRED, NOTHING, DEFERRED],
      ['', 'again', '', 'accepted → temporary'],
    ],
    [
      'a rejection for another reason',
      [
        seen('permanent', { category: 'mailbox-unknown' }),
        ...Array<Watched>(2).fill(seen('permanent', { category: 'blocked' })),
      ],
      ['', 'again', 'permanent → permanent'],
    ],
    [
      'a flaw, and that it is gone, each by two tries',
      [ACCEPTED, EXPIRING, EXPIRING, ACCEPTED, ACCEPTED],
      ['', 'again', `${MX} +tls.expires-soon`, 'again', `${MX} -tls.expires-soon`],
    ],
    [
      'a flaw that stays, beside one that comes and goes',
      [ACCEPTED, flawed(DNS, 'dnssec.bogus', 'dns.server-silent'), flawed(DNS, 'dnssec.bogus'), ACCEPTED],
      ['', 'again', 'DNS +dnssec.bogus', 'again'],
    ],
    [
      'an outage while something else is in doubt, as soon as without',
      [ACCEPTED, flawed(DNS, 'dns.server-silent'), DEFERRED, DEFERRED],
      ['', 'again', 'again', 'accepted → temporary'],
    ],
    [
      'a certificate that is no longer trusted',
      [ACCEPTED, UNTRUSTED, UNTRUSTED],
      ['', 'again', `${MX} trusted → untrusted`],
    ],
    [
      'that TLS is no longer offered',
      [
        ACCEPTED,
        ...Array<Watched>(2).fill(seen('accepted', { tls: { [MX]: 'none' }, flaws: { [DNS]: [] } })),
      ],
      ['', 'again', `${MX} trusted → none`],
    ],
    [
      'one exchange, whatever another one cannot show',
      [
        seen('accepted', {
          tls: { [MX]: 'trusted', 'mx2.example.org': 'trusted' },
          servers: [MX, 'mx2.example.org'],
        }),
        ...Array<Watched>(2).fill(
          seen('accepted', { tls: { [MX]: 'failed' }, servers: [MX, 'mx2.example.org'] }),
        ),
      ],
      ['', 'again', `${MX} trusted → failed`],
    ],
    [
      'a policy that asks for less, and that it asks for as much again',
      [dmarc('reject'), dmarc('none'), dmarc('none'), dmarc('reject'), dmarc('reject')],
      ['', 'again', 'dmarc reject → none', 'again', 'dmarc none → reject'],
    ],
    [
      'a record that says the same otherwise',
      [dmarc('reject', '1'), dmarc('reject', '2'), dmarc('reject', '2')],
      ['', 'again', 'dmarc reject1 → reject2'],
    ],
    [
      'another issuer, with one between that has shown no certificate; the one before is still known',
      [by('A'), by('B'), ACCEPTED, by('B'), by('A')],
      ['', 'again', '', `${MX} A → B`, ''],
    ],
    [
      'an issuer that came back after it was long gone',
      [by('A', 'B'), ...Array<Watched>(21).fill(by('B')), by('A'), by('A')],
      ['', ...Array<string>(21).fill(''), 'again', `${MX} B → A`],
    ],
    [
      'other mail servers; the flaws of those before are forgotten',
      [
        EXPIRING,
        ...Array<Watched>(3).fill(
          seen('accepted', { servers: ['mx.b.example'], tls: {}, flaws: { [DNS]: [] } }),
        ),
      ],
      ['', 'again', `${MX} → mx.b.example`, ''],
    ],
    [
      'what became of mail, when the first try could not tell',
      [NOTHING, ACCEPTED, DEFERRED, DEFERRED],
      ['', '', 'again', 'accepted → temporary'],
    ],
    [
      'another verdict, also by other rules',
      [ACCEPTED, ...Array<Watched>(2).fill(seen('permanent', { rules: '22' }))],
      ['', 'again', 'accepted → permanent'],
    ],
  ])('%s', (_, tries, expected) => {
    expect(story(...tries)).toEqual(expected);
  });
});

test('doubts can be taken back', () => {
  const { knowledge: known } = follow(NOTHING_KNOWN, ACCEPTED);
  const { knowledge } = follow(
    known,
    seen('temporary', { tls: { [MX]: 'failed' }, flaws: { [DNS]: ['ns.lame'] } }),
  );
  expect([
    isMailInDoubt(known),
    isMailInDoubt(knowledge),
    isMailInDoubt(withoutDoubtsOfMail(knowledge)),
  ]).toEqual([false, true, false]);
  expect(follow(withoutDoubtsOfMail(knowledge), DEFERRED)).toMatchObject({ told: [], again: true });
});

test('what was known before policies and issuers were watched stays known', () => {
  const { issuers: _issuers, policies: _policies, ...kept } = follow(NOTHING_KNOWN, ACCEPTED).knowledge;
  expect(knownIn('mail', kept).knowledge).toEqual({ ...kept, issuers: {}, policies: {} });
});

test('an exchange may have any name', () => {
  const names = ['__proto__', 'constructor', 'toString'];
  const odd = (state: TlsState) =>
    seen('accepted', {
      servers: names,
      tls: Object.fromEntries(names.map((name) => [name, state])),
      flaws: {},
    });
  const [first, second, third] = story(odd('trusted'), odd('failed'), odd('failed'));
  expect([first, second]).toEqual(['', 'again']);
  expect(third).toContain('constructor trusted → failed');
});
