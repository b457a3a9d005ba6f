import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digCommand, resolverDigCommand } from './dig';

const step = {
  server: { name: 'ns1.example.com', address: '192.0.2.1' },
  question: { name: 'example.com', type: 'MX' },
  transport: 'udp' as const,
  edns: true,
};

describe('digCommand', () => {
  test.each([
    [
      'over UDP',
      {},
      53,
      'dig @192.0.2.1 +norecurse +noadflag +dnssec +nocookie +bufsize=1232 +ignore -q example.com. -t MX',
    ],
    [
      'over TCP',
      { transport: 'tcp' as const },
      53,
      'dig @192.0.2.1 +norecurse +noadflag +dnssec +nocookie +bufsize=1232 +tcp -q example.com. -t MX',
    ],
    [
      'without EDNS',
      { edns: false },
      53,
      'dig @192.0.2.1 +norecurse +noadflag +noedns +ignore -q example.com. -t MX',
    ],
    [
      'to another port',
      {},
      5353,
      'dig @192.0.2.1 -p 5353 +norecurse +noadflag +dnssec +nocookie +bufsize=1232 +ignore -q example.com. -t MX',
    ],
    [
      'to an IPv6 address',
      { server: { name: 'a', address: '2001:db8::1' } },
      53,
      'dig @2001:db8::1 +norecurse +noadflag +dnssec +nocookie +bufsize=1232 +ignore -q example.com. -t MX',
    ],
    [
      'for the root',
      { question: { name: '.', type: 'NS' } },
      53,
      'dig @192.0.2.1 +norecurse +noadflag +dnssec +nocookie +bufsize=1232 +ignore -q . -t NS',
    ],
    [
      'for a name that looks like an option',
      { question: { name: '-f/etc/passwd', type: 'A' } },
      53,
      'dig @192.0.2.1 +norecurse +noadflag +dnssec +nocookie +bufsize=1232 +ignore -q -f/etc/passwd. -t A',
    ],
    [
      'for a name with an escaped dot',
      { question: { name: 'a\\.', type: 'A' } },
      53,
      "dig @192.0.2.1 +norecurse +noadflag +dnssec +nocookie +bufsize=1232 +ignore -q 'a\\..' -t A",
    ],
  ])('%s', (_, about, port, command) => expect(digCommand({ ...step, ...about }, port)).toBe(command));

  test('a name from the network never leaves its quotes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        const command = digCommand({ ...step, question: { name, type: 'MX' } });
        const word = command.slice(command.indexOf('-q ') + 3, command.lastIndexOf(' -t '));
        expect(/^[A-Za-z0-9_@%+=:,./-]+$/.test(word) || /^'(?:[^']|'\\'')*'$/.test(word)).toBe(true);
      }),
    );
  });
});

test.each([
  ['192.0.2.53', 'dig @192.0.2.53 +noadflag'],
  ['192.0.2.53:5353', 'dig @192.0.2.53 -p 5353 +noadflag'],
  ['2001:db8::53', 'dig @2001:db8::53 +noadflag'],
  ['[2001:db8::53]:5353', 'dig @2001:db8::53 -p 5353 +noadflag'],
])('the resolver %s is asked with recursion', (resolver, begin) => {
  const command = resolverDigCommand({ resolver, question: { name: 'example.com', type: 'MX' } });
  expect(command).toBe(`${begin} +dnssec +nocookie +bufsize=1232 -q example.com. -t MX`);
});
