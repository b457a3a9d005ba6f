import type { Reference } from '@/lib/report/reference';
import { INJECTED } from '@/lib/smtp/dialogue';
import type { TlsFacts } from '@/lib/smtp/session';
import { dayOf } from '../day';
import { endOf, found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import {
  acceptedElsewhere,
  type ClosedSession,
  type SessionGroup,
  heardSessions,
  hostLabels,
  lineEvidence,
  replyText,
} from '../seen';
import { alteredWords } from '../smtp/altered';
import { shortened } from '../shortened';
import { isWeak } from './certificate';
import { failedForSize } from './large-hello';

/** The state of encryption of every session that came so far. */
export function* encryption(seen: Evidence): Iterable<Claim> {
  const large = new Set(failedForSize(seen).map(({ first }) => first));
  const reached = heardSessions(seen).filter(
    (session) => session.tls !== null && !session.withoutTls && !large.has(session),
  );
  const groups = groupBy(reached, (session) => {
    const { state, protocol, problem, certificate } = session.tls ?? {};
    return [
      state,
      protocol,
      problem?.text,
      certificate?.names,
      certificate?.validTo,
      wordsInPlaceOfTls(session),
      isPinned(seen, session),
    ].join('|');
  });
  for (const group of groups) {
    const state = stateFound(seen, group);
    if (state !== null) yield state;
  }
}

function stateFound(seen: Evidence, group: SessionGroup): Claim | null {
  const [{ tls }] = group;
  const hosts = hostLabels(group);
  const evidence = group.map(evidenceOfTls);
  switch (tls?.state) {
    case undefined:
      return null;
    case 'trusted':
      if (isWeak(tls)) return null; // the rule about certificates says both
      return found('tls.trusted', { hosts, protocol: tls.protocol ?? 'TLS' }, evidence);
    case 'not-offered': {
      // Where something in between crosses out words, nobody knows what the server offers.
      const untouched = group.filter((session) => alteredWords(session).length === 0);
      if (untouched.length === 0) return null;
      return found('tls.not-offered', { hosts: hostLabels(untouched) }, untouched.map(evidenceOfTls));
    }
    case 'refused':
      return found('tls.refused', { hosts, reply: refusalText(group[0]) }, evidence);
    case 'failed': {
      const { code = '', text = code } = tls.problem ?? {};
      if (code !== INJECTED)
        return endOf(
          group,
          found('tls.failed', { hosts, reason: text, code, small: smallBytes(group) }, evidence),
        );
      const said = wordsBeforeHandshake(group[0]);
      return endOf(
        group,
        found('tls.injected', { hosts, elsewhere: acceptedElsewhere(seen, group), said }, evidence),
      );
    }
    case 'untrusted':
      return found(
        'tls.not-trusted',
        {
          hosts,
          ...distrust(tls, seen.startedAt),
          aliasTarget: aliasTarget(seen, group[0]),
          isPinned: isPinned(seen, group[0]),
        },
        evidence,
      );
  }
}

/** The size of the small hello that failed as well; 0 when none was tried. */
function smallBytes(group: SessionGroup): number {
  return group.find(({ smallHello }) => smallHello === true)?.tls?.hello?.bytes ?? 0;
}

function distrust({ problem, problems = [], certificate, chain = [] }: TlsFacts, startedAt: string) {
  const reason = problem?.code ?? '';
  const until = certificate?.validTo ?? '';
  const expired =
    reason === 'CERT_HAS_EXPIRED'
      ? [...(certificate ? [certificate] : []), ...chain].filter(({ validTo }) => validTo < startedAt)
      : [];
  const isOwn = expired.length === 0 || expired[0] === certificate;
  return {
    reason,
    also: problems.filter((code) => code !== reason),
    names: certificate?.names ?? [],
    issuer: certificate?.issuer ?? '',
    from: dayOf(certificate?.validFrom ?? ''),
    until: dayOf(until),
    expiredIssuer: isOwn ? '' : (expired[0]?.subject ?? ''),
  };
}

/** The name that the exchange is an alias for, when the certificate is for that and not for the exchange; else empty. */
function aliasTarget({ route }: Evidence, { exchange, tls }: ClosedSession): string {
  const target = route?.hosts.find((host) => host.exchange === exchange)?.aliasChain.at(-1) ?? '';
  // RFC 9525 §6.3: the wildcard stands for one label.
  const names = [target, target.replace(/^[^.]+/, '*')];
  return target !== '' && tls?.certificate?.names.some((name) => names.includes(name)) ? target : '';
}

/** Whether DANE proves the certificate where no authority does: behind MX records that are signed, for every sender that goes by it. */
function isPinned({ policies }: Evidence, { exchange, n }: ClosedSession): boolean {
  const { hosts = [], isMxSecure = true } = policies?.dane ?? {};
  const own = hosts.find((host) => host.exchange === exchange);
  return isMxSecure !== false && own?.state === 'ok' && own.sessions.includes(n);
}

/** What a server said in place of TLS. */
function wordsInPlaceOfTls(session: ClosedSession): string {
  if (session.tls?.state === 'refused') return refusalText(session);
  return session.tls?.problem?.code === INJECTED ? wordsBeforeHandshake(session) : '';
}

/** The line that decided about TLS: the handshake's, the refusal's, or the list of capabilities. */
function evidenceOfTls(session: ClosedSession): Reference {
  const line =
    session.stages.findLast(({ stage }) => stage === 'tls' || stage === 'starttls')?.line ??
    session.stages.find(({ stage }) => stage === 'ehlo')?.line;
  return lineEvidence(session, line);
}

function refusalText(session: ClosedSession): string {
  const seq = session.stages.find(({ stage }) => stage === 'starttls')?.line;
  const line = session.transcript.find((one) => one.seq === seq);
  if (line !== undefined) return line.text;
  return session.reply === null ? '' : replyText(session.reply);
}

/** What came in the clear after the last line of the reply to STARTTLS. */
function wordsBeforeHandshake({ stages, transcript }: ClosedSession): string {
  const ready = stages.find(({ stage }) => stage === 'starttls')?.line ?? Infinity;
  const said = transcript.filter(({ who, seq }) => who === 'server' && seq >= ready);
  const last = said.findIndex(({ text }) => !/^\d{3}-/.test(text));
  return shortened(said[last + 1]?.text ?? '');
}
