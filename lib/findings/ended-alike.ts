import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { meaningOf } from './said';
import { type ClosedSession, heardSessions, type SessionGroup } from './seen';
import { unfinished } from './smtp/cut-off';
import { contradictsItself } from './smtp/out-of-step';
import { isOurMissingFamily } from './vantage/missing-family';

/** Sessions in groups that ended alike: each group is one finding. Those that only a network missing here ended are left out. */
export function endedAlike(seen: Evidence): SessionGroup[] {
  const heard = heardSessions(seen).filter((session) => !isOurMissingFamily(seen, session));
  return groupBy(heard, (session) =>
    [
      session.outcome,
      session.stage,
      session.reply?.code,
      session.reply?.enhanced,
      session.detail,
      contradictsItself(session),
      unfinished(session),
      ...said(session),
    ].join('|'),
  );
}

/** Servers may mean different things by the same codes. */
function said(session: ClosedSession): (string | number | null)[] {
  const meaning = meaningOf(session);
  if (meaning === null) return [];
  const { category, side, says, meaning: words, extracted } = meaning;
  return [category, side, says, words, extracted.blocklist, extracted.waitSeconds, extracted.newAddress];
}
