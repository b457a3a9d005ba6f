import { createServer, type Socket } from 'node:net';

/** Answers as fast as it can, on every loopback address; in a process of its own, so that it costs its clients nothing. */
const REPLIES: Readonly<Record<string, string>> = {
  EHLO: '250-mx.bench.test\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n',
  MAIL: '250 2.1.0 Ok\r\n',
  RCPT: '250 2.1.5 Ok\r\n',
  QUIT: '221 2.0.0 Bye\r\n',
};

/** Sessions that must be open before anybody is greeted; with 0 everybody is greeted at once. */
const together = Number(process.argv[2] ?? 0);
const waiting: Socket[] = [];

const server = createServer({ noDelay: true }, (socket) => {
  let rest = '';
  socket.on('error', () => undefined);
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    rest += text;
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const verb = rest.slice(0, 4);
      rest = rest.slice(end + 2);
      socket.write(REPLIES[verb] ?? '502 5.5.1 Command not implemented\r\n');
      if (verb === 'QUIT') socket.end();
    }
  });
  waiting.push(socket);
  if (waiting.length >= together)
    for (const one of waiting.splice(0)) one.write('220 mx.bench.test ESMTP\r\n');
});
server.listen({ port: 0, host: '0.0.0.0', backlog: 2_048 }, () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
});
