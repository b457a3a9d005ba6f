import { describe, expect, test } from 'vitest';
import type { Change } from './change';
import { follow, type Knowledge } from './follow';
import type { Watched } from './watched';

type Outcome = NonNullable<Watched['verdict']>['outcome'];

/** What a try sees: an outcome with a reason, servers, flaws by their codes; null where it sees nothing. */
function seen(
  outcome: Outcome | null,
  about: {
    category?: string;
    servers?: string[] | null;
    tls?: string[] | null;
    dns?: string[];
    rules?: number;
  } = {},
): Watched {
  const flaws = (codes: string[]) => codes.map((code) => ({ code, title: `about ${code}` }));
  const { category = null, servers = ['mx1.example.org'], tls = [], dns = [], rules = 21 } = about;
  return {
    rules,
    verdict: outcome === null ? null : { outcome, category, headline: `It is ${outcome}.` },
    'mail-servers': servers,
    tls: tls === null ? null : flaws(tls),
    dns: flaws(dns),
  };
}

/** A change in one line. */
function line(change: Change): string {
  switch (change.facet) {
    case 'verdict':
      return `${change.before} → ${change.after}`;
    case 'mail-servers':
      return `${change.before.join()} → ${change.after.join()}`;
    default:
      return [
        ...change.appeared.map(({ code }) => `+${code}`),
        ...change.gone.map(({ code }) => `-${code}`),
      ].join(' ');
  }
}

/** What each of these tries tells, one after another; `again` where a try is made soon. */
function story(...tries: readonly Watched[]): string[] {
  let knowledge: Knowledge = { known: null, doubted: null };
  return tries.map((one) => {
    const { told, again, ...next } = follow(knowledge, one);
    knowledge = next;
    return [...told.map(line), ...(again ? ['again'] : [])].join(', ');
  });
}

const ACCEPTED = seen('accepted');
const DEFERRED = seen('temporary', { category: 'system-error' });
const EXPIRED = seen('accepted', { tls: ['tls.expired'] });
const NOTHING: Watched = { rules: 21, verdict: null, 'mail-servers': null, tls: null, dns: null };

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
        ...['a.example', 'b.example', 'c.example'].map((server) => seen('accepted', { servers: [server] })),
      ],
      ['', 'again', '', ''],
    ],
    [
      'of flaws that other rules find',
      [
        ACCEPTED,
        seen('accepted', { dns: ['ns.lame'], rules: 22 }),
        seen('accepted', { dns: ['ns.lame'], rules: 22 }),
      ],
      ['', '', ''],
    ],
    [
      'of another reason to wait',
      [
        DEFERRED,
        seen('temporary', { category: 'network-error' }),
        seen('temporary', { category: 'network-error' }),
      ],
      ['', '', ''],
    ],
    [
      'of certificates where none was shown',
      [EXPIRED, seen('temporary', { tls: null }), seen('accepted', { tls: ['tls.expired'] })],
      ['', 'again', ''],
    ],
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
      'that all is well again, at once',
      [ACCEPTED, DEFERRED, DEFERRED, ACCEPTED, ACCEPTED],
      ['', 'again', 'accepted → temporary', 'temporary → accepted', ''],
    ],
    [
      'that mail does not arrive, also where it fails otherwise each time',
      [ACCEPTED, DEFERRED, seen('permanent'), seen('permanent')],
      ['', 'again', 'accepted → permanent', ''],
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
      'a flaw, and that it is gone',
      [ACCEPTED, EXPIRED, EXPIRED, ACCEPTED],
      ['', 'again', '+tls.expired', '-tls.expired'],
    ],
    [
      'other mail servers',
      [ACCEPTED, ...Array<Watched>(2).fill(seen('accepted', { servers: ['mx.elsewhere.example'] }))],
      ['', 'again', 'mx1.example.org → mx.elsewhere.example'],
    ],
    [
      'what is seen in two tries with one between that saw nothing',
      [ACCEPTED, DEFERRED, NOTHING, DEFERRED, DEFERRED],
      ['', 'again', '', 'again', 'accepted → temporary'],
    ],
    [
      'the change that stays, of two that began at once',
      [ACCEPTED, seen('temporary', { tls: ['tls.expired'] }), EXPIRED],
      ['', 'again', '+tls.expired'],
    ],
    [
      'what became of mail, when what is known is of the first try that could tell',
      [NOTHING, ACCEPTED, DEFERRED, DEFERRED],
      ['', '', 'again', 'accepted → temporary'],
    ],
    [
      'another verdict, also by other rules',
      [ACCEPTED, seen('permanent', { rules: 22 }), seen('permanent', { rules: 22 })],
      ['', 'again', 'accepted → permanent'],
    ],
  ])('%s', (_, tries, expected) => {
    expect(story(...tries)).toEqual(expected);
  });
});
