import { describe, expect, it } from 'vitest';
import { parseSpf } from './record';

describe('a record with a fault', () => {
  it.each([
    ['', 'version'],
    ['v=spf10', 'version'],
    ['v=spf1,a', 'version'],
    [' v=spf1', 'version'],
    ['v=spf1 a:example.org\tmx', 'not-ascii'],
    ['v=spf1 a:exämple.org', 'not-ascii'],
    ['v=spf1 ip:192.0.2.1', 'unknown-mechanism'],
    ['v=spf1 +-all', 'unknown-mechanism'],
    ['v=spf1 all:example.org', 'superfluous-argument'],
    ['v=spf1 include', 'no-domain'],
    ['v=spf1 include:', 'bad-domain'],
    ['v=spf1 include:example..', 'bad-domain'],
    ['v=spf1 a:localhost', 'bad-domain'],
    ['v=spf1 a:example.123', 'bad-domain'],
    ['v=spf1 a:%{z}.example.org', 'bad-domain'],
    ['v=spf1 a:%{d0}.example.org', 'bad-domain'],
    ['v=spf1 a:%{t}.example.org', 'bad-domain'],
    ['v=spf1 a:%', 'bad-domain'],
    ['v=spf1 a/33', 'bad-prefix'],
    ['v=spf1 a/', 'bad-prefix'],
    ['v=spf1 a/024', 'bad-prefix'],
    ['v=spf1 mx//129', 'bad-prefix'],
    ['v=spf1 ip4:192.0.2', 'bad-address'],
    ['v=spf1 ip4:192.0.2.256', 'bad-address'],
    ['v=spf1 ip4:0x7f.0.0.1', 'bad-address'],
    ['v=spf1 ip4:192.0.2.1/33', 'bad-prefix'],
    ['v=spf1 ip4:2001:db8::1', 'bad-address'],
    ['v=spf1 ip6:fe80::1%eth0', 'bad-address'],
    ['v=spf1 ip6:192.0.2.1', 'bad-address'],
    ['v=spf1 redirect=a.example redirect=b.example', 'repeated-modifier'],
    ['v=spf1 exp=', 'bad-modifier'],
    ['v=spf1 other=%abc', 'bad-modifier'],
  ])('%j: %s', (text, what) => {
    const record = parseSpf(text);
    expect(record.ok ? null : record.problem.what).toBe(what);
  });
});

it('tells which term it is', () => {
  const record = parseSpf('v=spf1 mx ipv4:192.0.2.1 -all');
  expect(record).toEqual({ ok: false, problem: { term: 'ipv4:192.0.2.1', what: 'unknown-mechanism' } });
});

it('reads every mechanism and modifier', () => {
  const text =
    'V=SPF1  a MX/24//64 ~a:b.example/8 ?ptr:example.org -ip4:192.0.2.0/24 ip6:2001:db8::/32 include:_spf.example.org ' +
    'exists:%{ir}.%{l1r+}.example.org -all exp=why.example.org redirect=%{d2} unknown=any/thing ';
  const record = parseSpf(text);
  if (!record.ok) throw new Error(JSON.stringify(record.problem));
  expect(record.value.directives.map(({ qualifier, mechanism: { kind } }) => `${qualifier}${kind}`)).toEqual([
    '+a',
    '+mx',
    '~a',
    '?ptr',
    '-ip4',
    '+ip6',
    '+include',
    '+exists',
    '-all',
  ]);
  expect(record.value.directives[1]?.mechanism).toMatchObject({ domain: null, prefix4: 24, prefix6: 64 });
  expect(record.value.redirect?.text).toBe('redirect=%{d2}');
  expect(record.value.exp?.text).toBe('exp=why.example.org');
});
