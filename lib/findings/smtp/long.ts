import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { sessionLine } from '@/lib/report/reference';
import { LINE_END_NOTES } from '@/lib/smtp/lines';
import type { TranscriptLine } from '@/lib/smtp/session';
import { found, type Claim } from '../found';
import { type ClosedSession, heardSessions, hostLabels } from '../seen';

/** Octets of a line without CR LF (RFC 5321 §4.5.3.1.5). */
const MAX_LINE_OCTETS = 510;

interface Long {
  session: ClosedSession;
  line: TranscriptLine;
  size: number;
}

/** Replies that are longer than senders have to bear. */
export function* longReplies(seen: Evidence): Iterable<Claim> {
  const said = heardSessions(seen).flatMap((session) =>
    session.transcript.map((line) => ({ session, line })),
  );
  const lines = said.flatMap((one) => withSize(one, octetsOf(one.line), MAX_LINE_OCTETS));
  for (const group of groupBy(lines, ({ line }) => line.stage))
    yield found('smtp.long-line', { ...about(group), octets: largest(group) }, evidenceOf(group));
  const replies = said.flatMap((one) => withSize(one, one.line.lines ?? 0, 0));
  for (const group of groupBy(replies, ({ line }) => line.stage))
    yield found('smtp.many-lines', { ...about(group), lines: largest(group) }, evidenceOf(group));
}

function withSize(one: Omit<Long, 'size'>, size: number, limit: number): Long[] {
  return size > limit ? [{ ...one, size }] : [];
}

/** Of a line that has an end. */
function octetsOf({ who, text, raw, octets, note }: TranscriptLine): number {
  if (octets !== undefined) return octets;
  const hasEnd = note === undefined || note === LINE_END_NOTES.lf;
  if (who !== 'server' || !hasEnd) return 0;
  return raw === undefined ? new TextEncoder().encode(text).length : atob(raw).length;
}

function about(group: [Long, ...Long[]]) {
  return { hosts: hostLabels(group.map(({ session }) => session)), stage: group[0].line.stage };
}

function largest(group: readonly Long[]): number {
  return Math.max(...group.map(({ size }) => size));
}

function evidenceOf(group: readonly Long[]) {
  return group.map(({ session, line }) => sessionLine(session.n, line.seq));
}
