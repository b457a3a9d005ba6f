import type { Report } from '@/lib/report/report';
import { groupBy } from '@/lib/group-by';
import { replyText, sessionsOf } from '@/lib/findings/seen';
import type { RouteHost } from '@/lib/route/route';
import type { Session } from '@/lib/smtp/session';
import { SESSION_TONE, SESSION_WORD, STAGE_WORD, type Tone } from './words';

/** What a sender would do with one exchange, and what it would meet there. */
export interface SenderStep {
  preference: number;
  exchange: string;
  tone: Tone;
  /** A few sentences. */
  say: string;
  /** False when a sender would have stopped before. */
  isTried: boolean;
}

type Known = Pick<Report, 'route' | 'sessions'>;
type Came = 'accepted' | 'refused' | 'both' | 'deferred' | 'unreached' | 'unusable' | 'open';

/**
 * The exchanges in the order of a sender (RFC 5321 §5.1): lowest preference first, equals by chance, on to the next
 * after a temporary failure, an end at the first acceptance or refusal for good. Empty when there is only one address,
 * whose session says it all.
 */
export function senderSteps(known: Known): SenderStep[] {
  const hosts = known.route?.hosts ?? [];
  if (hosts.length < 2 && (hosts[0]?.addresses.length ?? 0) < 2) return [];
  const groups = groupBy(hosts, ({ preference }) => String(preference));
  let isTried = true;
  return groups.flatMap((group, index) => {
    const isLast = index === groups.length - 1;
    const seen = group.map((host) => ({ host, came: cameTo(sessionsOf(known, host)) }));
    const steps = seen.map(({ host, came }) =>
      stepOf(known, host, came, { isTried, isLast, equals: group.length }),
    );
    if (seen.some(({ came }) => ['accepted', 'refused', 'both', 'open'].includes(came))) isTried = false;
    return steps;
  });
}

interface Place {
  isTried: boolean;
  isLast: boolean;
  /** Exchanges of the same preference, with this one. */
  equals: number;
}

function stepOf(known: Known, host: RouteHost, came: Came, { isTried, isLast, equals }: Place): SenderStep {
  const sessions = sessionsOf(known, host);
  const { preference, exchange } = host;
  const lead = sessions.find((session) => kindOf(session) === came)?.outcome ?? null;
  const met = came === 'unusable' ? 'No address that mail could go to.' : sessions.map(metWords).join(' ');
  const chance = equals > 1 && isTried ? ' Senders choose among equals by chance.' : '';
  const next = isTried
    ? consequence(came, isLast)
    : 'A sender would not come here; it was asked all the same.';
  return {
    ...{ preference, exchange, isTried },
    tone: lead === null ? 'unknown' : SESSION_TONE[lead],
    say: `${met}${chance} ${next}`.trim(),
  };
}

function cameTo(sessions: readonly Session[]): Came {
  const kinds = new Set(sessions.map(kindOf));
  if (kinds.has('accepted')) return kinds.has('refused') ? 'both' : 'accepted';
  for (const kind of ['refused', 'open', 'deferred', 'unreached'] as const) if (kinds.has(kind)) return kind;
  return 'unusable';
}

function kindOf({ outcome }: Session): Came {
  switch (outcome) {
    case null:
    case 'stopped':
      return 'open';
    case 'accepted':
      return 'accepted';
    case 'permanent':
      return 'refused';
    case 'temporary':
      return 'deferred';
    case 'blocked':
    case 'skipped':
      return 'unusable';
    default:
      return 'unreached';
  }
}

function metWords({ address, outcome, stage, reply }: Session): string {
  if (outcome === null) return `${address}: under way.`;
  if (outcome === 'accepted') return `${address}: accepted.`;
  const where = stage === null || stage === 'connect' ? '' : ` at ${STAGE_WORD[stage]}`;
  const said = reply === null ? '' : `, ${replyText(reply)}`;
  return `${address}: ${SESSION_WORD[outcome]}${where}${said}${said.endsWith('.') ? '' : '.'}`;
}

function consequence(came: Came, isLast: boolean): string {
  switch (came) {
    case 'accepted':
      return 'The mail is taken here.';
    case 'both':
      return 'It is chance which of them a sender meets.';
    case 'refused':
      return 'A sender gives the mail back and tries no other.';
    case 'open':
      return 'Not yet known.';
    case 'deferred':
    case 'unreached':
    case 'unusable':
      return isLast
        ? 'The mail stays in the queue of the sender, which tries again later.'
        : 'On to the next.';
  }
}
