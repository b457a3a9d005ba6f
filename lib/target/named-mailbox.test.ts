import { expect, test } from 'vitest';
import { namedMailbox } from './named-mailbox';

test.each([
  ['https://reader.example/r', 'no mailto'],
  ['a@reader.example', 'no URI'],
  ['mailto:reader.example', 'no @'],
  ['mailto:@reader.example', 'no local part'],
  ['mailto:a@', 'no domain'],
  ['mailto:a b@reader.example', 'white space'],
  ['mailto:a%ff@reader.example', 'escapes that are no UTF-8'],
  ['mailto:a@b@reader.example', 'two @ outside of quotes'],
  ['mailto:a@[192.0.2.1]', 'an address in place of a domain'],
  ['mailto:a@reader', 'one label'],
  ['mailto:a@münchen.example', 'no A-labels'],
  ['mailto:a@-reader.example', 'a hyphen at the beginning'],
  [`mailto:a@${'a'.repeat(64)}.example`, 'a label of 64 octets'],
  [`mailto:a@${'a.'.repeat(126)}ab`, '254 characters'],
])('%j names no mailbox: %s', (uri) => expect(namedMailbox(uri)).toBeNull());

test.each([
  ['mailto:dmarc@Reader.Example', 'dmarc@reader.example'],
  ['MAILTO:a%2Bb@xn--mnchen-3ya.example?subject=x', 'a+b@xn--mnchen-3ya.example'],
  ['mailto:"a@b"@reader.example', '"a@b"@reader.example'],
])('RFC 6068 §2: %j names %s', (uri, mailbox) =>
  expect(namedMailbox(uri)).toEqual({ mailbox, domain: mailbox.slice(mailbox.lastIndexOf('@') + 1) }),
);
