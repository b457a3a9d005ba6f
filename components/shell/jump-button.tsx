import { Search } from 'lucide-react';
import { ownLink } from '@/lib/own-link';

const LOOK = 'text-soft hover:text-ink -mr-2 inline-grid size-9 place-items-center max-md:ml-auto';
const LABEL = 'Search, or jump to a page';

/** Opens the list of pages, for whoever has no keys; it has no script of its own. Without one it leads to the search, where that is. */
export function JumpButton({ withSearch }: { withSearch: boolean }) {
  const icon = <Search aria-hidden size={18} />;
  return withSearch ? (
    <a href={ownLink('/search')} data-open-jump="" aria-label={LABEL} title={LABEL} className={LOOK}>
      {icon}
    </a>
  ) : (
    <button
      type="button"
      data-open-jump=""
      aria-label={LABEL}
      title={LABEL}
      className={`needs-script ${LOOK}`}
    >
      {icon}
    </button>
  );
}
