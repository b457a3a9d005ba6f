import { DRAW_HEADER } from '../front/own-header';

/** Pages that are served without React's scripts. `pages/api/page.ts` answers with all of them. */
const FROZEN_PATHS = [
  '/',
  '/check/:id',
  '/checks',
  '/bounce',
  '/bounce/:id',
  '/feedback',
  '/feedback/:id',
  '/explain',
  '/message',
  '/address/:address',
  '/findings',
  '/findings/:code',
  '/compare',
  '/verify',
  '/domain/:name',
  '/watches',
  '/batch',
  '/batch/:id',
  '/notes',
  '/notes/:id',
  '/search',
  '/sign-in',
  '/join',
  '/setup',
  '/account',
  '/settings',
  '/vantage',
];

const PATTERNS = FROZEN_PATHS.map((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`));

/** Whether the page of this path is served without React. */
export function isFrozenPath(path: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(path));
}

/** The path, with its query, of the page that was asked for by this URL; null where it is none. */
export function frozenPath(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url, 'http://self')) return null;
  const { pathname, search } = new URL(url, 'http://self');
  return isFrozenPath(pathname) ? `${pathname}${search}` : null;
}

/**
 * For `next.config.ts`: plain reads of such a page go to its handler. React's own reads (`rsc`), forms (with a body, so
 * with its type) and the handler's own request for the drawing go to the page.
 */
export function frozenRewrites(): { beforeFiles: Rewrite[]; fallback: Rewrite[] } {
  const missing = ['rsc', 'content-type', DRAW_HEADER].map((key) => ({ type: 'header' as const, key }));
  const toPage = (source: string): Rewrite => ({ source, missing, destination: '/api/page' });
  return {
    beforeFiles: FROZEN_PATHS.map(toPage),
    // What is no page.
    fallback: [toPage('/:path*')],
  };
}

interface Rewrite {
  source: string;
  missing: { type: 'header'; key: string }[];
  destination: string;
}
