import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { newCheckId } from '@/lib/store/check-id';
import { parseTarget } from '@/lib/target/target';
import { NOTHING_KNOWN, withoutDoubts } from '@/lib/watch/follow';
import { MAX_EVERY_MINUTES, MIN_EVERY_MINUTES } from '@/lib/watch/limits';
import type { ShownWatch } from '@/lib/watch/shown-watch';
import type { Receiver, ToldAlert, Watch } from '@/lib/watch/watch';
import type { Services } from '../engine/services';
import { callerKey } from './caller-key';
import { targetOf } from './target-of';
import { note } from './note';
import { query, verb } from './verb';

/** Each of them opens sessions all day. */
const MAX_WATCHES = 500;

/** Alerts that the page of all watches shows. */
const NEWEST = 20;

const UNIT_MINUTES = { minutes: 1, hours: 60, days: 24 * 60 } as const;

const RECEIVERS = z.array(z.string()).max(100).default([]);

const EVERY = {
  every: z.coerce.number('Say how often, as a number.').int('Say how often, as a whole number.').positive(),
  unit: z.enum(['minutes', 'hours', 'days']),
};

/** How often, in minutes. */
function minutesOf<T extends { every: number; unit: keyof typeof UNIT_MINUTES }>(
  { every, unit, ...asked }: T,
  context: z.RefinementCtx,
): Omit<T, 'every' | 'unit'> & { everyMinutes: number } {
  const everyMinutes = every * UNIT_MINUTES[unit];
  const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
  if (everyMinutes < MIN_EVERY_MINUTES)
    refuse(`At most every ${MIN_EVERY_MINUTES} minutes: each try opens a session with every mail server.`);
  if (everyMinutes > MAX_EVERY_MINUTES) refuse('At least once in 31 days.');
  return { ...asked, everyMinutes };
}

export const StartWatch = z
  .strictObject({ ...EVERY, target: z.string(), receivers: RECEIVERS })
  .transform(minutesOf);

export const ChangeWatch = z
  .strictObject({ ...EVERY, id: z.string(), receivers: RECEIVERS })
  .transform(minutesOf);

interface WatchOverview {
  watches: ShownWatch[];
  alerts: ToldAlert[];
}

/** Everything that is watched, and what was told lately. */
export const listWatches = query('watch', async (_, _nothing: object, { store }): Promise<WatchOverview> => {
  const [watches, receivers, alerts] = await Promise.all([
    store.watches(),
    store.receivers(),
    store.newestAlerts(NEWEST),
  ]);
  return { watches: shownWatches(watches, receivers), alerts };
});

/** What is watched of one domain, in A-labels. */
export const watchesOfDomain = query('watch', async (_, { domain }: { domain: string }, { store }) => {
  const watches = await store.watchesOf(domain);
  return watches.length === 0 ? [] : shownWatches(watches, await store.receivers());
});

/** Those whom alerts can be told, by name; their addresses are the admins' matter. */
export const receiverNames = query('watch', async (_, _nothing: object, { store }) =>
  (await store.receivers()).map(({ id, name }) => ({ id, name })),
);

/** Begins with a try at once. Returns the domain. Throws `target-invalid`, `request-invalid`, `too-many-checks`, `too-many-recipients`. */
export const startWatch = verb(
  'watch',
  async (caller, asked: z.infer<typeof StartWatch>, services): Promise<string> => {
    const { store, quotas, watches } = services;
    const { domain, mailbox } = targetOf(asked.target);
    const target = mailbox ?? domain;
    await lookFor(asked.receivers, services);
    if ((await store.watches()).length >= MAX_WATCHES)
      throw new AppProblem('request-invalid', {
        say: `There are ${MAX_WATCHES} watches already, which is the limit.`,
      });
    const now = new Date();
    const { everyMinutes, receivers } = asked;
    const watch: Watch = {
      id: newCheckId(),
      createdAt: now,
      createdBy: caller.who,
      target,
      domain,
      everyMinutes,
      nextAt: now,
      knowledge: NOTHING_KNOWN,
      since: null,
      blind: 0,
      ownFailure: null,
      lastCheckId: null,
      receivers,
    };
    const keep = async () => {
      if (!(await store.addWatch(watch)))
        throw new AppProblem('request-invalid', { say: `${target} is watched already.` });
    };
    await quotas.starts.take(callerKey(caller));
    await (mailbox === null ? keep() : quotas.recipients.take({ domain, mailbox }, keep));
    await note(caller, 'watch-started', target, services);
    watches.look();
    return domain;
  },
);

/** No more tries until it is resumed. Throws `watch-not-found`. */
export const pauseWatch = verb('watch', async (caller, { id }: { id: string }, services) => {
  const { target, knowledge } = await found(id, services);
  await services.store.pauseWatch(id, withoutDoubts(knowledge));
  await note(caller, 'watch-paused', target, services);
});

/** With a try at once; also of a watch that is not paused. Throws `watch-not-found` and `too-many-checks`. */
export const resumeWatch = verb('watch', async (caller, { id }: { id: string }, services) => {
  const { target, nextAt } = await found(id, services);
  await services.quotas.starts.take(callerKey(caller));
  await services.store.planWatch(id, new Date());
  if (nextAt === null) await note(caller, 'watch-resumed', target, services);
  services.watches.look();
});

/** How often it is tried, and whom it tells. Returns the domain. Throws `watch-not-found` and `request-invalid`. */
export const changeWatch = verb(
  'watch',
  async (caller, { id, ...change }: z.infer<typeof ChangeWatch>, services): Promise<string> => {
    const { target, domain, nextAt } = await found(id, services);
    await lookFor(change.receivers, services);
    await services.store.changeWatch(id, change);
    if (nextAt !== null) await services.store.planWatch(id, new Date());
    await note(caller, 'watch-changed', target, services);
    services.watches.look();
    return domain;
  },
);

/** What it has told stays. Throws `watch-not-found`. */
export const endWatch = verb('watch', async (caller, { id }: { id: string }, services) => {
  const { target } = await found(id, services);
  await services.store.removeWatch(id);
  await note(caller, 'watch-ended', target, services);
});

async function found(id: string, { store }: Pick<Services, 'store'>): Promise<Watch> {
  const watch = await store.readWatch(id);
  if (watch === null) throw new AppProblem('watch-not-found', { say: 'There is no such watch.' });
  return watch;
}

async function lookFor(receivers: readonly string[], { store }: Pick<Services, 'store'>): Promise<void> {
  const known = (await store.receivers()).map(({ id }) => id);
  if (receivers.some((id) => !known.includes(id)))
    throw new AppProblem('request-invalid', { say: 'One of those to be told is no longer there.' });
}

function shownWatches(watches: readonly Watch[], receivers: readonly Receiver[]): ShownWatch[] {
  return watches.map((watch) => {
    const target = parseTarget(watch.domain);
    return {
      ...watch,
      domainUnicode: target.ok ? target.value.domainUnicode : watch.domain,
      told: receivers.filter(({ id }) => watch.receivers.includes(id)).map(({ name }) => name),
    };
  });
}
