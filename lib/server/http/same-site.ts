import { AppProblem } from '@/lib/problem';

/**
 * Throws `request-invalid` for what a page of another site makes a browser send. Browsers tell the site (`Sec-Fetch-Site`)
 * over https and to loopback only, and the origin of whatever changes something everywhere; other programs tell neither.
 */
export function refuseOtherSites({ headers }: Pick<Request, 'headers'>): void {
  const site = headers.get('sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return;
  const origin = headers.get('origin');
  if (site === null && (origin === null || isOwn(origin, headers))) return;
  throw new AppProblem('request-invalid', { say: 'Pages of other sites may not start or stop checks.' });
}

/** As Next compares the origin of a form: with the host that the nearest proxy was asked for. */
function isOwn(origin: string, headers: Headers): boolean {
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}
