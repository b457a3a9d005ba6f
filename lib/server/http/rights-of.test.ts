import { expect, test } from 'vitest';
import type { TokenScope } from '@/lib/account';
import { ROLE_RIGHTS, type Right, type Role } from '../verbs/caller';
import { type RightsAccess, rightsOf, rightsOfToken, type SignedInAs } from './rights-of';

const ALONE: RightsAccess = { way: 'none', lists: 'local', admins: [], senders: [], signedInAs: 'operator' };
const PUBLIC: RightsAccess = { ...ALONE, lists: 'signed-in' };
const SIGNED_IN: RightsAccess = { ...PUBLIC, way: 'proxy', admins: ['ada'], senders: ['grace'] };
const ACCOUNTS: RightsAccess = { ...SIGNED_IN, way: 'accounts', lists: 'local' };

const [LOCAL, STRANGER] = [{ isLocal: true }, { isLocal: false }];
const named = (name: string, role: Role | null = null): SignedInAs => ({ name, role });

const { reader, checker, operator, sender, admin } = ROLE_RIGHTS;
const LISTS: Right[] = ['list-own', 'list', 'read-messages'];
/** What is handed over from this machine waits for nobody else’s. */
const FIRST: Right = 'hand-over-first';
/** Whoever is nobody has no checks of their own, and asks for no lists to be checked. */
const nobody = without(without(checker, 'list-own'), 'start-batches');

test.each<[string, SignedInAs | null, typeof LOCAL, RightsAccess, readonly Right[]]>([
  ['a stranger, where nobody signs in', null, STRANGER, PUBLIC, nobody],
  ['a stranger, by a proxy, at an instance on loopback', null, STRANGER, ALONE, nobody],
  ['the same, where lists are open', null, STRANGER, { ...ALONE, lists: 'open' }, [...nobody, ...LISTS]],
  [
    'somebody at this machine, where lists are for those who sign in',
    null,
    LOCAL,
    PUBLIC,
    [...nobody, FIRST],
  ],
  ['somebody at this machine', null, LOCAL, ALONE, admin],
  ['a stranger, where others sign in', null, STRANGER, SIGNED_IN, reader],
  [
    'a stranger, where lists are open',
    null,
    STRANGER,
    { ...SIGNED_IN, lists: 'open' },
    [...reader, ...LISTS],
  ],
  ['the mail server of this machine', null, LOCAL, SIGNED_IN, [...reader, 'hand-over-mails', FIRST]],
  ['a colleague', named('bob'), STRANGER, SIGNED_IN, operator],
  ['a colleague who only checks', named('bob'), STRANGER, { ...SIGNED_IN, signedInAs: 'checker' }, checker],
  ['one who may send', named('grace'), STRANGER, { ...SIGNED_IN, signedInAs: 'checker' }, sender],
  ['an admin', named('ada'), STRANGER, SIGNED_IN, admin],
  [
    'an admin, where nobody sees lists',
    named('ada'),
    STRANGER,
    { ...SIGNED_IN, lists: 'closed' },
    without(admin, 'list'),
  ],
  [
    'somebody at this machine, where there are accounts',
    null,
    LOCAL,
    ACCOUNTS,
    [...reader, 'hand-over-mails', FIRST],
  ],
  ['an account of which nothing is said', named('bob'), STRANGER, ACCOUNTS, operator],
  ['an account that only checks', named('bob', 'checker'), STRANGER, ACCOUNTS, checker],
  ['an admin’s account', named('eve', 'admin'), STRANGER, ACCOUNTS, admin],
  ['a checker whom a variable names as admin', named('ada', 'checker'), STRANGER, ACCOUNTS, admin],
  [
    'an admin whom a variable names with capitals',
    named('ada'),
    STRANGER,
    { ...ACCOUNTS, admins: ['Ada'] },
    admin,
  ],
  ['somebody else than a proxy’s admin', named('ada'), STRANGER, { ...SIGNED_IN, admins: ['Ada'] }, operator],
  ['a checker whom a variable names as sender', named('grace', 'checker'), STRANGER, ACCOUNTS, sender],
])('%s', (_, person, arrival, access, rights) => {
  expect(new Set(rightsOf(person, arrival, access))).toEqual(new Set(rights));
});

test.each<[TokenScope[], RightsAccess['lists'], readonly Right[]]>([
  [['hand-over'], 'open', ['read', 'hand-over-mails', FIRST]],
  [['check'], 'open', ['read', 'start-checks', 'start-batches', 'share', 'list-own']],
  [['explain'], 'open', ['read', 'explain']],
  [['read'], 'signed-in', ['read', 'list-own', 'list', 'read-messages']],
  [['read', 'note'], 'closed', ['read', 'list-own', 'read-messages', 'write-notes']],
])('a token for %j, where lists are %s', (scopes, lists, rights) => {
  expect(new Set(rightsOfToken(scopes, { lists }))).toEqual(new Set(rights));
});

function without(rights: readonly Right[], right: Right): Right[] {
  return rights.filter((one) => one !== right);
}
