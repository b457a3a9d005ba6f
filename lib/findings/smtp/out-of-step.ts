import { sessionLine } from '@/lib/report/reference';
import { endOf, found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { acceptedElsewhere, type ClosedSession, heardSessions, hostLabels, replyText } from '../seen';
import { shortened } from '../shortened';

/** Replies that came although nothing had been asked. */
export function* outOfStep(seen: Evidence): Iterable<Claim> {
  const all = heardSessions(seen).flatMap((session) =>
    strayReplies(session).map((one) => ({ ...one, session, isRefusal: contradicts(session, one) })),
  );
  for (const group of groupBy(all, (one) => `${one.stage}|${one.isRefusal}|${replyText(one.reply)}`)) {
    const [{ stage, isRefusal, reply }] = group;
    const sessions = group.map(({ session }) => session);
    const evidence = group.map(({ session, line }) => sessionLine(session.n, line));
    const about = { hosts: hostLabels(sessions), stage, reply: shortened(replyText(reply)) };
    if (isRefusal)
      yield endOf(
        sessions,
        found(
          'smtp.contradicts-itself',
          { ...about, elsewhere: acceptedElsewhere(seen, sessions) },
          evidence,
        ),
      );
    else yield found('smtp.out-of-step', about, evidence);
  }
}

/** Accepted, and refused by a reply that nobody had asked for: whether mail would be taken is not known. */
export function contradictsItself(session: ClosedSession): boolean {
  return strayReplies(session).some((one) => contradicts(session, one));
}

type Stray = NonNullable<ClosedSession['unasked']>[number];

function contradicts({ outcome }: ClosedSession, { stage, reply }: Stray): boolean {
  return (
    outcome === 'accepted' && reply.code >= 400 && ['mail', 'rcpt', 'data', 'message', 'quit'].includes(stage)
  );
}

function strayReplies(session: ClosedSession): Stray[] {
  return [...(session.unasked ?? []), ...answerToQuit(session)];
}

/** QUIT is never refused (RFC 5321 §4.1.1.10): a refusal there answers something earlier. */
function answerToQuit({ transcript }: ClosedSession): Stray[] {
  const line = transcript.find(({ who, stage }) => who === 'server' && stage === 'quit');
  const [, code, text = ''] = /^(354|4[35]\d|5[1-9]\d)[ -]?(.*)$/.exec(line?.text ?? '') ?? [];
  if (line === undefined || code === undefined) return [];
  return [{ stage: 'quit', reply: { code: Number(code), enhanced: null, lines: [text] }, line: line.seq }];
}
