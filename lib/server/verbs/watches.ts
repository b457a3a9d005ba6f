import type { z } from 'zod';
import type { Subject } from '@/lib/blocklists/blocklist';
import { AppProblem } from '@/lib/problem';
import { unreachable } from '@/lib/result';
import { newCheckId } from '@/lib/store/check-id';
import { parseTarget } from '@/lib/target/target';
import type { WatchKind } from '@/lib/watch/kind';
import { knownIn, withoutDoubts } from '@/lib/watch/known';
import { LISTS_EVERY_MINUTES } from '@/lib/watch/limits';
import type { ShownWatch } from '@/lib/watch/shown-watch';
import type { Receiver, ToldAlert, Watch } from '@/lib/watch/watch';
import { hasLists } from '../engine/address-subject';
import type { Services } from '../engine/services';
import { publicSubject } from './address';
import { callerKey } from './caller-key';
import { targetOf } from './target-of';
import { note } from './note';
import type { Caller } from './caller';
import { query, verb } from './verb';
import { isTooOften, type NewWatch, tooOften, type WatchChange } from './watch-input';

/** Each of them opens sessions, or asks lists, all day. */
const MAX_WATCHES = 500;

/** Alerts that the page of all watches shows. */
const NEWEST = 20;

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

/** What is watched of one domain, in A-labels, also what lists say of it as a name of ours. */
export const watchesOfDomain = query('watch', async (_, { domain }: { domain: string }, { store }) => {
  const watches = await store.watchesOf(domain);
  return watches.length === 0 ? [] : shownWatches(watches, await store.receivers());
});

/** The watch of what lists say of an address or a name of ours, and what it has told lately. */
export const watchOfAddress = query('watch', async (_, { address }: { address: string }, services) => {
  const { store } = services;
  const watch = (await store.watchesOf(address)).find(({ kind }) => kind === 'lists');
  const alerts = await store.alertsOf({ domain: address, before: null, limit: NEWEST, ofLists: true });
  return { watch: watch === undefined ? null : await shown(watch, services), alerts };
});

/** Throws `watch-not-found`. */
export const readWatch = query('watch', async (_, { id }: { id: string }, services): Promise<ShownWatch> =>
  shown(await found(id, services), services),
);

/**
 * Begins with a try at once. Throws `target-invalid`, `request-invalid`, `too-many-checks`, `too-many-recipients`, and of an address
 * `too-many-verifications`.
 */
