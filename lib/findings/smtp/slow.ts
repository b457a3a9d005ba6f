import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { type ClosedSession, heardSessions, hostLabels, lineEvidence } from '../seen';

/**
 * A reply this late makes people think that nothing comes, and is no matter of distance: the longest round trips are below
 * two seconds. Senders wait two to ten minutes (RFC 5321 §4.5.3.2).
 */
const SLOW_MS = 10_000;

/** A greeting this late is meant, or waits for look-ups: people who try by hand have begun to wonder. */
const SLOW_GREETING_MS = 5_000;

/** A wait in one stage, and the waits of all stages together, that a sender notices when it has much to deliver. */
const WAIT_MS = 1_000;
const WAITS_MS = 5_000;

/** A first line of a greeting this long before the others is meant as a trap, and no matter of packets. */
const TEASER_MS = 1_000;

type Stage = ClosedSession['stages'][number];

/** Replies that came late, but came; what never came is how the session ended. */
export function* slowReplies(seen: Evidence): Iterable<Claim> {
  const slow = heardSessions(seen).flatMap((session) =>
    session.stages
      .filter((stage) => isSlow(stage) || (stage.stage === 'greeting' && teaserOf(session) !== ''))
      .map((stage) => ({ session, stage })),
  );
  for (const group of groupBy(slow, ({ stage }) => `${stage.stage}|${stage.outcome === 'ok'}`)) {
    const [first] = group;
    const hosts = hostLabels(group.map(({ session }) => session));
    const seconds = Math.round(Math.max(...group.map(({ stage }) => stage.ms)) / 1000);
    const evidence = group.map(({ session, stage }) => lineEvidence(session, stage.line));
    const { stage } = first.stage;
    if (stage === 'greeting')
      yield found('smtp.slow-greeting', { hosts, seconds, teaser: teaserOf(first.session) }, evidence);
    else if (stage === 'message' && first.stage.outcome === 'ok')
      yield found('smtp.slow-final-dot', { hosts, seconds }, evidence);
    else yield found('smtp.slow-reply', { hosts, stage, seconds }, evidence);
  }
}

/** Waits that add up, where no single one tells the whole. */
export function* slowSessions(seen: Evidence): Iterable<Claim> {
  const slow = heardSessions(seen)
    .map(waitsOf)
    .filter(({ long, told, totalMs }) => {
      const isTold = long.length > 0 && long.every(isSlow);
      return told.length > 0 && !isTold && (long.length > 0 || totalMs >= WAITS_MS);
    });
  for (const group of groupBy(slow, ({ long }) => long.map(({ stage }) => stage).join())) {
    const longest = group.reduce((one, other) => (other.totalMs > one.totalMs ? other : one));
    yield found(
      'smtp.slow',
      {
        hosts: hostLabels(group.map(({ session }) => session)),
        seconds: tenths(longest.totalMs),
        stages: longest.told.map(({ stage }) => stage),
        waits: longest.told.map(({ ms }) => `${tenths(ms)} s`),
      },
      group.flatMap(({ session, told }) => told.map(({ line }) => lineEvidence(session, line))),
    );
  }
}

/** Where no stage took long by itself, so many are named. */
const SHORT_WAITS_TOLD = 3;

interface Waits {
  session: ClosedSession;
  /** The stages that took long by themselves. */
  long: Stage[];
  /** These, or the longest ones where there is none; longest first. */
  told: Stage[];
  totalMs: number;
}

function waitsOf(session: ClosedSession): Waits {
  const all = session.stages.filter(({ outcome }) => outcome !== 'failed').toSorted((a, b) => b.ms - a.ms);
  const long = all.filter(({ ms }) => ms >= WAIT_MS);
  const told = long.length > 0 ? long : all.slice(0, SHORT_WAITS_TOLD);
  return { session, long, told, totalMs: all.reduce((sum, { ms }) => sum + ms, 0) };
}

function tenths(ms: number): number {
  return Math.round(ms / 100) / 10;
}

function isSlow({ stage, outcome, ms }: Stage): boolean {
  const from = stage === 'greeting' ? SLOW_GREETING_MS : SLOW_MS;
  return ms >= from && outcome !== 'failed' && stage !== 'connect' && stage !== 'tls';
}

/** The first line of a greeting whose others came after a pause; empty when there was none. */
function teaserOf({ transcript }: ClosedSession): string {
  const [first, second] = transcript.filter(({ who, stage }) => who === 'server' && stage === 'greeting');
  return first !== undefined && second !== undefined && second.at - first.at >= TEASER_MS ? first.text : '';
}
