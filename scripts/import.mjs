// `npm run import -- FILE`
import { bundlePrograms, checkNode, generateClient, installPackages, readEnvFile } from './ready.mjs';
import { runProgram } from './run-program.mjs';

checkNode();
readEnvFile();
installPackages();
generateClient();
bundlePrograms();
runProgram('transfer', ['import', ...process.argv.slice(2)]);
