import { sessionLine } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { heardSessions, hostLabels } from '../seen';

/** EHLO refused for good, HELO used instead. */
export function* heloOnly(seen: Evidence): Iterable<Claim> {
  for (const session of heardSessions(seen)) {
    const helo = session.transcript.findIndex(({ who, text }) => who === 'client' && /^HELO\b/i.test(text));
    if (helo < 1) continue;
    const refusal = session.transcript[helo - 1];
    const answer = session.transcript[helo + 1];
    if (refusal?.who !== 'server' || !answer?.text.startsWith('2')) continue;
    const evidence = [sessionLine(session.n, refusal.seq)];
    yield found('smtp.helo-only', { hosts: hostLabels([session]), reply: refusal.text }, evidence);
  }
}
