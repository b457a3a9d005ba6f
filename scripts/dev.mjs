// `npm run dev`: the same, with Next's development server.
import { bundleMailReader, checkNode, generateClient, installPackages } from './ready.mjs';
import { serve } from './serve.mjs';

checkNode();
installPackages();
generateClient();
bundleMailReader();
serve('dev');
