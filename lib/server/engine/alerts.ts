import pLimit from 'p-limit';
import { ownLink } from '@/lib/own-link';
import { createGuard } from '@/lib/net/guard';
import { post } from '@/lib/net/post';
import { submit } from '@/lib/net/submission';
import { no, ok, type Result } from '@/lib/result';
import { alertWords } from '@/lib/show/alert-words';
import { showUtc } from '@/lib/show/moment';
import type { CheckStore } from '@/lib/store/store';
import type { Delivery } from '@/lib/store/watch-store';
import { endOfQuiet } from '@/lib/watch/quiet';
import type { Receiver } from '@/lib/watch/watch';
import { log, shortId } from '../config/log';
import type { AlertSettings } from '../config/alerts';
import { alertPost, type Message, webhookSecret } from './alert-post';
import { createAlarm } from './alarm';

const MINUTE_MS = 60_000;

/** After each failure, until the next try; after the last one it is given up: eight tries in a little more than a day. */
export const AGAIN_AFTER_MS = [1, 5, 15, 60, 180, 480, 720].map((minutes) => minutes * MINUTE_MS);

/** Deliveries of one receiver that are read at once. */
const BATCH = 20;

/** Receivers that are told at once: one that is silent holds up no other for long. */
const AT_ONCE = 4;

/** Characters of what a receiver's server answers that are kept. */
const MAX_PROBLEM = 300;

/** Brings alerts to those who want to know, across restarts. */
export interface Alerts {
  /** Looks now for what is to be delivered. */
  look(): void;
  /** Tells a receiver that this is a try; null when it was taken, else why not. */
  test(receiver: Receiver): Promise<string | null>;
  /** What requests to this receiver are signed with. */
  secretOf(receiver: Receiver): Buffer;
  close(): void;
}

interface AlertsConfig {
  store: CheckStore;
  settings: AlertSettings;
  /** The origin under which people reach this mxproof; null: not said. */
  origin: string | null;
  /** Of this installation; made when it is asked for first. */
  ownSecret(): string;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Why a try has failed, and when the next one may be, where that was said. */
interface Failure {
  why: string;
  retryAfterSeconds: number | null;
  /** The receiver wants no more: 410 (Standard Webhooks). */
  isGone: boolean;
}

export function createAlerts({ store, settings, origin, ownSecret, now }: AlertsConfig): Alerts {
  const guard = createGuard(settings.networks);
  const secretOf = ({ id }: Pick<Receiver, 'id'>): Buffer => webhookSecret(ownSecret(), id);

  const send = async (receiver: Receiver, message: Message): Promise<Result<null, Failure>> => {
    const { way, address } = receiver;
    if (way === 'mail') {
      if (settings.server === null)
        return no(failure('MXPROOF_ALERT_MAIL_SERVER is not set: there is no server for mail'));
      const text = [...message.lines, ...(message.link === null ? [] : ['', message.link])].join('\n');
      const mail = { from: settings.from, to: address, subject: message.title, text, id: message.id };
      const sent = await submit(mail, settings.server);
      return sent.ok ? sent : no(failure(PROBLEM_WORDS[sent.problem] ?? sent.problem));
    }
    const sent = await post(
      alertPost({ way, address }, message, { secret: secretOf(receiver), now: new Date(now()) }),
      guard,
    );
    if (!sent.ok) return no(failure(PROBLEM_WORDS[sent.problem] ?? sent.problem));
    const { status, retryAfterSeconds } = sent.value;
    if (status >= 200 && status < 300) return ok(null);
    return no({ why: `It answered ${status}.`, retryAfterSeconds, isGone: status === 410 });
  };

  /** One receiver's alerts in their order: what it cannot be told holds up what came later. Resolves to when there is more to tell. */
  const deliverTo = async (deliveries: readonly Delivery[]): Promise<Date | null> => {
    for (const delivery of deliveries) {
      const at = new Date(now());
      if (delivery.nextAt > at) return delivery.nextAt;
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
      await store.putOff(delivery, { nextAt: end, problem: null, isTry: false });
      return end;
    }
    const sent = await send(receiver, messageOf(delivery));
    if (sent.ok) {
      await store.delivered(delivery, at);
      return null;
    }
    const { why, retryAfterSeconds, isGone } = sent.problem;
    const wait = isGone ? undefined : AGAIN_AFTER_MS[tries];
    const nextAt =
      wait === undefined ? null : new Date(now() + Math.max(wait, (retryAfterSeconds ?? 0) * 1000));
    log.warn(
      { alert: shortId(alert.id), way: receiver.way, tries: tries + 1, why },
      'an alert was not taken',
    );
    await store.putOff(delivery, { nextAt, problem: why.slice(0, MAX_PROBLEM), isTry: true });
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
        isRecovery ? `Seen at ${when}.` : `Seen at ${when}; the try before had seen a change, too.`,
      ],
      kind: isRecovery ? 'recovery' : 'problem',
      link: origin === null ? null : `${origin}${ownLink(`/check/${checkId}`)}`,
      data: { target, check: checkId, changes },
    };
  };

  const deliverDue = async (): Promise<Date | null> => {
    const atOnce = pLimit(AT_ONCE);
    const waiting = await store.waitingDeliveries(BATCH);
    const next = await Promise.all(waiting.map((deliveries) => atOnce(() => deliverTo(deliveries))));
    const times = next.flatMap((at) => at?.getTime() ?? []);
    return times.length === 0 ? null : new Date(Math.min(...times));
  };

  const alarm = createAlarm({ name: 'alerts', work: deliverDue, now });

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
      return sent.ok ? null : sent.problem.why;
    },
    secretOf,
    close: alarm.close,
  };
}

/** What the names of errors say. */
const PROBLEM_WORDS: Readonly<Record<string, string>> = {
  blocked: 'Its address is special-purpose; MXPROOF_ALERT_NETWORKS lets it be contacted.',
  timeout: 'It did not answer in time.',
  ECONNREFUSED: 'Nothing listens there.',
  ENOTFOUND: 'Its name has no address.',
};

function failure(why: string): Failure {
  return { why, retryAfterSeconds: null, isGone: false };
}
