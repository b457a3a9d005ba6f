import { describe, expect, it } from 'vitest';
import { fakeLookUp, type FakeZone } from '../fake-zone';
import { evaluateDmarc } from './align';
import { discoverDmarc } from './discover';
import { reportPermission } from './external-reports';
import { namesOf } from './tree-walk';

describe('the names of a tree walk: eight at most', () => {
  it.each([
    ['com', ['com']],
    ['example.com', ['example.com', 'com']],
    [
      'a.b.c.d.e.f.g.h.i.example.com',
      [
        'a.b.c.d.e.f.g.h.i.example.com',
        'e.f.g.h.i.example.com',
        'f.g.h.i.example.com',
        'g.h.i.example.com',
        'h.i.example.com',
        'i.example.com',
        'example.com',
        'com',
      ],
    ],
  ])('%s', (domain, names) => {
    expect(namesOf(domain)).toEqual(names);
  });
});

describe('which record counts', () => {
  it.each<[string, string, FakeZone, object]>([
    ['none at all', 'a.example.com', {}, { state: 'none', policy: null, organizational: 'a.example.com' }],
    [
      'no answer where one may stand',
      'a.example.com',
      { '_dmarc.example.com TXT': 'failed' },
      { state: 'temperror', policy: null },
    ],
    [
      'several at the name: all discarded, and the one above counts',
      'a.example.com',
      {
        '_dmarc.a.example.com TXT': ['v=DMARC1; p=reject', 'v=DMARC1; p=none'],
        '_dmarc.example.com TXT': ['v=DMARC1; p=quarantine'],
      },
      { state: 'inherited', from: 'example.com', policy: 'quarantine' },
    ],
    [
      'several and no other',
      'example.com',
      { '_dmarc.example.com TXT': ['v=DMARC1; p=reject', 'v=DMARC1; p=none'] },
      { state: 'invalid', policy: null },
    ],
    [
      'one that asks for nothing',
      'example.com',
      { '_dmarc.example.com TXT': ['v=DMARC1; p=block'] },
      { state: 'invalid', from: 'example.com', policy: null },
    ],
    [
      'its own before that of the organisation',
      'a.example.com',
      {
        '_dmarc.a.example.com TXT': ['v=DMARC1; p=none'],
        '_dmarc.example.com TXT': ['v=DMARC1; p=reject; sp=reject'],
      },
      { state: 'ok', from: 'a.example.com', policy: 'none', tag: 'p', organizational: 'example.com' },
    ],
    [
      'one between is passed over',
      'a.b.example.com',
      { '_dmarc.b.example.com TXT': ['v=DMARC1; p=none'], '_dmarc.example.com TXT': ['v=DMARC1; p=reject'] },
      { from: 'example.com', policy: 'reject' },
    ],
    [
      'sp of one above, where the name exists',
      'a.example.com',
      {
        'a.example.com A': ['192.0.2.1'],
        '_dmarc.example.com TXT': ['v=DMARC1; p=reject; sp=none; np=reject'],
      },
      { policy: 'none', tag: 'sp', exists: true },
    ],
    [
      'np of one above, where it does not',
      'a.example.com',
      { '_dmarc.example.com TXT': ['v=DMARC1; p=none; sp=none; np=reject'] },
      { policy: 'reject', tag: 'np', exists: false },
    ],
    [
      'of a public suffix, the domain below it is the organisation',
      'a.example.bank',
      { '_dmarc.bank TXT': ['v=DMARC1; p=reject; psd=y'] },
      { from: 'bank', policy: 'reject', organizational: 'example.bank' },
    ],
    [
      'psd=n ends the walk',
      'a.example.com',
      {
        '_dmarc.a.example.com TXT': ['v=DMARC1; p=none; psd=n'],
        '_dmarc.example.com TXT': ['v=DMARC1; p=reject'],
      },
      { from: 'a.example.com', organizational: 'a.example.com' },
    ],
    [
      'a policy that is tried out',
      'example.com',
      { '_dmarc.example.com TXT': ['v=DMARC1; p=reject; t=y'] },
      { policy: 'reject', applied: 'quarantine' },
    ],
  ])('%s', async (_, domain, zone, wanted) => {
    expect(await discoverDmarc(domain, fakeLookUp(zone))).toMatchObject(wanted);
  });
});

describe('alignment', () => {
  const zone = (tags: string): FakeZone => ({ '_dmarc.example.com TXT': [`v=DMARC1; p=reject; ${tags}`] });
  it.each([
    ['relaxed', '', 'mail.example.com', 'pass'],
    ['strict', 'adkim=s', 'mail.example.com', 'fail'],
    ['strict and the same', 'adkim=s', 'Example.com', 'pass'],
    ['another organisation', '', 'example.net', 'fail'],
  ])('%s', async (_, tags, domain, result) => {
    const got = await evaluateDmarc('example.com', [{ by: 'dkim', domain }], fakeLookUp(zone(tags)));
    expect(got.result).toBe(result);
  });
});

describe('what was left open', () => {
  const dkim = (domain: string) => ({ by: 'dkim' as const, domain, why: 'temperror' as const });
  const noSender = { by: 'spf' as const, domain: null, why: 'unknown' as const };
  it.each([
    ['of another organisation changes nothing', [], [dkim('example.net')], 'fail'],
    ['of the organisation may prove it', [], [dkim('mail.example.com')], 'temperror'],
    ['an envelope sender that nobody knows', [], [noSender], 'unknown'],
    ['beside what is aligned', ['example.com'], [noSender], 'pass'],
    ['the organisation itself', ['silent.example'], [], 'temperror'],
    ['the organisation of what is open', [], [dkim('silent.example')], 'temperror'],
  ])('%s', async (_, domains, open, result) => {
    const zone: FakeZone = {
      '_dmarc.example.com TXT': ['v=DMARC1; p=reject'],
      '_dmarc.silent.example TXT': 'failed',
    };
    const proven = domains.map((domain) => ({ by: 'spf' as const, domain }));
    expect((await evaluateDmarc('example.com', proven, fakeLookUp(zone), open)).result).toBe(result);
  });
});

it('reports to another organisation need its permission', async () => {
  const zone: FakeZone = {
    'example.com._report._dmarc.yes.example TXT': ['v=DMARC1'],
    'example.com._report._dmarc.broken.example TXT': ['v=DMARC1; oops'],
    'example.com._report._dmarc.silent.example TXT': 'failed',
  };
  const ask = (target: string) => reportPermission('example.com', target, fakeLookUp(zone));
  expect((await ask('yes.example')).state).toBe('permitted');
  expect((await ask('broken.example')).state).toBe('invalid');
  expect((await ask('silent.example')).state).toBe('temperror');
  expect((await ask('no.example')).state).toBe('none');
});
