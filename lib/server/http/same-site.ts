import { AppProblem } from '@/lib/problem';

/** Throws `request-invalid` for what a page of another site makes a browser send. */
export function refuseOtherSites(request: Request): void {
  if (request.headers.get('sec-fetch-site') === 'cross-site')
    throw new AppProblem('request-invalid', { say: 'Pages of other sites may not start or stop checks.' });
}
