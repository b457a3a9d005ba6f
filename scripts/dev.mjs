// `npm run dev`: the same, with Next's development server.
import { bundlePrograms, checkNode, generateClient, installPackages, readEnvFile } from './ready.mjs';
import { serve } from './serve.mjs';

checkNode();
readEnvFile();
installPackages();
generateClient();
bundlePrograms();
serve('dev');
