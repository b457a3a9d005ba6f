import type { ResourceRecord, TraceStep } from '@/lib/dns/trace';
import type { Certificate, Reply, TlsFacts, TranscriptLine } from '@/lib/smtp/session';
import type { UnnumberedEvent } from './event';

/** How much of what the other side says is kept whole. In characters as evidence writes them, where one octet may take four. */
export interface KeepingLimits {
  /** Of one session: replies, certificates. The longest of servers in use have about 8,000. */
  session: number;
  /** Of all sessions of a check. */
  sessions: number;
  /** Of all records of a check. */
  records: number;
}

const KEEPING_LIMITS: KeepingLimits = {
  session: 128 * 1024,
  sessions: 1024 * 1024,
  records: 2 * 1024 * 1024,
};

/** Beyond, of each line, name or record: enough for a code, a keyword, a host name. */
const BEGINNING = 80;
/** Beyond, lines of a reply, names of a certificate, records of a section. */
const FEW_LINES = 100;
const FEW = 10;

/**
 * Keeps the evidence of one check small whatever the other side says: within the limits nothing is touched, beyond them of
 * everything its beginning is kept, and a line or step of which something was dropped says how much.
 */
export function createKeeper(
  limits: KeepingLimits = KEEPING_LIMITS,
): (event: UnnumberedEvent) => UnnumberedEvent {
  const heardOf = new Map<number, number>();
  let heard = 0;
  let records = 0;

  const fits = (n: number, characters: number): boolean => {
    const own = (heardOf.get(n) ?? 0) + characters;
    if (own > limits.session || heard + characters > limits.sessions) return false;
    heardOf.set(n, own);
    heard += characters;
    return true;
  };
  const reply = (n: number, whole: Reply): Reply =>
    fits(n, lengthOf(whole.lines)) ? whole : { ...whole, lines: beginnings(whole.lines) };
  const lines = (n: number, whole: string[]): string[] =>
    fits(n, lengthOf(whole)) ? whole : beginnings(whole);
  const tls = (n: number, whole: TlsFacts): TlsFacts =>
    fits(n, JSON.stringify(whole).length) ? whole : shortTls(whole);

  return (event) => {
    switch (event.type) {
      case 'smtp.line': {
        const { line, n } = event;
        const { text, raw = '' } = line;
        if (line.who !== 'server' || fits(n, text.length + raw.length)) return event;
        return { ...event, line: shortLine(line) };
      }
      case 'tls':
        return { ...event, tls: tls(event.n, event.tls) };
      case 'session.closed': {
        const { n, result } = event;
        const { capabilitiesBefore, unasked } = result;
        return {
          ...event,
          result: {
            ...result,
            banner: result.banner && (lines(n, [result.banner])[0] ?? null),
            reply: result.reply && reply(n, result.reply),
            tls: result.tls && tls(n, result.tls),
            capabilities: lines(n, result.capabilities),
            ...(capabilitiesBefore && { capabilitiesBefore: lines(n, capabilitiesBefore) }),
            ...(unasked && { unasked: unasked.map((one) => ({ ...one, reply: reply(n, one.reply) })) }),
            controls: result.controls.map((one) => ({ ...one, reply: one.reply && reply(n, one.reply) })),
          },
        };
      }
      case 'dns.step': {
        const characters = lengthOf(recordsOf(event.step).map(({ name, data }) => name + data));
        if (records + characters > limits.records) return { ...event, step: shortStep(event.step) };
        records += characters;
        return event;
      }
      default:
        return event;
    }
  };
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** No half of a character. */
function beginning(text: string): string {
  return text.slice(0, BEGINNING).replace(/[\ud800-\udbff]$/, '');
}

function beginnings(texts: readonly string[], most = FEW_LINES): string[] {
  return texts.slice(0, most).map(beginning);
}

function shortLine({ raw, ...line }: TranscriptLine): TranscriptLine {
  const text = beginning(line.text);
  if (text === line.text) return line;
  const octets = line.octets ?? (raw === undefined ? octetsOf(line.text) : atob(raw).length);
  const dropped = raw === undefined ? octets - octetsOf(text) : octets - escapedOctets(text);
  const said = `${dropped} more octets were not kept: the other side says too much.`;
  // The length of a line that has no end is not told.
  return line.note === undefined
    ? { ...line, text, octets, note: said }
    : { ...line, text, note: `${line.note} ${said}` };
}

function octetsOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Of how many octets this is the escaped form. */
function escapedOctets(text: string): number {
  return octetsOf(text.replace(/\\x[0-9a-f]{2}/g, '.'));
}

function shortTls({ chain, certificate, ...tls }: TlsFacts): TlsFacts {
  const short = (one: Certificate): Certificate => ({
    ...one,
    subject: beginning(one.subject),
    issuer: beginning(one.issuer),
    ...(one.authority !== undefined && { authority: beginning(one.authority) }),
    names: beginnings(one.names, FEW),
  });
  return {
    ...tls,
    certificate: certificate && short(certificate),
    ...(chain && { chain: chain.map(short) }),
  };
}

function recordsOf({
  answer,
  authority,
  additional,
}: Pick<TraceStep, 'answer' | 'authority' | 'additional'>) {
  return [...answer, ...authority, ...additional];
}

function shortStep<S extends Pick<TraceStep, 'answer' | 'authority' | 'additional' | 'detail'>>(step: S): S {
  const few = (records: ResourceRecord[]) =>
    records.slice(0, FEW).map((record) => ({ ...record, data: beginning(record.data) }));
  const short = {
    answer: few(step.answer),
    authority: few(step.authority),
    additional: few(step.additional),
  };
  const dropped = recordsOf(step).length - recordsOf(short).length;
  const said = `only the beginning of each record was kept, and ${dropped} records were not: the answers say too much`;
  return { ...step, ...short, detail: [step.detail, said].filter(Boolean).join('; ') };
}
