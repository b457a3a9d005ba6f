import { explainReply } from '@/lib/meaning/meaning';
import { Stage } from '@/lib/smtp/session';
import {
  areNeighbours,
  CATEGORY,
  isRow,
  labelIn,
  labelOf,
  LENIENT,
  list,
  permanenceRight,
  share,
} from './labels';
import type { Row } from './read-cases';

/** Names under which sets hold the same thing. */
const REPLY = ['reply', 'input', 'response', 'message', 'diagnostic', 'lines', 'text', 'raw'];
/** The confusion table, what went wrong, and last one line of JSON. */
export function scoreReplies(rows: readonly Row[]): string[] {
  const scored = rows.map(scoreReply).filter((row) => row !== null);
  const wrong = scored.filter(({ strict }) => !strict);
  const confused = new Map<string, unknown[]>();
  for (const row of wrong) {
    const pair = `${row.expected} → ${row.got}`;
    confused.set(pair, [...(confused.get(pair) ?? []), row]);
  }
  const told = scored.filter(({ permanence }) => permanence !== null);
  return [
    ...wrong.map(
      ({ expected, got, reply }) => `${expected} → ${got}: ${JSON.stringify(reply.slice(0, 160))}`,
    ),
    ...[...confused]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([pair, list]) => `${list.length} × ${pair}`),
    JSON.stringify({
      set: 'smtp-replies',
      cases: scored.length,
      right: scored.length - wrong.length,
      strict: share(scored.length - wrong.length, scored.length),
      lenient: share(scored.filter(({ lenient }) => lenient).length, scored.length),
      permanence:
        told.length === 0 ? null : share(told.filter(({ permanence }) => permanence).length, told.length),
      unreadable: rows.length - scored.length,
    }),
  ];
}

/** One row; null when it has no reply or no label that is known here. `permanence` is null when the row tells none. */
function scoreReply(row: Row) {
  const nested = ['expect', 'expected'].map((name) => row[name]).find(isRow);
  const fields: Row = { ...row, ...nested };
  const reply = textOf(fields);
  const expected = labelIn(fields, CATEGORY);
  if (reply === null || expected === null) return null;
  const stage = Stage.safeParse(stageOf(fields['stage'] ?? fields['command'])).data;
  const host = typeof fields['host'] === 'string' ? fields['host'] : undefined;
  const meaning = explainReply({ reply, stage, host });
  const got = meaning.category;
  const accepted = LENIENT.flatMap((name) => list(fields[name])).map(labelOf);
  const strict = got === expected;
  const lenient = strict || accepted.includes(got) || areNeighbours(got, expected);
  return { reply, expected, got, strict, lenient, permanence: permanenceRight(fields, meaning) };
}

function textOf(fields: Row): string | null {
  const value = REPLY.map((name) => fields[name]).find(
    (one) => typeof one === 'string' || Array.isArray(one),
  );
  if (value === undefined) return null;
  const text = (typeof value === 'string' ? [value] : list(value)).join('\n');
  const codes = [fields['code'], fields['enhanced'] ?? fields['status']].map((one) =>
    typeof one === 'string' || typeof one === 'number' ? String(one) : '',
  );
  if (/^\s*[2-5]\d\d\b/.test(text)) return text;
  const [code = '', enhanced = ''] = codes;
  const prefix = [code, text.includes(enhanced) ? '' : enhanced].filter((part) => part !== '').join(' ');
  return prefix === '' ? text : `${prefix} ${text}`;
}

function stageOf(value: unknown): string {
  const word = typeof value === 'string' ? value.toLowerCase().replace(/ (?:to|from)$/, '') : '';
  return (
    {
      helo: 'ehlo',
      banner: 'greeting',
      conn: 'greeting',
      eom: 'message',
      dot: 'message',
      'end of data': 'message',
    }[word] ?? word
  );
}
