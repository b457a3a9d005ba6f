import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { acceptedElsewhere, type ClosedSession, type SessionGroup, evidenceOf, hostLabels } from '../seen';
import { shortened } from '../shortened';

/** Sessions after the connection that ended without a reply, by stage. */
export function cutOff(seen: Evidence, group: SessionGroup): Claim {
  const [{ outcome, stage, detail, limit }] = group;
  const evidence = evidenceOf(group);
  const cut = { hosts: hostLabels(group), elsewhere: acceptedElsewhere(seen, group) };
  switch (outcome) {
    case 'silent': {
      const begun = lastWords(group[0]);
      const seconds = Math.round(Math.max(...group.map(msOfLastStage)) / 1000);
      if (stage === 'greeting') return found('smtp.silent-greeting', { ...cut, seconds, begun }, evidence);
      return found('smtp.silent', { ...cut, stage, seconds, begun }, evidence);
    }
    case 'closed':
    case 'reset':
      return found(
        'smtp.closed',
        {
          ...cut,
          stage,
          wasReset: outcome === 'reset',
          begun: lastWords(group[0]),
          underTls: stage !== 'tls' && group.some(({ tls }) => tls !== null && tls.protocol !== null),
        },
        evidence,
      );
    default: {
      if (limit !== null) return found('smtp.too-much', { ...cut, stage, detail: detail ?? limit }, evidence);
      const said = lastWords(group[0]);
      return found('smtp.protocol-error', { ...cut, stage, detail: detail ?? outcome, said }, evidence);
    }
  }
}

/** How a reply was left that never became whole: each has a cure of its own. */
export function unfinished(session: ClosedSession): 'nothing' | 'line' | 'reply' {
  const begun = session.outcome === 'protocol-error' ? '' : lastWords(session);
  if (begun === '') return 'nothing';
  return begun.endsWith('\\x0d') ? 'line' : 'reply';
}

/** What was heard last in a session that ended without a reply: of one that never became whole, or what is none. */
function lastWords(session: Pick<ClosedSession, 'outcome' | 'stages' | 'transcript'>): string {
  switch (session.outcome) {
    case 'silent':
    case 'closed':
    case 'reset':
      return begunReply(session);
    case 'protocol-error':
      return decidingText(session);
    default:
      return '';
  }
}

function msOfLastStage({ stages }: ClosedSession): number {
  return stages.at(-1)?.ms ?? 0;
}

/** What a server had said of the reply that never became whole. */
function begunReply({ transcript }: Pick<ClosedSession, 'transcript'>): string {
  const lastSaid = transcript.findLastIndex(({ who }) => who === 'client');
  return shortened(transcript.slice(lastSaid + 1).find(({ who }) => who === 'server')?.text ?? '');
}

function decidingText({ stages, transcript }: Pick<ClosedSession, 'stages' | 'transcript'>): string {
  const seq = stages.at(-1)?.line;
  return shortened(transcript.find((line) => line.seq === seq && line.who === 'server')?.text ?? '');
}
