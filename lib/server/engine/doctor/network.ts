import { setMaxListeners } from 'node:events';
import { CheckCancelled } from '@/lib/check/cancel';
import { runCheck } from '@/lib/check/run';
import { createWalks } from '@/lib/check/walks';
import type { World } from '@/lib/check/world';
import { ROOT } from '@/lib/dns/name';
import type { TraceStep } from '@/lib/dns/trace';
import { isIpv6 } from '@/lib/ip-family';
import { createRecord } from '@/lib/report/record';
import type { Report } from '@/lib/report/report';
import { newCheckId } from '@/lib/store/check-id';
import { type Target, targetView } from '@/lib/target/target';
import { SOFTWARE_VERSION } from '../../config/software-version';
import type { Settings } from '../../config/settings';
import { newReport } from '../stored-report';

/** Root servers that are asked, of each family: enough that one which is down does not matter. */
const ROOTS_OF_A_FAMILY = 3;

/** What the network did with the questions of the doctor. */
export interface NetworkSeen {
  /** Questions to some of the root servers, by UDP and by TCP. */
  roots: readonly TraceStep[];
  /** A check of the target as far as the greeting, of which nothing is kept. */
  check: Report;
}

type NetworkSettings = Pick<Settings, 'helo' | 'mailFrom' | 'checkDeadlineMs'>;

/** Looks at the network as a check does, from the root to the greetings of the target's mail servers. */
export async function lookAtNetwork(
  target: Target,
  world: World,
  { helo, mailFrom: sender, checkDeadlineMs }: NetworkSettings,
): Promise<NetworkSeen> {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const late = () => ending.abort(new CheckCancelled('deadline', checkDeadlineMs / 1000));
  const timer = setTimeout(late, checkDeadlineMs);
  const plan = {
    target,
    options: { depth: 'greeting' as const },
    vantage: { helo, sender, softwareVersion: SOFTWARE_VERSION },
    relayAddress: null,
  };
  const about = { ...plan, id: newCheckId(), createdAt: new Date(world.now()), target: targetView(target) };
  const newRecord = () => createRecord(newReport({ ...about, fingerprint: '' }));
  const [asked, checked] = [newRecord(), newRecord()];
  try {
    const run = { plan, world, record: asked, signal: ending.signal, startedAt: world.now() };
    const walks = createWalks(run, ROOT);
    const root = walks.delegation(ROOT);
    const some = [true, false].flatMap((family) =>
      root.servers.filter(({ address }) => isIpv6(address) === family).slice(0, ROOTS_OF_A_FAMILY),
    );
    const question = { name: ROOT, type: 'SOA' };
    await walks.survey(root, some, [question, { ...question, over: 'tcp' }]);
    await walks.settled();
    await runCheck(plan, world, checked, ending.signal);
  } finally {
    clearTimeout(timer);
  }
  return { roots: asked.report().trace.steps, check: checked.report() };
}
