import type { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { newCheckId } from '@/lib/store/check-id';
import { NO_ADDRESS, type Receiver } from '@/lib/watch/watch';
import { shownSecret } from '../engine/alert-post';
import type { Services } from '../engine/services';
import { may } from './caller';
import { note } from './note';
import { addressProblem, type NewReceiver, type ReceiverChange } from './receiver-input';
import { query, verb } from './verb';

const MAX_RECEIVERS = 100;

/** A receiver as pages and programs are shown it: without passwords and tokens, and to admins alone where it is. */
export type ShownReceiver = Omit<Receiver, 'address'> & { shownAddress: string | null };

/** By name. */
export const listReceivers = query('watch', async (caller, _nothing: object, { store, settings }) => {
  const isAdmin = may(caller, 'administer');
  const receivers = (await store.receivers()).map((one) => shownReceiver(one, isAdmin));
  return { receivers, canMail: settings.alerts.server !== null };
});

/** A receiver that was made, or changed. */
export interface KeptReceiver {
  receiver: ShownReceiver;
  /** What programs check signatures of a webhook with, where it is one now and was none before: it is not shown again. */
  secret: string | null;
}

/** Throws `request-invalid`. */
export const addReceiver = verb(
  'administer',
  async (caller, asked: z.infer<typeof NewReceiver>, services): Promise<KeptReceiver> => {
    const { store } = services;
    const receiver: Receiver = { ...asked, id: newCheckId(), createdAt: new Date(), createdBy: caller.who };
    if ((await store.receivers()).length >= MAX_RECEIVERS)
      throw invalid(`There are ${MAX_RECEIVERS} receivers already, which is the limit.`);
    checkAddress(receiver);
    if (!(await store.addReceiver(receiver))) throw nameTaken();
    await note(caller, 'receiver-added', receiver.name, services);
    return kept(null, receiver, services);
  },
);

/** What is not given stays. What waits for it is tried at its new address. Throws `receiver-not-found` and `request-invalid`. */
export const changeReceiver = verb(
  'administer',
  async (
    caller,
    { id, ...change }: z.infer<typeof ReceiverChange> & { id: string },
    services,
  ): Promise<KeptReceiver> => {
    const { store, alerts } = services;
    const before = await found(id, services);
    const { name = before.name, way = before.way, address = before.address, quiet = before.quiet } = change;
    const receiver: Receiver = { ...before, name, way, address, quiet };
    checkAddress(receiver);
    if (!(await store.changeReceiver(receiver))) throw nameTaken();
    await note(caller, 'receiver-changed', name, services);
    await store.wakeDeliveries([id], new Date());
    alerts.look();
    return kept(before, receiver, services);
  },
);

/** Tells it that this is a try. Throws `request-invalid` with why it was not taken, and `receiver-not-found`. */
export const testReceiver = verb(
  'administer',
  async (caller, { id }: { id: string }, services): Promise<string> => {
    const receiver = await found(id, services);
    await note(caller, 'receiver-tested', receiver.name, services);
    const problem = await services.alerts.test(receiver);
    if (problem !== null) throw invalid(`${receiver.name}: ${problem}`);
    return receiver.name;
  },
);

/** From now on it is told nothing. Throws `receiver-not-found`. */
export const removeReceiver = verb(
  'administer',
  async (caller, { id }: { id: string }, services): Promise<void> => {
    const name = await services.store.removeReceiver(id);
    if (name === null) throw notFound();
    await note(caller, 'receiver-removed', name, services);
  },
);

async function found(id: string, { store }: Pick<Services, 'store'>): Promise<Receiver> {
  const receiver = await store.readReceiver(id);
  if (receiver === null) throw notFound();
  return receiver;
}

function checkAddress(receiver: Receiver): void {
  const problem = addressProblem(receiver);
  if (problem !== null) throw invalid(problem);
}

function kept(before: Receiver | null, receiver: Receiver, { alerts }: Services): KeptReceiver {
  const isKnown = before?.way === 'webhook' && before.address !== NO_ADDRESS;
  const secret = receiver.way === 'webhook' && !isKnown ? shownSecret(alerts.secretOf(receiver)) : null;
  return { receiver: shownReceiver(receiver, true), secret };
}

function invalid(say: string): AppProblem {
  return new AppProblem('request-invalid', { say });
}

function nameTaken(): AppProblem {
  return invalid('There is a receiver of this name already.');
}

function notFound(): AppProblem {
  return new AppProblem('receiver-not-found', { say: 'There is no such receiver.' });
}

function shownReceiver({ address, ...receiver }: Receiver, isAdmin: boolean): ShownReceiver {
  if (!isAdmin) return { ...receiver, shownAddress: null };
  if (receiver.way === 'mail' || address === NO_ADDRESS) return { ...receiver, shownAddress: address };
  const { origin, pathname } = new URL(address);
  // The path of many services is their key.
  const shownPath = receiver.way === 'ntfy' || pathname.length <= 1 ? pathname : '/…';
  return { ...receiver, shownAddress: `${origin}${shownPath}` };
}
