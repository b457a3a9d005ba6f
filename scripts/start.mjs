// `npm start`: everything from a fresh checkout to a served page.
import { build, bundlePrograms, checkNode, generateClient, installPackages, readEnvFile } from './ready.mjs';
import { serve } from './serve.mjs';

checkNode();
readEnvFile();
installPackages();
generateClient();
bundlePrograms();
build();
serve('start');
