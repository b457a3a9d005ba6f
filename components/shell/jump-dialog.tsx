import { Panel } from '@/components/ui/panel';
import { ownLink } from '@/lib/own-link';
import { type Jump, PAGES } from './pages';

/** What can be jumped to from every page; `jump-list.ts` opens it and adds the checks of lately. */
export function JumpDialog({ further }: { further: readonly Jump[] }) {
  return (
    <Panel as="dialog" data-jump="" aria-label="Jump to" className="palette text-ink max-w-dialog w-150">
      <input
        role="combobox"
        aria-label="Jump to"
        aria-expanded="true"
        aria-controls="jump-list"
        aria-autocomplete="list"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="domain, check, page, or words"
        className="border-line placeholder:text-soft w-full border-b bg-transparent px-4 py-3 font-mono text-sm outline-none"
      />
      <div role="listbox" id="jump-list" aria-label="Pages" className="overflow-y-auto p-2 text-sm">
        {[...PAGES, ...further].map(([href, name, words]) => (
          <a
            key={href}
            role="option"
            aria-selected="false"
            tabIndex={-1}
            href={ownLink(href)}
            data-words={words}
          >
            {name}
          </a>
        ))}
      </div>
    </Panel>
  );
}
