import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { newCheckId } from '@/lib/store/check-id';
import { parseRecipient } from '@/lib/target/wire-name';
import { credentialsIn } from '@/lib/url-credentials';
import { QuietHours } from '@/lib/watch/quiet';
import { type Receiver, ReceiverWay } from '@/lib/watch/watch';
import { shownSecret } from '../engine/alert-post';
import type { Services } from '../engine/services';
import { note } from './note';
import { verb } from './verb';

const MAX_NAME = 60;
const MAX_ADDRESS = 2000;
const MAX_RECEIVERS = 100;

const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Quiet hours are times such as 22:00.');

export const AddReceiver = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, 'A receiver needs a name.')
      .max(MAX_NAME, `A name may have at most ${MAX_NAME} characters.`)
      .regex(/^\P{C}*$/u, 'A name may not hold what cannot be seen.'),
    way: ReceiverWay,
    address: z.string().trim().max(MAX_ADDRESS, `An address may have at most ${MAX_ADDRESS} characters.`),
    /** Empty: none. */
    quietFrom: z.union([z.literal(''), Time]).default(''),
    quietTo: z.union([z.literal(''), Time]).default(''),
    timeZone: z.string().default('UTC'),
  })
  .transform(({ quietFrom, quietTo, timeZone, ...receiver }, context) => {
    const problem = addressProblem(receiver);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    if ((quietFrom === '') !== (quietTo === ''))
      context.addIssue({
        code: 'custom',
        message: 'Quiet hours have a beginning and an end; leave both empty for none.',
      });
    const hasQuiet = quietFrom !== '' && quietTo !== '';
    const quiet = hasQuiet
      ? QuietHours.safeParse({ from: minuteOf(quietFrom), to: minuteOf(quietTo), timeZone })
      : null;
    if (quiet?.success === false)
      context.addIssue({
        code: 'custom',
        message: quiet.error.issues[0]?.message ?? 'These are no quiet hours.',
      });
    return { ...receiver, quiet: quiet?.data ?? null };
  });

/** A receiver as pages show it: without passwords and tokens. */
export type ShownReceiver = Omit<Receiver, 'address'> & { shownAddress: string };

/** By name. */
export const listReceivers = verb('administer', async (_, _nothing: object, { store, settings }) => ({
  receivers: (await store.receivers()).map(shownReceiver),
  canMail: settings.alerts.server !== null,
}));

/** Returns what programs check signatures of a webhook with, which is not shown again; empty for other ways. Throws `request-invalid`. */
export const addReceiver = verb(
  'administer',
  async (caller, asked: z.infer<typeof AddReceiver>, services): Promise<string> => {
    const { store, alerts } = services;
    const receiver: Receiver = { ...asked, id: newCheckId(), createdAt: new Date(), createdBy: caller.who };
    if ((await store.receivers()).length >= MAX_RECEIVERS)
      throw new AppProblem('request-invalid', {
        say: `There are ${MAX_RECEIVERS} receivers already, which is the limit.`,
      });
    if (!(await store.addReceiver(receiver)))
      throw new AppProblem('request-invalid', { say: 'There is a receiver of this name already.' });
    await note(caller, 'receiver-added', receiver.name, services);
    return receiver.way === 'webhook' ? shownSecret(alerts.secretOf(receiver)) : '';
  },
);

/** Tells it that this is a try. Throws `request-invalid` with why it was not taken, and `receiver-not-found`. */
export const testReceiver = verb(
  'administer',
  async (_, { id }: { id: string }, services): Promise<string> => {
    const receiver = await found(id, services);
    const problem = await services.alerts.test(receiver);
    if (problem !== null) throw new AppProblem('request-invalid', { say: `${receiver.name}: ${problem}` });
    return receiver.name;
  },
);

/** From now on it is told nothing. Throws `receiver-not-found`. */
export const removeReceiver = verb('administer', async (caller, { id }: { id: string }, services) => {
  const name = await services.store.removeReceiver(id);
  if (name === null) throw notFound();
  await note(caller, 'receiver-removed', name, services);
});

async function found(id: string, { store }: Pick<Services, 'store'>): Promise<Receiver> {
  const receiver = await store.readReceiver(id);
  if (receiver === null) throw notFound();
  return receiver;
}

function notFound(): AppProblem {
  return new AppProblem('receiver-not-found', { say: 'There is no such receiver.' });
}

function addressProblem({ way, address }: Pick<Receiver, 'way' | 'address'>): string | null {
  if (way === 'mail') return parseRecipient(address).ok ? null : 'This is no mail address.';
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    return 'This is no URL that begins with https:// or http://.';
  const credentials = credentialsIn(url);
  if (credentials === null || !/^[\x20-\x7e]*$/.test(`${credentials.name}${credentials.password}`))
    return 'The name and password of this URL may hold ASCII characters only, with percent signs as %25.';
  if (way === 'ntfy' && (url.search !== '' || url.hash !== ''))
    return 'The URL of ntfy ends with the topic: a token stands before the host, as in https://:TOKEN@ntfy.example.org/alerts.';
  if (way === 'ntfy' && !/\/[\w-]{1,64}$/.test(url.pathname))
    return 'The URL of ntfy ends with the topic, such as https://ntfy.sh/alerts.';
  return null;
}

function shownReceiver({ address, ...receiver }: Receiver): ShownReceiver {
  if (receiver.way === 'mail') return { ...receiver, shownAddress: address };
  const { origin, pathname } = new URL(address);
  // The path of many services is their key.
  const shownPath = receiver.way === 'ntfy' || pathname.length <= 1 ? pathname : '/…';
  return { ...receiver, shownAddress: `${origin}${shownPath}` };
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
