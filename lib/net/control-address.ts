import type { Socket } from 'node:net';
import type { World } from '@/lib/check/world';
import type { ControlAddress } from '@/lib/smtp/control-address';
import { escapeBytes } from '@/lib/smtp/escape';
import { startStopwatch } from './stopwatch';
import { openTcp } from './tcp';

/** Something that answers in the name of everybody stands in our own network, so it answers soon. */
const KNOCK_MS = 3_000;
/** How long its greeting is waited for. */
const BANNER_MS = 2_000;
const MAX_BANNER_BYTES = 256;
/** Checks within this time share one knock: our network does not change from one to the next. */
const SHARED_MS = 300_000;

/**
 * Knocks at the configured address; what was found stands for the checks of the next minutes. The address is the
 * administrator's choice and mostly a special one, so the guard is not asked.
 */
export function createKnock(address: string, port: number): NonNullable<World['knock']> {
  let last: { at: number; found: Promise<ControlAddress | null> } | null = null;
  return (signal) => {
    if (last === null || Date.now() - last.at > SHARED_MS) {
      const found = knock(address, port, signal);
      last = { at: Date.now(), found };
      void found.then((one) => {
        if (one === null) last = null;
      });
    }
    return last.found;
  };
}

async function knock(address: string, port: number, signal: AbortSignal): Promise<ControlAddress | null> {
  const elapsed = startStopwatch();
  const opened = await openTcp(address, port, KNOCK_MS, signal);
  const about = { address, port, banner: null };
  if (!('outcome' in opened)) {
    const banner = await firstLine(opened);
    return { ...about, outcome: 'answered', banner, ms: elapsed() };
  }
  switch (opened.outcome) {
    case 'stopped':
      return null;
    case 'refused':
    case 'reset':
      return { ...about, outcome: 'refused', ms: elapsed() };
    case 'timeout':
      return { ...about, outcome: 'silent', ms: elapsed() };
    case 'unreachable':
      return { ...about, outcome: 'unreachable', ms: elapsed() };
  }
}

/** The first line, escaped; null when nothing is said. */
function firstLine(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    const end = (text: string | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(text);
    };
    const timer = setTimeout(() => end(null), BANNER_MS);
    socket.once('data', (bytes) => {
      const [line = ''] = bytes
        .subarray(0, MAX_BANNER_BYTES)
        .toString('latin1')
        .split(/[\r\n]/, 1);
      end(escapeBytes(Buffer.from(line, 'latin1')).text);
    });
    socket.once('close', () => end(null));
    socket.on('error', () => undefined);
  });
}
