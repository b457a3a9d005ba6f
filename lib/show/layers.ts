import { detailWords } from './detail-words';
import { chainWords, keyWords } from './certificate-words';
import type { Report } from '@/lib/report/report';
import { bannerName, ehloName } from '@/lib/smtp/ehlo-name';
import { isOverwritten } from '@/lib/smtp/overwritten';
import type { Session, TlsFacts } from '@/lib/smtp/session';
import { showMs } from './duration';
import { showMoment } from './moment';
import { TLS_STATE_WORD } from './tls-words';
import { type Fact, whoAnswered } from './who-answered';
import { SESSION_WORD, type Tone } from './words';

/** What one layer of one session saw. */
export interface LayerFact {
  layer: string;
  facts: Fact[];
}

type LayerEvidence = Pick<Report, 'trace' | 'route' | 'reverse' | 'findings'>;

/** Whom we meant against who answered, layer by layer, from the name down to the address. */
export function layersOf(report: LayerEvidence, session: Session): LayerFact[] {
  return [
    { layer: '7 · name', facts: nameFacts(report, session) },
    { layer: '6/5 · TLS', facts: tlsFacts(session) },
    { layer: '4 · TCP', facts: tcpFacts(session) },
    { layer: '3 · IP', facts: addressFacts(report, session) },
  ].filter(({ facts }) => facts.length > 0);
}

function fact(name: string, value: string, tone: Tone | null = null): Fact {
  return { name, value, tone };
}

function nameFacts(report: LayerEvidence, session: Session): Fact[] {
  const facts = [fact('meant to reach', session.exchange), ...answerUsed(report, session)];
  const { banner } = session;
  if (banner !== null)
    facts.push(
      fact(
        'greets as',
        bannerName(session) ?? (banner || '(nothing)'),
        isOverwritten(banner) ? 'wait' : null,
      ),
    );
  const ehlo = ehloName(session);
  if (ehlo !== null) facts.push(fact('answers EHLO as', ehlo));
  facts.push(...whoAnswered(report, session));
  const crossedOut = session.capabilities.find(isOverwritten);
  if (crossedOut) facts.push(fact('altered on the way', `capability ${crossedOut}`, 'wait'));
  if (session.queueId) facts.push(fact('their queue id', session.queueId, 'good'));
  return facts;
}

/** The answer of DNS that led to this address: what the sending server believed. */
function answerUsed({ trace }: LayerEvidence, { exchange, address }: Session): Fact[] {
  for (const step of trace.steps) {
    const record = step.answer.find(
      ({ type, data }) => (type === 'A' || type === 'AAAA') && data === address,
    );
    if (record === undefined || step.question.name !== exchange) continue;
    const { name, address: server } = step.server;
    const from = `${name || 'a server'} [${server}], query ${step.n}`;
    return [fact('by DNS', `${record.name} ${record.ttl} ${record.type} ${record.data} (${from})`)];
  }
  return [];
}

const TLS_TONE: Record<TlsFacts['state'], Tone> = {
  'not-offered': 'unknown',
  refused: 'wait',
  failed: 'wait',
  untrusted: 'wait',
  trusted: 'good',
};

function tlsFacts({ tls }: Session): Fact[] {
  if (!tls) return [];
  const facts = [fact('state', TLS_STATE_WORD[tls.state], TLS_TONE[tls.state])];
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
    ...filled('key', keyWords(certificate)),
    ...filled('signed with', certificate.signature ?? ''),
    ...filled('sent above it', chainWords(tls)),
    fact('SHA-256', certificate.sha256),
  ];
}

function filled(name: string, value: string): Fact[] {
  return value === '' ? [] : [fact(name, value)];
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
  const detail = detailWords(session);
  const meaning = ERRNO_WORDS[session.detail ?? ''];
  return [
    fact('to', hostPort(session.address, session.port)),
    fact('came to', `${SESSION_WORD[outcome]}${detail ? ` (${detail})` : ''}`, 'wait'),
    ...(meaning === undefined ? [] : [fact('which means', meaning)]),
  ];
}

/** What the system's error says about where the connection failed. */
const ERRNO_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'a reset came back at once: nothing listens there, or a firewall answers in its name',
  ECONNRESET: 'something broke the connection off while it was made',
  ETIMEDOUT: 'no packet came back: the host is off, or a firewall on either side drops them',
  EHOSTUNREACH: 'a router, or this machine, says that the host cannot be reached',
  ENETUNREACH: 'there is no route to this network',
  ENOPROTOOPT: 'the host says that it does not speak TCP (ICMP protocol unreachable)',
  EPROTO: 'a protocol error on the way',
  EADDRNOTAVAIL: 'this machine has no address of this family',
  EACCES: 'this machine forbids the connection: look at its own firewall',
  EPERM: 'this machine forbids the connection: look at its own firewall',
};

function addressFacts({ reverse }: LayerEvidence, { address, socket }: Session): Fact[] {
  const facts = [fact(address.includes(':') ? 'IPv6' : 'IPv4', address)];
  const named = reverse.find((one) => one.address === address);
  if (named?.state === 'none') facts.push(fact('reverse name', 'none'));
  for (const { name, confirmed } of named?.names ?? [])
    facts.push(
      fact(
        'reverse name',
        confirmed === null ? name : `${name}, ${confirmed ? 'leads' : 'does not lead'} back`,
      ),
    );
  const local = socket?.localAddress;
  if (local !== undefined && isPrivate(local))
    facts.push(fact('our address', `${local} is private: the other side sees another one`));
  return facts;
}

/** RFC 1918, RFC 6598, RFC 4193: addresses that are translated on the way out. */
const PRIVATE =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd])/i;

function isPrivate(address: string): boolean {
  return PRIVATE.test(address);
}

function hostPort(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
