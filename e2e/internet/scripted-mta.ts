import net from 'node:net';
import { listenTcp } from './listen';
import type { Act, Running, ScriptedMta, Turn } from './mta';

/** Starts an MTA that follows a script. Resolves when it listens; rejects when the port is taken. */
export async function startScriptedMta(
  mta: ScriptedMta,
  place: { address: string; port: number },
  onSaid: (line: string) => void,
): Promise<Running> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    void converse(mta, socket, onSaid);
  });
  await listenTcp(server, place);
  return {
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function converse(mta: ScriptedMta, socket: net.Socket, onSaid: (line: string) => void): Promise<void> {
  if (!(await act(socket, mta.script.greeting ?? polite(mta, 'greeting')))) return;
  let inMessage = false;
  for await (const line of linesOf(socket)) {
    if (inMessage && line !== '.') continue;
    onSaid(line);
    const turn: Turn | null = inMessage ? 'message' : turnOf(line);
    const acts: readonly Act[] =
      turn === null ? ['502 5.5.1 Command not implemented'] : (mta.script[turn] ?? polite(mta, turn));
    if (!(await act(socket, acts))) return;
    inMessage = turn === 'DATA' && acts.some((one) => typeof one === 'string' && one.startsWith('354'));
  }
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

/** False when the dialogue goes no further. */
async function act(socket: net.Socket, acts: readonly Act[]): Promise<boolean> {
  for (const one of acts) {
    if (socket.destroyed) return false;
    if (one === 'close') socket.end();
    else if (one === 'reset') socket.resetAndDestroy();
    else if (one === 'silence') socket.resume();
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
    if (one === 'close' || one === 'reset' || one === 'silence') return false;
  }
  return true;
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

function polite({ name }: ScriptedMta, turn: Turn): readonly Act[] {
  switch (turn) {
    case 'greeting':
      return [`220 ${name} ESMTP`];
    case 'EHLO':
      return [`250-${name}\n250-PIPELINING\n250-SIZE 10240000\n250 8BITMIME`];
    case 'HELO':
      return [`250 ${name}`];
    case 'STARTTLS':
      return ['502 5.5.1 Command not implemented'];
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
