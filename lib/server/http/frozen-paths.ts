/** Pages that are served as kept bytes, by their address. `pages/api/frozen` has a handler for each. */
const FROZEN_PATHS = ['/check/:id', '/findings', '/findings/:code'];

/** Marks the request by which such a page is drawn, so that it is not answered out of what is kept. */
export const DRAW_HEADER = 'x-mxproof-draw';

const PATTERNS = FROZEN_PATHS.map((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`));

export function isFrozenPath(path: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(path));
}

/**
 * For `next.config.ts`: plain reads of such a page go to its handler. React's own reads (`rsc`), forms (with a body, so
 * with its type) and the handler's own request for the drawing go to the page.
 */
export function frozenRewrites(): Rewrite[] {
  const missing = ['rsc', 'content-type', DRAW_HEADER].map((key) => ({ type: 'header' as const, key }));
  return FROZEN_PATHS.map((source) => ({ source, missing, destination: `/api/frozen${source}` }));
}

interface Rewrite {
  source: string;
  missing: { type: 'header'; key: string }[];
  destination: string;
}
