import { addressAlone, addressAtStart } from '@/lib/mail/address';
import { type Statements, type Statement, statement } from '../statement';

/** Lines between a recipient and what the server said of it. */
const MAX_DISTANCE = 4;

/** `#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##`, `mx.example.org #550 …##`, `Remote Server returned '550 …'`. */
const SAID =
  /(?:^|\s)#\s?<?[^#\n]{0,80}?#?[245]\d\d[ -]?[^\n]{0,1500}|\breturned\s['"]?<?[^'"\n]{0,80}?[245](?:\d\d|\.\d)[^\n]{0,1500}/i;

/**
 * Exchange 2007 and later, and Microsoft 365, in any language: under "Diagnostic information for administrators" each
 * recipient stands alone on a line, and what was said of it on one of the next.
 */
export function readExchange(lines: readonly string[]): Statements | null {
  const recipients: Statement[] = [];
  let host: string | null = null;
  for (const [n, line] of lines.entries()) {
    host ??=
      /^[\p{L} ]{4,40}:\s{1,3}([a-z0-9-]+(?:\.[a-z0-9-]+)+)\s*$/iu.exec(line)?.[1]?.toLowerCase() ?? null;
    const address = addressAlone(line) ?? oneLine(line);
    if (address === null) continue;
    const next = lines.slice(n, n + 1 + MAX_DISTANCE);
    const to = next.findIndex((one, i) => i > 0 && addressAlone(one) !== null);
    const words = next.slice(0, to < 0 ? next.length : to).find((one) => SAID.test(one));
    if (words !== undefined) recipients.push(statement(address, wordsOf(words), {}));
  }
  const [first] = recipients;
  if (first === undefined) return null;
  const format = 'Exchange';
  return { format, why: first.words, reportingHost: host, arrivedAt: null, envelopeId: null, recipients };
}

/** Recipient and reply on one line. */
function oneLine(line: string): string | null {
  const named = addressAtStart(line);
  return named !== null && /^#\s?[245]\d\d|^[a-z0-9.-]+ #[245]\d\d/i.test(named.rest) ? named.address : null;
}

/** Without the `##` that ends a reply, and the bracket or space before it. */
function withoutMarks(reply: string): string {
  const end = reply.trimEnd();
  return end.endsWith('#') ? end.replace(/#{1,2}$/, '').replace(/(?<![\s>])[\s>]+$/, '') : reply;
}

/** `mx.example.org #550 5.1.1 … ##` → `mx.example.org said: 550 5.1.1 …`: as other servers write it. */
function wordsOf(line: string): string {
  const [, host = '', reply] =
    /^(?:.*?\s)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)?\s?#\s?<?(?:[a-z0-9.-]+\s)?#?([245]\d\d.*)$/i.exec(line) ?? [];
  if (reply === undefined) return line;
  return `${host === '' ? '' : `host ${host} `}said: ${withoutMarks(reply)}`;
}
