// `npm run test:postgresql -- [FOLDER…]`: the tests that open a database, on PostgreSQL. With `--`, another program instead:
// `node scripts/on-postgresql.mjs -- COMMAND…`. It starts a server of its own, and ends it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installOnDebian } from './debian.mjs';
import { postgresqlPrograms, startCluster } from './postgresql-cluster.mjs';
import {
  bin,
  build,
  bundlePrograms,
  checkNode,
  fail,
  generateClient,
  installPackages,
  ROOT,
  shareFate,
} from './ready.mjs';
import { unitResults } from './test-results.mjs';

/** Files whose tests open a database by `e2e/fixtures/test-database.ts`, and those that need a server anyway; as vitest finds them. */
const TESTS = [
  'lib/store/store.test.ts',
  ...['search', 'mail', 'account'].map((part) => `lib/store/${part}-store.test.ts`),
  'lib/server/accounts/accounts.test.ts',
  ...['kept-mail', 'removal', 'retests', 'search-index', 'transfer/transfer.test'].map(
    (part) => `lib/server/engine/${part}`,
  ),
  ...['domain-', 'get-report', 'notes', 'shares', 'watches'].map((part) => `lib/server/verbs/${part}`),
  '.server.test.ts',
];

const RESULTS = join(ROOT, 'test-results', 'postgresql.json');

checkNode();
installPackages();
generateClient();
bundlePrograms();
if (postgresqlPrograms() === null && !installOnDebian(['postgresql']))
  fail('Install postgresql first, or run this as root on Debian.');
const given = process.argv.slice(2);
const isOther = given[0] === '--';
// One of the tests is served.
if (given.length === 0) build();
const [command = '', ...args] = isOther ? given.slice(1) : testCommand(given);

const cluster = await startCluster().catch((error) => fail(error.message));
let code = 1;
try {
  const env = { ...process.env, MXPROOF_TEST_POSTGRESQL: cluster.url };
  const program = spawn(command, args, { cwd: ROOT, env, stdio: 'inherit' });
  shareFate(program);
  const [status] = await once(program, 'exit');
  code = status ?? 1;
} finally {
  await cluster.remove();
}
if (!isOther) tellTests();
process.exit(code);

/** @param {string[]} folders */
function testCommand(folders) {
  rmSync(RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  return [bin('vitest'), 'run', ...(folders.length > 0 ? folders : TESTS), ...reporters];
}

function tellTests() {
  const { passed, failed, failures } = unitResults(RESULTS, ROOT);
  for (const failure of failures) console.log(`FAILED ${failure}`);
  console.log(`${passed} passed, ${failed} failed`);
}
