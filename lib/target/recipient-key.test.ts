import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recipientKey } from './recipient-key';

test.each([
  ['', '@'],
  ['@', '@'],
  ['user', '@user'],
  ['"', '@"'],
  ['"@example.org', '"@example.org'],
  ['""@example.org', '@example.org'],
  ['\\@example.org', '\\@example.org'],
  ['a@b@example.org', 'a@b@example.org'],
  ['user@[', 'user@['],
  ['user@[x]', 'user@[x]'],
  ['user@[1.2]', 'user@[1.0.0.2]'],
  ['user@[999.1.1.1]', 'user@[999.1.1.1]'],
])('what is no mailbox, %j', (mailbox, key) => expect(recipientKey(mailbox)).toBe(key));

describe.each([
  [
    'user@example.org',
    [
      '"user"@example.org',
      'us\\er@example.org',
      '"us\\er"@example.org',
      '"\\u\\s\\e\\r"@example.org',
      'user+1@example.org',
      'user+@example.org',
      'user++a+b@example.org',
      '"user+1"@example.org',
      '"user\\+1"@example.org',
      '"user +1"@example.org',
      'USER@example.org',
      'user@EXAMPLE.org',
      'user@example.org.',
    ],
  ],
  ['user@[192.0.2.1]', ['user+1@[192.0.2.1]', 'user@[IPv6:::ffff:192.0.2.1]', 'user@[ipv6:::FFFF:c000:201]']],
  ['user@[IPv6:2001:db8::1]', ['user@[IPv6:2001:0DB8:0:0::1]', '"User"@[IPv6:2001:db8:0:0:0:0:0:1]']],
  ['\u00e9@example.org', ['e\u0301@example.org', '\u00c9@example.org', '"\u00e9"@example.org']],
  ['+@example.org', ['"+"@example.org', '\\+@example.org']],
])('%s is the same recipient as', (mailbox, spellings) => {
  test.each(spellings)('%s', (spelling) => expect(recipientKey(spelling)).toBe(recipientKey(mailbox)));
});

test.each([
  ['user@example.org', 'user@sub.example.org'],
  ['user@example.org', 'user1@example.org'],
  ['user@example.org', 'other+user@example.org'],
  ['user@example.org', '"us er"@example.org'],
  ['u.ser@example.org', 'user@example.org'],
  ['+a@example.org', '+b@example.org'],
  ['user@[192.0.2.1]', 'user@[192.0.2.10]'],
  ['user@[IPv6:2001:db8::1]', 'user@[IPv6:2001:db8::10]'],
])('%s is another recipient than %s', (one, other) =>
  expect(recipientKey(one)).not.toBe(recipientKey(other)),
);

test('any text has a key, and tags and quotes around it change nothing', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof recipientKey(text) === 'string'));
  const name = fc.stringMatching(/^[a-zA-Z0-9._-]{1,20}$/);
  fc.assert(
    fc.property(name, name, (user, tag) => {
      const key = recipientKey(`${user}@example.org`);
      expect(recipientKey(`"${user}+${tag}"@Example.org`)).toBe(key);
      expect(recipientKey(`\\${user}@example.org`)).toBe(key);
    }),
  );
});
