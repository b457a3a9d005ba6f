import { type Fields, readHeader } from './fields';
import type { Mail } from './mail';
import { isReturnedMark } from './returned-marks';
import type { Hop, ReturnedCopy } from './returned-message';

/** Received lines that are read; RFC 5321 §6.3 lets servers stop at 100. */
const MAX_HOPS = 100;

/** Fields of its header that are kept, and characters of each. */
const MAX_FIELDS = 100;
const MAX_VALUE = 2_000;

/** The message that a notice returns: as a part (RFC 6522 §3), or below a line that announces it. Null when it has none. */
export function readReturned(mail: Mail): ReturnedCopy | null {
  const header = returnedHeader(mail);
  if (header === null) return null;
  return {
    from: header.get('from'),
    to: header.get('to'),
    subject: header.get('subject'),
    date: header.get('date'),
    messageId: header.get('message-id'),
    hops: readHops(header),
    fields: header.all
      .slice(0, MAX_FIELDS)
      .map(([name, value]) => ({ name, value: value.slice(0, MAX_VALUE) })),
  };
}

/** The header of the returned message; null when nothing was returned. */
export function returnedHeader({ parts, text }: Mail): Fields | null {
  const part = parts.find(({ type }) =>
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)/i.test(type),
  );
  const header = readHeader(part?.text ?? belowMark(text));
  return ['from', 'to', 'subject', 'message-id', 'received'].some((name) => header.get(name) !== null)
    ? header
    : null;
}

function belowMark(text: string): string {
  const lines = text.split(/\r?\n/);
  const mark = lines.findIndex(isReturnedMark);
  if (mark < 0) return '';
  const from = lines.findIndex((line, n) => n >= mark && /^[A-Za-z][A-Za-z-]{1,40}:\s/.test(line));
  return from < 0 ? '' : lines.slice(from).join('\n');
}

/** Received lines, the first hop first, each with its delay (RFC 5321 §4.4: each server puts its own on top). */
function readHops({ all }: Fields): Hop[] {
  const lines = all.filter(([name]) => name === 'received').map(([, value]) => value);
  let before: number | null = null;
  return lines
    .slice(0, MAX_HOPS)
    .reverse()
    .map((line) => {
      const at = Date.parse(
        line
          .slice(line.lastIndexOf(';') + 1)
          .replace(/\([^)]{0,40}\)/g, ' ')
          .trim(),
      );
      const time = Number.isNaN(at) ? null : at;
      const delaySeconds = time === null || before === null ? null : (time - before) / 1000;
      before = time ?? before;
      return {
        from: /\bfrom\s{1,3}(\S{1,255})/i.exec(line)?.[1] ?? null,
        by: /\bby\s{1,3}(\S{1,255})/i.exec(line)?.[1]?.replace(/;$/, '') ?? null,
        protocol: /\bwith\s{1,3}([A-Za-z0-9]{1,20})/i.exec(line)?.[1] ?? null,
        queueId: /\bid\s{1,3}<?([^\s;>]{1,120})/i.exec(line)?.[1] ?? null,
        at: time === null ? null : new Date(time).toISOString(),
        delaySeconds,
      };
    });
}
