import { AnchorButton } from './button';

interface PagingProps {
  /** Where the first page is, on a later one; null on the first. */
  newest: string | null;
  /** Where the page after this one is; null on the last. */
  older: string | null;
  /** What both are called. */
  words?: readonly [newest: string, older: string];
}

/** The ways from one page of a list to others. */
export function Paging({ newest, older, words = ['Newest', 'Older'] }: PagingProps) {
  if (newest === null && older === null) return null;
  return (
    <nav aria-label="Pages" className="screen-only mt-4 flex gap-3">
      {newest !== null && <AnchorButton href={newest}>{words[0]}</AnchorButton>}
      {older !== null && <AnchorButton href={older}>{words[1]}</AnchorButton>}
    </nav>
  );
}
