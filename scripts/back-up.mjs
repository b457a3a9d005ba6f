// `npm run backup -- FILE`
import { bundlePrograms, checkNode, generateClient, installPackages } from './ready.mjs';
import { runProgram } from './run-program.mjs';

checkNode();
installPackages();
generateClient();
bundlePrograms();
runProgram('back-up', process.argv.slice(2));
