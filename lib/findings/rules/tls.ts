import { found, type Found } from '../found';
import { type ClosedSession, groupBy, heardSessions, hostLabels, replyText, type Seen } from '../seen';

/** The state of encryption of every session that came so far. */
export function* encryption(seen: Seen): Iterable<Found> {
  const reached = heardSessions(seen).filter(({ tls, withoutTls }) => tls !== null && !withoutTls);
  const groups = groupBy(reached, ({ tls }) =>
    [tls?.state, tls?.protocol, tls?.problem?.code, tls?.problem?.text, tls?.certificate?.names.join()].join(
      '|',
    ),
  );
  for (const group of groups) {
    const state = stateFound(group);
    if (state !== null) yield state;
  }
}

function stateFound(group: [ClosedSession, ...ClosedSession[]]): Found | null {
  const [{ tls }] = group;
  const hosts = hostLabels(group);
  const evidence = group.map(evidenceOfTls);
  switch (tls?.state) {
    case undefined:
      return null;
    case 'trusted':
      return found('tls.trusted', { hosts, protocol: tls.protocol ?? 'TLS' }, evidence);
    case 'not-offered':
      return found('tls.not-offered', { hosts }, evidence);
    case 'refused':
      return found('tls.refused', { hosts, reply: refusalText(group[0]) }, evidence);
    case 'failed':
      return found('tls.failed', { hosts, reason: tls.problem?.text ?? tls.problem?.code ?? '' }, evidence);
    case 'untrusted':
      return found(
        'tls.not-trusted',
        { hosts, reason: tls.problem?.code ?? '', names: tls.certificate?.names ?? [] },
        evidence,
      );
  }
}

/** The line that decided about TLS: the handshake's, the refusal's, or the list of capabilities. */
function evidenceOfTls(session: ClosedSession): string {
  const line =
    session.stages.findLast(({ stage }) => stage === 'tls' || stage === 'starttls')?.line ??
    session.stages.find(({ stage }) => stage === 'ehlo')?.line;
  return line === null || line === undefined ? `smtp:${session.n}` : `smtp:${session.n}:${line}`;
}

function refusalText(session: ClosedSession): string {
  const seq = session.stages.find(({ stage }) => stage === 'starttls')?.line;
  const line = session.transcript.find((one) => one.seq === seq);
  if (line !== undefined) return line.text;
  return session.reply === null ? '' : replyText(session.reply);
}
