import { clsx } from 'clsx';
import type { CheckSummary } from '@/lib/report/summary';
import { showMs } from '@/lib/show/duration';
import { DEPTH_WORD, OUTCOME_TONE, OUTCOME_WORD, STATUS_WORD } from '@/lib/show/words';
import { ownLink } from '@/lib/own-link';
import { RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { Fold } from '@/components/ui/fold';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import { TONE_TEXT } from '@/components/ui/tone';
import { OutcomeIcon } from './outcome-icon';

interface CheckRowProps {
  check: CheckSummary;
  change?: string | null;
  /** What else is otherwise than at the check before, a line each. */
  changes?: readonly string[];
  /** Id of the check with which it can be compared. */
  former?: string | null;
  /** Those before it that came to the same. */
  alike?: readonly CheckSummary[];
}

/** One check of a list: its verdict first, then when, how deep, how long. */
export function CheckRow({ check, change, changes = [], former = null, alike = [] }: CheckRowProps) {
  const { verdict } = check;
  const tone = verdict ? OUTCOME_TONE[verdict.outcome] : 'unknown';
  return (
    <SignRow sign={<OutcomeIcon check={check} size={19} />}>
      <RowLine>
        <a href={ownLink(`/check/${check.id}`)} className="font-mono text-sm wrap-anywhere">
          {check.target.mailbox ?? check.target.domainUnicode}
        </a>
        <span className={clsx('text-note font-medium', TONE_TEXT[tone])}>
          {verdict ? OUTCOME_WORD[verdict.outcome] : STATUS_WORD[check.status]}
        </span>
        {verdict && check.status !== 'done' && (
          <span className="text-soft text-note">{STATUS_WORD[check.status]}</span>
        )}
        {change && <Tag tone="wait">{change}</Tag>}
        {check.isKept && <Tag>kept</Tag>}
        <RowEnd>
          <LocalTime ago iso={check.startedAt} />
        </RowEnd>
      </RowLine>
      {verdict && <p className="text-sm wrap-anywhere">{verdict.headline}</p>}
      {changes.length > 0 && (
        <ul aria-label="Otherwise than before" className="text-note my-0.5">
          {changes.map((line) => (
            <li key={line} className="text-wait font-mono wrap-anywhere">
              {line}
            </li>
          ))}
        </ul>
      )}
      <p className="text-soft text-note">
        {factsOf(check)}
        {former !== null && (
          <>
            {' · '}
            <a href={ownLink(`/compare?a=${former}&b=${check.id}`)} className="underline">
              compare with the former
            </a>
          </>
        )}
      </p>
      {alike.length > 0 && (
        <Fold className="mt-1" summary={`${alike.length} checks before it came to the same`}>
          <ul className="text-note mt-1 grid gap-0.5">
            {alike.map(({ id, startedAt, durationMs }) => (
              <li key={id}>
                <a href={ownLink(`/check/${id}`)}>
                  <LocalTime iso={startedAt} />
                </a>
                {durationMs !== null && <span className="text-soft"> · {showMs(durationMs)}</span>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </SignRow>
  );
}

function factsOf(check: CheckSummary): string {
  const queries = `${check.queryCount} ${check.queryCount === 1 ? 'query' : 'queries'}`;
  const sessions = `${check.sessionCount} ${check.sessionCount === 1 ? 'session' : 'sessions'}`;
  const took = check.durationMs === null ? [] : [showMs(check.durationMs)];
  return [DEPTH_WORD[check.depth], queries, sessions, ...took].join(' · ');
}
