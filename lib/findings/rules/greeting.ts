import { found, type Found } from '../found';
import { evidenceOf, heardSessions, hostLabels, type Seen } from '../seen';

/** A greeting this late makes people think that nothing listens; MTAs wait five minutes (RFC 5321 §4.5.3.2.1). */
const SLOW_GREETING_MS = 10_000;

/** Greetings that came late, but came. */
export function* slowGreeting(seen: Seen): Iterable<Found> {
  const slow = heardSessions(seen).filter(({ timings }) => (timings.greetingMs ?? 0) >= SLOW_GREETING_MS);
  if (slow.length === 0) return;
  const seconds = Math.round(Math.max(...slow.map(({ timings }) => timings.greetingMs ?? 0)) / 1000);
  yield found('smtp.slow-greeting', { hosts: hostLabels(slow), seconds }, evidenceOf(slow));
}

/** EHLO refused for good, HELO used instead. */
export function* heloOnly(seen: Seen): Iterable<Found> {
  for (const session of heardSessions(seen)) {
    const helo = session.transcript.findIndex(({ who, text }) => who === 'client' && /^HELO\b/i.test(text));
    if (helo < 1) continue;
    const refusal = session.transcript[helo - 1];
    if (refusal?.who !== 'server') continue;
    const evidence = [`smtp:${session.n}:${refusal.seq}`];
    yield found('smtp.helo-only', { hosts: hostLabels([session]), reply: refusal.text }, evidence);
  }
}
