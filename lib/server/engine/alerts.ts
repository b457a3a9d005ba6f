import pLimit from 'p-limit';
import { alertPath } from '@/lib/watch/alert-path';
import { ownLink } from '@/lib/own-link';
import { createGuard } from '@/lib/net/guard';
import { createOwnChoice, type NeverContact } from '@/lib/net/own-choice';
import { post } from '@/lib/net/post';
import { submit } from '@/lib/net/submission';
import { no, ok, type Result } from '@/lib/result';
import { alertWords } from '@/lib/show/alert-words';
import { showUtc } from '@/lib/show/moment';
import type { CheckStore } from '@/lib/store/store';
import type { Delivery } from '@/lib/store/alert-store';
import { endOfQuiet } from '@/lib/watch/quiet';
import { NO_ADDRESS, type Receiver } from '@/lib/watch/watch';
import { log, shortId } from '../config/log';
import type { AlertSettings } from '../config/alerts';
import { alertPost, type Message, webhookSecret } from './alert-post';
import { createAlarm } from './alarm';
import type { Duty } from './duty';
import type { Meters } from './meters';

const MINUTE_MS = 60_000;

/** After each failure, until the next try; after the last one it is given up: eight tries in a little more than a day. */
export const AGAIN_AFTER_MS = [1, 5, 15, 60, 180, 480, 720].map((minutes) => minutes * MINUTE_MS);

/** The longest that a receiver is believed which says when to come again. */
const MAX_RETRY_AFTER_MS = 6 * 60 * MINUTE_MS;

/** Nothing is planned further away, unless the clock was wrong once. */
const FURTHEST_MS = 25 * 60 * MINUTE_MS;

/** Deliveries to one receiver in a round: a slow one keeps the others waiting for no more than these. */
const BATCH = 5;

/** Receivers that are told at once. */
const AT_ONCE = 8;

/** Characters of why a receiver has not taken an alert that are kept. */
const MAX_PROBLEM = 300;

/** Answers to this message, and to no other: it is not sent again. */
const FINAL = [400, 410, 413, 422];

/** Brings alerts to those who want to know, across restarts. */
export interface Alerts {
  /** Looks now for what is to be delivered. */
  look(): void;
  /** Tells a receiver that this is a try; null when it was taken, and what waits for it is tried, too. Else why not. */
  test(receiver: Receiver): Promise<string | null>;
  /** What requests to this receiver are signed with. */
  secretOf(receiver: Receiver): Buffer;
  /** Begins no more; resolves when what was under way is done. */
  close(): Promise<void>;
}

interface AlertsConfig {
  store: CheckStore;
  settings: AlertSettings;
  neverContact: NeverContact;
  /** The origin under which people reach this mxproof; null: not said. */
  origin: string | null;
  meters: Pick<Meters, 'alertTried'>;
  /** Of this installation; made when it is asked for first. */
  ownSecret(): string;
  /** Milliseconds since the epoch. */
  now(): number;
  duty?: Duty;
}

/** Why a try has failed, in words for everybody who watches; an admin is told all of it. */
interface Failure {
  why: string;
  detail?: string;
  retryAfterSeconds?: number | null;
  isFinal?: boolean;
}

