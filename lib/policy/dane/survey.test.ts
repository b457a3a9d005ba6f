import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Lookup } from '../lookup';
import type { Digest, ShownCertificate } from './match';
import { type DaneExchange, surveyDane } from './survey';

const digest: Digest = (algorithm, octets) => createHash(algorithm).update(octets).digest('hex');
const octets = (text: string) => new TextEncoder().encode(text);

function shown(name: string, about: Partial<ShownCertificate> = {}): ShownCertificate {
  return {
    full: octets(`certificate of ${name}`),
    key: octets(`key of ${name}`),
    isValidAt: () => true,
    isFor: (wanted) => wanted === name,
    isIssuedBy: () => true,
    issuerOrganisation: null,
    ...about,
  };
}

const OWN = shown('mx.example.org');
const AUTHORITY = shown('authority');
const of = (data: string[], about: Partial<Lookup> = {}): Lookup => ({
  kind: data.length > 0 ? 'answer' : 'nodata',
  data,
  isSecure: true,
  evidence: [7],
  ...about,
});
const record = (usage: number, selector: number, matching: number, one: ShownCertificate) => {
  const what = selector === 0 ? one.full : one.key;
  const data =
    matching === 0 ? Buffer.from(what).toString('hex') : digest(matching === 1 ? 'sha256' : 'sha512', what);
  return `${usage} ${selector} ${matching} ${data}`;
};

function survey(tlsa: Lookup | null, about: Partial<DaneExchange> = {}, isMxSecure: boolean | null = true) {
  const exchange: DaneExchange = {
    exchange: 'mx.example.org',
    areAddressesSecure: true,
    tlsa,
    base: 'mx.example.org',
    sessions: [{ n: 1, chain: [OWN, AUTHORITY] }],
    ...about,
  };
  const [host] = surveyDane([exchange], {
    domain: 'example.org',
    mxOwner: 'example.org',
    isMxSecure,
    now: 0,
    digest,
  }).hosts;
  return [host?.state, host?.reason];
}

const GOOD = record(3, 1, 1, OWN);
const OTHER = record(3, 1, 1, shown('other'));
const OTHER_512 = record(3, 1, 2, shown('other'));

