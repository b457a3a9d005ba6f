import { expect, test } from 'vitest';
import { parseDomainName } from '@/lib/dns/name';
import { WEIGHTS } from './blocklist';
import { ENDED_LISTS } from './ended-lists';
import { BLOCKLISTS, TABLE_DATE } from './table';

const SENTENCE = /^[A-Z].*\.$/;

test.each(BLOCKLISTS.map((list) => [list.zone, list] as const))('%s is told in whole', (zone, list) => {
  expect(parseDomainName(zone)).toEqual({ ok: true, value: zone });
  for (const said of [list.about, list.removal.how, ...(list.terms === null ? [] : [list.terms])])
    expect(said).toMatch(SENTENCE);
  expect(new URL(list.removal.url).protocol).toBe('https:');
  const codes = list.codes.kind === 'values' ? Object.keys(list.codes.words) : [];
  for (const code of [...codes, ...(list.refusals ?? [])]) expect(code).toMatch(/^127\.(?:\d+\.){2}\d+$/);
  expect(ENDED_LISTS.some(({ domain }) => zone === domain || zone.endsWith(`.${domain}`))).toBe(false);
});

test('each zone is there once, addresses before names, the weightiest first', () => {
  expect(new Set(BLOCKLISTS.map(({ zone }) => zone)).size).toBe(BLOCKLISTS.length);
  for (const isOfNames of [false, true]) {
    const weights = BLOCKLISTS.filter(({ holds }) => holds.includes('name') === isOfNames).map(({ weight }) =>
      WEIGHTS.indexOf(weight),
    );
    expect(weights).toEqual([...weights].sort());
  }
  expect(TABLE_DATE).toMatch(/^\d{4}-\d\d-\d\d$/);
});
