// Everything of `npm start` but serving: for images.
import { build, bundlePrograms, checkNode, generateClient, installPackages } from './ready.mjs';

checkNode();
installPackages();
generateClient();
bundlePrograms();
build();
