import { execFileSync } from 'node:child_process';
import { hostname } from 'node:os';

const MAX_WAIT_MS = 2_000;

/** The machine's fully qualified name as `hostname -f` knows it; the short name when there is no other. */
export function machineName(): string {
  const short = hostname();
  if (short.includes('.')) return short.toLowerCase();
  try {
    const full = execFileSync('hostname', ['-f'], {
      timeout: MAX_WAIT_MS,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return full.toString().trim().toLowerCase() || short;
  } catch {
    return short;
  }
}
