import type { Batch } from '@/lib/batch/batch';
import { BATCH_STATE_TONE, BATCH_STATE_WORD, countOf } from '@/lib/show/batch-words';
import { ownLink } from '@/lib/own-link';
import { LocalTime } from '@/components/ui/local-time';
import { RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { TONE_TEXT } from '@/components/ui/tone';
import { ToneIcon } from '@/components/ui/tone-icon';

/** One batch of a list: how it stands, and of how many targets. */
export function BatchRow({ batch }: { batch: Batch & { left: number } }) {
  const { id, name, state, targets, left, invalid, createdAt, startedBy } = batch;
  const tone = BATCH_STATE_TONE[state];
  const count = countOf(targets, 'target', 'targets');
  return (
    <SignRow sign={<ToneIcon tone={tone} size={19} />}>
      <RowLine>
        <a href={ownLink(`/batch/${id}`)} className="text-sm font-medium wrap-anywhere">
          {name === '' ? count : name}
        </a>
        <span className={`text-note font-medium ${TONE_TEXT[tone]}`}>{BATCH_STATE_WORD[state]}</span>
        <RowEnd>
          <LocalTime ago iso={createdAt.toISOString()} />
        </RowEnd>
      </RowLine>
      <p className="text-soft text-note">
        {[
          ...(name === '' ? [] : [count]),
          ...(left === 0 || state === 'reading' ? [] : [`${left.toLocaleString('en')} to go`]),
          ...(invalid === 0 ? [] : [countOf(invalid, 'line is no target', 'lines are no targets')]),
          ...(startedBy === null ? [] : [`by ${startedBy}`]),
        ].join(' · ')}
      </p>
    </SignRow>
  );
}
