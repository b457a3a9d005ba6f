import { connect } from 'node:net';

const LINES = ['EHLO probe.bench.test', 'MAIL FROM:<a@probe.bench.test>', 'RCPT TO:<b@bench.test>', 'QUIT'];

/** An envelope session with nothing but a socket: what a session costs at least. Resolves when it is closed. */
export function bareSession(address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, noDelay: true });
    let said = 0;
    let rest = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      rest += text;
      // The last line of a reply has a space after its code (RFC 5321 §4.2.1).
      if (!/(?:^|\n)\d{3} [^\n]*\n$/.test(rest)) return;
      rest = '';
      const line = LINES[said++];
      if (line !== undefined) socket.write(`${line}\r\n`);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
}
