import { FixText } from '@/components/check/fix-text';
import { PolicyEvidence } from '@/components/check/policy-list';
import { Fold } from '@/components/ui/fold';
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
export function VantageLine({ row }: { row: VantageRow }) {
  const { name, tone, says, todo, records, proof, seen } = row;
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
      {todo !== null && <FixText text={todo} records={records} />}
      {proof !== undefined && proof.records.length + proof.steps.length > 0 && (
        <Fold className="mt-1" summary="Records and steps">
          <PolicyEvidence row={proof} />
        </Fold>
      )}
    </SignRow>
  );
}
