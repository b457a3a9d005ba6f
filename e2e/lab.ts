import { conductLab } from './conduct-lab';

/** `npm run lab`: mxproof on a practice internet, to try it without any network. Ctrl-C ends all of it. */
const { PORT: port } = process.env;

await conductLab(port === undefined ? {} : { port: Number(port) }, ({ url }) =>
  console.log(
    `\nThe practice internet runs. Open ${url} and try the targets listed there. Ctrl-C ends it.\n`,
  ),
);
