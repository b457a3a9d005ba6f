import { expect, test } from 'vitest';
import { readMasterFile } from './master-file';

test.each([
  ['$INCLUDE COMMON', 'includes COMMON, which is not in the set'],
  ['a LOC 1 2 3', 'no record of the practice internet'],
])('%j cannot be read', (text, why) => {
  expect(() => readMasterFile(text, 'a.xa')).toThrow(why);
});

test('origins, owners left out, parentheses, comments, units, classes', () => {
  const text = `$ORIGIN a.xa.        ; Must end with "."
$TTL 3600
@       SOA     ns1 admin. (
                2024111400      ; serial
                6h              ; refresh
                1h 1w 1d )      ; retry (and so on)
        NS      ns1
        NS      ns.other.xb.
ns1  60 IN A    127.0.0.1
        AAAA    fda1:b2:c3::1

$ORIGIN B.a.xa.
@  IN   TXT     "v=spf1 ; -all"
$ORIGIN c
@       CNAME   ns1.a.xa.
`;
  const soa = { mname: 'ns1.a.xa', rname: 'admin', serial: 2024111400, refresh: 21600, retry: 3600 };
  expect(readMasterFile(text, 'ignored.xa')).toMatchObject([
    { name: 'a.xa', type: 'SOA', data: { ...soa, expire: 604800, minimum: 86400 } },
    { name: 'a.xa', type: 'NS', data: 'ns1.a.xa' },
    { name: 'a.xa', type: 'NS', data: 'ns.other.xb' },
    { name: 'ns1.a.xa', type: 'A', data: '127.0.0.1' },
    { name: 'ns1.a.xa', type: 'AAAA', data: 'fda1:b2:c3::1' },
    { name: 'b.a.xa', type: 'TXT', data: ['v=spf1 ; -all'] },
    { name: 'c.b.a.xa', type: 'CNAME', data: 'ns1.a.xa' },
  ]);
});

test('without an origin of its own, names are in the zone', () => {
  expect(readMasterFile('www A 127.0.0.1\n', 'a.xa')).toMatchObject([{ name: 'www.a.xa' }]);
});
