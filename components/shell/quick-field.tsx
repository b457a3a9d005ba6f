'use client';

import { useActionState } from 'react';
import { Input } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import type { StartAction } from '@/components/target/start-state';

/** The field in the header of every page that has none of its own. */
export function QuickField({ start }: { start: StartAction }) {
  const [problem, action] = useActionState(start, null);
  return (
    <form action={action} className="quick-field needs-script relative max-w-110 min-w-0 flex-1">
      <Input
        exact
        name="target"
        aria-label="Domain or address to check"
        aria-invalid={problem !== null}
        aria-describedby={problem ? 'quick-problem' : undefined}
        placeholder="domain or address"
        defaultValue={problem?.input ?? ''}
        key={problem?.input}
        required
        data-target-field
        className="bg-paper md:pr-9"
      />
      <kbd
        aria-hidden
        className="border-line text-soft absolute top-2 right-2 rounded-sm border px-1.5 font-mono text-xs max-md:hidden"
      >
        /
      </kbd>
      {problem && (
        <Panel
          as="p"
          id="quick-problem"
          role="alert"
          className="text-bad absolute top-11 z-10 w-full px-3 py-2 text-sm shadow-lg"
        >
          {problem.say}
        </Panel>
      )}
    </form>
  );
}
