import { groupBy } from '@/lib/group-by';
import type { Session } from '@/lib/smtp/session';
import type { RouteHost } from './route';

/**
 * What a sender meets at an exchange. `both`: some of its addresses accept and others refuse, so it is chance. `not-greeted`:
 * refused for good in place of a greeting. `name-refused`: EHLO and HELO were. `open`: not known yet. `not-asked`: not
 * contacted by our own choice. `unusable`: no address that mail could go to.
 */
export type Meeting =
  | 'accepted'
  | 'refused'
  | 'name-refused'
  | 'both'
  | 'open'
  | 'not-asked'
  | 'deferred'
  | 'unreached'
  | 'not-greeted'
  | 'unusable';

/** One exchange as a sender meets it; `sessions` are the last tries of its addresses. */
export interface MetHost {
  host: RouteHost;
  sessions: Session[];
  met: Meeting;
}

/** The exchanges of one preference, among which a sender chooses by chance. */
export interface SenderChoice {
  preference: number;
  hosts: MetHost[];
  /** What it meets among them. */
  met: Meeting;
  /** False when a sender has stopped before. */
  isTried: boolean;
}

/**
 * What a normal sender does (RFC 5321 §5.1): the exchanges in order of preference, equals by chance, on to the next after
 * a temporary failure, an end at the first acceptance or permanent refusal. No mail was named before the greeting: who is
 * refused there goes on (Postfix: smtp_skip_5xx_greeting, Exim).
 */
export function senderChoices(hosts: readonly RouteHost[], sessions: readonly Session[]): SenderChoice[] {
  let isTried = true;
  return groupBy(hosts, ({ preference }) => String(preference)).map((equals) => {
    const met = equals.map((host) => metHost(host, sessions));
    const choice = { preference: equals[0].preference, hosts: met, met: together(met.map((one) => one.met)) };
    const tried = { ...choice, isTried };
    if (ENDS.includes(choice.met)) isTried = false;
    return tried;
  });
}

/** After these a sender goes nowhere else, or nobody can tell whether it does. */
const ENDS: readonly Meeting[] = ['accepted', 'refused', 'name-refused', 'both', 'open', 'not-asked'];

function metHost(host: RouteHost, all: readonly Session[]): MetHost {
  const sessions = sessionsOf(all, host);
  const unknown: Meeting[] =
    sessions.length === 0 && isUnasked(host) ? [host.evidence.length === 0 ? 'open' : 'not-asked'] : [];
  return { host, sessions, met: together([...unknown, ...sessions.map(meetingOf)]) };
}

/** The sessions that count for a host: the last try of each address, whoever's turn it was made in. */
function sessionsOf(sessions: readonly Session[], { addresses }: RouteHost): Session[] {
  return addresses.flatMap(
    ({ address }) =>
      sessions.findLast((session) => session.address === address && session.outcome !== 'skipped') ?? [],
  );
}

function isUnasked({ state, flags }: RouteHost): boolean {
  return state === 'not-asked' && !flags.includes('address-literal');
}

/** A reply says more than a connection that was never made. */
const BY_WEIGHT: readonly Meeting[] = [
  'both',
  'accepted',
  'refused',
  'name-refused',
  'open',
  'not-asked',
  'deferred',
  'unreached',
  'not-greeted',
];

function together(meetings: readonly Meeting[]): Meeting {
  const isRefused = meetings.includes('refused') || meetings.includes('name-refused');
  if (isRefused && meetings.includes('accepted')) return 'both';
  return BY_WEIGHT.find((one) => meetings.includes(one)) ?? 'unusable';
}

/** What one session came to for a sender. */
export function meetingOf(session: Session): Meeting {
  if (session.choice !== undefined) return 'not-asked';
  const { outcome } = session;
  switch (outcome) {
    case null:
    case 'stopped':
      return 'open';
    case 'accepted':
      return 'accepted';
    case 'permanent':
      if (session.stage === 'greeting') return 'not-greeted';
      return session.stage === 'ehlo' ? 'name-refused' : 'refused';
    case 'temporary':
      return 'deferred';
    case 'blocked':
    case 'skipped':
      return 'unusable';
    case 'refused':
    case 'timeout':
    case 'reset':
    case 'closed':
    case 'unreachable':
    case 'silent':
    case 'tls-failed':
    case 'protocol-error':
      return 'unreached';
  }
}
