import type { CheckStore, NewCheck } from '@/lib/store/store';
import { idFor, oneFor } from './chance';

const TEXTS = [
  'Asked their postmaster by phone: they look into it.',
  'SPF changed: the new relay is in it now.',
  'New MX since this morning; the old one is switched off on Friday.',
  'Certificate renewed. It had ended at night.',
  'Delisting requested; they answer within a day.',
  'Our own name has a reverse name again.',
];

/** One of so many notes is of the whole installation. */
const OF_ALL_EVERY = 100;

/** Keeps the n-th note: about this check, from the moment of it. */
export async function keepNote(
  store: CheckStore,
  checkId: string,
  { target, createdAt }: Pick<NewCheck, 'target' | 'createdAt'>,
  n: number,
): Promise<void> {
  const isOfAll = n % OF_ALL_EVERY === OF_ALL_EVERY - 1;
  await store.writeNote({
    id: idFor(`note ${n}`),
    domain: isOfAll ? '' : target.domain,
    createdAt,
    text: oneFor(`note ${n}`, TEXTS),
    writtenAt: createdAt,
    writtenBy: null,
    checkId: isOfAll ? null : checkId,
  });
}
