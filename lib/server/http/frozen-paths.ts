import { DRAW_HEADER } from '../front/own-header';

/** Pages that are kept as bytes. `pages/api/frozen` has a handler for each. */
const KEPT_PATHS = ['/check/:id', '/findings', '/findings/:code'];

/** Pages that change, and so are drawn for each request. `pages/api/drawn.ts` answers with all of them. */
const DRAWN_PATHS = [
  '/',
  '/bounce',
  '/bounce/:id',
  '/feedback',
  '/feedback/:id',
  '/explain',
  '/compare',
  '/verify',
  '/domain/:name',
  '/watches',
  '/sign-in',
  '/join',
  '/setup',
  '/account',
  '/settings',
];

const isKept = among(KEPT_PATHS);
const isDrawn = among(DRAWN_PATHS);

/** Whether the page of this path is served without React. */
export function isFrozenPath(path: string): boolean {
  return isKept(path) || isDrawn(path);
}

/** The path, with its query, of the page that was asked for by this URL; null where none is drawn for each request. */
export function drawnPath(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url, 'http://self')) return null;
  const { pathname, search } = new URL(url, 'http://self');
  return isDrawn(pathname) ? `${pathname}${search}` : null;
}

function among(paths: readonly string[]): (path: string) => boolean {
  const patterns = paths.map((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

/**
 * For `next.config.ts`: plain reads of such a page go to its handler. React's own reads (`rsc`), forms (with a body, so
 * with its type) and the handler's own request for the drawing go to the page.
 */
export function frozenRewrites(): { beforeFiles: Rewrite[]; fallback: Rewrite[] } {
  const missing = ['rsc', 'content-type', DRAW_HEADER].map((key) => ({ type: 'header' as const, key }));
  const drawn = (source: string): Rewrite => ({ source, missing, destination: '/api/drawn' });
  return {
    beforeFiles: [
      ...KEPT_PATHS.map((source) => ({ source, missing, destination: `/api/frozen${source}` })),
      ...DRAWN_PATHS.map(drawn),
    ],
    // What is no page.
    fallback: [drawn('/:path*')],
  };
}

interface Rewrite {
  source: string;
  missing: { type: 'header'; key: string }[];
  destination: string;
}
