import { expect, test } from 'vitest';
import { type Caller, type Right, ROLE_RIGHTS } from './caller';
import { permitMessage } from './start-check';

const caller = (rights: readonly Right[]): Caller => ({
  who: 'grace',
  account: null,
  ip: '192.0.2.1',
  rights: [...rights],
});
const SENDER = caller([...ROLE_RIGHTS.checker, 'send-messages']);
const SETTINGS = { mailFrom: 'probe@a.example', messageFrom: ['probe@a.example', 'b.example'] };

test.each<[string, Caller, string | undefined]>([
  ['who may send none', caller(ROLE_RIGHTS.checker), undefined],
  ['somebody else’s address', SENDER, 'ceo@victim.example'],
  ['the null sender, which is not named', SENDER, '<>'],
  ['an address below a domain that is named', SENDER, 'x@sub.b.example'],
  ['an admin with an address that is not named', caller(ROLE_RIGHTS.admin), 'ceo@victim.example'],
])('no message: %s', (_, who, sender) => {
  expect(() => permitMessage(who, { ...(sender !== undefined && { sender }) }, SETTINGS)).toThrow(
    expect.objectContaining({ code: 'not-permitted' }),
  );
});

test.each([undefined, 'probe@a.example', 'anybody@b.example'])('a message from %s', (sender) => {
  expect(() => permitMessage(SENDER, { ...(sender !== undefined && { sender }) }, SETTINGS)).not.toThrow();
});
