import { sessionLine } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { heardSessions, hostLabels } from '../seen';

/** Codes of a server that does not know the command (RFC 5321 §4.2.4); others refuse it, for example for the name. */
const NOT_KNOWN = ['500', '502', '504'];

/** EHLO refused for good, HELO used instead. */
export function* heloOnly(seen: Evidence): Iterable<Claim> {
  for (const session of heardSessions(seen)) {
    const helo = session.transcript.findIndex(({ who, text }) => who === 'client' && /^HELO\b/i.test(text));
    if (helo < 1) continue;
    const refusal = session.transcript[helo - 1];
    const answer = session.transcript[helo + 1];
    if (refusal?.who !== 'server' || !answer?.text.startsWith('2')) continue;
    const evidence = [sessionLine(session.n, refusal.seq)];
    const isKnown = !NOT_KNOWN.includes(refusal.text.slice(0, 3));
    yield found(
      isKnown ? 'smtp.ehlo-refused' : 'smtp.helo-only',
      { hosts: hostLabels([session]), reply: refusal.text },
      evidence,
    );
  }
}
