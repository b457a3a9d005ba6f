import type { TranscriptLine } from './session';

/** Lines that belong together: a reply with all its lines (RFC 5321 §4.2.1), a command, or an event. */
export interface Turn {
  who: TranscriptLine['who'];
  stage: TranscriptLine['stage'];
  at: number;
  secure: boolean;
  lines: TranscriptLine[];
}

/** `250-` announces that more lines follow. */
const CONTINUES = /^\d{3}-/;

/** Gathers the lines of a transcript into turns. A message's lines sent by us are one turn, too. */
export function turnsOf(transcript: readonly TranscriptLine[]): Turn[] {
  const turns: Turn[] = [];
  for (const line of transcript) {
    const last = turns.at(-1);
    const before = last?.lines.at(-1);
    if (last && before && belongsTo(before, line)) last.lines.push(line);
    else turns.push({ who: line.who, stage: line.stage, at: line.at, secure: line.secure, lines: [line] });
  }
  return turns;
}

function belongsTo(before: TranscriptLine, line: TranscriptLine): boolean {
  if (before.who !== line.who || before.stage !== line.stage || before.secure !== line.secure) return false;
  if (line.who === 'server') return CONTINUES.test(before.text);
  return line.who === 'client' && line.stage === 'message';
}

/** The three-digit code of a reply turn; null when the first line has none. */
export function turnCode(turn: Turn): number | null {
  const code = /^(\d{3})(?:[ -]|$)/.exec(turn.lines[0]?.text ?? '')?.[1];
  return code ? Number(code) : null;
}
