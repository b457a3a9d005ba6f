import type { Finding, Severity, Verdict } from '@/lib/report/finding';
import type { Note } from '@/lib/report/note';
import { type Claim, describe } from './found';
import type { Evidence } from '@/lib/report/evidence';
import { refusalNotes } from './notes';
import { AS_SHIPPED, type Severities } from './severities';
import { TOPICS } from './topics';
import { verdictOf } from './verdict/verdict';

/** In the order of their topics. */
const RULES = Object.values(TOPICS).flatMap(({ rules }) => rules);

const ORDER: readonly Severity[] = ['error', 'warning', 'unknown', 'notice', 'info', 'ok'];

/** What is concluded from evidence: all that a `judged` event says. */
interface Judgement {
  /** In order of consequence. */
  findings: Finding[];
  /** Null while the check runs and nothing decides yet. */
  verdict: Verdict | null;
  /** Beside the transcripts. */
  notes: Note[];
}

/** Pure: the same evidence, rules version and severities give the same answer. The verdict does not depend on severities. */
export function judge(seen: Evidence, severities: Severities = AS_SHIPPED): Judgement {
  const founds = conclude(seen);
  const findings = proven(seen, founds)
    .map((one) => describe(one, severities))
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return { findings, verdict: verdictOf(seen, founds, conclude), notes: refusalNotes(seen) };
}

function conclude(seen: Evidence): Claim[] {
  return RULES.flatMap((rule) => [...rule(seen)]);
}

/** Without what the sender's own network has made up. */
function proven({ sessions }: Evidence, founds: readonly Claim[]): readonly Claim[] {
  const has = (code: Claim['code']) => founds.some((one) => one.code === code);
  // Whoever answers in the name of others has had the sessions as well: they prove nothing of anybody else.
  if (has('vantage.intercepted')) return founds.filter((one) => !isOfSessions(one));
  const isShut = has('vantage.port-rejected') && sessions.every(({ timings }) => timings.connectMs === null);
  return isShut ? founds.filter(({ code }) => code !== 'tcp.refused') : founds;
}

function isOfSessions({ code, evidence }: Claim): boolean {
  return !code.startsWith('vantage.') && evidence.every(({ at }) => at === 'session');
}
