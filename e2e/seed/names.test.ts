import { expect, test } from 'vitest';
import { parseTarget } from '@/lib/target/target';
import { domainName, localPart } from './names';

const names = Array.from({ length: 2_500 }, (_, n) => domainName(n));

test('no domain has the name of another one', () => {
  expect(new Set(names).size).toBe(names.length);
});

test('each mailbox is one that can be checked, exactly as it is written', () => {
  for (const name of names) {
    const mailbox = `${localPart(name, 'first')}@${name}`;
    expect(parseTarget(mailbox)).toMatchObject({ ok: true, value: { domain: name, mailbox } });
  }
});

test('a domain has three mailboxes, the same each time', () => {
  const of = (domain: string) =>
    new Set(Array.from({ length: 50 }, (_, n) => localPart(domain, `check ${n}`)));
  expect(of('a.test').size).toBe(3);
  expect(of('a.test')).toEqual(of('a.test'));
});
