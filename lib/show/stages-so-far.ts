import type { Session } from '@/lib/smtp/session';
import { turnCode, turnsOf, type Turn } from '@/lib/smtp/turns';

type StageResult = Session['stages'][number];

/**
 * The stages of a session that is still going on, read off its transcript: the results proper come only when it is
 * closed. Of a closed session, those results.
 */
export function stagesSoFar(session: Session): StageResult[] {
  if (session.outcome !== null || session.stages.length > 0) return session.stages;
  const stages: StageResult[] = [];
  let before = 0;
  for (const turn of turnsOf(session.transcript)) {
    const result = resultOf(turn);
    const at = turn.lines.at(-1)?.at ?? turn.at;
    if (result)
      stages.push({ ...result, stage: turn.stage, ms: at - before, line: turn.lines[0]?.seq ?? null });
    before = at;
  }
  return stages.filter(({ stage }) => stage !== 'quit');
}

function resultOf(turn: Turn): Pick<StageResult, 'outcome' | 'code' | 'enhanced'> | null {
  const last = turn.lines.at(-1)?.text ?? '';
  if (turn.who === 'client') return null;
  if (turn.who === 'event') return eventResult(turn);
  const code = turnCode(turn);
  if (code === null || /^\d{3}-/.test(last)) return null;
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(last)?.[1] ?? null;
  return { outcome: code < 400 ? 'ok' : code < 500 ? 'temporary' : 'permanent', code, enhanced };
}

function eventResult({ lines }: Turn): ReturnType<typeof resultOf> {
  const passed = lines.find((line) => line.passed !== undefined)?.passed;
  return passed === undefined ? null : { outcome: passed ? 'ok' : 'failed', code: null, enhanced: null };
}
