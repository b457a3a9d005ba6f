import type { NextConfig } from 'next';
import { PHASE_PRODUCTION_BUILD } from 'next/constants';
import { z } from 'zod';
import { BasePath } from './lib/server/config/base-path';
import { missingPageRewrite } from './lib/server/http/frozen-paths';

const basePath = process.env.MXPROOF_BASE_PATH ?? '';
const { error } = BasePath.safeParse(basePath);
if (basePath !== '' && error)
  throw new Error(`MXPROOF_BASE_PATH ${z.flattenError(error).formErrors.join(' ')}.`);

const CONFIG = {
  basePath,
  env: { MXPROOF_BASE_PATH: basePath },
  poweredByHeader: false,
  experimental: {
    // As `lib/server/front/receive.ts` takes them.
    serverActions: { bodySizeLimit: '64kb' },
    proxyClientMaxBodySize: '64kb',
    // `scripts/ready.mjs` builds only what has changed; what is kept for the next build takes longer to write than it saves.
    turbopackFileSystemCacheForBuild: false,
    // Each handler brings a copy of all that handlers share: of those that nobody asks for, none is read. `lib/server/front/serve.ts`
    // begins in its place.
    preloadEntriesOnStart: false,
  },
  // `npm run verify` checks them, in half a minute that a build need not take again.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // No page shows any, and to shrink what strangers name costs memory without a limit.
  images: { unoptimized: true },
  // Next looks for sharp by itself; nothing here is an image that it could shrink.
  outputFileTracingExcludes: { '**': ['**/node_modules/sharp/**', '**/node_modules/@img/**'] },
  serverExternalPackages: [
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
    'pg',
    'graphile-worker',
    'better-sqlite3',
    'pino',
    'prom-client',
    'better-auth',
    '@better-auth/passkey',
  ],
  headers: () =>
    Promise.resolve([
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
      {
        // Answers to programs: no page of any site shows them, and nothing leads on from them.
        source: '/api/:path*',
        headers: [
          { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
          { key: 'Referrer-Policy', value: 'no-referrer' },
          { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
        ],
      },
    ]),
  rewrites: () =>
    Promise.resolve({
      // While developing, every page is drawn by React.
      ...(process.env.NODE_ENV !== 'development' && { fallback: [missingPageRewrite()] }),
      // Browsers ask for it while a page is exchanged for another one, whatever the page names as its icon.
      afterFiles: [{ source: '/favicon.ico', destination: '/icon.svg' }],
    }),
} satisfies NextConfig;

/** Beside the build stands what it needs of packages, and nothing else: `scripts/release.mjs` packs it (decision 0071). */
export default function configOf(phase: string): NextConfig {
  return phase === PHASE_PRODUCTION_BUILD ? { ...CONFIG, output: 'standalone' } : CONFIG;
}
