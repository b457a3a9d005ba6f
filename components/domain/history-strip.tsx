import type { CheckSummary } from '@/lib/check/summary';
import { showUtc } from '@/lib/show/moment';
import { OUTCOME_TONE, OUTCOME_WORD, type Tone } from '@/lib/show/words';

const FILL: Record<Tone, string> = {
  good: 'fill-good',
  wait: 'fill-wait',
  bad: 'fill-bad',
  unknown: 'fill-unknown',
};

/** Dots nearer than this would hide each other. In hundredths of the axis. */
const MARGIN = 1.5;

/** The checks of this page as dots on one time line, oldest on the left. */
export function HistoryStrip({ checks }: { checks: readonly CheckSummary[] }) {
  const times = checks.map((check) => Date.parse(check.startedAt));
  const first = Math.min(...times);
  const span = Math.max(1, Math.max(...times) - first);
  return (
    <svg
      width="100%"
      height="34"
      role="img"
      aria-label={`${checks.length} checks on a time line`}
      className="block"
    >
      <line x1="0" x2="100%" y1="17" y2="17" className="stroke-line" strokeWidth="2" />
      {checks.map((check, index) => {
        const share = checks.length === 1 ? 100 : (((times[index] ?? first) - first) / span) * 100;
        const tone = check.verdict ? OUTCOME_TONE[check.verdict.outcome] : 'unknown';
        const word = check.verdict ? OUTCOME_WORD[check.verdict.outcome] : check.status;
        return (
          <a
            key={check.id}
            href={`/check/${check.id}`}
            aria-label={`${word}, ${showUtc(check.startedAt)} UTC`}
          >
            <circle
              cx={`${MARGIN + share * (1 - (2 * MARGIN) / 100)}%`}
              cy="17"
              r={tone === 'good' ? 6 : 8}
              className={`${FILL[tone]} stroke-paper`}
              strokeWidth="2"
            >
              <title>{`${word}, ${showUtc(check.startedAt)} UTC`}</title>
            </circle>
          </a>
        );
      })}
    </svg>
  );
}
