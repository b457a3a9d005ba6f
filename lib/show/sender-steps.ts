import type { Report } from '@/lib/report/report';
import { replyText } from '@/lib/findings/seen';
import { type Meeting, meetingOf, type MetHost, senderChoices } from '@/lib/route/sender';
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

type Attempts = Pick<Report, 'route' | 'sessions'>;
/**
 * The exchanges in the order of a sender (RFC 5321 §5.1): lowest preference first, equals by chance, on to the next
 * after a temporary failure, an end at the first acceptance or permanent refusal. Empty when there is only one address,
 * whose session says it all.
 */
export function senderSteps(known: Attempts): SenderStep[] {
  const hosts = known.route?.hosts ?? [];
  if (hosts.length < 2 && (hosts[0]?.addresses.length ?? 0) < 2) return [];
  const choices = senderChoices(hosts, known.sessions);
  return choices.flatMap((choice, index) => {
    const place = {
      isTried: choice.isTried,
      isLast: index === choices.length - 1,
      equals: choice.hosts.length,
    };
    return choice.hosts.map((met) => stepOf(met, place));
  });
}

interface Place {
  isTried: boolean;
  isLast: boolean;
  /** Exchanges of the same preference, with this one. */
  equals: number;
}

function stepOf({ host, sessions, met }: MetHost, { isTried, isLast, equals }: Place): SenderStep {
  const { preference, exchange } = host;
  const lead = sessions.find((session) => meetingOf(session) === met)?.outcome ?? null;
  const words = met === 'unusable' ? 'No address that mail could go to.' : sessions.map(metWords).join(' ');
  const chance = equals > 1 && isTried ? ' Senders choose among equals by chance.' : '';
  const next = isTried
    ? consequence(met, isLast)
    : 'A sender would not come here; it was asked all the same.';
  return {
    preference,
    exchange,
    isTried,
    tone: lead === null ? 'unknown' : SESSION_TONE[lead],
    say: `${words}${chance} ${next}`.trim(),
  };
}

function metWords({ address, outcome, stage, reply }: Session): string {
  if (outcome === null) return `${address}: under way.`;
  if (outcome === 'accepted') return `${address}: accepted.`;
  const where = stage === null || stage === 'connect' ? '' : ` at ${STAGE_WORD[stage]}`;
  const said = reply === null ? '' : `, ${replyText(reply)}`;
  return `${address}: ${SESSION_WORD[outcome]}${where}${said}${said.endsWith('.') ? '' : '.'}`;
}

function consequence(met: Meeting, isLast: boolean): string {
  switch (met) {
    case 'accepted':
      return 'The mail is taken here.';
    case 'both':
      return 'It is chance which of them a sender meets.';
    case 'refused':
      return 'A sender gives the mail back and tries no other.';
    case 'name-refused':
      return `Some senders give the mail back, as Postfix does; others ${isLast ? 'keep it and try again later' : 'go on to the next'}, as Exim does.`;
    case 'not-greeted':
      return isLast
        ? 'Most senders keep the mail and try again later; some give it back.'
        : 'On to the next.';
    case 'open':
      return 'Not yet known.';
    case 'not-asked':
      return 'What a sender meets here is not known.';
    case 'deferred':
    case 'unreached':
    case 'unusable':
      return isLast
        ? 'The mail stays in the queue of the sender, which tries again later.'
        : 'On to the next.';
  }
}
