import { AppProblem } from '@/lib/problem';
import { parseTarget, type Target } from '@/lib/target/target';

/** What was typed, understood. Throws `target-invalid` with `reason`, `position`, `length` and `part`. */
export function targetOf(input: string): Target {
  const target = parseTarget(input);
  if (target.ok) return target.value;
  const { code, say, at, length } = target.problem;
  const part = input.slice(at, at + length);
  throw new AppProblem('target-invalid', { say, fields: { reason: code, position: at, length, part } });
}
