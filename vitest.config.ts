import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PATIENCE_MS } from './e2e/patience.ts';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    globalSetup: 'scripts/test-setup.mjs',
    include: [
      'lib/**/*.test.ts',
      'components/**/*.test.ts',
      'prisma/**/*.test.ts',
      'e2e/**/*.test.ts',
      '*.test.ts',
    ],
    // By default one core is left to whoever watches; a run takes nearly twice as long then.
    maxWorkers: '100%',
    // Processes, not threads: `e2e/fuzz/cpu-time.ts` counts the processor's time of its own process.
    pool: 'forks',
    // What is tested keeps no state of its own; to load it anew for each file takes as long as all tests.
    isolate: false,
    unstubGlobals: true,
    unstubEnvs: true,
    restoreMocks: true,
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
  },
});
