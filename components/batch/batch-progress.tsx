import type { Batch, BatchCounts } from '@/lib/batch/batch';
import type { BatchWait } from '@/lib/batch/wait';
import { BATCH_STATE_TONE, BATCH_STATE_WORD, countOf, showLeft, waitWords } from '@/lib/show/batch-words';
import { LocalTime } from '@/components/ui/local-time';
import { Panel } from '@/components/ui/panel';
import { PressForm } from '@/components/ui/press-form';
import { Tag } from '@/components/ui/tag';

interface BatchProgressProps {
  batch: Batch & { counts: BatchCounts; timeLeftMs: number | null; waits: readonly BatchWait[] };
  /** Null: whoever reads the page may not. */
  acts: Record<'pause' | 'resume' | 'stop', (form: FormData) => Promise<void>> | null;
}

/** How far a batch is, how long it takes, what it waits for, and what may be done to it. */
export function BatchProgress({ batch, acts }: BatchProgressProps) {
  const { id, state, targets, invalid, counts, timeLeftMs, waits, endedAt } = batch;
  const { done, running, 'left-out': leftOut } = counts.states;
  const read = Object.values(counts.states).reduce((sum, count) => sum + count, 0);
  const field = { name: 'id', value: id };
  return (
    <Panel className="px-4.5 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Tag tone={BATCH_STATE_TONE[state]} icon>
          {BATCH_STATE_WORD[state]}
        </Tag>
        <p role="status" className="text-sm">
          {state === 'reading'
            ? `${read.toLocaleString('en')} of ${countOf(targets + invalid, 'line', 'lines')} written down`
            : `${done.toLocaleString('en')} of ${countOf(targets, 'target', 'targets')} checked`}
          {running > 0 && ` · ${countOf(running, 'check', 'checks')} under way`}
          {leftOut > 0 && ` · ${leftOut.toLocaleString('en')} left out`}
          {timeLeftMs !== null && done < targets && ` · ${showLeft(timeLeftMs)} left`}
        </p>
        {endedAt !== null && (
          <span className="text-soft text-note">
            <LocalTime iso={endedAt.toISOString()} />
          </span>
        )}
        {acts !== null && endedAt === null && (
          <span className="screen-only ml-auto flex flex-wrap gap-2 max-md:ml-0">
            {state === 'running' && <PressForm act={acts.pause} label="Pause" field={field} />}
            {state === 'paused' && <PressForm act={acts.resume} label="Go on" field={field} />}
            <PressForm act={acts.stop} label="Stop" field={field} />
          </span>
        )}
      </div>
      <progress
        aria-label="Targets checked"
        value={done}
        max={Math.max(1, targets)}
        className="progress mt-3"
      />
      {waits.length > 0 && (
        <ul className="mt-3 grid gap-0.5 text-sm">
          {waits.map((wait) => (
            <li key={waitWords(wait)} className="text-wait wrap-anywhere">
              {waitWords(wait)}, until <LocalTime iso={new Date(wait.until).toISOString()} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
