import { AnchorButton } from './button';

interface PagingProps {
  /** Where the first page is, on a later one; null on the first. */
  newest: string | null;
  /** Where the page after this one is; null on the last. */
  older: string | null;
}

/** The ways from one page of a list to others. */
export function Paging({ newest, older }: PagingProps) {
  if (newest === null && older === null) return null;
  return (
    <nav aria-label="Pages" className="screen-only mt-4 flex gap-3">
      {newest !== null && <AnchorButton href={newest}>Newest</AnchorButton>}
      {older !== null && <AnchorButton href={older}>Older</AnchorButton>}
    </nav>
  );
}
