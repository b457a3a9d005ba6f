import { expect, test } from 'vitest';
import { describe as findingOf, found } from './found';
import { recordLine, spfNaming } from './fix-record';

test.each([
  ['there is none: who else sends is not known', '192.0.2.1', '', 'v=spf1 mx ip4:192.0.2.1 ~all', []],
  ['before what there is', '192.0.2.1', 'v=spf1 mx -all', 'v=spf1 ip4:192.0.2.1 mx -all', ['v=spf1 mx -all']],
  ['IPv6', '2001:db8::1', 'v=spf1  -all', 'v=spf1 ip6:2001:db8::1 -all', ['v=spf1  -all']],
])('an SPF record that names an address: %s', (_, address, former, data, instead) =>
  expect(spfNaming('example.org', address, former)).toEqual({
    name: 'example.org',
    type: 'TXT',
    data,
    instead,
  }),
);

test('as it stands in a zone file', () =>
  expect(recordLine(spfNaming('example.org', '192.0.2.1', ''))).toBe(
    'example.org. 3600 IN TXT "v=spf1 mx ip4:192.0.2.1 ~all"',
  ));

test.each([
  ['v=spf1 mx +all', '+all', 'v=spf1 mx ~all'],
  ['v=spf1 all', 'all', 'v=spf1 ~all'],
  ['', '+all', undefined],
])('who lets everybody send: %j', (record, term, data) => {
  const args = { domain: 'example.org', at: 'example.org', term, record };
  expect(findingOf(found('spf.allows-everyone', args, [])).records?.[0]?.data).toBe(data);
});
