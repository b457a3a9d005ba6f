import type { Report } from '@/lib/report/report';
import type { Session, Stage } from '@/lib/smtp/session';
import { showMs } from './duration';
import { stagesSoFar } from './stages-so-far';
import { SESSION_TONE, SESSION_WORD, type Tone } from './words';

export const MATRIX_STAGES = [
  'connect',
  'greeting',
  'ehlo',
  'starttls',
  'tls',
  'mail',
  'rcpt',
  'data',
  'message',
] as const satisfies readonly Stage[];

export interface MatrixCell {
  stage: Stage;
  tone: Tone | 'none';
  /** What was seen, e.g. `550 5.1.1`; empty when the session never came here. */
  word: string;
  time: string;
  /** seq of the line that decided; null when there is none. */
  line: number | null;
}

const DEPTH_STAGES = { greeting: 5, envelope: 7, message: 9 } as const;

/** The stages that a check of this depth is to go through; the others are not sent on purpose. */
export function stagesOfDepth(depth: Report['options']['depth']): readonly Stage[] {
  return MATRIX_STAGES.slice(0, DEPTH_STAGES[depth]);
}

/** One row of the matrix: what each stage of one session came to. */
export function matrixRow(session: Session): MatrixCell[] {
  const known = { ...session, stages: stagesSoFar(session) };
  return MATRIX_STAGES.map((stage) => cellOf(known, stage));
}

const WORSE: Record<MatrixCell['tone'], number> = { bad: 4, wait: 3, unknown: 2, note: 1, good: 0, none: -1 };

/** The stage that tells most of its session: the worst, and of equals the last; null when nothing was seen. */
export function worstCell(cells: readonly MatrixCell[]): MatrixCell | null {
  const seen = cells.filter(({ word }) => word !== '');
  return seen.reduce<MatrixCell | null>(
    (worst, cell) => (worst === null || WORSE[cell.tone] >= WORSE[worst.tone] ? cell : worst),
    null,
  );
}

type StageResult = Session['stages'][number];

const STAGE_TONE: Record<StageResult['outcome'], Tone> = {
  ok: 'good',
  temporary: 'wait',
  permanent: 'bad',
  failed: 'wait',
};

function cellOf(session: Session, stage: Stage): MatrixCell {
  const results = session.stages.filter((one) => one.stage === stage);
  const result = results.find((one) => one.outcome !== 'ok') ?? results.at(-1);
  if (!result) return withoutResult(session, stage);
  const ended = result.outcome === 'failed' && session.stage === stage && session.outcome !== null;
  return {
    stage,
    tone: toneOf(session, stage, result, ended),
    word: wordOf(session, stage, result, ended),
    time: showMs(result.ms),
    line: result.line,
  };
}

function toneOf(session: Session, stage: Stage, result: StageResult, ended: boolean): Tone {
  if (ended && session.outcome) return SESSION_TONE[session.outcome];
  if (stage === 'tls' && session.tls?.state === 'untrusted') return 'wait';
  if (result.outcome === 'permanent' && stage === 'starttls' && session.stage !== stage) return 'wait';
  return STAGE_TONE[result.outcome];
}

function wordOf(session: Session, stage: Stage, result: StageResult, ended: boolean): string {
  if (result.code !== null)
    return [result.code, result.outcome === 'ok' ? null : result.enhanced].filter(Boolean).join(' ');
  if (ended && session.outcome) return SESSION_WORD[session.outcome];
  if (result.outcome !== 'ok') return stage === 'tls' ? 'failed' : 'no answer';
  if (stage === 'tls')
    return session.tls?.state === 'untrusted' ? 'not trusted' : (session.tls?.protocol ?? 'TLS');
  return 'open';
}

function withoutResult(session: Session, stage: Stage): MatrixCell {
  const empty: MatrixCell = { stage, tone: 'none', word: '', time: '', line: null };
  if (stage === 'connect' && session.stages.length === 0) {
    if (session.waiting) return { ...empty, word: 'waits for its turn' };
    if (session.outcome)
      return { ...empty, tone: SESSION_TONE[session.outcome], word: SESSION_WORD[session.outcome] };
    return { ...empty, word: 'connecting' };
  }
  if (stage === 'starttls' && session.tls?.state === 'not-offered') return { ...empty, word: 'not offered' };
  return empty;
}
