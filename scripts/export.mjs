// `npm run export -- FILE`
import { bundlePrograms, checkNode, generateClient, installPackages, readEnvFile } from './ready.mjs';
import { runProgram } from './run-program.mjs';

checkNode();
readEnvFile();
installPackages();
generateClient();
bundlePrograms();
runProgram('transfer', ['export', ...process.argv.slice(2)]);
