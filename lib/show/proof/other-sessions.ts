import { groupBy } from '@/lib/group-by';
import { list } from '@/lib/findings/define';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { showMs } from '../duration';
import { detailWords } from '../detail-words';
import { SESSION_WORD, STAGE_WORD } from '../words';
import { clockAt } from './clock';
import { cutLine } from './cut';

const REPLY_OCTETS = 140;

/** The sessions beside the deciding one: a line for each way in which they ended. */
export function otherSessions(report: Pick<Report, 'sessions' | 'startedAt'>, but: Session | null): string[] {
  const others = report.sessions.filter(({ n }) => n !== but?.n);
  return groupBy(others, endOf).map((same) => {
    const [first] = same;
    const hosts = list(same.map(({ exchange, address }) => `${exchange} [${address}]`));
    const agree = but !== null && endOf(first) === endOf(but) ? 'the same: ' : '';
    return `${clockAt(report, first.atMs).slice(0, 8)} ${hosts}: ${agree}${endWords(first)}`;
  });
}

/** How it ended, as far as sessions are compared: servers word one reply in many ways. */
function endOf({ outcome, stage, reply }: Session): string {
  return [outcome, stage, reply?.code, reply?.enhanced].join(' ');
}

function endWords(session: Session): string {
  const { outcome, stage, reply, timings } = session;
  if (outcome === null) return 'under way';
  const where = outcome === 'accepted' || stage === null ? '' : ` at ${STAGE_WORD[stage]}`;
  const said = reply === null ? detailWords(session) : `${reply.code} ${reply.lines.join(' ')}`;
  const took = timings.totalMs === null ? '' : ` after ${showMs(timings.totalMs)}`;
  return `${SESSION_WORD[outcome]}${where}${took}${said === null || said === '' ? '' : `: ${cutLine(said, REPLY_OCTETS)}`}`;
}
