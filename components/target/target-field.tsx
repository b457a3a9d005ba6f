import { refusedHint, type TargetHint, UNMARKED } from '@/lib/client/target-hint';
import { Input } from '@/components/ui/field';
import type { StartState } from './start-state';

const HINT = 'target-hint';

/** The one field. What stands against it is said below; while a person types, `lib/client/follow-target.ts` writes there. */
export function TargetField({ problem, initial }: { problem: StartState; initial: string }) {
  return (
    <div className="min-w-0 flex-1 basis-80">
      <label htmlFor="target" className="sr-only">
        Domain or mail address
      </label>
      <Input
        exact
        id="target"
        name="target"
        defaultValue={problem?.input ?? initial}
        autoFocus
        inputMode="email"
        placeholder="user@example.com"
        aria-invalid={problem !== null}
        aria-describedby={HINT}
        data-target-field
        className="aria-invalid:border-bad min-h-12 px-4 text-lg"
      />
      <HintPlace hint={problem === null ? { kind: 'empty' } : refusedHint(problem)} />
    </div>
  );
}

/** All that may be said has its place from the start, so that what is said changes and nothing else. */
function HintPlace({ hint }: { hint: TargetHint }) {
  const { say, before, part, after } = { say: '', ...UNMARKED, ...hint };
  return (
    <div id={HINT} aria-live="polite" data-hint={hint.kind} className="mt-1.5 min-h-11 text-sm">
      <p data-hint-empty="" className="text-soft">
        A domain, an address, or what you have copied: example.com, user@example.com, user@[192.0.2.1], or a
        whole bounce.
      </p>
      <p data-hint-say="" className="text-soft wrap-anywhere">
        {say}
      </p>
      <p className="text-soft text-note font-mono wrap-anywhere whitespace-pre-wrap">
        <span data-hint-before="">{before}</span>
        <mark
          data-hint-part=""
          className="bg-bad-bg text-bad rounded-xs px-px underline decoration-wavy underline-offset-4"
        >
          {part}
        </mark>
        <span data-hint-after="">{after}</span>
      </p>
    </div>
  );
}
