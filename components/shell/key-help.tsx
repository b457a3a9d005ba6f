import type { RefObject } from 'react';

const KEYS = [
  ['/', 'to the field'],
  ['?', 'this list'],
  ['Ctrl or ⌘ + K', 'jump to a domain, a check or a page'],
  ['Esc', 'close'],
] as const;

export function KeyHelp({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  return (
    <dialog
      ref={dialog}
      data-keys=""
      aria-labelledby="key-help"
      className="panel text-ink w-96 max-w-[92vw] p-5"
    >
      <h2 id="key-help" className="mb-3 font-semibold">
        Keys
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
        {KEYS.map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="border-line rounded-sm border px-1.5 font-mono text-[13px]">{key}</kbd>
            </dt>
            <dd className="text-soft">{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="mt-5 text-right">
        <button className="btn">Close</button>
      </form>
    </dialog>
  );
}
