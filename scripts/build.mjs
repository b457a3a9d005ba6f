// Everything of `npm start` but serving: for images.
import { build, bundlePrograms, checkNode, generateClient, installPackages, readEnvFile } from './ready.mjs';

checkNode();
readEnvFile();
installPackages();
generateClient();
bundlePrograms();
build();
