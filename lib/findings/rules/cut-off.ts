import { found, type Found } from '../found';
import {
  acceptedElsewhere,
  type ClosedSession,
  evidenceOf,
  groupBy,
  heardSessions,
  hostLabels,
  replyText,
  type Seen,
} from '../seen';

type Group = [ClosedSession, ...ClosedSession[]];

/** Sessions after the connection that ended without a reply, by stage. */
export function cutOff(seen: Seen, group: Group): Found {
  const [{ outcome, stage, detail }] = group;
  const evidence = evidenceOf(group);
  const cut = { hosts: hostLabels(group), elsewhere: acceptedElsewhere(seen, group) };
  switch (outcome) {
    case 'silent': {
      const begun = group.map(begunReply).find((text) => text !== '') ?? '';
      const seconds = Math.round(Math.max(...group.map(msOfLastStage)) / 1000);
      if (stage === 'greeting') return found('smtp.silent-greeting', { ...cut, seconds, begun }, evidence);
      return found('smtp.silent', { ...cut, stage, seconds, begun }, evidence);
    }
    case 'closed':
    case 'reset':
      return found('smtp.closed', { ...cut, stage, wasReset: outcome === 'reset' }, evidence);
    default: {
      const said = outcome === 'protocol-error' ? decidingText(group[0]) : '';
      return found('smtp.protocol-error', { ...cut, stage, detail: detail ?? outcome, said }, evidence);
    }
  }
}

function msOfLastStage({ stages }: ClosedSession): number {
  return stages.at(-1)?.ms ?? 0;
}

/** What a server had said of the reply that never became whole. */
function begunReply({ transcript }: ClosedSession): string {
  const lastSaid = transcript.findLastIndex(({ who }) => who === 'client');
  return shortened(transcript.slice(lastSaid + 1).find(({ who }) => who === 'server')?.text ?? '');
}

function decidingText({ stages, transcript }: ClosedSession): string {
  const seq = stages.at(-1)?.line;
  return shortened(transcript.find((line) => line.seq === seq && line.who === 'server')?.text ?? '');
}

/** Characters of a foreign line quoted in a sentence; the whole line is in the transcript. */
const MAX_QUOTED = 80;

function shortened(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}

/** Replies that came although nothing had been asked. */
export function* outOfStep(seen: Seen): Iterable<Found> {
  const all = heardSessions(seen).flatMap((session) =>
    [...(session.unasked ?? []), ...answerToQuit(session)].map((one) => ({ ...one, session })),
  );
  for (const group of groupBy(all, ({ stage, reply }) => `${stage}|${replyText(reply)}`)) {
    const [{ stage, reply }] = group;
    yield found(
      'smtp.out-of-step',
      { hosts: hostLabels(group.map(({ session }) => session)), stage, reply: shortened(replyText(reply)) },
      group.map(({ session, line }) => `smtp:${session.n}:${line}`),
    );
  }
}

/** QUIT is never refused (RFC 5321 §4.1.1.10): a refusal there answers something earlier. */
function answerToQuit({ transcript }: ClosedSession): NonNullable<ClosedSession['unasked']> {
  const line = transcript.find(({ who, stage }) => who === 'server' && stage === 'quit');
  const [, code, text = ''] = /^(354|4[35]\d|5[1-9]\d)[ -]?(.*)$/.exec(line?.text ?? '') ?? [];
  if (line === undefined || code === undefined) return [];
  return [{ stage: 'quit', reply: { code: Number(code), enhanced: null, lines: [text] }, line: line.seq }];
}
