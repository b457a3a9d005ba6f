import { expect, test } from 'vitest';
import { catalogue } from '@/lib/findings/catalogue';
import { SCENARIOS } from '../scenarios/all';
import { scoreCase, scoreZonemaster } from './score-zonemaster';
import { meantBy, TAGS } from './zonemaster-codes';

const played = new Set<string>(SCENARIOS.flatMap(({ must }) => must.map(({ code }) => code)));

test.each(TAGS)('%s: is said once, and by findings that a scenario asserts', (tag) => {
  expect(TAGS.filter((other) => other === tag)).toHaveLength(1);
  const meant = meantBy(tag);
  if (typeof meant === 'string') expect(meant).not.toBe('');
  else
    for (const code of meant ?? ['none']) {
      expect(Object.keys(catalogue)).toContain(code);
      expect(played).toContain(code);
    }
});

test.each([
  [{ mandatory: ['NOBODY_KNOWS_THIS'] }, { right: false, missing: ['NOBODY_KNOWS_THIS'] }],
  [{ required: ['MX_RECORD_IS_CNAME'] }, { right: true, isVacuous: false }],
  [{ mandatory: 'ZONE:Z09_NULL_MX_WITH_OTHER_MX, Z09_MX_DATA' }, { right: true, isVacuous: false }],
  [{ mandatory: 'NS_IS_CNAME', forbidden: 'EXTRA_NAME_CHILD' }, { right: true }],
  [{ must: ['DS15_NO_CDS_CDNSKEY'] }, { right: true, isVacuous: true }],
  [{ must: 'CHILD_NS_SAME_IP', mustNot: ['NOT_ENOUGH_NS_CHILD'] }, { right: true }],
])('the case %j comes out as %j', (row, scored) => {
  expect(scoreCase(row)).toMatchObject(scored);
});

test('ends with one line of JSON, which names the tags that nobody has thought about', () => {
  const lines = scoreZonemaster([
    { id: 'a', mandatory: 'NS_IS_CNAME', forbidden: ['NO_NS_CNAME', 'NEW_TAG'] },
    { id: 'b', mandatory: ['NEW_TAG'], forbidden: '' },
  ]);
  expect(lines[0]).toBe('b: no scenario asserts NEW_TAG');
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
    ...{ set: 'dns-zonemaster', cases: 2, right: 1, mapped: 2, unmapped: ['NEW_TAG'] },
  });
});
