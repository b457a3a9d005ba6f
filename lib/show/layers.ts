import type { Session, TlsFacts } from '@/lib/smtp/session';
import { showMs } from './duration';
import { showMoment } from './moment';
import { SESSION_WORD, type Tone } from './words';

/** What one layer of one session saw. */
export interface LayerFact {
  layer: string;
  facts: { name: string; value: string; tone: Tone | null }[];
}

/** Whom we meant against who answered, layer by layer, from the name down to the address. */
export function layersOf(session: Session): LayerFact[] {
  return [
    { layer: '7 · name', facts: nameFacts(session) },
    { layer: '6/5 · TLS', facts: tlsFacts(session) },
    { layer: '4 · TCP', facts: tcpFacts(session) },
    { layer: '3 · IP', facts: addressFacts(session) },
  ].filter(({ facts }) => facts.length > 0);
}

type Fact = LayerFact['facts'][number];

function fact(name: string, value: string, tone: Tone | null = null): Fact {
  return { name, value, tone };
}

function nameFacts(session: Session): Fact[] {
  const facts = [fact('meant to reach', session.exchange)];
  const { banner } = session;
  if (banner !== null)
    facts.push(fact('greets as', banner || '(nothing)', /\*{4,}/.test(banner) ? 'wait' : null));
  const crossedOut = session.capabilities.find((word) => /X{4,}/i.test(word));
  if (crossedOut) facts.push(fact('altered on the way', `capability ${crossedOut}`, 'wait'));
  if (session.queueId) facts.push(fact('their queue id', session.queueId, 'good'));
  return facts;
}

const TLS_WORD: Record<TlsFacts['state'], string> = {
  'not-offered': 'STARTTLS not offered: everything passed in the clear',
  refused: 'STARTTLS offered, then refused',
  failed: 'handshake failed',
  untrusted: 'encrypted; certificate not trusted (senders that encrypt when they can deliver anyway)',
  trusted: 'encrypted, certificate trusted',
};

const TLS_TONE: Record<TlsFacts['state'], Tone> = {
  'not-offered': 'unknown',
  refused: 'wait',
  failed: 'wait',
  untrusted: 'wait',
  trusted: 'good',
};

function tlsFacts({ tls }: Session): Fact[] {
  if (!tls) return [];
  const facts = [fact('state', TLS_WORD[tls.state], TLS_TONE[tls.state])];
  if (tls.problem) facts.push(fact('why', `${tls.problem.text} (${tls.problem.code})`, 'wait'));
  if (tls.protocol) facts.push(fact('protocol', [tls.protocol, tls.cipher].filter(Boolean).join(', ')));
  const { certificate } = tls;
  if (!certificate) return facts;
  return [
    ...facts,
    fact('certificate for', certificate.names.join(', ') || certificate.subject),
    fact('issued by', certificate.issuer),
    fact(
      'valid',
      `${showMoment(certificate.validFrom, 'UTC')} to ${showMoment(certificate.validTo, 'UTC')} UTC`,
    ),
    fact('SHA-256', certificate.sha256),
  ];
}

function tcpFacts(session: Session): Fact[] {
  const { socket, timings, outcome } = session;
  if (socket)
    return [
      fact('from', hostPort(socket.localAddress, socket.localPort)),
      fact('to', hostPort(socket.remoteAddress, socket.remotePort)),
      ...(timings.connectMs === null ? [] : [fact('connected in', showMs(timings.connectMs))]),
      ...(outcome === 'reset' || outcome === 'closed'
        ? [fact('ended', SESSION_WORD[outcome], 'wait' as const)]
        : []),
    ];
  if (!outcome) return [];
  const why = session.detail ? ` (${session.detail})` : '';
  return [
    fact('to', hostPort(session.address, session.port)),
    fact('came to', `${SESSION_WORD[outcome]}${why}`, 'wait'),
  ];
}

function addressFacts({ address }: Session): Fact[] {
  return [fact(address.includes(':') ? 'IPv6' : 'IPv4', address)];
}

function hostPort(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
