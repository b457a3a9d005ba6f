import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Heard, Reading } from './steady-reading';

/** As a proxy in front has them; mxproof takes no more than some of one address, and others would wait for these to end. */
const CONNECTIONS = 50;

/** Asks for pages at a steady pace whatever becomes of them, apart from whoever else is measured. */
process.once('message', (reading: Reading) => {
  void read(reading).then(() => process.disconnect());
});

async function read({ url, pages, perSecond }: Reading): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const begun = performance.now();
  let answered = 0;
  const asked = pages.map(async (page, n) => {
    const due = begun + (n * 1000) / perSecond;
    await pause(due - performance.now());
    const status = await answerTo(`${url}${page.path}`, agent);
    // From when it was due: who comes late to ask has waited, too.
    tell({ answered: ++answered, page, status, ms: performance.now() - due });
  });
  await Promise.all(asked);
  agent.destroy();
}

function tell(heard: Heard): void {
  process.send?.(heard);
}

/** The status, when the whole page is there; 0 for no answer. */
function answerTo(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip, deflate' } }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    }).once('error', () => resolve(0));
  });
}
