import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM } from '../browser/chromium';
import { makeCertificates } from './certificates';
import { type Product, startProduct } from './product';
import { NAME, NGINX_WITH_ACCOUNTS } from './proxies';
import type { ServerProcess } from './server-process';

const PERSON = { email: 'ada@example.org', password: 'three words and a number 7' };

/** Accounts of mxproof behind a real proxy, as documented, with a real browser before it. */
export function accountTests(folder: string, instance: () => Readonly<Record<string, string>>): void {
  describe('accounts of mxproof behind nginx, as documented', () => {
    const { at, example: file, start } = NGINX_WITH_ACCOUNTS;
    let product: Product | undefined;
    let server: ServerProcess | undefined;
    let browser: Browser | undefined;

    before(async () => {
      const own = join(folder, 'accounts');
      mkdirSync(own);
      const { certificate, key } = makeCertificates(own, NAME);
      const example = readFileSync(file, 'utf8');
      const variables = [...example.matchAll(/^# {3}(MXPROOF_[A-Z_]+)=(.*)$/gm)];
      const env = Object.fromEntries(variables.map(([, name = '', value = '']) => [name, value]));
      product = await startProduct(own, { ...instance(), ...env });
      const upstream = product.url.replace('http://', '');
      server = await start.call(NGINX_WITH_ACCOUNTS, example, { folder: own, upstream, certificate, key });
      browser = await chromium.launch({
        ...CHROMIUM,
        args: [...(CHROMIUM.args ?? []), `--host-resolver-rules=MAP ${NAME}:443 ${at.address}:${at.port}`],
      });
    });

    after(async () => {
      await browser?.close();
      await server?.stop();
      await product?.stop();
    });

    test('the link in the log makes the first account; its cookie is of this host alone', async () => {
      const link = await product?.says(/\/setup\?code=[\w-]{43}/);
      assert.ok(link);
      const person = await browser?.newContext({ ignoreHTTPSErrors: true, baseURL: `https://${NAME}` });
      assert.ok(person);
      assert.equal(
        (await person.request.get(`https://${NAME}/api/checks`).catch(() => null))?.status() ?? 403,
        403,
      );
      const page = await person.newPage();
      await page.goto('/setup?code=wrong');
      assert.equal(await page.getByLabel(/^Password/).count(), 0);
      await page.goto(link);
      await page.getByRole('main').getByLabel('Address').fill(PERSON.email);
      await page.getByLabel(/^Password/).fill(PERSON.password);
      await page.getByRole('button', { name: 'Make the account' }).click();
      await page.waitForURL('**/settings');
      const cookies = (await person.cookies()).filter(({ name }) => name.startsWith('__Host-'));
      assert.deepEqual(
        cookies.map(({ name, secure, httpOnly, sameSite, domain, path }) => ({
          name,
          secure,
          httpOnly,
          sameSite,
          domain,
          path,
        })),
        [
          {
            name: '__Host-mxproof.session_token',
            secure: true,
            httpOnly: true,
            sameSite: 'Lax',
            domain: NAME,
            path: '/',
          },
        ],
      );
      await page.goto(link);
      assert.equal(await page.getByLabel(/^Password/).count(), 0);
      const other = await browser?.newContext({ ignoreHTTPSErrors: true, baseURL: `https://${NAME}` });
      const elsewhere = await other?.newPage();
      await elsewhere?.goto('/sign-in?to=/account');
      await elsewhere?.getByRole('main').getByLabel('Address').fill(PERSON.email);
      await elsewhere?.getByLabel('Password').fill(PERSON.password);
      await elsewhere?.getByRole('button', { name: 'Sign in', exact: true }).click();
      await elsewhere?.waitForURL(`https://${NAME}/account`);
      assert.equal(await elsewhere?.getByRole('listitem').filter({ hasText: 'from 127.' }).count(), 2);
    });
  });
}
