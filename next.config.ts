import type { NextConfig } from 'next';

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@prisma/adapter-better-sqlite3', 'better-sqlite3', 'pino'],
  headers: () =>
    Promise.resolve([
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
    ]),
  // Browsers ask for it while a page is exchanged for another one, whatever the page names as its icon.
  rewrites: () => Promise.resolve([{ source: '/favicon.ico', destination: '/icon.svg' }]),
  // Types and lint are judged by `npm run verify`, not a second time by every build.
  typescript: { ignoreBuildErrors: true },
} satisfies NextConfig;
