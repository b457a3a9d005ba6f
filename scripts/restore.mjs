// `npm run restore -- FILE`
import { bundlePrograms, checkNode, generateClient, installPackages } from './ready.mjs';
import { runProgram } from './run-program.mjs';

checkNode();
installPackages();
generateClient();
bundlePrograms();
runProgram('restore', process.argv.slice(2));
