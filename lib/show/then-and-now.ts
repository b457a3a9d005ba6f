import type { Before } from '@/lib/report/before';
import { decisiveSession } from '@/lib/report/decisive-session';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { isUnderWay } from './decisive';
import { STAGE_WORD, type Tone } from './words';

/** What a bounce said beside what is said today. */
interface Comparison {
  then: string;
  now: string;
  says: string;
  tone: Tone;
}

/** "Then 550 5.1.1 at RCPT TO by mx1.example.org; today accepted by all three": with what that means. */
export function thenAndNow(before: Before, report: Report): Comparison {
  const then = [codeWords(before.code, before.status), atStage(before.stage), by(before.host)]
    .filter((part) => part !== '')
    .join(' ');
  return { then: then === '' ? 'not delivered' : then, now: nowWords(report), ...meaningOf(before, report) };
}

function nowWords(report: Report): string {
  const { verdict, sessions } = report;
  if (verdict === null) return isUnderWay(report) ? 'the check is running' : 'nothing was found out';
  const closed = sessions.filter(({ outcome }) => outcome !== null && outcome !== 'skipped');
  const accepted = closed.filter(({ outcome }) => outcome === 'accepted').length;
  if (verdict.outcome === 'accepted') {
    const all = accepted === closed.length;
    if (all && accepted === 1) return `accepted by ${closed[0]?.exchange ?? 'the only address'}`;
    return `accepted by ${all ? `all ${accepted}` : `${accepted} of ${closed.length}`} addresses`;
  }
  const session = decisiveSession(report);
  if (session?.reply)
    return [
      codeWords(session.reply.code, session.reply.enhanced),
      atStage(session.stage),
      by(session.exchange),
    ].join(' ');
  return verdict.headline.replace(/\.$/, '');
}

function meaningOf(before: Before, report: Report): Pick<Comparison, 'says' | 'tone'> {
  const { verdict } = report;
  if (verdict === null) return { says: 'The comparison is complete when the check is.', tone: 'unknown' };
  const session = decisiveSession(report);
  const isSame =
    before.code !== null &&
    session?.reply?.code === before.code &&
    (before.stage === null || before.stage === session.stage);
  switch (verdict.outcome) {
    case 'accepted':
      return acceptedToday(before);
    case 'temporary':
      if (before.permanence === 'permanent')
        return {
          says: 'Then it was rejected permanently, today it is deferred: something has changed. A later try may get through.',
          tone: 'wait',
        };
      return {
        says: isSame
          ? 'The same temporary answer as then.'
          : 'Not accepted yet: today’s result is temporary as well.',
        tone: 'wait',
      };
    case 'permanent':
    case 'no-mail':
      return isSame
        ? { says: 'The same refusal as then: nothing has changed since.', tone: 'bad' }
        : { says: 'It is refused today as well, in other words.', tone: 'bad' };
    case 'depends':
      return { says: 'Today it depends on the sender: see who meets what.', tone: 'wait' };
    case 'unknown':
      return {
        says: 'Today nothing certain came of it; the bounce remains the best evidence.',
        tone: 'unknown',
      };
  }
}

/** Refusals of the one who sent, not of the recipient: another sender being accepted disproves nothing. */
const ABOUT_SENDER = new Set([
  ...[
    'blocked',
    'sender-rejected',
    'sender-identity',
    'auth-failed',
    'auth-required',
    'rate-limited',
    'policy',
  ],
  ...['relay-denied', 'tls-required'],
]);

function acceptedToday({ stage, category, host }: Before): Pick<Comparison, 'says' | 'tone'> {
  if (stage === 'message' || stage === 'data')
    return {
      says: 'The recipient is accepted today. The message itself was refused then, and this check sends none.',
      tone: 'unknown',
    };
  if (ABOUT_SENDER.has(category))
    return {
      says: `The recipient is accepted today, from here. ${host ?? 'The other side'} refused the sending server or address then: whether it still does is seen only from there.`,
      tone: 'unknown',
    };
  return { says: 'What stood in the way then is gone: send the message again.', tone: 'good' };
}

function codeWords(code: number | null, status: string | null): string {
  return [code, status].filter((part) => part !== null).join(' ');
}

function atStage(stage: Session['stage']): string {
  return stage === null ? '' : `at ${STAGE_WORD[stage]}`;
}

function by(host: string | null): string {
  return host === null ? '' : `by ${host}`;
}