export const startWatch = verb(
  'watch',
  async (caller, asked: z.infer<typeof NewWatch>, services): Promise<ShownWatch> => {
    const { store, quotas, watches } = services;
    const { kind, target, domain, mailbox } = whatOf(asked, services);
    await lookFor(asked.receivers, services);
    if ((await store.watches()).length >= MAX_WATCHES)
      throw new AppProblem('request-invalid', {
        say: `There are ${MAX_WATCHES} watches already, which is the limit.`,
      });
    const now = new Date();
    const { everyMinutes = LISTS_EVERY_MINUTES, receivers } = asked;
    const watch: Watch = {
      id: newCheckId(),
      createdAt: now,
      createdBy: caller.who,
      target,
      domain,
      everyMinutes,
      nextAt: now,
      ...knownIn(kind, null),
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
    await takeTry(kind, caller, services);
    await (mailbox === null ? keep() : quotas.recipients.take({ domain, mailbox }, keep));
    await note(caller, 'watch-started', target, services);
    watches.look();
    return shown(watch, services);
  },
);

/** No more tries until it is resumed. Throws `watch-not-found`. */
export const pauseWatch = verb('watch', async (caller, { id }: { id: string }, services) => {
  const watch = await found(id, services);
  await services.store.pauseWatch(id, withoutDoubts(watch));
  await note(caller, 'watch-paused', watch.target, services);
});

/** With a try at once; also of a watch that is not paused. Throws `watch-not-found`, and as `startWatch`. */
export const resumeWatch = verb('watch', async (caller, { id }: { id: string }, services) => {
  const { kind, target, nextAt } = await found(id, services);
  if (kind === 'lists') listedSubject(target, services);
  await takeTry(kind, caller, services);
  await services.store.planWatch(id, new Date());
  if (nextAt === null) await note(caller, 'watch-resumed', target, services);
  services.watches.look();
});

/**
 * How often it is tried, whom it tells, whether it is paused; what is not given stays. Another time between tries begins with one now.
 * Throws `watch-not-found`, and as `startWatch`.
 */
export const changeWatch = verb(
  'watch',
  async (caller, { id, isPaused, ...change }: z.infer<typeof WatchChange> & { id: string }, services) => {
    const { store, watches } = services;
    const before = await found(id, services);
    const { everyMinutes = before.everyMinutes, receivers = before.receivers } = change;
    if (isTooOften(before.kind, change.everyMinutes))
      throw new AppProblem('request-invalid', { say: tooOften(before.kind) });
    await lookFor(receivers, services);
    const isOtherwise = everyMinutes !== before.everyMinutes;
    if (isOtherwise && before.nextAt !== null) {
      await takeTry(before.kind, caller, services);
      await store.planWatch(id, new Date());
    }
    if (isOtherwise || receivers !== before.receivers) {
      await store.changeWatch(id, { everyMinutes, receivers });
      await note(caller, 'watch-changed', before.target, services);
    }
    if (isPaused === true && before.nextAt !== null) await pauseWatch(caller, { id }, services);
    if (isPaused === false && before.nextAt === null) await resumeWatch(caller, { id }, services);
    watches.look();
    return shown(await found(id, services), services);
  },
);

/** What it has told stays. Throws `watch-not-found`. */
export const endWatch = verb('watch', async (caller, { id }: { id: string }, services): Promise<void> => {
  const { target } = await found(id, services);
  await services.store.removeWatch(id);
  await note(caller, 'watch-ended', target, services);
});

/** What is to be watched. Throws `target-invalid` and `request-invalid`. */
function whatOf({ target: typed, address }: z.infer<typeof NewWatch>, services: Services) {
  if (address !== undefined) {
    const { text } = listedSubject(address, services);
    return { kind: 'lists', target: text, domain: text, mailbox: null } as const;
  }
  const { domain, mailbox } = targetOf(typed ?? '');
  return { kind: 'mail', target: mailbox ?? domain, domain, mailbox } as const;
}

/** Throws `request-invalid` with `reason` where no list is asked about it. */
function listedSubject(address: string, services: Services): Subject {
  const subject = publicSubject(address, services);
  if (!hasLists(subject, services.settings))
    throw new AppProblem('request-invalid', {
      say: `No blocklist is asked about ${subject.text} here, so it cannot be watched: MXPROOF_BLOCKLISTS chooses them.`,
      fields: { reason: 'no-lists' },
    });
  return subject;
}

/** Each try counts as what the same press would without a watch. Throws `too-many-checks` or `too-many-verifications`. */
async function takeTry(kind: WatchKind, caller: Caller, { quotas }: Services): Promise<void> {
  switch (kind) {
    case 'mail':
      return quotas.starts.take(callerKey(caller));
    case 'lists':
      return quotas.addresses.take(callerKey(caller));
    default:
      return unreachable(kind);
  }
}

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

async function shown(watch: Watch, { store }: Pick<Services, 'store'>): Promise<ShownWatch> {
  return shownWatch(watch, await store.receivers());
}

function shownWatches(watches: readonly Watch[], receivers: readonly Receiver[]): ShownWatch[] {
  return watches.map((watch) => shownWatch(watch, receivers));
}

function shownWatch(watch: Watch, receivers: readonly Receiver[]): ShownWatch {
  const target = parseTarget(watch.domain);
  return {
    ...watch,
    domainUnicode: target.ok ? target.value.domainUnicode : watch.domain,
    told: receivers.filter(({ id }) => watch.receivers.includes(id)).map(({ name }) => name),
  };
}
