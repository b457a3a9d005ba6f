import { sessionLine } from '@/lib/report/reference';
import { readExtensions } from '@/lib/smtp/extensions';
import { LINE_END_NOTES } from '@/lib/smtp/lines';
import type { Reply } from '@/lib/smtp/session';
import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import {
  acceptedElsewhere,
  type SessionGroup,
  evidenceOf,
  heardSessions,
  hostLabels,
  recipientOf,
  replyText,
} from '../seen';

/** Lines of replies that ended with LF alone. */
export function* bareLineFeeds(seen: Evidence): Iterable<Claim> {
  const all = heardSessions(seen).flatMap((session) =>
    session.transcript.filter(({ note }) => note === LINE_END_NOTES.lf).map((line) => ({ session, line })),
  );
  for (const group of groupBy(all, ({ line }) => line.stage))
    yield found(
      'smtp.bare-line-feed',
      { hosts: hostLabels(group.map(({ session }) => session)), stage: group[0].line.stage },
      [sessionLine(group[0].session.n, group[0].line.seq)],
    );
}

/** MAIL FROM refused because of its parameters, all of which had been offered; null when it was for something else. */
export function refusedParameters(seen: Evidence, group: SessionGroup, reply: Reply): Claim | null {
  if (reply.code !== 555 && reply.enhanced !== '5.5.4') return null; // RFC 5321 §4.1.1.11
  const [{ transcript, capabilities }] = group;
  const said = transcript.findLast(({ who, stage }) => who === 'client' && stage === 'mail')?.text ?? '';
  const used = said.slice(said.lastIndexOf('>') + 1).split(' ');
  const offered = readExtensions(capabilities);
  const parameters = used
    .map((one) => one.split('=')[0] ?? '')
    .map((one) => (one === 'BODY' ? '8BITMIME' : one))
    .filter((one) => offered.has(one));
  if (parameters.length === 0) return null;
  const hosts = hostLabels(group);
  const elsewhere = acceptedElsewhere(seen, group);
  return found(
    'smtp.parameter-refused',
    { hosts, elsewhere, parameters, reply: replyText(reply) },
    evidenceOf(group),
  );
}

/** The session ended before MAIL FROM, because the addresses cannot be said there. */
export function missingSmtputf8(seen: Evidence, group: SessionGroup): Claim {
  return found(
    'smtp.smtputf8-missing',
    {
      hosts: hostLabels(group),
      elsewhere: acceptedElsewhere(seen, group),
      recipient: recipientOf(seen),
      sender: seen.vantage.sender,
    },
    evidenceOf(group),
  );
}
