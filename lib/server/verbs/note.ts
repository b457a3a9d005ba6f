import type { AuditAction } from '@/lib/account';
import type { Services } from '../engine/services';
import type { Caller } from './caller';

/** Writes down that somebody has done something; `object` is an id or a name. */
export async function note(
  { who, ip }: Pick<Caller, 'who' | 'ip'>,
  action: AuditAction,
  object: string | null,
  { store }: Pick<Services, 'store'>,
): Promise<void> {
  await store.note({ at: new Date(), who, address: ip, action, object });
}
