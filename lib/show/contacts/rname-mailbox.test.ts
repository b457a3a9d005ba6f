import { expect, test } from 'vitest';
import { rnameMailbox } from './rname-mailbox';

test.each([
  ['', 'nothing'],
  ['.', 'the root: nobody'],
  ['hostmaster', 'no domain'],
  ['hostmaster.', 'no domain, with a dot'],
  ['hostmaster.org', 'a domain of one label'],
  ['.example.org', 'nothing before the @'],
  ['\\', 'an escape of nothing'],
  ['a\\.b', 'no dot but an escaped one'],
  ['host\\010master.example.org', 'a control character'],
  ['host\\999master.example.org', 'no octet'],
  ['a@b.exa mple.org', 'a domain with a space'],
  ['a.exa\\.mple.org', 'an escaped dot in the domain'],
  [`${'a'.repeat(65)}.example.org`, 'longer than a local part'],
  [`a.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.org`, 'longer than an address'],
])('RFC 1035 §3.3.13: %j is no mailbox: %s', (rname) => expect(rnameMailbox(rname)).toBeNull());

test.each([
  ['hostmaster.example.org', 'hostmaster@example.org'],
  ['hostmaster.example.org.', 'hostmaster@example.org'],
  ['dns\\.admin.example.org', 'dns.admin@example.org'],
  ['dns\\046admin.example.org', 'dns.admin@example.org'],
  ['first\\.last+dns.sub.example.org', 'first.last+dns@sub.example.org'],
  ['a\\@b.example.org', '"a@b"@example.org'],
  ['two\\032words.example.org', '"two words"@example.org'],
  ['a\\"b\\\\c.example.org', '"a\\"b\\\\c"@example.org'],
])('RFC 1035 §3.3.13: %s is %s', (rname, mailbox) => expect(rnameMailbox(rname)).toBe(mailbox));
