import { expect, test } from 'vitest';
import { sampleFolder } from './sample-folder';
import { playedOutcome, scoreZonemaster } from './score-zonemaster';
import { playZonemaster } from './zonemaster-world';

const CASE = { id: 'a', test: 'test01', zone: 'good.test01.xa', mandatory: [], forbidden: [] };

test.each([
  [['NS_IS_CNAME'], [], [], [false]],
  [['NS_IS_CNAME'], [], ['ns.is-alias'], [true]],
  [[], ['NS_IS_CNAME'], ['ns.is-alias'], [false]],
  [[], ['NS_IS_CNAME'], [], [true]],
  [['NS_IS_CNAME'], ['NS_IS_CNAME'], ['ns.is-alias'], [true, true]],
  [['NO_NS_CNAME'], ['ONE_SOA'], [], []],
])('mandatory %j, forbidden %j, found %j: %j', (mandatory, forbidden, found, right) => {
  const { points } = playedOutcome({ ...CASE, mandatory, forbidden }, new Set(found));
  expect(points.map(({ isRight }) => isRight)).toEqual(right);
});

const PARENT = `@ SOA ns1 admin. 1 2 3 4 5
@ NS ns1
ns1 A 127.9.0.1
$ORIGIN good.test01.xa.
@ NS ns1
@ NS ns2
ns1 A 127.9.0.11
ns2 A 127.9.0.12
`;
const CHILD = `@ SOA ns1 admin. 1 2 3 4 5
@ NS ns1
@ NS ns2
@ MX 10 mail
ns1 A 127.9.0.11
ns2 A 127.9.0.12
mail A 127.9.0.25
`;
const COREFILE = `test01.xa:53 {
    bind 127.9.0.1
    file Some-TP/test01/test01.xa.zone test01.xa
}
good.test01.xa:53 {
    bind 127.9.0.11
    file Some-TP/test01/good.zone good.test01.xa
}
good.test01.xa:53 {
    bind 127.9.0.12
    SECOND
}
`;

function folderWith(second: string, cases: readonly object[] = [CASE]): string {
  const data = 'inputs/test-zone-data/Some-TP/test01';
  return sampleFolder({
    'cases/cases.jsonl': cases,
    [`${data}/test01.cfg`]: COREFILE.replace('SECOND', second),
    [`${data}/test01.xa.zone`]: PARENT,
    [`${data}/good.zone`]: CHILD,
  });
}

const FILE = 'file Some-TP/test01/good.zone good.test01.xa';

test.each([
  ['both servers are in order', FILE, 'smtp', null],
  ['drops what it is asked', `acl good.test01.xa {\n  drop\n }\n ${FILE}`, 'dns.server-silent', null],
  ['fails', `template ANY ANY good.test01.xa {\n  rcode SERVFAIL\n }\n ${FILE}`, 'dns.server-unusable', null],
  ['without the AA bit', `${FILE}\n header {\n  response clear aa\n }`, 'dns.server-unusable', null],
  [
    'another MX',
    `template IN MX good.test01.xa {\n  answer "good.test01.xa. 60 IN MX 10 other.good.test01.xa."\n }\n ${FILE}`,
    'zone.answers-differ',
    null,
  ],
  ['no zone for the name', 'file Some-TP/test01/good.zone other.xa', 'dns.server-unusable', null],
  ['another plugin', `erratic\n ${FILE}`, null, 'no server here has the plugin erratic'],
  ['another header', `header {\n  response set ra\n }\n ${FILE}`, null, 'no server here has this header: '],
  ['another acl', `acl good.test01.xa {\n  block\n }`, null, 'no server here has this acl: block'],
  [
    'a pattern',
    `template IN ANY good.test01.xa {\n  match x\n }`,
    null,
    'no server here has this template: match x',
  ],
  ['a file that is missing', 'file Some-TP/test01/none good.test01.xa', null, 'a zone is not in the set'],
])('the second server: %s', async (_, second, code, gap) => {
  const played = await playZonemaster(folderWith(second), 'test01', 'good.test01.xa.');
  if ('gap' in played) expect(played.gap).toContain(gap);
  else if (code === 'smtp')
    expect([...played.codes].filter((one) => /^(?:dns|zone\.answers)/.test(one))).toEqual([]);
  else expect([...played.codes]).toContain(code);
  expect('gap' in played).toBe(gap !== null);
});

test.each([
  ['test02', 'good.test01.xa', 'its servers are not in the set'],
  ['test01', '.', 'it is no domain that gets mail'],
])('%s %s is not played: %s', async (name, zone, gap) => {
  expect(await playZonemaster(folderWith(FILE), name, zone)).toEqual({ gap });
});

test('played where it can be, compared with what the scenarios claim where not', async () => {
  const folder = folderWith(`acl good.test01.xa {\n  drop\n }`, [
    { ...CASE, mandatory: ['B02_NS_NO_RESPONSE'], forbidden: ['NS_IS_CNAME', 'NEW_TAG'] },
    { ...CASE, id: 'UNDEL-1', mandatory: ['NS_IS_CNAME'] },
    { ...CASE, id: 'b', test: 'none', mandatory: ['NEW_TAG'] },
    { id: 'c', mandatory: 'NEW_TAG' },
  ]);
  const { lines, figures } = await scoreZonemaster(folder);
  expect(lines).toContain('b: claimed: no scenario asserts NEW_TAG');
  expect(lines).toContain('Nobody has thought about the tag NEW_TAG.');
  expect(lines).toContain('1 not played: its delegation is handed over by hand');
  expect(figures).toEqual({
    cases: 3,
    right: 2,
    mandatory: 1,
    forbidden: 1,
    claimed: 0.5,
    played: 1,
    unmapped: 1,
    unreadable: 1,
  });
});
