import { type ChildProcess, spawn } from 'node:child_process';
import { isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Capture } from '@/lib/check/world';
import { holdsEnd } from './pcap';

/** How long tcpdump may take until it listens; then the session goes on without it. */
const START_MS = 2_000;
/** Packets are on their way from the kernel for a moment after the connection has closed, also those after its first FIN. */
const LAST_PACKETS_MS = 150;
/** How long the end of the connection is waited for on a busy machine. */
const END_MS = 2_000;
const LOOK_EVERY_MS = 50;
/** A session with TLS and a message has some 20 kB; evidence must stay small. */
const MAX_CAPTURE_BYTES = 256 * 1024;
/**
 * The kernel keeps packets for a tcpdump that waits for its turn, each in a slot as large as the longest packet may be. tcpdump's
 * own choice (262,144 bytes, 2 MiB) is four slots, and a busy machine lost the end of a session. This is 256.
 */
const MAX_PACKET_BYTES = 16_000;
const KERNEL_BUFFER_KIB = 4 * 1024;

/**
 * Captures the packets to and from one address and port with tcpdump. Null when it is not installed or not permitted: then
 * `onFailure` is told why. The file is cut at `MAX_CAPTURE_BYTES`.
 */
export async function startCapture(
  address: string,
  port: number,
  onFailure: (why: string) => void,
): Promise<Capture | null> {
  if (isIP(address) === 0) return null;
  const filter = `host ${address} and tcp port ${port}`;
  const room = ['-s', String(MAX_PACKET_BYTES), '-B', String(KERNEL_BUFFER_KIB)];
  const options = ['-i', 'any', '-n', '-U', '--immediate-mode', ...room, '-w', '-'];
  const tcpdump = spawn('tcpdump', [...options, filter], { stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  let size = 0;
  tcpdump.stdout.on('data', (chunk: Buffer) => {
    if (size < MAX_CAPTURE_BYTES) chunks.push(chunk.subarray(0, MAX_CAPTURE_BYTES - size));
    size += chunk.length;
  });
  const why = await whyNotListening(tcpdump);
  if (why !== null) {
    onFailure(why);
    return null;
  }
  return {
    async stop(localPort) {
      const isWhole = () =>
        localPort === null || size >= MAX_CAPTURE_BYTES || holdsEnd(Buffer.concat(chunks), localPort);
      for (let ms = 0; ms < END_MS && !isWhole(); ms += LOOK_EVERY_MS) await wait(LOOK_EVERY_MS);
      await wait(LAST_PACKETS_MS);
      await ended(tcpdump);
      return chunks.length === 0 ? null : new Uint8Array(Buffer.concat(chunks));
    },
  };
}

/** Null once tcpdump says that it listens. */
function whyNotListening(tcpdump: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    const timer = setTimeout(() => {
      tcpdump.kill();
      resolve(`tcpdump did not start within ${START_MS / 1000} s`);
    }, START_MS);
    const end = (why: string | null) => {
      clearTimeout(timer);
      resolve(why);
    };
    tcpdump.stderr?.on('data', (chunk: Buffer) => {
      said += String(chunk);
      if (/listening on/.test(said)) end(null);
    });
    tcpdump.once('error', (error) => end(error.message));
    tcpdump.once('exit', () => end(said.trim().split('\n').at(-1) ?? ''));
  });
}

async function ended(tcpdump: ChildProcess): Promise<void> {
  if (tcpdump.exitCode !== null || tcpdump.signalCode !== null) return;
  const end = new Promise((resolve) => tcpdump.once('close', resolve));
  tcpdump.kill('SIGTERM');
  await end;
}
