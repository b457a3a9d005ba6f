import { isWithin, parseDomainName } from '@/lib/dns/name';
import type { DnsHeard, DnsTransport } from '@/lib/dns/transport';
import { decodeMessage } from '@/lib/dns/wire';
import { createGuard } from '@/lib/net/guard';
import type { DnsScenario, ScriptEntry, ScriptQuestion } from './dns-scenario';
import { encodeEntry } from './script-message';

/** What a name server is asked. */
interface Question extends ScriptQuestion {
  id: number;
  transport: 'udp' | 'tcp';
}

const guard = createGuard([]);

/**
 * A network in which the servers of a scenario answer, as they do at one of its steps: the first entry that fits; silence
 * where none does. A scenario without servers has replies as steps, each of which is given once, whoever is asked. Addresses
 * are those of a lab, so that of all that the product does not contact only loopback is kept from it here. No time passes.
 */
export function scriptedServers(scenario: DnsScenario, step: number): DnsTransport {
  const replies = scenario.steps.flatMap(({ type, entry }) =>
    type === 'REPLY' && entry !== undefined ? [entry] : [],
  );
  return async ({ address, transport, message, timeoutMs }) => {
    await Promise.resolve();
    if (guard(address) === 'loopback') return { kind: 'blocked', detail: 'loopback', ms: 0 };
    const query = decodeMessage(message);
    const [question] = query.ok ? query.value.questions : [];
    if (!query.ok || question === undefined) throw new Error('a query that cannot be read');
    const { name, type } = question;
    const heard = { id: query.value.id, name, type: wordOf(type), cls: 'IN', transport };
    const entries = scenario.servers.length > 0 ? entriesAt(scenario, address, step) : replies;
    const entry = entries.find((one) => fits(one, heard));
    if (entry !== undefined && entries === replies) replies.splice(replies.indexOf(entry), 1);
    const isSilent = entry === undefined || entry.adjust.includes('do_not_answer');
    return isSilent ? { kind: 'silence', ms: timeoutMs } : replyOf(entry, heard);
  };
}

function entriesAt({ servers }: DnsScenario, address: string, step: number): ScriptEntry[] {
  return servers
    .filter(({ addresses, begin, end }) => addresses.includes(address) && begin <= step && step <= end)
    .flatMap(({ entries }) => entries);
}

/** The product has no word for the question for everything, since it never asks it (RFC 8482). */
function wordOf(type: string): string {
  return type === 'TYPE255' ? 'ANY' : type;
}

/** All items of MATCH hold; `opcode` does, since nothing but queries is sent. */
function fits({ match, question }: ScriptEntry, heard: Question): boolean {
  return match.every((item) => {
    switch (item) {
      case 'qname':
        return nameIn(question) === nameIn(heard);
      case 'qtype':
        return question?.type === heard.type;
      case 'subdomain': {
        const [name, zone] = [nameIn(heard), nameIn(question)];
        return name !== null && zone !== null && isWithin(name, zone);
      }
      case 'TCP':
      case 'UDP':
        return heard.transport === item.toLowerCase();
      case 'opcode':
        return true;
      default:
        throw new Error(`no such MATCH item is known here: ${item}`);
    }
  });
}

function nameIn(question: ScriptQuestion | null | undefined) {
  const parsed = parseDomainName(question?.name ?? '');
  return parsed.ok ? parsed.value : null;
}

function replyOf(entry: ScriptEntry, heard: Question): DnsHeard {
  const question = entry.adjust.includes('copy_query') ? heard : (entry.question ?? null);
  const message =
    entry.answer_hex === undefined
      ? encodeEntry(entry, heard.id, question)
      : withId(Buffer.from(entry.answer_hex, 'hex'), heard.id);
  return { kind: 'reply', message, ms: 1 };
}

function withId(message: Buffer, id: number): Buffer {
  message.writeUInt16BE(id, 0);
  return message;
}
