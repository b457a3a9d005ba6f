import { once } from 'node:events';
import { startLab } from './start-lab';

/** `npm run lab`: mxproof on a practice internet, to try it without any network. Ctrl-C ends all of it. */
async function main(): Promise<number> {
  const { PORT: port } = process.env;
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => ending.abort(new Error('Stopped.')));
  const lab = await startLab({
    signal: ending.signal,
    ...(port === undefined ? {} : { port: Number(port) }),
  });
  console.log(
    `\nThe practice internet runs. Open ${lab.url} and try the targets listed there. Ctrl-C ends it.\n`,
  );
  if (!ending.signal.aborted && lab.product.exitCode === null)
    await Promise.race([once(ending.signal, 'abort'), once(lab.product, 'exit')]);
  await lab.stop();
  if (ending.signal.aborted) return 0;
  console.error('mxproof ended; the practice internet was stopped too.');
  return 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
