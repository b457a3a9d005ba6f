import { type Judgement, type ReportedKind } from './complaint';
import { type ReportedMessage, REPORTED_RULES } from './reported-rules';

/** From this weight on, with nothing against it that comes near, there is hardly a doubt. */
const SURE = 5;
const LIKELY = 3;

/** Below this nothing is claimed: a complaint alone is no evidence of spam. */
const LEAST = 2;

/** What was complained about, by the reasons that speak most; each reason with its line. */
export function judgeReported(evidence: ReportedMessage): Judgement {
  const reasons = REPORTED_RULES.flatMap((rule) => {
    const line = rule.line(evidence);
    return line === null ? [] : [{ for: rule.for, says: rule.says, line, weight: rule.weight }];
  });
  const weights = new Map<ReportedKind, number>();
  for (const reason of reasons) weights.set(reason.for, (weights.get(reason.for) ?? 0) + reason.weight);
  const [first, second] = [...weights].sort(([, a], [, b]) => b - a);
  const told = reasons.map(({ for: what, says, line }) => ({ for: what, says, line }));
  if (first === undefined || first[1] < LEAST) return { what: 'unknown', confidence: 'low', reasons: told };
  const ahead = first[1] - (second?.[1] ?? 0);
  const confidence =
    first[1] >= SURE && ahead >= LIKELY ? 'high' : first[1] >= LIKELY && ahead >= 1 ? 'medium' : 'low';
  return { what: ahead === 0 ? 'unknown' : first[0], confidence, reasons: told };
}
