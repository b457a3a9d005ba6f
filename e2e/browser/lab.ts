import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { conductLab } from '../conduct-lab';
import { BLOCKLIST_BEHAVIOURS, BLOCKLIST_NAMES, BLOCKLIST_ZONES } from '../fixtures/blocklists';
import { SIGNER_ZONES, signedMessage } from '../fixtures/signed-message';
import { freePort } from '../free-port';
import type { Internet } from '../internet/internet';
import { block } from '../scenarios/block';
import { polite, zoneWithMx } from '../scenarios/scenario';

/** Far more than any test takes: what ends a check here is the test, never a clock. */
const PATIENCE_S = '3600';

const at = block('held');

/** The MTA of held.test answers a recipient when the test says so: a check of it goes on for as long as the test needs. */
const BESIDE = {
  zones: [zoneWithMx(at, 'held.test'), ...BLOCKLIST_ZONES, ...BLOCKLIST_NAMES, ...SIGNER_ZONES],
  behaviours: BLOCKLIST_BEHAVIOURS,
  mtas: { [at(101)]: polite('mx1.held.test', { holdsRecipients: true }) },
};

/** What tests ask of the practice internet, and tell it: `GET /asked?address=…`, `GET /message`, `POST /release?recipient=…`. */
async function obey(
  internet: Internet,
  { method, url = '/' }: IncomingMessage,
): Promise<readonly string[] | null> {
  const { pathname, searchParams } = new URL(url, 'http://practice');
  switch (`${method} ${pathname}`) {
    case 'GET /asked':
      return internet.asked(searchParams.get('address') ?? '');
    case 'GET /message':
      return [await signedMessage()];
    case 'POST /release':
      internet.release(searchParams.get('recipient') ?? '');
      return [];
    default:
      return null;
  }
}

/** mxproof and the practice internet of the browser tests; `playwright.config.ts` waits for the line that tells where. */
await conductLab(
  {
    beside: BESIDE,
    env: {
      MXPROOF_VERIFICATIONS_PER_MINUTE: '0',
      MXPROOF_GREETING_TIMEOUT_S: PATIENCE_S,
      MXPROOF_REPLY_TIMEOUT_S: PATIENCE_S,
      MXPROOF_CHECK_DEADLINE_S: PATIENCE_S,
    },
  },
  async ({ url, internet }) => {
    const port = await freePort();
    const control = createServer((request, response) => {
      void obey(internet, request).then((answer) =>
        // A connection that is kept may be closed just when the next request comes.
        response.writeHead(answer === null ? 404 : 200, { connection: 'close' }).end(JSON.stringify(answer)),
      );
    }).listen(port, '127.0.0.1');
    await once(control, 'listening');
    console.log(`The practice internet of the tests: mxproof at ${url}, itself at http://127.0.0.1:${port}`);
  },
);
