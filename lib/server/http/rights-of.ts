import type { Access } from '../config/access';
import type { Arrival } from '../front/arrival';
import { Right, type Role, ROLE_RIGHTS } from '../verbs/caller';

/** What rights follow from, beside how a request has come. */
export type RightsAccess = Pick<Access, 'trustedHeader' | 'lists' | 'admins' | 'senders' | 'signedInAs'>;

/** What whoever has come like this may do here. */
export function rightsOf(arrival: Arrival, access: RightsAccess): Right[] {
  const rights = new Set(rolesOf(arrival, access).flatMap((role) => ROLE_RIGHTS[role]));
  // The mail server beside us hands over what it gets.
  if (arrival.isLocal) rights.add('hand-over-mails');
  if (access.lists === 'open') for (const right of ['list', 'read-messages'] as const) rights.add(right);
  if (access.lists === 'closed') rights.delete('list');
  return Right.options.filter((right) => rights.has(right));
}

function rolesOf({ user, isLocal }: Arrival, access: RightsAccess): Role[] {
  const { trustedHeader, admins, senders, signedInAs, lists } = access;
  if (user !== null) {
    if (admins.includes(user)) return ['admin'];
    return senders.includes(user) ? [signedInAs, 'sender'] : [signedInAs];
  }
  if (trustedHeader !== null) return ['reader'];
  // Nobody signs in: whoever sits at this machine has it anyway, unless the operator wants less.
  return isLocal && (lists === 'local' || lists === 'open') ? ['admin'] : ['checker'];
}
