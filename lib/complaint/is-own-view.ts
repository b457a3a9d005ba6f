import type { MailView } from './mail-reading';

/** Whether a mail is read by its own id: not by that which hides local parts, and by no link that was made for somebody. */
export function isOwnView({ isShared, share }: Pick<MailView, 'isShared' | 'share'>): boolean {
  return !isShared && share === null;
}
