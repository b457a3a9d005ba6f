// `npm run test:postgresql -- [FOLDER…]`: the tests that open a database, on PostgreSQL. With `--`, another program instead:
// `node scripts/on-postgresql.mjs -- COMMAND…`. It starts a server of its own, and ends it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackage } from './debian.mjs';
import { postgresqlPrograms, startCluster } from './postgresql-cluster.mjs';
import {
  bin,
  bundlePrograms,
  checkNode,
  fail,
  generateClient,
  installPackages,
  ROOT,
  shareFate,
} from './ready.mjs';
import { unitResults } from './test-results.mjs';

/** Whose tests open a database by `e2e/fixtures/test-database.ts`. */
const TESTS = [
  'lib/store/store.test.ts',
  'lib/store/search-store.test.ts',
  'lib/store/mail-store.test.ts',
  'lib/store/account-store.test.ts',
  'lib/server/engine',
  'lib/server/verbs',
  'postgresql',
];

const RESULTS = join(ROOT, 'test-results', 'postgresql.json');

checkNode();
installPackages();
generateClient();
bundlePrograms();
if (postgresqlPrograms() === null) installPackage('postgresql');
const given = process.argv.slice(2);
const isOther = given[0] === '--' || given[0] === '--run';
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
