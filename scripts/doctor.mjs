// `npm run doctor`
import { bundlePrograms, checkNode, generateClient, installPackages, readEnvFile } from './ready.mjs';
import { runProgram } from './run-program.mjs';

checkNode();
readEnvFile();
installPackages();
generateClient();
bundlePrograms();
runProgram('doctor', process.argv.slice(2));