describe('TLSA records against what was shown', () => {
  it.each<[string, unknown[], unknown[]]>([
    ['nobody asked', survey(null), ['unknown', 'not-asked']],
    ['no answer about them', survey(of([], { kind: 'failed' })), ['error', 'no-answer']],
    [
      'no answer, addresses unsigned',
      survey(of([], { kind: 'failed' }), { areAddressesSecure: false }),
      ['none', null],
    ],
    ['none', survey(of([])), ['none', null]],
    ['unsigned', survey(of([GOOD], { isSecure: false })), ['ignored', 'unsigned']],
    ['of usage 1', survey(of([record(1, 1, 1, OWN)])), ['unusable', null]],
    ['unreadable', survey(of(['3 1 1 xyz'])), ['unusable', null]],
    ['of another key', survey(of([OTHER])), ['mismatch', null]],
    ['no TLS', survey(of([GOOD]), { sessions: [{ n: 1, chain: [] }] }), ['mismatch', 'no-tls']],
    [
      'of usage 1, no TLS',
      survey(of([record(1, 1, 1, OWN)]), { sessions: [{ n: 1, chain: [] }] }),
      ['mismatch', 'no-tls'],
    ],
    ['no session', survey(of([GOOD]), { sessions: [] }), ['unknown', 'not-compared']],
    ['not known whether signed', survey(of([GOOD], { isSecure: null })), ['unknown', 'not-proven']],
    ['MX not known whether signed', survey(of([GOOD]), {}, null), ['unknown', 'not-proven']],
    ['its key, and another by a stronger digest', survey(of([GOOD, OTHER_512])), ['mismatch', null]],
    [
      'one of two sessions without TLS',
      survey(of([GOOD]), {
        sessions: [
          { n: 1, chain: [OWN] },
          { n: 2, chain: [] },
        ],
      }),
      ['partly', null],
    ],
    ['of another key, MX not signed', survey(of([OTHER]), {}, false), ['mismatch', null]],
    [
      'one of two sessions with another key',
      survey(of([GOOD]), {
        sessions: [
          { n: 1, chain: [OWN] },
          { n: 2, chain: [shown('other')] },
        ],
      }),
      ['partly', null],
    ],
    [
      'an authority that did not sign',
      survey(of([record(2, 0, 1, AUTHORITY)]), {
        sessions: [{ n: 1, chain: [shown('mx.example.org', { isIssuedBy: () => false }), AUTHORITY] }],
      }),
      ['mismatch', null],
    ],
    ...[
      ['the name behind the alias', 'real.example.net', 'ok'] as const,
      ['the name of the alias', 'mx.example.org', 'mismatch'] as const,
    ].map(([which, name, state]): [string, unknown[], unknown[]] => [
      `an authority, at the name behind the alias, for ${which}`,
      survey(of([record(2, 0, 1, AUTHORITY)]), {
        base: 'real.example.net',
        sessions: [{ n: 1, chain: [shown(name), AUTHORITY] }],
      }),
      [state, null],
    ]),
    [
      'an authority, another name',
      survey(of([record(2, 0, 1, AUTHORITY)]), {
        sessions: [{ n: 1, chain: [shown('x.example'), AUTHORITY] }],
      }),
      ['mismatch', null],
    ],
    [
      'an authority, ended',
      survey(of([record(2, 0, 1, AUTHORITY)]), {
        sessions: [{ n: 1, chain: [shown('mx.example.org', { isValidAt: () => false }), AUTHORITY] }],
      }),
      ['mismatch', null],
    ],
    ['its key, MX not signed', survey(of([GOOD]), {}, false), ['ok', null]],
    ['another key by a weaker digest', survey(of([OTHER, record(3, 1, 2, OWN)])), ['ok', null]],
    [
      'another key by a stronger digest of another selector',
      survey(of([OTHER_512, record(3, 0, 1, OWN)])),
      ['ok', null],
    ],
    [
      'the last of as many as are read',
      survey(of([...Array.from({ length: 99 }, () => OTHER), GOOD])),
      ['ok', null],
    ],
    ['one more', survey(of([...Array.from({ length: 100 }, () => OTHER), GOOD])), ['unknown', 'too-many']],
    ['its key', survey(of([GOOD])), ['ok', null]],
    [
      'its key, ended and of another name',
      survey(of([record(3, 1, 1, shown('x'))]), {
        sessions: [{ n: 1, chain: [shown('x', { isValidAt: () => false })] }],
      }),
      ['ok', null],
    ],
    ['the whole certificate', survey(of([record(3, 0, 0, OWN)])), ['ok', null]],
    ['SHA-512', survey(of([record(3, 1, 2, OWN)])), ['ok', null]],
    ['its authority', survey(of([record(2, 1, 1, AUTHORITY)])), ['ok', null]],
    ['one of two', survey(of([OTHER, GOOD])), ['ok', null]],
  ])('%s', (_, got, wanted) => {
    expect(got).toEqual(wanted);
  });
});

it('tells few of many records, those that fit first', () => {
  const many = of([...Array.from({ length: 1_500 }, () => OTHER), GOOD]);
  const one = {
    exchange: 'mx.example.org',
    areAddressesSecure: true,
    tlsa: many,
    base: 'mx.example.org',
    sessions: [{ n: 1, chain: [OWN] }],
  };
  const [host] = surveyDane([one], {
    domain: 'example.org',
    mxOwner: 'example.org',
    isMxSecure: true,
    now: 0,
    digest,
  }).hosts;
  expect(host?.records).toHaveLength(20);
  expect(host?.records[0]).toEqual({ data: GOOD, fault: null, matches: true });
});
