import { DRAW_HEADER } from '../front/own-header';

/** Pages that are served without React's scripts (`page-desk.ts`). */
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

/** The path, with its query, of the page that is asked for by this path of ours; null where it is none. */
export function frozenPath(url: string | null): string | null {
  if (url === null || !URL.canParse(url, 'http://self')) return null;
  const { pathname, search } = new URL(url, 'http://self');
  return isFrozenPath(pathname) ? `${pathname}${search}` : null;
}

/** For `next.config.ts`: where a path leads that is no page of ours and nothing of Next's. Drawings and forms stay with Next. */
export function missingPageRewrite() {
  const missing = ['rsc', 'content-type', DRAW_HEADER].map((key) => ({ type: 'header' as const, key }));
  return { source: '/:path*', missing, destination: '/api/page' };
}
