import type { TokenScope } from '@/lib/account';
import type { SignInWay } from '../accounts/way';
import type { Access } from '../config/access';
import type { Arrival } from '../front/arrival';
import { Right, type Role, ROLE_RIGHTS, SCOPE_RIGHTS } from '../verbs/caller';

/** What rights follow from, beside how a request has come. */
export type RightsAccess = Pick<Access, 'lists' | 'admins' | 'senders' | 'signedInAs'> & { way: SignInWay };

/** Somebody who is signed in: by whose name, and as what, where that was said of them. */
export interface SignedInAs {
  name: string;
  role: Role | null;
}

/** What somebody may do here: whoever is signed in, else whoever has come like this. */
export function rightsOf(
  person: SignedInAs | null,
  { isLocal }: Pick<Arrival, 'isLocal'>,
  access: RightsAccess,
): Right[] {
  const roles = rolesOf(person, isLocal, access);
  const rights = new Set(roles.flatMap((role) => ROLE_RIGHTS[role]));
  // The mail server beside us hands over what it gets.
  if (isLocal) for (const right of ['hand-over-mails', 'hand-over-first'] as const) rights.add(right);
  if (access.lists === 'open')
    for (const right of ['list-own', 'list', 'read-messages'] as const) rights.add(right);
  if (access.lists === 'closed') rights.delete('list');
  // Nobody can tell which are theirs.
  if (person === null && !rights.has('list')) rights.delete('list-own');
  // Nor who asks for so much.
  if (person === null && !roles.includes('admin')) rights.delete('start-batches');
  return Right.options.filter((right) => rights.has(right));
}

/** What a program may do that shows a token: what it was made for, and to read what it has the link of, as everybody. */
export function rightsOfToken(scopes: readonly TokenScope[], { lists }: Pick<Access, 'lists'>): Right[] {
  const rights = new Set<Right>(['read', ...scopes.flatMap((scope) => SCOPE_RIGHTS[scope])]);
  if (lists === 'closed') rights.delete('list');
  return Right.options.filter((right) => rights.has(right));
}

function rolesOf(person: SignedInAs | null, isLocal: boolean, access: RightsAccess): Role[] {
  const { way, admins, senders, signedInAs, lists } = access;
  if (person !== null) {
    // An account has its address in lower case; what a proxy says counts as it is.
    const isIn = (names: readonly string[]) =>
      names.some((name) => (way === 'accounts' ? name.toLowerCase() : name) === person.name);
    if (isIn(admins)) return ['admin'];
    const role = person.role ?? signedInAs;
    return isIn(senders) ? [role, 'sender'] : [role];
  }
  if (way !== 'none') return ['reader'];
  // Nobody signs in: whoever sits at this machine has it anyway, unless the operator wants less.
  return isLocal && (lists === 'local' || lists === 'open') ? ['admin'] : ['checker'];
}
