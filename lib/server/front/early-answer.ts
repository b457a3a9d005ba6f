import type { IncomingMessage, ServerResponse } from 'node:http';

/** Octets that are thrown away meanwhile: the largest message, and as much again. */
const LINGER_OCTETS = 50 * 1024 * 1024;

/**
 * Whoever was answered before all was sent is let finish for so many milliseconds, since most programs read the answer only
 * then (RFC 9112 §9.6), and loses the connection when it takes longer: Node would wait for all of it.
 */
export function endEarlyAnswer(request: IncomingMessage, response: ServerResponse, lingerMs: number): void {
  if (!hasBody(request)) return;
  response.once('finish', () => {
    const { socket } = request;
    if (request.complete || socket.destroyed) return;
    const most = socket.bytesRead + LINGER_OCTETS;
    const cut = () => request.complete || socket.destroy();
    setTimeout(cut, lingerMs).unref();
    request.on('data', () => socket.bytesRead > most && cut());
    request.resume();
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
