import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program in a group of its own, so that it can be killed with what it has started. */
export interface OwnGroup {
  /** Everything that it has written so far. */
  output(): string;
  /** Sends the signal to the process itself and waits for its end; the exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Kills it together with what it has started. */
  kill(): Promise<void>;
}

export function startGroup(
  [program, ...args]: readonly [program: string, ...args: string[]],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): OwnGroup {
  const product = spawn(program, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [product.stdout, product.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => (output += piece));
  const ended = once(product, 'exit');
  return {
    output: () => output,
    async end(signal) {
      product.kill(signal);
      await ended;
      return product.exitCode;
    },
    async kill() {
      if (product.pid === undefined || product.exitCode !== null || product.signalCode !== null) return;
      process.kill(-product.pid, 'SIGKILL');
      await ended;
    },
  };
}
