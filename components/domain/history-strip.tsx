import type { CheckSummary } from '@/lib/check/summary';
import { showUtc } from '@/lib/show/moment';
import { OUTCOME_TONE, OUTCOME_WORD, STATUS_WORD, type Tone } from '@/lib/show/words';
import { LocalTime } from '@/components/ui/local-time';

/** Each outcome has a form of its own, so that it can be told without colour. */
const SIGN: Record<Tone, { fill: string; path: string }> = {
  good: { fill: 'fill-good', path: 'M-3.2 0l2.2 2.4L3.4-2.6' },
  wait: { fill: 'fill-wait', path: 'M0-3.8V.8M0 3v.8' },
  bad: { fill: 'fill-bad', path: 'M-2.8-2.8l5.6 5.6M2.8-2.8l-5.6 5.6' },
  unknown: { fill: 'fill-unknown', path: 'M-2.8 0h5.6' },
  note: { fill: 'fill-unknown', path: 'M-2.8 0h5.6' },
};

/** Room at both ends of the axis for the first and the last sign. In hundredths of the axis. */
const MARGIN = 1.5;

/** The checks of this page on one time line, oldest on the left. */
export function HistoryStrip({ checks }: { checks: readonly CheckSummary[] }) {
  const times = checks.map((check) => Date.parse(check.startedAt));
  const first = Math.min(...times);
  const span = Math.max(1, Math.max(...times) - first);
  const oldest = checks.at(-1);
  if (checks.length < 2 || !oldest) return null;
  return (
    <figure aria-label="Time line" className="mb-2">
      <svg width="100%" height="34" className="block overflow-visible">
        <line x1="0" x2="100%" y1="17" y2="17" className="stroke-line" strokeWidth="2" />
        {[...checks].reverse().map((check) => {
          const share = (Date.parse(check.startedAt) - first) / span;
          return <Sign key={check.id} check={check} at={MARGIN + share * (100 - 2 * MARGIN)} />;
        })}
      </svg>
      <figcaption className="text-soft flex justify-between text-xs">
        <LocalTime iso={oldest.startedAt} />
        {checks[0] && <LocalTime iso={checks[0].startedAt} />}
      </figcaption>
    </figure>
  );
}

function Sign({ check, at }: { check: CheckSummary; at: number }) {
  const { fill, path } = SIGN[check.verdict ? OUTCOME_TONE[check.verdict.outcome] : 'unknown'];
  const word = check.verdict ? OUTCOME_WORD[check.verdict.outcome] : STATUS_WORD[check.status];
  const about = `${word}, ${showUtc(check.startedAt)} UTC`;
  return (
    <a href={`/check/${check.id}`} aria-label={about}>
      <svg x={`${at}%`} y="17" className="overflow-visible">
        <circle r="9" className={`${fill} stroke-paper`} strokeWidth="2">
          <title>{about}</title>
        </circle>
        <path d={path} className="stroke-card fill-none" strokeWidth="1.8" strokeLinecap="round" />
      </svg>
    </a>
  );
}
