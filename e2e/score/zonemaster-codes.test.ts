import { expect, test } from 'vitest';
import { catalogue } from '@/lib/findings/catalogue';
import { SCENARIOS } from '../scenarios/all';
import { claimOutcome } from './score-zonemaster';
import { meantBy, TAGS } from './zonemaster-codes';

const played = new Set<string>(SCENARIOS.flatMap(({ must }) => must.map(({ code }) => code)));

const CASE = { id: 'a', test: 'none', zone: 'example.xa' };

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
  [['NOBODY_KNOWS_THIS'], [], false],
  [['NS_IS_CNAME'], ['NEW_TAG'], true],
  [['MX_RECORD_IS_CNAME'], [], true],
  [['Z09_NULL_MX_WITH_OTHER_MX', 'Z09_MX_DATA'], [], true],
  [['NS_IS_CNAME'], ['EXTRA_NAME_CHILD'], true],
  [['CHILD_NS_SAME_IP'], ['NOT_ENOUGH_NS_CHILD'], true],
])('mandatory %j, forbidden %j: %s', (mandatory, forbidden, isRight) => {
  expect(claimOutcome({ ...CASE, mandatory, forbidden }).points).toMatchObject([{ isRight }]);
});

test('what does not concern mail has no point', () => {
  expect(claimOutcome({ ...CASE, mandatory: ['DS15_NO_CDS_CDNSKEY'], forbidden: [] }).points).toEqual([]);
});
