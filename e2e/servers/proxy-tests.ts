import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { bounceOf } from '../fixtures/notices';
import { makeCertificates } from './certificates';
import { type Product, startProduct } from './product';
import { type ServerProcess, startServer } from './server-process';

const AT = { address: '127.25.1.30', port: 8443 };
const NAME = 'mxproof.example.org';

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

/** `docs/proxies/nginx.conf` with real nginx before a real mxproof. */
export function proxyTests(folder: string, instance: () => Readonly<Record<string, string>>): void {
  describe('behind nginx, as documented', () => {
    let product: Product | undefined;
    let nginx: ServerProcess | undefined;
    let ca = '';
    let check = '';
    let mail = '';

    before(async () => {
      const own = join(folder, 'proxy');
      mkdirSync(own);
      const { authority, certificate, key } = makeCertificates(own, NAME);
      ca = readFileSync(authority, 'utf8');
      const example = readFileSync('docs/proxies/nginx.conf', 'utf8');
      product = await startProduct(own, { ...instance(), ...variablesOf(example) });
      writeFileSync(join(own, 'passwords'), 'ada:{PLAIN}right\n');
      const server = example
        .replaceAll('127.0.0.1:3000', product.url.replace('http://', ''))
        .replace('listen 443 ssl', `listen ${AT.address}:${AT.port} ssl`)
        .replace('/etc/ssl/mxproof.pem', certificate)
        .replace('/etc/ssl/mxproof.key', key)
        .replaceAll('/etc/nginx/mxproof.htpasswd', join(own, 'passwords'));
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (what) => `${what}_temp_path ${join(own, what)};`,
      );
      const main = `daemon off; user root; pid ${join(own, 'nginx.pid')}; error_log stderr warn; events {}
http { access_log off; ${temporary.join(' ')} ${server} }`;
      writeFileSync(join(own, 'nginx.conf'), main);
      const command = ['nginx', '-e', 'stderr', '-p', own, '-c', join(own, 'nginx.conf')] as const;
      nginx = await startServer([...command], AT, join(own, 'nginx.log'));
      const taken = await ask('POST', '/api/bounces', {
        user: 'ada:right',
        type: 'message/rfc822',
        body: BOUNCE,
      });
      assert.equal(taken.status, 202, `${taken.text}\n${nginx.output()}`);
      mail = (JSON.parse(taken.text) as { id: string }).id;
      const started = await ask('POST', '/api/checks', {
        user: 'ada:right',
        type: 'application/json',
        body: JSON.stringify({ target: '[127.0.0.1]' }),
      });
      check = (JSON.parse(started.text) as { id: string }).id;
    });

    after(async () => {
      await nginx?.stop();
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
              host: AT.address,
              port: AT.port,
              servername: NAME,
              ca,
              method,
              path,
              agent: false,
              ...(user !== undefined && { auth: user }),
              headers: {
                host: `${NAME}:${AT.port}`,
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
      for (const asked of [
        {},
        { headers: forged },
        { user: 'ada:wrong' },
        { user: 'ada:wrong', headers: forged },
      ])
        assert.equal((await ask('GET', message, asked)).status, 403, JSON.stringify(asked));
      assert.equal((await ask('GET', message, { user: 'ada:right' })).status, 200);
      assert.match((await ask('GET', '/', { user: 'ada:right' })).text, /Options/);
      assert.match((await ask('GET', `/check/${check}`, { user: 'ada:right' })).text, /Run again/);
    });

    test('a form with 2 MB, from the page itself and from no other, at a port of its own', async () => {
      const form = handOverForm(BOUNCE);
      const large = handOverForm(`${BOUNCE}\n${'x\n'.repeat(1024 * 1024)}`);
      const origin = `https://${NAME}:${AT.port}`;
      const taken = await ask('POST', '/api/bounces', { user: 'ada:right', ...large, headers: { origin } });
      assert.equal(taken.status, 303, taken.text);
      assert.match(taken.location ?? '', /^\/bounce\/[\w-]{22}$/);
      const foreign = { origin: `https://${NAME}` };
      assert.equal(
        (await ask('POST', '/api/bounces', { user: 'ada:right', ...form, headers: foreign })).status,
        400,
      );
    });

    test('it is not asked for by another name', async () => {
      const answer = await fetch(`${product?.url}/api/health`);
      assert.equal(answer.status, 200);
      const other = await ask('GET', `/check/${check}`, { headers: { host: 'evil.example' } });
      assert.equal(other.status, 421);
    });
  });
}

/** The variables that stand at the beginning of the example. */
function variablesOf(example: string): Record<string, string> {
  const lines = [...example.matchAll(/^# {3}(MXPROOF_[A-Z_]+)=(.*)$/gm)];
  assert.equal(lines.length, 4);
  return Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value]));
}
