// Everything of `npm start` but serving: for images.
import { build, bundleMailReader, checkNode, generateClient, installPackages } from './ready.mjs';

checkNode();
installPackages();
generateClient();
bundleMailReader();
build();
