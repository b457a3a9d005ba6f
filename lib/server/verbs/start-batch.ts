import { createHash } from 'node:crypto';
import { setImmediate as letOthers } from 'node:timers/promises';
import type { Batch } from '@/lib/batch/batch';
import { decodeList } from '@/lib/batch/decode-list';
import { readList, readTargets, targetKey, type TargetList } from '@/lib/batch/read-list';
import { AppProblem } from '@/lib/problem';
import { newCheckId } from '@/lib/store/check-id';
import { log, shortId } from '../config/log';
import type { Services } from '../engine/services';
import type { ArrivedBatch, ArrivingBatch } from './batch-input';
import { batchName } from './batches';
import { may } from './caller';
import { callerKey } from './caller-key';
import { note } from './note';
import { notPermitted, verb } from './verb';

/** Batches of one caller that have not ended. */
const MAX_UNENDED = 10;

const RETRY_SECONDS = 300;

/** Keys that are digested before others have their turn. */
const AT_ONCE = 1_000;

/** Lines of a list that is read before it is answered; a longer one is being read then. */
const PROMPT = 500;

/**
 * Takes a list, of which every line is kept, and begins to check it. Throws `not-permitted`, `list-invalid` with `reason`,
 * `too-many-batches`, `too-many-reports`, and what the way of its coming throws.
 */
export const startBatch = verb(
  'start-batches',
  async (caller, arriving: ArrivingBatch, services): Promise<Batch> => {
    const { store, rooms, batches } = services;
    const key = callerKey(caller);
    const waits = `batches of ${key}`;
    if ((await store.countUnended(waits)) >= MAX_UNENDED)
      throw new AppProblem('too-many-batches', {
        say: `${MAX_UNENDED} of your batches have not ended yet; stop one, or wait until one is done.`,
        retryAfterSeconds: RETRY_SECONDS,
      });
    const share = rooms.lists.open(key);
    try {
      const { list, name, depth } = await arriving.arrive(share);
      if (depth !== 'greeting' && !may(caller, 'administer'))
        throw notPermitted(
          'A batch goes as far as the greeting: only an admin may let it name mailboxes to mail servers.',
        );
      const { targets, repeats } = await targetsIn(list);
      const digest = await digestOf(targets);
      const invalid = targets.filter(({ target }) => target === null).length;
      const batch = {
        id: newCheckId(),
        createdAt: new Date(),
        name,
        startedBy: caller.who,
        depth,
        formerId: await store.formerBatch({ digest, name, startedBy: caller.who }),
        targets: targets.length - invalid,
        invalid,
        repeats,
      };
      await store.beginBatch({ ...batch, caller: waits, digest });
      await keep(batch.id, targets, services);
      await note(caller, 'batch-started', batchName(batch), services);
      log.info({ batch: shortId(batch.id), targets: batch.targets, depth }, 'batch accepted');
      const read = batches
        .take(batch.id)
        .catch((error: unknown) => log.error({ err: error }, 'a list could not be read yet'));
      if (targets.length <= PROMPT) await read;
      return (await store.readBatch(batch.id)) ?? { ...batch, state: 'reading', endedAt: null };
    } finally {
      share.leave();
    }
  },
);

async function targetsIn(list: ArrivedBatch['list']): Promise<TargetList> {
  const reading = list instanceof Uint8Array ? readList(decodeList(list)) : readTargets(list);
  for (;;) {
    const step = reading.next();
    if (step.done !== true) {
      await letOthers();
      continue;
    }
    if (step.value.ok) return step.value.value;
    const { code, say } = step.value.problem;
    throw new AppProblem('list-invalid', { say, fields: { reason: code } });
  }
}

async function digestOf(targets: TargetList['targets']): Promise<string> {
  const hash = createHash('sha256');
  for (const [at, { target }] of targets.entries()) {
    if (at % AT_ONCE === 0) await letOthers();
    if (target !== null) hash.update(`${targetKey(target)}\n`);
  }
  return hash.digest('base64url');
}

/** What could not be written whole is as if it had never come. */
async function keep(
  id: string,
  targets: TargetList['targets'],
  { store }: Pick<Services, 'store'>,
): Promise<void> {
  try {
    await store.addList(id, targets);
    await store.openBatch(id);
  } catch (error) {
    await store.removeBatch(id).catch(() => undefined);
    throw error;
  }
}
