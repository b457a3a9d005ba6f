// Everything of `npm start` but serving: for images.
import { build, checkNode, generateClient, installPackages } from './ready.mjs';

checkNode();
installPackages();
generateClient();
build();
