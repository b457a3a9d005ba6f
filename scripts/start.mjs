// `npm start`: everything from a fresh checkout to a served page.
import { build, bundlePrograms, checkNode, generateClient, installPackages } from './ready.mjs';
import { serve } from './serve.mjs';

checkNode();
installPackages();
generateClient();
bundlePrograms();
build();
serve('start');
