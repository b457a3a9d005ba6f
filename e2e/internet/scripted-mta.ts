import net from 'node:net';
import tls from 'node:tls';
import type { Authority } from './certificates';
import { listenTcp } from './listen';
import type { Act, Running, ScriptedMta, Turn } from './mta';

/** Starts an MTA that follows a script. Resolves when it listens; rejects when the port is taken. */
export async function startScriptedMta(
  mta: ScriptedMta,
  place: { address: string; port: number },
  authority: Authority,
  onSaid: (line: string) => void,
): Promise<Running> {
  const identity = mta.tls && (await authority.issue(mta.name, mta.tls.certificate));
  const sockets = new Set<net.Socket>();
  const server = net.createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    void converse(mta, socket, identity ?? null, onSaid);
  });
  await listenTcp(server, place);
  return {
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function converse(
  mta: ScriptedMta,
  socket: net.Socket,
  identity: { key: string; cert: string } | null,
  onSaid: (line: string) => void,
): Promise<void> {
  if ((await act(socket, mta.script.greeting ?? polite(mta, 'greeting', false))) === 'over') return;
  const next = await talk(mta, socket, false, onSaid);
  if (next !== 'secure' || identity === null) return;
  const { minVersion = 'TLSv1', maxVersion, largeHello } = mta.tls ?? {};
  if (largeHello !== undefined) {
    await untilHeard(socket);
    if (socket.readableLength > largeHello.above) return void act(socket, [largeHello.then]);
  }
  const secure = new tls.TLSSocket(socket, {
    ...identity,
    isServer: true,
    minVersion,
    ciphers: 'DEFAULT@SECLEVEL=0',
    ...(maxVersion && { maxVersion }),
  });
  secure.on('error', () => undefined);
  await talk(mta, secure, true, onSaid);
}

/** Answers line by line; ends with the connection, with a script that goes no further, or for the handshake. */
async function talk(
  mta: ScriptedMta,
  socket: net.Socket,
  isSecure: boolean,
  onSaid: (line: string) => void,
): Promise<'over' | 'secure'> {
  const script = (isSecure ? mta.secured : null) ?? mta.script;
  let inMessage = false;
  for await (const line of linesOf(socket)) {
    if (inMessage && line !== '.') continue;
    onSaid(line);
    const turn: Turn | null = inMessage ? 'message' : turnOf(line);
    const acts: readonly Act[] =
      turn === null ? ['502 5.5.1 Command not implemented'] : (script[turn] ?? polite(mta, turn, isSecure));
    const next = await act(socket, acts);
    if (next !== 'on') return next;
    inMessage = turn === 'DATA' && acts.some((one) => typeof one === 'string' && one.startsWith('354'));
  }
  return 'over';
}

/** The lines of the other side; ends with the connection. */
async function* linesOf(socket: net.Socket): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      rest += String(chunk);
      const lines = rest.split('\r\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch {
    // a reset ends the dialogue like a close
  }
}

/** Says whether the dialogue goes on. */
async function act(socket: net.Socket, acts: readonly Act[]): Promise<'on' | 'over' | 'secure'> {
  for (const one of acts) {
    if (socket.destroyed) return 'over';
    if (one === 'secure') return 'secure';
    if (one === 'close') socket.end();
    else if (one === 'reset') socket.resetAndDestroy();
    else if (one === 'silence') socket.resume();
    else if (one === 'hear') await untilHeard(socket);
    else if (typeof one === 'string')
      socket.write(
        one
          .split('\n')
          .map((line) => `${line}\r\n`)
          .join(''),
      );
    else if ('bytes' in one) socket.write(one.bytes);
    else if ('waitMs' in one) await new Promise((resolve) => setTimeout(resolve, one.waitMs).unref());
    else await writeEndlessly(socket, one.endless);
    if (one === 'close' || one === 'reset' || one === 'silence') return 'over';
  }
  return 'on';
}

/** Resolves when there is something to read, or nothing more can come. */
async function untilHeard(socket: net.Socket): Promise<void> {
  if (socket.readableLength > 0 || socket.destroyed) return;
  await new Promise<void>((resolve) => {
    socket.once('readable', resolve);
    socket.once('close', resolve);
  });
}

async function writeEndlessly(socket: net.Socket, text: string): Promise<void> {
  const chunk = Buffer.from(text.repeat(Math.ceil(4096 / text.length)));
  socket.resume();
  while (!socket.destroyed) {
    if (socket.write(chunk)) await new Promise(setImmediate);
    else
      await new Promise<void>((resolve) => {
        socket.once('drain', resolve);
        socket.once('close', resolve);
      });
  }
}

function turnOf(line: string): Turn | null {
  const verb = line.slice(0, 8).toUpperCase().split(/[ :]/)[0] ?? '';
  switch (verb) {
    case 'EHLO':
    case 'HELO':
    case 'STARTTLS':
    case 'MAIL':
    case 'RCPT':
    case 'DATA':
    case 'QUIT':
      return verb;
    default:
      return null;
  }
}

function polite({ name, tls }: ScriptedMta, turn: Turn, isSecure: boolean): readonly Act[] {
  const canSecure = tls !== undefined && !isSecure;
  switch (turn) {
    case 'greeting':
      return [`220 ${name} ESMTP`];
    case 'EHLO':
      return [
        `250-${name}\n250-PIPELINING\n${canSecure ? '250-STARTTLS\n' : ''}250-SIZE 10240000\n250 8BITMIME`,
      ];
    case 'HELO':
      return [`250 ${name}`];
    case 'STARTTLS':
      return canSecure ? ['220 2.0.0 Ready to start TLS', 'secure'] : ['502 5.5.1 Command not implemented'];
    case 'MAIL':
      return ['250 2.1.0 Ok'];
    case 'RCPT':
      return ['250 2.1.5 Ok'];
    case 'DATA':
      return ['354 End data with <CR><LF>.<CR><LF>'];
    case 'message':
      return ['250 2.0.0 Ok: queued as 4T7xYz0abc'];
    case 'QUIT':
      return ['221 2.0.0 Bye', 'close'];
  }
}
