// `npm run dev`: the same, with Next's development server.
import { bundlePrograms, checkNode, generateClient, installPackages } from './ready.mjs';
import { serve } from './serve.mjs';

checkNode();
installPackages();
generateClient();
bundlePrograms();
serve('dev');
