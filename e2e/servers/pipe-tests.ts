import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { bounceOf } from '../fixtures/notices';
import { PATIENCE_MS } from '../patience';
import { startPostfix } from './postfix-server';
import type { Product } from './product';

const ADDRESS = '127.25.1.20';
const MAILBOX = 'bounces@pipe.test';

/** The lines of `master.cf` as `docs/api.md` has them, pointed at the product of the test. */
function pipeService(url: string): string {
  const api = readFileSync('docs/api.md', 'utf8');
  const block = /^```\n(mxproof unix [\s\S]*?)^```/m.exec(api)?.[1];
  assert.ok(block !== undefined && block.includes('http://127.0.0.1:3000'));
  return block.replace('http://127.0.0.1:3000', url);
}

/** A bounce that reaches a mailbox is handed over by the pipe of `docs/api.md`. */
export function pipeTests(folder: string, product: () => Product): void {
  test('a bounce is handed over by Postfix, with the lines of docs/api.md', async () => {
    const { url } = product();
    const main = `virtual_mailbox_domains = pipe.test
virtual_mailbox_maps = inline:{ { ${MAILBOX} = yes } }
transport_maps = inline:{ { ${MAILBOX} = mxproof: } }`;
    const services = `${ADDRESS}:25 inet n - n - - smtpd\n${pipeService(url)}`;
    const server = await startPostfix(
      join(folder, 'pipe'),
      { main, services },
      { address: ADDRESS, port: 25 },
    );
    try {
      const reply = '550 5.1.1 User unknown';
      const recipient = { address: 'nobody@piped.test', host: 'mx.piped.test', hostAddress: '192.0.2.25' };
      const message = bounceOf({ ...recipient, reply, status: '5.1.1' }).replaceAll('\n', '\r\n');
      const curl = ['-sS', '--mail-rcpt', MAILBOX, '--upload-file', '-', `smtp://${ADDRESS}:25`];
      execFileSync('curl', curl, { input: message, stdio: 'pipe' });
      for (const until = Date.now() + PATIENCE_MS; ; await pause(100)) {
        const page = await (await fetch(`${url}/domain/piped.test`)).text();
        if (/href="\/bounce\/[\w-]{22}"/.test(page)) return;
        assert.ok(Date.now() < until, `nothing was handed over:\n${server.output()}`);
      }
    } finally {
      await server.stop();
    }
  });
}
