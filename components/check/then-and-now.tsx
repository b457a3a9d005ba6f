import type { Report } from '@/lib/report/report';
import { thenAndNow } from '@/lib/show/then-and-now';
import { Panel } from '@/components/ui/panel';
import { LocalTime } from '@/components/ui/local-time';
import { ToneIcon } from '@/components/ui/tone-icon';

/** What the bounce said that this check was started from, beside what is said today. */
export function ThenAndNow({ report }: { report: Report }) {
  const { before } = report;
  if (before === null) return null;
  const { then, now, says, tone } = thenAndNow(before, report);
  return (
    <Panel as="section" aria-labelledby="then-and-now" className="mt-5 px-4 py-3.5">
      <h2 id="then-and-now" className="flex items-start gap-2 font-semibold">
        <span className="mt-0.5">
          <ToneIcon tone={tone} />
        </span>
        {says}
      </h2>
      <dl className="pairs mt-2">
        <dt className="text-soft">
          The {before.isDelay ? 'notice' : 'bounce'}
          {before.at !== null && (
            <>
              , <LocalTime iso={before.at} />
            </>
          )}
        </dt>
        <dd className="min-w-0 wrap-anywhere">{then}</dd>
        {before.reply !== null && (
          <dd className="text-soft text-note line-clamp-3 min-w-0 font-mono wrap-anywhere md:col-start-2">
            {before.reply}
          </dd>
        )}
        <dt className="text-soft max-md:mt-1">This check</dt>
        <dd className="min-w-0 wrap-anywhere">{now}</dd>
      </dl>
      <p className="mt-2 text-sm">
        <a href={before.url}>What the notice states</a>
      </p>
    </Panel>
  );
}
