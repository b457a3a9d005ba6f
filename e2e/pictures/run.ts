import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bounceOf } from '../fixtures/notices';
import { PATIENCE_MS } from '../patience';
import { postJson } from '../post-json';
import { labScenarios } from '../scenarios/playable';
import { startLab } from '../start-lab';
import { INSTALLATION, PAGES, type PicturedPages } from './pictured';

/** A little longer than a newcomer is sent away. */
const GREYLISTED_MS = 4_500;
const ASK_EVERY_MS = 250;

/**
 * `npm run pictures`: makes the installation whose pages are compared with pictures anew, with the ids and times of now. The pictures
 * are taken after it: `npx playwright test pictures --update-snapshots`.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-pictures-'));
  const database = { DATABASE_URL: `file:${join(folder, 'pictures.db')}` };
  const lab = await startLab({ env: database });
  try {
    writeFileSync(PAGES, `${JSON.stringify(await makePages(lab.url), null, 2)}\n`);
    rmSync(INSTALLATION, { force: true });
    const { status } = spawnSync(process.execPath, [join('scripts', 'export.mjs'), INSTALLATION], {
      env: { ...process.env, ...database },
      stdio: 'inherit',
    });
    process.exitCode = status ?? 1;
  } finally {
    await lab.stop();
    rmSync(folder, { recursive: true });
  }
}

async function makePages(url: string): Promise<PicturedPages> {
  const check = async (target: string): Promise<string> => {
    const { id } = (await (await postJson(`${url}/api/checks`, { target })).json()) as { id: string };
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(ASK_EVERY_MS)) {
      const { finishedAt } = (await (await fetch(`${url}/api/checks/${id}`)).json()) as {
        finishedAt: string | null;
      };
      if (finishedAt !== null) return id;
    }
    throw new Error(`The check of ${target} does not end.`);
  };
  const failed = await check(targetOf('mailbox-unknown'));
  const healthy = await check(targetOf('healthy'));
  const slow = await check(targetOf('slow-in-sum'));
  const deferred = await check(targetOf('greylisting-brief'));
  await pause(GREYLISTED_MS);
  const accepted = await check(targetOf('greylisting-brief'));
  const disagreeing = await check(targetOf('hosts-disagree'));
  const message = bounceOf({
    address: 'nobody@hosts-disagree.test',
    host: 'mx1.hosts-disagree.test',
    hostAddress: '192.0.2.25',
    reply: '550 5.1.1 <nobody@hosts-disagree.test>: Recipient address rejected: User unknown',
    status: '5.1.1',
  });
  const headers = { 'content-type': 'message/rfc822' };
  const bounce = await fetch(`${url}/api/bounces`, { method: 'POST', headers, body: message });
  return {
    home: '/',
    failed: `/check/${failed}`,
    healthy: `/check/${healthy}`,
    slow: `/check/${slow}`,
    disagreeing: `/check/${disagreeing}`,
    domain: '/domain/hosts-disagree.test',
    compare: `/compare?a=${deferred}&b=${accepted}`,
    bounce: ((await bounce.json()) as { url: string }).url,
    explain: '/explain?reply=550+5.1.1+User+unknown',
  };
}

function targetOf(scenario: string): string {
  const found = labScenarios().find(({ name }) => name === scenario);
  if (!found) throw new Error(`There is no scenario ${scenario} in the lab.`);
  return found.target;
}

await main();
