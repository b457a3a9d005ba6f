// Runs a TypeScript program of the project, with everything installed that it needs.
import { spawn } from 'node:child_process';
import {
  bundlePrograms,
  checkNode,
  generateClient,
  installPackages,
  readEnvFile,
  ROOT,
  shareFate,
} from './ready.mjs';

checkNode();
// What works on the instance of whoever runs it is in `scripts`; tests and the practice internet are not to know it.
if (process.argv[2]?.startsWith('scripts/')) readEnvFile();
installPackages();
generateClient();
bundlePrograms();
const program = spawn(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
shareFate(program);
program.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
