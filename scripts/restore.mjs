// `npm run restore -- FILE`
import { bundlePrograms, checkNode, generateClient, installPackages, readEnvFile } from './ready.mjs';
import { runProgram } from './run-program.mjs';

checkNode();
readEnvFile();
installPackages();
generateClient();
bundlePrograms();
runProgram('restore', process.argv.slice(2));
