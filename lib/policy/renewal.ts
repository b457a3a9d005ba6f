import type { CaaView } from './view';

/** Certificates that are renewed by machine are so in the last third of their life; moments in ISO 8601, `now` in milliseconds. */
export function isRenewalDue(
  { validFrom, validTo }: { validFrom: string; validTo: string },
  now: number,
): boolean {
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  return now < to && now > to - (to - from) / 3;
}

/** Whether the authority may not issue the next certificate; of one that is not known it is open which domain is its own. */
export function isRenewalForbidden({ allowed, authority }: Pick<CaaView, 'allowed' | 'authority'>): boolean {
  return allowed.length === 0 || (authority !== null && !allowed.includes(authority));
}
