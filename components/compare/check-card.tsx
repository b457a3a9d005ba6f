import type { ComparedCheck } from '@/lib/compare/comparison';
import { outcomeTone, outcomeWord, STATUS_WORD } from '@/lib/show/words';
import { LocalTime } from '@/components/ui/local-time';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';

/** One of two checks: when, what came of it, and its link. */
export function CheckCard({ title, check }: { title: string; check: ComparedCheck }) {
  const { verdict, status, startedAt, url } = check;
  return (
    <Panel as="section" aria-label={`${title} check`} className="px-4.5 py-3.5">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b className="font-semibold">{title}</b>
        <span className="text-soft text-sm">
          <LocalTime iso={startedAt} />
        </span>
        {status !== 'done' && <Tag>{STATUS_WORD[status]}</Tag>}
        {verdict && (
          <Tag tone={outcomeTone(verdict)} icon>
            {outcomeWord(verdict)}
          </Tag>
        )}
      </p>
      <p className="mt-1.5 text-sm wrap-anywhere">{verdict?.headline ?? 'No verdict.'}</p>
      <p className="mt-1.5 text-sm">
        <a href={url}>Open this check</a>
      </p>
    </Panel>
  );
}
