import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { bounceOf } from '../fixtures/notices';
import { makeCertificates } from './certificates';
import { type Product, startProduct } from './product';
import { NAME, PASSWORD, PROXIES, type Proxy } from './proxies';
import type { ServerProcess } from './server-process';

const ADA = `ada:${PASSWORD}`;

const BOUNCE = bounceOf({
  address: 'nobody@proxied.test',
  host: 'mx.proxied.test',
  hostAddress: '192.0.2.25',
  reply: '550 5.1.1 User unknown',
  status: '5.1.1',
});

/** The form of a page, as a browser sends it. */
function handOverForm(message: string): { type: string; body: string } {
  const edge = 'edge-of-the-form';
  const head = `--${edge}\r\nContent-Disposition: form-data; name="message"\r\n\r\n`;
  const body = `${head}${message}\r\n--${edge}--\r\n`;
  return { type: `multipart/form-data; boundary=${edge}`, body };
}

/** The examples of `docs/proxies` with real proxies before a real mxproof. */
export function proxyTests(folder: string, instance: () => Readonly<Record<string, string>>): void {
  for (const proxy of PROXIES) testsBehind(proxy, folder, instance);
}

function testsBehind(proxy: Proxy, folder: string, instance: () => Readonly<Record<string, string>>): void {
  const { at } = proxy;
  describe(`behind ${proxy.name}, as documented`, () => {
    let product: Product | undefined;
    let server: ServerProcess | undefined;
    let ca = '';
    let check = '';
    let mail = '';

    before(async () => {
      const own = join(folder, proxy.name);
      mkdirSync(own);
      const { authority, certificate, key } = makeCertificates(own, NAME);
      ca = readFileSync(authority, 'utf8');
      const example = readFileSync(proxy.example, 'utf8');
      product = await startProduct(own, { ...instance(), ...variablesOf(example) });
      const upstream = product.url.replace('http://', '');
      server = await proxy.start(example, { folder: own, upstream, certificate, key });
      const taken = await ask('POST', '/api/bounces', {
        user: ADA,
        type: 'message/rfc822',
        body: BOUNCE,
      });
      assert.equal(taken.status, 202, `${taken.text}\n${server.output()}`);
      mail = (JSON.parse(taken.text) as { id: string }).id;
      const started = await ask('POST', '/api/checks', {
        user: ADA,
        type: 'application/json',
        body: JSON.stringify({ target: '[127.0.0.1]' }),
      });
      check = (JSON.parse(started.text) as { id: string }).id;
    });

    after(async () => {
      await server?.stop();
      await product?.stop();
    });

    interface Asked {
      user?: string;
      type?: string;
      body?: string;
      headers?: Record<string, string>;
    }

    function ask(method: string, path: string, { user, type, body, headers }: Asked = {}) {
      return new Promise<{ status: number; text: string; location: string | undefined }>(
        (resolve, reject) => {
          request(
            {
              host: at.address,
              port: at.port,
              servername: NAME,
              ca,
              method,
              path,
              agent: false,
              ...(user !== undefined && { auth: user }),
              headers: {
                host: `${NAME}:${at.port}`,
                ...(type !== undefined && { 'content-type': type }),
                ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
                ...headers,
              },
            },
            (answer) => {
              let text = '';
              answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
              answer.on('end', () =>
                resolve({ status: answer.statusCode ?? 0, text, location: answer.headers.location }),
              );
            },
          )
            .on('error', reject)
            .end(body);
        },
      );
    }

    test('a link is read without a password, all else is not', async () => {
      const [checkPage, mailPage] = [`/check/${check}`, `/bounce/${mail}`];
      for (const path of ['/', '/bounce', '/feedback', '/domain/proxied.test', '/api/checks'])
        assert.equal((await ask('GET', path)).status, 401, path);
      for (const path of [
        checkPage,
        mailPage,
        `/api/checks/${check}`,
        `/api/bounces/${mail}`,
        '/findings',
        '/explain',
      ])
        assert.equal((await ask('GET', path)).status, 200, path);
      for (const path of [`/api/checks/${check}/stop`, `/api/checks/${check}/retest`])
        assert.equal((await ask('POST', path)).status, 403, path);
      const asReader = (await ask('GET', checkPage)).text;
      assert.doesNotMatch(asReader, /Run again|history of/);
      assert.match((await ask('GET', `/api/checks/${check}/events`)).text, /event: done/);
    });

    test('only a password proves who somebody is', async () => {
      const message = `/api/bounces/${mail}/message`;
      const forged = { 'x-remote-user': 'ada', 'x-forwarded-for': '127.0.0.1' };
      for (const [asked, status] of [
        [{}, 403],
        [{ headers: forged }, 403],
        [{ user: 'ada:wrong' }, proxy.wrongPassword],
        [{ user: 'ada:wrong', headers: forged }, proxy.wrongPassword],
      ] as const)
        assert.equal((await ask('GET', message, asked)).status, status, JSON.stringify(asked));
      assert.equal((await ask('GET', message, { user: ADA })).status, 200);
      assert.match((await ask('GET', '/', { user: ADA })).text, /Options/);
      assert.match((await ask('GET', `/check/${check}`, { user: ADA })).text, /Run again/);
    });

    test('a token is for mxproof to look at, and proves no name', async () => {
      const program = { authorization: 'Bearer mxp_of-nobody', 'x-remote-user': 'ada' };
      for (const path of ['/api/checks', `/api/checks/${check}`, `/api/bounces/${mail}/message`]) {
        const refused = await ask('GET', path, { headers: program });
        assert.equal(refused.status, 401, path);
        assert.equal((JSON.parse(refused.text) as { code: string }).code, 'token-unknown', path);
      }
    });

    test('a form with 2 MB, from the page itself and from no other, at a port of its own', async () => {
      const form = handOverForm(BOUNCE);
      const large = handOverForm(`${BOUNCE}\n${'x\n'.repeat(1024 * 1024)}`);
      const origin = `https://${NAME}:${at.port}`;
      const taken = await ask('POST', '/api/bounces', { user: ADA, ...large, headers: { origin } });
      assert.equal(taken.status, 303, taken.text);
      assert.match(taken.location ?? '', /^\/bounce\/[\w-]{22}$/);
      const foreign = { origin: `https://${NAME}` };
      assert.equal((await ask('POST', '/api/bounces', { user: ADA, ...form, headers: foreign })).status, 400);
    });

    test('it is not asked for by another name', async () => {
      const answer = await fetch(`${product?.url}/api/health`);
      assert.equal(answer.status, 200);
      const other = await ask('GET', `/check/${check}`, { headers: { host: 'evil.example' } });
      // One that nobody serves: mxproof refuses it, or the proxy has nothing to say.
      assert.ok(other.status === 421 || other.text === '', `${other.status} ${other.text}`);
    });
  });
}

/** The variables that stand at the beginning of the example. */
function variablesOf(example: string): Record<string, string> {
  const lines = [...example.matchAll(/^# {3}(MXPROOF_[A-Z_]+)=(.*)$/gm)];
  assert.equal(lines.length, 4);
  return Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value]));
}
