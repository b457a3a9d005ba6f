import type { Alert } from './watch';

/** The page that shows what an alert is about: the check that has seen it, or the address that was looked up. */
export function alertPath({ checkId, target }: Pick<Alert, 'checkId' | 'target'>): string {
  return checkId === null ? `/address/${encodeURIComponent(target)}` : `/check/${checkId}`;
}
