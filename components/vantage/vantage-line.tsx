import { LocalTime } from '@/components/ui/local-time';
import { RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { ToneIcon } from '@/components/ui/tone-icon';
import { ownLink } from '@/lib/own-link';
import type { VantageRow } from '@/lib/show/vantage';

const TONE_WORD = {
  good: 'in order',
  wait: 'look at it',
  bad: 'broken',
  unknown: 'not known',
  note: '',
} as const;

/** One line of who we are to others. */
export function VantageLine({ row: { name, tone, says, todo, seen } }: { row: VantageRow }) {
  return (
    <SignRow sign={<ToneIcon tone={tone} />}>
      <RowLine>
        <b className="text-sm font-semibold">{name}</b>
        <span className="text-soft text-note">{TONE_WORD[tone]}</span>
        {seen && (
          <RowEnd>
            <a href={ownLink(`/check/${seen.checkId}`)}>
              seen <LocalTime iso={seen.at} />
            </a>
          </RowEnd>
        )}
      </RowLine>
      <p className="text-sm wrap-anywhere">{says}</p>
      {todo !== null && <p className="text-soft max-w-text text-sm wrap-anywhere">{todo}</p>}
    </SignRow>
  );
}
