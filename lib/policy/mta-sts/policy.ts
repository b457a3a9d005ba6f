import { no, ok, type Result } from '@/lib/result';
import { trimmed } from '../white-space';

const MODES = ['enforce', 'testing', 'none'] as const;
type StsMode = (typeof MODES)[number];

/** What senders are to do; RFC 8461 §3.2. */
export interface StsPolicy {
  text: string;
  mode: StsMode;
  /** Names of exchanges, or `*.` and what stands behind one label. */
  mx: readonly string[];
  /** For so long it counts once it was read. */
  maxAgeSeconds: number;
}

export interface StsPolicyFault {
  what: 'version' | 'mode' | 'mx' | 'no-mx' | 'max-age' | 'field';
  /** The line at fault; null when one is missing. */
  line: string | null;
}

/** RFC 8461 §3.2: about one year. */
const MAX_AGE_SECONDS = 31_557_600;

/** RFC 5321 §4.1.2 `Domain`, after `*.` or not. */
const PATTERN = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

const FIELD = /^([A-Za-z0-9][A-Za-z0-9_.-]{0,31}):(.*)$/s;

/** Printing characters, UTF-8 as well, with spaces between. */
const EXTENSION_VALUE = /^[^\p{Cc}]+$/u;

/** Reads a policy file. One with a fault is as if there were none; of each kind of fault the first is told. */
export function parseStsPolicy(text: string): Result<StsPolicy, readonly StsPolicyFault[]> {
  const faults: StsPolicyFault[] = [];
  const fault = (what: StsPolicyFault['what'], line: string | null) => {
    if (!faults.some((one) => one.what === what)) faults.push({ what, line });
  };
  const mx: string[] = [];
  const first = new Map<string, string>();
  for (const line of linesOf(text)) {
    const [, name, rest = ''] = FIELD.exec(line) ?? [];
    const value = trimmed(rest);
    if (name === 'mx') {
      if (PATTERN.test(value)) mx.push(value.toLowerCase());
      else fault('mx', line);
    } else if (name === undefined || !EXTENSION_VALUE.test(value)) fault('field', line);
    // RFC 8461 §3.2: of a field that stands twice the first counts.
    else if (!first.has(name)) first.set(name, value);
  }
  if (first.get('version') !== 'STSv1') fault('version', first.get('version') ?? null);
  const mode = MODES.find((one) => one === first.get('mode'));
  if (mode === undefined) fault('mode', first.get('mode') ?? null);
  const age = first.get('max_age');
  if (age === undefined || !/^\d{1,10}$/.test(age) || Number(age) > MAX_AGE_SECONDS)
    fault('max-age', age ?? null);
  if (mx.length === 0 && mode !== 'none' && !faults.some(({ what }) => what === 'mx')) fault('no-mx', null);
  if (mode === undefined || faults.length > 0) return no(faults);
  return ok({ text, mode, mx, maxAgeSeconds: Number(age) });
}

/** Lines end with CRLF or LF; the last one need not. White space around them is none of theirs. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => trimmed(line));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** RFC 8461 §4.1: the whole name, or one label in place of the asterisk; letters of either case. */
export function coversExchange({ mx }: Pick<StsPolicy, 'mx'>, exchange: string): boolean {
  const name = exchange.toLowerCase();
  return mx.some((pattern) =>
    pattern.startsWith('*.') ? name.slice(name.indexOf('.') + 1) === pattern.slice(2) : name === pattern,
  );
}