export function createAlerts(config: AlertsConfig): Alerts {
  const { store, settings, neverContact, origin, meters, ownSecret, now, duty } = config;
  const guard = alertGuard(settings.networks, neverContact);
  const secretOf = ({ id }: Pick<Receiver, 'id'>): Buffer => webhookSecret(ownSecret(), id);

  const send = async (receiver: Receiver, message: Message): Promise<Result<null, Failure>> => {
    const { way, address } = receiver;
    if (address === NO_ADDRESS)
      return no({ why: 'It has no address yet: an admin types it under Settings.' });
    if (way === 'mail') {
      if (settings.server === null)
        return no({ why: 'MXPROOF_ALERT_MAIL_SERVER is not set: there is no server for mail.' });
      const text = [...message.lines, ...(message.link === null ? [] : ['', message.link])].join('\n');
      const mail = { from: settings.from, to: address, subject: message.title, text, id: message.id };
      const sent = await submit(mail, settings.server);
      return sent.ok ? sent : no(mailFailure(sent.problem));
    }
    const sent = await post(
      alertPost({ way, address }, message, { secret: secretOf(receiver), now: new Date(now()) }),
      guard,
    );
    if (!sent.ok)
      return no({ why: PROBLEM_WORDS[sent.problem] ?? `It could not be reached: ${sent.problem}.` });
    const { status, retryAfterSeconds } = sent.value;
    if (status >= 200 && status < 300) return ok(null);
    return no({ why: `It answered ${status}.`, retryAfterSeconds, isFinal: FINAL.includes(status) });
  };

  /** One receiver's alerts in their order: what it cannot be told holds up what came later. Resolves to when there is more to tell. */
  const deliverTo = async (deliveries: readonly Delivery[]): Promise<Date | null> => {
    for (const delivery of deliveries) {
      const at = new Date(now());
      const waitMs = delivery.nextAt.getTime() - at.getTime();
      if (waitMs > 0 && waitMs < FURTHEST_MS) return delivery.nextAt;
      const putOffTo = await deliver(delivery, at);
      if (putOffTo !== null) return putOffTo;
    }
    return deliveries.length < BATCH ? null : new Date(now());
  };

  /** Resolves to when it is tried again; null when it is delivered, or given up. */
  const deliver = async (delivery: Delivery, at: Date): Promise<Date | null> => {
    const { receiver, alert, tries } = delivery;
    const end = receiver.quiet === null ? at : endOfQuiet(at, receiver.quiet);
    if (end > at) {
      await store.putOff(delivery, end);
      return end;
    }
    const wait = AGAIN_AFTER_MS[tries] ?? null;
    // Written down first: what cannot be would be told again and again.
    await store.beginTry(delivery, new Date(at.getTime() + (wait ?? FURTHEST_MS)));
    const sent = await send(receiver, messageOf(delivery));
    if (sent.ok) {
      meters.alertTried(receiver.way, 'delivered');
      await store.delivered(delivery, at);
      return null;
    }
    const { why, retryAfterSeconds, isFinal = false } = sent.problem;
    const askedMs = Math.min((retryAfterSeconds ?? 0) * 1000, MAX_RETRY_AFTER_MS);
    const nextAt = wait === null || isFinal ? null : new Date(now() + Math.max(wait, askedMs));
    meters.alertTried(receiver.way, nextAt === null ? 'given-up' : 'failed');
    log.warn(
      { alert: shortId(alert.id), way: receiver.way, tries: tries + 1, why },
      'an alert was not taken',
    );
    await store.failTry(delivery, nextAt, why.slice(0, MAX_PROBLEM));
    return nextAt;
  };

  const messageOf = ({ alert }: Delivery): Message => {
    const { title, lines, isRecovery } = alertWords(alert);
    const { id, at, target, checkId, changes } = alert;
    const when = `${showUtc(at.toISOString()).slice(0, 16)} UTC`;
    return {
      id,
      at,
      title,
      lines: [
        ...lines,
        isRecovery ? `Seen at ${when}.` : `Seen at ${when}; a try before had seen a change, too.`,
      ],
      kind: isRecovery ? 'recovery' : 'problem',
      link: origin === null ? null : `${origin}${ownLink(alertPath(alert))}`,
      data: { target, check: checkId, changes },
    };
  };

  /** What fails for one receiver by our own fault holds up no other. */
  const unlessBroken = async (deliveries: readonly Delivery[]): Promise<Date | null> => {
    try {
      return await deliverTo(deliveries);
    } catch (error) {
      log.error({ err: error }, 'a receiver could not be told');
      return new Date(now() + MINUTE_MS);
    }
  };

  const deliverDue = async (): Promise<Date | null> => {
    const atOnce = pLimit(AT_ONCE);
    const waiting = await store.waitingDeliveries(BATCH);
    const next = await Promise.all(waiting.map((deliveries) => atOnce(() => unlessBroken(deliveries))));
    const times = next.flatMap((at) => at?.getTime() ?? []);
    return times.length === 0 ? null : new Date(Math.min(...times));
  };

  const alarm = createAlarm({ name: 'alerts', duty, work: deliverDue, now });

  return {
    look: alarm.ring,
    async test(receiver) {
      const at = new Date(now());
      const sent = await send(receiver, {
        id: `test-${receiver.id}-${at.getTime()}`,
        at,
        title: 'mxproof: a test',
        lines: ['Alerts of watches reach you here.'],
        kind: 'test',
        link: origin === null ? null : `${origin}${ownLink('/watches')}`,
        data: {},
      });
      if (!sent.ok) return sent.problem.detail ?? sent.problem.why;
      await store.wakeDeliveries([receiver.id], at);
      alarm.ring();
      return null;
    },
    secretOf,
    close: alarm.close,
  };
}

/** As for checks: nobody else's special addresses, not this machine, and whom the operator has excluded; what is named may be called. */
function alertGuard(
  networks: readonly string[],
  neverContact: NeverContact,
): (address: string) => string | null {
  const guard = createGuard(networks);
  const choice = createOwnChoice(neverContact, networks);
  return (address) => guard(address) ?? choice({ names: [], address });
}

/** What the names of errors say. */
const PROBLEM_WORDS: Readonly<Record<string, string>> = {
  blocked: 'Its address is special-purpose, or excluded; MXPROOF_ALERT_NETWORKS lets it be contacted.',
  timeout: 'It did not answer in time.',
  ECONNREFUSED: 'Nothing listens there.',
  ECONNRESET: 'It hung up.',
  ENOTFOUND: 'Its name has no address.',
};

/** What a mail server answers may name people: whoever watches is told its code. */
function mailFailure(problem: string): Failure {
  const code = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(problem)?.[0];
  const why =
    code === undefined
      ? (PROBLEM_WORDS[problem] ?? 'The mail server could not be used.')
      : `The mail server answered ${code}.`;
  return { why, detail: `The mail server: ${PROBLEM_WORDS[problem] ?? problem}` };
}
