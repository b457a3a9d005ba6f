// `npm run worker`: runs checks, and serves no pages.
import { bundlePrograms, checkNode, generateClient, installPackages, readEnvFile } from './ready.mjs';
import { serveChecks } from './serve.mjs';

checkNode();
readEnvFile();
installPackages();
generateClient();
bundlePrograms();
serveChecks();
