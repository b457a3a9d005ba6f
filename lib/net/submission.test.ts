import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { submit, type SubmissionServer } from './submission';

const MAIL = {
  from: 'mxproof@probe.example',
  to: 'ops@example.org',
  subject: 'example.org: deferred\r\nBcc: all@example.org',
  text: 'mx1 answered 451 “später”.\n.\nend',
  id: 'alert-1',
};

const servers: { close(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server of our own, and the mails that it has taken. */
async function mailServer(options: SMTPServerOptions): Promise<{ place: SubmissionServer; taken: string[] }> {
  const taken: string[] = [];
  const server = new SMTPServer({
    ...options,
    logger: false,
    onData(stream, _session, done) {
      void stream.toArray().then((pieces: Buffer[]) => {
        taken.push(Buffer.concat(pieces).toString());
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  servers.push(server);
  const { port } = server.server.address() as AddressInfo;
  return { place: { host: '127.0.0.1', port, isSecure: false, user: null }, taken };
}

test('a mail of text arrives, with one Message-ID, from a machine; a subject is one line', async () => {
  const { place, taken } = await mailServer({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'] });
  expect(await submit(MAIL, place)).toEqual({ ok: true, value: null });
  const [head = '', body = ''] = (taken[0] ?? '').split('\r\n\r\n');
  expect(head).toMatch(/^Message-ID: <alert-1@probe\.example>$/m);
  expect(head).toMatch(/^Auto-Submitted: auto-generated$/im);
  expect(head).not.toMatch(/^Bcc:/im);
  expect(body).toContain('end');
});

test('what the server answers is the problem', async () => {
  const { place } = await mailServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('no such mailbox'), { responseCode: 550 })),
  });
  expect(await submit(MAIL, place)).toEqual({
    ok: false,
    problem: expect.stringMatching(/550 no such mailbox/) as string,
  });
});

test('a password is not said without TLS', async () => {
  let isAsked = false;
  const { place, taken } = await mailServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => {
      isAsked = true;
      done(null, { user: 'x' });
    },
  });
  const sent = await submit(MAIL, { ...place, user: { name: 'x', password: 'y' } });
  expect([sent.ok, isAsked, taken]).toEqual([false, false, []]);
});

test('a certificate that nobody vouches for is not taken', async () => {
  const { place, taken } = await mailServer({ authOptional: true });
  expect((await submit(MAIL, { ...place, user: { name: 'x', password: 'y' } })).ok).toBe(false);
  expect(taken).toEqual([]);
});

test('where nobody listens', async () => {
  const unused = createServer().listen(0, '127.0.0.1');
  await once(unused, 'listening');
  const { port } = unused.address() as AddressInfo;
  unused.close();
  await once(unused, 'close');
  const place = { host: '127.0.0.1', port, isSecure: false, user: null };
  expect(await submit(MAIL, place)).toEqual({
    ok: false,
    problem: expect.stringMatching(/ECONNREFUSED|ESOCKET/) as string,
  });
});
