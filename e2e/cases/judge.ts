import { wordsOf } from '../scenarios/words';
import type { LiveExpectation } from '../score/field-cases';
import type { FieldFigure } from '../score/score-field';
import type { Outcome } from '../score/outcome';
import { graded, type Judged, outcomesOf, type Told } from './judged';

/** What a reply or mail is told by words alone or as an aside: without it the rest still leads the reader to the cause. */
const LESSER: readonly FieldFigure[] = ['code', 'status', 'stage', 'whoActs', 'hint'];

/** A reply or mail: partly right when all that is missing is a lesser thing. */
export function judgeRead({ name, points }: Outcome<FieldFigure>): Judged {
  const missed = points.filter(({ isRight }) => !isRight);
  const reasons = missed.map(({ figure, miss }) => `${figure}: ${miss}`);
  return graded(
    name,
    reasons,
    missed.every(({ figure }) => LESSER.includes(figure)),
  );
}

/** A check: partly right when outcome and side hold, nothing false is said, and the hint alone is missing. */
export function judgeLive(id: string, expected: LiveExpectation, told: Told): Judged {
  const { verdict, findings } = told;
  const outcomes = outcomesOf(told);
  const side = verdict?.side ?? null;
  const words = wordsOf(told);
  const faults: string[] = [];
  if (!outcomes.some((outcome) => expected.outcome.includes(outcome)))
    faults.push(`outcome: ${outcomes.join(', ') || 'none'}, should be ${expected.outcome.join(' or ')}`);
  if (side === null || !expected.side.includes(side))
    faults.push(`side: ${side ?? 'none'}, should be ${expected.side.join(' or ')}`);
  const said = expected.wrong === null ? null : patternOf(expected.wrong).exec(words);
  if (said !== null) faults.push(`says "${said[0]}"`);
  if (findings.some(({ code, severity }) => code === expected.mustNotError && severity === 'error'))
    faults.push(`${expected.mustNotError} is an error`);
  const isHinted = expected.hint === null || patternOf(expected.hint).test(words);
  const reasons = isHinted
    ? faults
    : [...faults, `no ${expected.hint} in: ${verdict?.headline ?? 'nothing'}`];
  return graded(id, reasons, faults.length === 0);
}

/** As the case file means them: any case of letters, and a dot that crosses lines. */
function patternOf(pattern: string): RegExp {
  return new RegExp(pattern, 'is');
}
