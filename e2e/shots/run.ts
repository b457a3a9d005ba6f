import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM } from '../browser/chromium';
import { bounceOf, complaintOf } from '../fixtures/notices';
import { startLab } from '../start-lab';
import { postJson } from '../post-json';

/** Waits long enough for every scenario that is looked at to be over. */
const CHECK_MS = 40_000;

const WIDTHS = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;
const THEMES = ['light', 'dark'] as const;

/** `npm run shots -- DIR [mails|checks|comparisons|batches]`: pictures of the pages that matter, in both themes and two widths, to be looked at. */
async function main(folder = join('data', 'shots'), only = ''): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const lab = await startLab({ env: { MXPROOF_LAB_TARGETS: '' } });
  const browser = await chromium.launch(CHROMIUM);
  try {
    const takes = (part: string) => only === '' || only === part;
    if (takes('checks')) await takeChecks(lab.url, browser, folder);
    if (takes('mails')) await takeMails(lab.url, browser, folder);
    if (takes('batches')) await takeBatches(lab.url, browser, folder);
    if (takes('comparisons')) await takeComparisons(lab.url, browser, folder);
  } finally {
    await browser.close();
    await lab.stop();
  }
}

/** A list of which a part was better before, and one that is under way. */
async function takeBatches(url: string, browser: Browser, folder: string): Promise<void> {
  const batch = async (...targets: string[]) => {
    const answer = await postJson(`${url}/api/batches`, { targets, name: 'Suppliers', depth: 'envelope' });
    return ((await answer.json()) as { url: string }).url;
  };
  const list = ['healthy.test', 'nobody@mailbox-unknown.test', 'b@@d', 'user@greylisting.test'];
  await batchEnd(url, await batch(...list));
  const second = await batch(...list, 'domain-not-found.test', 'user@hosts-disagree.test');
  await batchEnd(url, second);
  const going = await batch('user@silent-greeting.test', 'healthy.test', 'user@first-exchange-down.test');
  await shoot(browser, url, folder, {
    batches: '/batch',
    batch: second,
    'batch-differs': `${second}?change=differs#targets`,
    'batch-going': going,
  });
}

