import { ownLink } from '@/lib/own-link';
import { type Jump, PAGES } from './pages';

interface SiteFooterProps {
  /** Who runs this, for those who were sent a link; null when the operator does not say. */
  operator: string | null;
  /** Pages that not everybody sees. */
  further: readonly Jump[];
}

/** Every page by its name: the header has room for some. */
export function SiteFooter({ operator, further }: SiteFooterProps) {
  return (
    <footer className="border-line text-soft border-t">
      <div className="wrap py-4 text-sm">
        <nav aria-label="All pages" className="screen-only flex flex-wrap gap-x-4 gap-y-1.5">
          {[...PAGES, ...further].map(([href, name]) => (
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
