import { expect, test } from 'vitest';
import type { Arrival } from '../front/arrival';
import { ROLE_RIGHTS, type Right } from '../verbs/caller';
import { type RightsAccess, rightsOf } from './rights-of';

const ALONE: RightsAccess = {
  trustedHeader: null,
  lists: 'local',
  admins: [],
  senders: [],
  signedInAs: 'operator',
};
const PUBLIC: RightsAccess = { ...ALONE, lists: 'signed-in' };
const SIGNED_IN: RightsAccess = {
  ...PUBLIC,
  trustedHeader: 'x-remote-user',
  admins: ['ada'],
  senders: ['grace'],
};

const LOCAL: Arrival = { address: '127.0.0.1', isLocal: true, user: null };
const STRANGER: Arrival = { address: '198.51.100.4', isLocal: false, user: null };
const named = (user: string): Arrival => ({ ...STRANGER, user });

const { reader, checker, operator, sender, admin } = ROLE_RIGHTS;
const LISTS: Right[] = ['list', 'read-messages'];

test.each<[string, Arrival, RightsAccess, readonly Right[]]>([
  ['a stranger, where nobody signs in', STRANGER, PUBLIC, checker],
  ['a stranger, by a proxy, at an instance on loopback', STRANGER, ALONE, checker],
  ['the same, where lists are open', STRANGER, { ...ALONE, lists: 'open' }, [...checker, ...LISTS]],
  ['somebody at this machine, where lists are for those who sign in', LOCAL, PUBLIC, checker],
  ['somebody at this machine', LOCAL, ALONE, admin],
  ['a stranger, where others sign in', STRANGER, SIGNED_IN, reader],
  ['a stranger, where lists are open', STRANGER, { ...SIGNED_IN, lists: 'open' }, [...reader, ...LISTS]],
  ['the mail server of this machine', LOCAL, SIGNED_IN, [...reader, 'hand-over-mails']],
  ['a colleague', named('bob'), SIGNED_IN, operator],
  ['a colleague who only checks', named('bob'), { ...SIGNED_IN, signedInAs: 'checker' }, checker],
  ['one who may send', named('grace'), { ...SIGNED_IN, signedInAs: 'checker' }, sender],
  ['an admin', named('ada'), SIGNED_IN, admin],
  [
    'an admin, where nobody sees lists',
    named('ada'),
    { ...SIGNED_IN, lists: 'closed' },
    without(admin, 'list'),
  ],
])('%s', (_, arrival, access, rights) => {
  expect(new Set(rightsOf(arrival, access))).toEqual(new Set(rights));
});

function without(rights: readonly Right[], right: Right): Right[] {
  return rights.filter((one) => one !== right);
}
