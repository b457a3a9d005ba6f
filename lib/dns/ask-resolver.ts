import { ANOTHER_QUESTION } from './classify';
import type { DomainName } from './name';
import type { ResolverAnswer } from './trace';
import type { DnsHeard, DnsTransport } from './transport';
import { decodeMessage, encodeQuery } from './wire';

/** How long a resolver may take: it may have to walk itself, and mail servers do not wait longer either. */
const RESOLVER_MS = 5_000;

/** A resolver to compare with, and the way to it. */
export interface Resolver {
  /** As it is shown: the address, with the port when that is another one. */
  name: string;
  address: string;
  dns: DnsTransport;
}

/** Asks a resolver once, with recursion, over TCP when the answer is truncated. What it says is shown, never used. */
export async function askResolver(
  { name: resolver, address, dns }: Resolver,
  question: { name: DomainName; type: string },
  world: { random(): number; signal: AbortSignal },
): Promise<ResolverAnswer> {
  const id = Math.floor(world.random() * 0x10000);
  const message = encodeQuery({ id, ...question, edns: true, recursion: true });
  const ask = (transport: 'udp' | 'tcp') =>
    dns({ address, transport, message, timeoutMs: RESOLVER_MS }, world.signal);
  const overUdp = read(await ask('udp'), question);
  const said = overUdp.truncated ? read(await ask('tcp'), question) : overUdp;
  const { outcome, detail, records, ms } = said;
  return { resolver, question, outcome, detail, records, ms };
}

type AnswerPart = Omit<ResolverAnswer, 'resolver' | 'question'> & { truncated: boolean };

const OUTCOMES: Readonly<Record<string, ResolverAnswer['outcome']>> = {
  NXDOMAIN: 'nxdomain',
  REFUSED: 'refused',
};

function read(heard: DnsHeard, { name, type }: { name: DomainName; type: string }): AnswerPart {
  const nothing = { detail: null, records: [], ms: heard.ms, truncated: false };
  if (heard.kind !== 'reply')
    return { ...nothing, outcome: heard.kind, detail: heard.kind === 'silence' ? null : heard.detail };
  const decoded = decodeMessage(heard.message);
  if (!decoded.ok) return { ...nothing, outcome: 'malformed', detail: decoded.problem };
  const { rcode, answer, questions, truncated } = decoded.value;
  if (questions.length > 0 && questions[0]?.name !== name)
    return { ...nothing, outcome: 'malformed', detail: ANOTHER_QUESTION };
  if (rcode !== 'NOERROR') return { ...nothing, outcome: OUTCOMES[rcode] ?? 'servfail', detail: rcode };
  const records = answer.filter((record) => record.type === type);
  return { ...nothing, outcome: records.length > 0 ? 'answer' : 'nodata', records, truncated };
}
