import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDomainName } from '@/lib/dns/name';
import { entriesOf, testEntries } from './query-name';

test.each([
  ['ipv4', '192.0.2.99', ['99.2.0.192']],
  ['ipv6', '2001:db8:1:2:3:4:567:89ab', ['b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2']],
  ['name', 'test', ['test']],
  ['name', 'example.org', ['example.org']],
  ['name', 'a.mail.example.co.uk', ['mail.example.co.uk', 'example.co.uk', 'co.uk']],
] as const)('RFC 5782 §2.1, §2.4, §3: %s %s', (kind, text, entries) => {
  expect(entriesOf({ kind, text }).map(({ entry }) => entry)).toEqual(entries);
});

test.each([
  [{ holds: ['ipv4', 'ipv6'] }, '2.0.0.127', '1.0.0.127'],
  [{ holds: ['name'] }, 'test', 'invalid'],
  [{ holds: ['name'], test: { listed: 'test.a', unlisted: 'b' } }, 'test.a', 'b'],
  [
    { holds: ['ipv6'] },
    `2.0.0.0.0.0.f.7.f.f.f.f${'.0'.repeat(20)}`,
    `1.0.0.0.0.0.f.7.f.f.f.f${'.0'.repeat(20)}`,
  ],
] as const)('RFC 5782 §5: %j is tested by %s and %s', (list, listed, unlisted) => {
  expect(testEntries(list)).toEqual({ listed, unlisted });
});

test('any address and any name make names that can be asked for, and an address can be read back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain()), (text) => {
      const kind = /^[\d.]+$/.test(text) ? 'ipv4' : text.includes(':') ? 'ipv6' : 'name';
      const entries = entriesOf({ kind, text }).map(({ entry }) => entry);
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries) expect(parseDomainName(`${entry}.zen.spamhaus.org`).ok).toBe(true);
      if (kind === 'ipv4') expect(entries[0]?.split('.').reverse().join('.')).toBe(text);
      if (kind === 'ipv6') expect(entries[0]).toMatch(/^[\da-f](?:\.[\da-f]){31}$/);
      if (kind === 'name') for (const entry of entries) expect(text.endsWith(entry)).toBe(true);
    }),
  );
});