async function batchEnd(url: string, path: string): Promise<void> {
  for (const until = Date.now() + CHECK_MS; Date.now() < until;) {
    const { state } = (await (await fetch(`${url}/api${path.replace('batch', 'batches')}`)).json()) as {
      state: string;
    };
    if (state === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the batch at ${path} did not end`);
}

async function takeChecks(url: string, browser: Browser, folder: string): Promise<void> {
  await shoot(browser, url, folder, { first: '/' });
  const unknown = await check(url, 'nobody@hosts-disagree.test');
  const paths = {
    failed: unknown,
    healthy: await check(url, 'user@healthy.test'),
    silent: await check(url, 'user@first-exchange-down.test'),
    hostile: await check(url, 'user@hostile-text.test'),
    nxdomain: await check(url, 'user@domain-not-found.test'),
    backup: await check(url, 'user@backup-accepts-any.test'),
    greylisted: await check(url, 'user@greylisting.test'),
    signed: await check(url, 'user@dnssec-secure.test'),
    bogus: await check(url, 'user@dnssec-wrong-ds.test'),
    differs: await check(url, 'user@versions-differ.test'),
    sent: await check(url, 'user@message-accepted.test', { depth: 'message' }),
  };
  await check(url, 'user@hosts-disagree.test');
  await shoot(browser, url, folder, {
    start: '/',
    ...paths,
    domain: '/domain/hosts-disagree.test',
    explain: '/explain',
    findings: '/findings',
    finding: '/findings/smtp.mailbox-unknown',
    missing: '/check/AAAAAAAAAAAAAAAAAAAAAA',
  });
  for (const theme of THEMES)
    for (const [size, viewport] of Object.entries(WIDTHS)) {
      const page = await open(browser, url, theme, viewport);
      await page.goto(await start(url, 'user@silent-greeting.test'));
      await page.waitForTimeout(1500);
      await page.screenshot({ path: join(folder, `running-${theme}-${size}.png`), fullPage: true });
      await page.context().close();
    }
  const page = await open(browser, url, 'light', WIDTHS.desk);
  await page.goto(paths.failed);
  await page.screenshot({ path: join(folder, 'screenshot-check.png') });
}

const UNKNOWN = {
  address: 'nobody@hosts-disagree.test',
  host: 'mx1.hosts-disagree.test',
  hostAddress: '192.0.2.25',
  reply: '550 5.1.1 <nobody@hosts-disagree.test>: Recipient address rejected: User unknown',
  status: '5.1.1',
};
const BLOCKED = {
  address: 'user@healthy.test',
  host: 'mx1.healthy.test',
  hostAddress: '192.0.2.26',
  status: '5.7.1',
  reply: '554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org',
};
const FULL = {
  address: 'full@first-exchange-full.test',
  host: 'mx1.first-exchange-full.test',
  status: '4.2.2',
  hostAddress: '192.0.2.27',
  reply: '452 4.2.2 Mailbox full',
};

async function takeMails(url: string, browser: Browser, folder: string): Promise<void> {
  await shoot(browser, url, folder, { 'bounce-empty': '/bounce', 'feedback-empty': '/feedback' });
  const one = await handOver(url, bounceOf(UNKNOWN));
  const many = await handOver(url, bounceOf(UNKNOWN, BLOCKED, FULL));
  const ordinary = await handOver(url, 'From: a@example.org\nSubject: lunch\n\nAt noon as usual?\n');
  const vacation = await handOver(
    url,
    'From: b@example.org\nTo: anna@contoso.example\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nI am back on Monday.\n',
  );
  const day = 24 * 3600 * 1000;
  const complaints: string[] = [];
  for (const [n, days] of [1, 1, 2, 2, 2, 2, 2, 5, 9, 9, 14, 21].entries())
    complaints.push(
      await handOver(
        url,
        complaintOf({
          from: n % 4 === 3 ? '203.0.113.9' : '203.0.113.8',
          isList: n % 3 !== 0,
          at: new Date(Date.now() - days * day),
        }),
      ),
    );
  const shared = await fetch(`${url}/api/bounces/${one.split('/').at(-1) ?? ''}`);
  const { sharedId } = (await shared.json()) as { sharedId: string };
  const started = await postJson(`${url}/api/checks`, {
    target: UNKNOWN.address,
    reportMail: sharedId,
  });
  const compared = ((await started.json()) as { url: string }).url;
  await finished(url, compared);
  await shoot(browser, url, folder, {
    'bounce-one': one,
    'bounce-shared': `/bounce/${sharedId}`,
    'bounce-many': many,
    'bounce-ordinary': ordinary,
    'bounce-vacation': vacation,
    'bounce-compared': compared,
    'feedback-invoice': complaints[0] ?? '',
    'feedback-list': complaints[1] ?? '',
    bounce: '/bounce',
    feedback: '/feedback',
    'domain-bounces': '/domain/hosts-disagree.test',
  });
}

/** Two checks beside each other, and what reports prove. */
async function takeComparisons(url: string, browser: Browser, folder: string): Promise<void> {
  const deferred = await check(url, 'user@greylisting-brief.test');
  await new Promise((resolve) => setTimeout(resolve, GREYLISTED_MS));
  const accepted = await check(url, 'user@greylisting-brief.test');
  const shallow = await check(url, 'nobody@hosts-disagree.test', {
    depth: 'greeting',
    helo: 'other.example',
  });
  const deep = await check(url, 'nobody@hosts-disagree.test');
  const report = (await (await fetch(`${url}${deep}/report.json`)).json()) as {
    verdict: { headline: string };
    sessions: { exchange: string }[];
  };
  const genuine = await verified(url, report);
  report.verdict.headline = 'All is well.';
  const [first] = report.sessions;
  if (first) first.exchange = 'other.example';
  const link = (a: string, b: string) =>
    `/compare?a=${a.split('/').at(-1) ?? ''}&b=${b.split('/').at(-1) ?? ''}`;
  await shoot(browser, url, folder, {
    'compare-empty': '/compare?a=x&b=y',
    'compare-changed': link(deferred, accepted),
    'compare-asked': link(shallow, deep),
    'compare-link': accepted,
    'compare-history': '/domain/hosts-disagree.test',
    'verify-empty': '/verify?problem=cut-off',
    'verify-genuine': genuine,
    'verify-altered': await verified(url, report),
  });
}

/** A little longer than a newcomer is sent away. */
const GREYLISTED_MS = 4_500;

/** The path of the result for a report. */
async function verified(url: string, report: object): Promise<string> {
  const answer = await postJson(`${url}/api/verify`, report);
  return ((await answer.json()) as { url: string }).url;
}

/** The path of the page of a mail that was handed over. */
async function handOver(url: string, message: string): Promise<string> {
  const headers = { 'content-type': 'message/rfc822' };
  const answer = await fetch(`${url}/api/bounces`, { method: 'POST', headers, body: message });
  return ((await answer.json()) as { url: string }).url;
}

async function shoot(
  browser: Browser,
  url: string,
  folder: string,
  paths: Readonly<Record<string, string>>,
): Promise<void> {
  for (const theme of THEMES)
    for (const [size, viewport] of Object.entries(WIDTHS)) {
      const page = await open(browser, url, theme, viewport);
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(path);
        await page.screenshot({ path: join(folder, `${name}-${theme}-${size}.png`), fullPage: true });
      }
      await page.context().close();
    }
}

async function open(
  browser: Browser,
  baseURL: string,
  colorScheme: (typeof THEMES)[number],
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ baseURL, colorScheme, viewport });
  return context.newPage();
}

/** The path of the page of a check that has just begun. */
async function start(url: string, target: string, options?: object): Promise<string> {
  const answer = await postJson(`${url}/api/checks`, { target, options });
  return ((await answer.json()) as { url: string }).url;
}

async function check(url: string, target: string, options?: object): Promise<string> {
  const path = await start(url, target, options);
  await finished(url, path);
  return path;
}

async function finished(url: string, path: string): Promise<void> {
  for (const until = Date.now() + CHECK_MS; Date.now() < until;) {
    const report = await (await fetch(`${url}/api${path.replace('check', 'checks')}`)).json();
    if ((report as { finishedAt: string | null }).finishedAt !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the check at ${path} did not end`);
}

await main(process.argv[2], process.argv[3]);
