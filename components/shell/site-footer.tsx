import { ownLink } from '@/lib/own-link';
import { type Jump, PAGES } from './pages';

interface SiteFooterProps {
  /** Who runs this, for those who were sent a link; null when the operator does not say. */
  operator: string | null;
  /** Pages that not everybody sees. */
  further: readonly Jump[];
}

/** Pages that the header has no room for, and to which little else leads. */
const IN_FOOTER: ReadonlySet<string> = new Set(['/compare', '/batch', '/vantage']);

export function SiteFooter({ operator, further }: SiteFooterProps) {
  const pages = [...PAGES, ...further].filter(([href]) => IN_FOOTER.has(href));
  return (
    <footer className="border-line text-soft border-t">
      <div className="wrap py-4 text-sm">
        <nav aria-label="More pages" className="screen-only flex flex-wrap gap-x-4 gap-y-1.5">
          {pages.map(([href, name]) => (
            <a key={href} href={ownLink(href)} className="text-soft">
              {name}
            </a>
          ))}
        </nav>
        {operator !== null && <p className="mt-3 wrap-anywhere">{`This mxproof is run by ${operator}.`}</p>}
      </div>
    </footer>
  );
}
