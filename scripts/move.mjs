// `npm run db:move -- FILE URL`
import { bundlePrograms, checkNode, generateClient, installPackages, readEnvFile } from './ready.mjs';
import { runProgram } from './run-program.mjs';

checkNode();
readEnvFile();
installPackages();
generateClient();
bundlePrograms();
runProgram('move', process.argv.slice(2));
