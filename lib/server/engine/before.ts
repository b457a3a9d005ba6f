import type { Before } from '@/lib/report/before';
import type { TargetView } from '@/lib/report/report';
import { AppProblem } from '@/lib/problem';
import { isSameAddress } from '@/lib/mail/address';
import { isCheckId } from '@/lib/store/check-id';
import { ownLink } from '@/lib/own-link';
import { isDamage } from './damages';
import { readingOf } from './kept-reading';
import { readMail } from './kept-mail';
import type { Services } from './services';

/** The id under which a check keeps its notice: who has the link of the check sees no more than it shows anyway. */
export async function sharedIdOf(id: string, { store }: Pick<Services, 'store'>): Promise<string> {
  const stored = isCheckId(id) ? await store.readMail(id) : null;
  if (stored === null)
    throw new AppProblem('report-not-found', {
      say: 'There is no such bounce here, or its id is not complete.',
    });
  return stored.sharedId;
}

/** What the notice said of the recipient that is checked now; null when it says nothing of it, or cannot be read. */
export async function beforeOf(
  sharedId: string,
  target: TargetView,
  services: NoticeServices,
): Promise<Before | null> {
  try {
    return await services.damages.within('mail', sharedId, () => readBefore(sharedId, target, services));
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

type NoticeServices = Pick<Services, 'store' | 'settings' | 'reader' | 'rooms' | 'damages'>;

async function readBefore(
  sharedId: string,
  { mailbox }: TargetView,
  services: NoticeServices,
): Promise<Before | null> {
  const stored = await readMail(sharedId, services);
  if (stored === null) return null;
  const { bounce } = readingOf({ ...stored, isShared: false });
  const recipients = bounce?.recipients ?? [];
  const one = recipients.find(({ address }) => isSameAddress(address, mailbox ?? ''));
  if (one === undefined || bounce === null) return null;
  return {
    reportMail: sharedId,
    url: ownLink(`/bounce/${sharedId}`),
    at: one.lastAttempt ?? bounce.date,
    isDelay: one.action === 'delayed',
    host: one.remote.name ?? one.remote.address,
    stage: one.stage,
    code: one.code,
    status: one.status,
    reply: one.reply,
    category: one.meaning.category,
    permanence: one.meaning.permanence,
  };
}
