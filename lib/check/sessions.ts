import type { OwnChoice } from '@/lib/own-choice';
import type { RouteAddress, RouteHost } from '@/lib/route/route';
import { composeMessage, DEFAULT_MESSAGE, messageDate, newMessageId } from '@/lib/smtp/message';
import { NOTHING_HEARD } from '@/lib/smtp/nothing-heard';
import type { Session } from '@/lib/smtp/session';
import { hasSecondTry, nextHello } from '@/lib/smtp/second-try';
import type { SessionPlan, SessionRecorder, SessionResult } from '@/lib/smtp/transport';
import { aside } from './aside';
import { isCancelled } from './cancel';
import { deliveryTurn } from './delivery';
import { type CheckRun, judgeSoFar } from './check-run';
import { planControls } from './plan-controls';

/** Addresses contacted in one check; the largest MX sets in use come to about thirty. */
const MAX_SESSIONS = 40;

/** A session before it has its number. */
type Plan = Omit<SessionPlan, 'maySend'>;
type Exchange = Pick<RouteHost, 'exchange' | 'preference'>;

/** Which try at an address a session is. */
type Opened = Pick<Session, 'waiting' | 'withoutTls' | 'smallHello'>;

const FIRST_TRY: Opened = { waiting: false, withoutTls: false };

/** The sessions of one check: every address of every host, all at once, one connection an address. */
export interface Sessions {
  /** Starts a session with each address of an exchange. An address that already has one is noted as skipped. */
  open(exchange: Exchange, addresses: readonly RouteAddress[]): void;
  /** No session begins before it is known whether the domain asks for none, and none when it does. Called before `open`. */
  heed(asksForNone: Promise<boolean>): void;
  /** Resolves when the last session has ended; rejects with the first bug. */
  allClosed(): Promise<void>;
}

/** With every session that ends, the check is judged anew. */
export function createSessions(check: CheckRun): Sessions {
  const { world, record, signal } = check;
  const running: Promise<void>[] = [];
  const sessionOf = new Map<string, number>();
  const controlled = new Set<string>();
  let sender: number | null = null;
  let asksForNone = Promise.resolve(false);
  let count = 0;

  const open = (host: Exchange, address: string, as: Partial<Opened> = {}): number => {
    const n = ++count;
    const atMs = world.now() - check.startedAt;
    const { exchange, preference } = host;
    const session = { n, exchange, preference, address, port: world.smtpPort, atMs, ...FIRST_TRY, ...as };
    record.note({ type: 'session.opened', session });
    return n;
  };

  const ended = (n: number): Session => {
    const session = record.report().sessions.find((one) => one.n === n);
    if (session === undefined) throw new Error(`Session ${n} was never opened.`);
    return session;
  };

  const close = (n: number, result: SessionResult): void => {
    record.note({ type: 'session.closed', n, result });
    judgeSoFar(check);
  };

  const maySend = async (n: number): Promise<boolean> => {
    for (;;) {
      const turn = deliveryTurn(record.report(), n, sender);
      if (turn === 'never') return false;
      if (turn === 'now') {
        sender = n;
        return true;
      }
      await record.next();
    }
  };

  const talk = async (n: number, planned: Plan): Promise<void> => {
    const session = { ...planned, maySend: () => maySend(n) };
    const recorder: SessionRecorder = {
      line(line) {
        record.note({ type: 'smtp.line', n, line });
      },
      tls(tls) {
        record.note({ type: 'tls', n, tls });
      },
    };
    const capture = await world.capture?.(session.address, record);
    const result = await world.smtp(session, recorder, signal);
    const packets = await capture?.stop(result.socket?.localPort ?? null);
    if (packets) record.note({ type: 'capture', n, pcap: toBase64(packets) });
    close(n, result);
  };

  const run = async (host: Exchange, address: string): Promise<void> => {
    let n = null as number | null; // `onWait` may set it while we wait
    let release: (() => void) | null;
    try {
      const choice = (await asksForNone) ? 'domain-wish' : world.choice({ names: [host.exchange], address });
      if (choice !== null) return close(open(host, address), leftOut(choice));
      const onWait = () => (n = open(host, address, { waiting: true }));
      release = await world.turns.take(address, record, onWait, signal);
    } catch (error) {
      if (!isCancelled(error, signal)) throw error;
      if (n !== null) close(n, unopened('stopped', 'cool-down'));
      return;
    }
    if (release === null) return close(open(host, address), leftOut('rate-limit'));
    try {
      if (n === null) n = open(host, address);
      else record.note({ type: 'session.turn', n, atMs: world.now() - check.startedAt });
      sessionOf.set(address, n);
      const session = sessionPlan(check, host.exchange, address, () => {
        const isFirst = !controlled.has(host.exchange);
        controlled.add(host.exchange);
        return isFirst;
      });
      await talk(n, session);
      // Under the same turn, so that the rest can still be seen.
      for (let tried = ended(n); hasSecondTry(tried) && !signal.aborted; tried = ended(n)) {
        const hello = nextHello(tried, await world.tlsOffer());
        n = open(host, address, hello === null ? { withoutTls: true } : { smallHello: true });
        await talk(n, { ...session, hello });
      }
    } finally {
      release();
    }
  };

  return {
    open(host, addresses) {
      for (const { address } of addresses) {
        if (sessionOf.has(address)) close(open(host, address), unopened('skipped', 'same-address'));
        else if (sessionOf.size >= MAX_SESSIONS)
          record.note({
            type: 'limit',
            limit: 'sessions',
            count: MAX_SESSIONS,
            left: [`${host.exchange} [${address}]`],
          });
        else {
          sessionOf.set(address, 0);
          running.push(aside(run(host, address)));
        }
      }
    },
    heed(wish) {
      asksForNone = wish;
    },
    async allClosed() {
      await Promise.all(running);
    },
  };
}

/** What is said to one address; a bare domain is asked for its postmaster (RFC 5321 §4.5.1). */
function sessionPlan(
  { plan, world }: CheckRun,
  exchange: string,
  address: string,
  mayControl: () => boolean,
): Plan {
  const { target, options, vantage, relayAddress } = plan;
  const sender = vantage.sender === '<>' ? '' : vantage.sender;
  const recipient = target.mailbox ?? `postmaster@${target.domain}`;
  const { depth, message, controls = [] } = options;
  const now = new Date(world.now());
  return {
    exchange,
    address,
    helo: vantage.helo,
    sender,
    recipient,
    depth,
    hello: 'usual',
    controls: planControls({
      controls,
      sender,
      recipient,
      relayAddress,
      domain: target.domain,
      random: () => world.random(),
    }),
    mayControl,
    message:
      depth === 'message'
        ? composeMessage({
            ...(message ?? DEFAULT_MESSAGE),
            from: sender,
            to: recipient,
            helo: vantage.helo,
            date: messageDate(now),
            messageId: newMessageId(now, vantage.helo, () => world.random()),
          })
        : null,
  };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function unopened(outcome: 'skipped' | 'stopped', detail: string): SessionResult {
  return { ...NOTHING_HEARD, outcome, detail, stage: 'connect' };
}

function leftOut(choice: OwnChoice): SessionResult {
  return { ...NOTHING_HEARD, outcome: 'blocked', choice, stage: 'connect' };
}
