/**
 * Where mxproof stands at its host, such as `/mxproof`; empty: at the root. It is part of the build: Next and esbuild write the
 * value in place of the variable (`next.config.ts`, `scripts/ready.mjs`).
 */
export const BASE_PATH: string = process.env.MXPROOF_BASE_PATH ?? '';

/** What leads to a path of ours from outside of Next, whose `Link` and `redirect` take paths and do the same themselves. */
export function ownLink(path: string): string {
  // Next answers there without the slash.
  const isStart = path === '/' || path.startsWith('/?');
  return isStart && BASE_PATH !== '' ? `${BASE_PATH}${path.slice(1)}` : `${BASE_PATH}${path}`;
}

/** The path of ours, with its query, that a request asks for; null where mxproof is not. */
export function ownPath(url: string): string | null {
  if (!url.startsWith(BASE_PATH)) return null;
  const path = url.slice(BASE_PATH.length);
  if (path === '' || path.startsWith('?')) return `/${path}`;
  return path.startsWith('/') ? path : null;
}
