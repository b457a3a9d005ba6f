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
      const begun = group.map(begunReply).find((text) => text !== '') ?? '';
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
          begun: group.map(begunReply).find((text) => text !== '') ?? '',
          underTls: stage !== 'tls' && group.some(({ tls }) => tls !== null && tls.protocol !== null),
        },
        evidence,
      );
    default: {
      if (limit !== null) return found('smtp.too-much', { ...cut, stage, detail: detail ?? limit }, evidence);
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
