import { once } from 'node:events';
import { whenOrphaned } from '../scripts/ready.mjs';
import { type Lab, type LabOptions, startLab } from './start-lab';

/** Runs a lab as a program: until a signal comes, mxproof ends, or who started it is gone; then the process exits. */
export async function conductLab(
  options: Omit<LabOptions, 'signal'>,
  onReady: (lab: Lab) => void | Promise<void>,
): Promise<never> {
  try {
    process.exit(await runToEnd(options, onReady));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** The exit code: 0 when the lab was told to end. */
async function runToEnd(
  options: Omit<LabOptions, 'signal'>,
  onReady: (lab: Lab) => void | Promise<void>,
): Promise<number> {
  const ending = new AbortController();
  const end = () => ending.abort(new Error('Stopped.'));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
  whenOrphaned(end);
  const lab = await startLab({ ...options, signal: ending.signal });
  await onReady(lab);
  if (!ending.signal.aborted && lab.product.exitCode === null)
    await Promise.race([once(ending.signal, 'abort'), once(lab.product, 'exit')]);
  await lab.stop();
  if (ending.signal.aborted) return 0;
  console.error('mxproof ended; the practice internet was stopped too.');
  return 1;
}
