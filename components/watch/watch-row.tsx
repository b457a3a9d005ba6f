import type { ReactNode } from 'react';
import { LocalTime } from '@/components/ui/local-time';
import { RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { PressForm } from '@/components/ui/press-form';
import { ToneIcon } from '@/components/ui/tone-icon';
import { ownLink } from '@/lib/own-link';
import { showEvery } from '@/lib/show/every';
import { watchWords } from '@/lib/show/watch-words';
import { isInDoubt } from '@/lib/watch/known';
import type { ShownWatch } from '@/lib/watch/shown-watch';
import { watchPath } from '@/lib/watch/watch-path';

/** What may be done to a watch. */
type WatchActs = Record<'pause' | 'resume' | 'end', (form: FormData) => Promise<void>>;

interface WatchRowProps {
  watch: ShownWatch;
  acts: WatchActs;
  /** What changes it. */
  children: ReactNode;
}

/** One watch: what is known, since when, and when it is looked at next. */
export function WatchRow({ watch, acts, children }: WatchRowProps) {
  const { id, target, everyMinutes, told, since, nextAt, lastCheckId } = watch;
  const { tone, state, says } = watchWords(watch);
  const isPaused = nextAt === null;
  const field = { name: 'id', value: id };
  return (
    <SignRow sign={<ToneIcon tone={tone} size={19} />}>
      <RowLine>
        <a href={ownLink(watchPath(watch))} className="font-mono text-sm wrap-anywhere">
          {target}
        </a>
        <span className="text-note font-medium">{state}</span>
        {since !== null && (
          <span className="text-soft text-note">
            since <LocalTime iso={since.toISOString()} />
          </span>
        )}
        <RowEnd>
          {isPaused ? (
            'paused'
          ) : (
            <>
              next <LocalTime iso={nextAt.toISOString()} />
            </>
          )}
        </RowEnd>
      </RowLine>
      {says.map((sentence) => (
        <p key={sentence} className="text-sm wrap-anywhere">
          {sentence}
        </p>
      ))}
      {isInDoubt(watch) && !isPaused && (
        <p className="text-sm">The last try saw something else. If the next one sees it too, it is told.</p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="text-soft text-note">
          {showEvery(everyMinutes)} · {told.length === 0 ? 'nobody is told' : `tells ${told.join(', ')}`}
          {lastCheckId !== null && (
            <>
              {' · '}
              <a href={ownLink(`/check/${lastCheckId}`)} className="underline">
                last check
              </a>
            </>
          )}
        </p>
        <span className="screen-only ml-auto flex flex-wrap gap-2 max-md:ml-0">
          {isPaused ? (
            <PressForm act={acts.resume} label="Resume" field={field} />
          ) : (
            <>
              <PressForm act={acts.resume} label="Try now" field={field} />
              <PressForm act={acts.pause} label="Pause" field={field} />
            </>
          )}
          <PressForm act={acts.end} label="End" field={field} />
        </span>
      </div>
      {children}
    </SignRow>
  );
}
