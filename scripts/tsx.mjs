// Runs a TypeScript program of the project, with everything installed that it needs.
import { spawn } from 'node:child_process';
import { bundlePrograms, checkNode, generateClient, installPackages, ROOT, shareFate } from './ready.mjs';

checkNode();
installPackages();
generateClient();
bundlePrograms();
const program = spawn(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
shareFate(program);
program.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
