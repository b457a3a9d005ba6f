import { connect, type Socket } from 'node:net';
import { errnoOf } from './errno';

/** How a TCP connection could not be made; `detail` is the error of the system. */
export interface NoConnection {
  outcome: 'refused' | 'timeout' | 'reset' | 'unreachable' | 'stopped';
  detail: string | null;
}

/** Opens a connection, or says how it failed; never rejects. `address` is an IP address that the guard has allowed. */
export function openTcp(
  address: string,
  port: number,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Socket | NoConnection> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ outcome: 'stopped', detail: null });
    const socket = connect({ host: address, port, noDelay: true });
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.off('connect', succeed);
    };
    const fail = (how: NoConnection) => {
      end();
      socket.destroy();
      resolve(how);
    };
    const stop = () => fail({ outcome: 'stopped', detail: null });
    const succeed = () => {
      end();
      socket.removeAllListeners('error');
      resolve(socket);
    };
    const timer = setTimeout(() => fail({ outcome: 'timeout', detail: 'ETIMEDOUT' }), timeoutMs);
    signal.addEventListener('abort', stop, { once: true });
    socket.on('connect', succeed);
    socket.on('error', (error) => fail({ outcome: outcomeOf(errnoOf(error)), detail: errnoOf(error) }));
  });
}

function outcomeOf(errno: string): NoConnection['outcome'] {
  switch (errno) {
    case 'ECONNREFUSED':
      return 'refused';
    case 'ECONNRESET':
      return 'reset';
    case 'ETIMEDOUT':
      return 'timeout';
    default:
      return 'unreachable';
  }
}
