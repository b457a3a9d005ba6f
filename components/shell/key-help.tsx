import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';

const KEYS = [
  ['/', 'to the field'],
  ['?', 'this list'],
  ['Ctrl or ⌘ + K', 'jump to a domain, a check or a page'],
  ['Esc', 'close'],
] as const;

export function KeyHelp() {
  return (
    <Panel as="dialog" data-keys="" aria-labelledby="key-help" className="text-ink max-w-dialog w-96 p-5">
      <h2 id="key-help" className="mb-3 font-semibold">
        Keys
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
        {KEYS.map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="border-line text-note rounded-sm border px-1.5 font-mono">{key}</kbd>
            </dt>
            <dd className="text-soft">{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="mt-5 text-right">
        <Button>Close</Button>
      </form>
    </Panel>
  );
}
