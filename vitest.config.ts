import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { PATIENCE_MS } from './e2e/patience.ts';

/** Rooms that are pure or draw: all but those with sockets, files, settings and the database. */
const PURE = ['lib/!(net|store|server)/**/*.test.ts', 'lib/*.test.ts', 'components/**/*.test.ts'];

/** Without a server of PostgreSQL (`scripts/on-postgresql.mjs`). */
const NEEDING_SERVER = process.env['MXPROOF_TEST_POSTGRESQL'] === undefined ? ['**/*.server.test.ts'] : [];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    globalSetup: 'scripts/test-setup.mjs',
    // By default one core is left to whoever watches; a run takes nearly twice as long then.
    maxWorkers: '100%',
    // Processes, not threads: `e2e/fuzz/cpu-time.ts` counts the processor's time of its own process.
    pool: 'forks',
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: PURE,
          // They keep no state; to load them anew for each file takes longer than all their tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'edge',
          include: ['lib/**/*.test.ts', 'prisma/**/*.test.ts', 'e2e/**/*.test.ts', '*.test.ts'],
          exclude: [...configDefaults.exclude, ...PURE, ...NEEDING_SERVER],
        },
      },
    ],
  },
});
