import { isOverwritten } from '@/lib/smtp/overwritten';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { type ClosedSession, heardSessions, hostLabels, lineEvidence } from '../seen';

/** Sessions that something in between has written over. */
export function* altered(seen: Evidence): Iterable<Claim> {
  const heard = heardSessions(seen).filter(({ withoutTls, banner }) => banner !== null && !withoutTls);
  const touched = heard.filter((session) => alteredWords(session).length > 0);
  if (touched.length === 0) return;
  const untouched = hostLabels(heard.filter((session) => !touched.includes(session)));
  const hidesTls = touched.some(({ tls }) => tls?.state === 'not-offered');
  const words = [...new Set(touched.flatMap(alteredWords))];
  const evidence = touched.map((session) =>
    lineEvidence(
      session,
      session.transcript.find(({ who, text }) => who === 'server' && isOverwritten(text.slice(4)))?.seq,
    ),
  );
  yield found('smtp.altered', { hosts: hostLabels(touched), seen: words, untouched, hidesTls }, evidence);
}

/** What was heard in the clear that no server says. A line of asterisks among others is only decoration. */
export function alteredWords({
  banner,
  capabilities,
  capabilitiesBefore,
  transcript,
}: ClosedSession): string[] {
  const greeting = transcript.filter(({ who, stage }) => who === 'server' && stage === 'greeting');
  const words = capabilitiesBefore ?? capabilities;
  return [...(greeting.length > 1 ? [] : [banner ?? '']), ...words].filter(isOverwritten);
}
