import Link from 'next/link';
import { JumpButton } from './jump-button';
import { QuickField } from './quick-field';
import { ThemeButton } from './theme-button';
import type { StartAction } from '@/components/target/start-state';

interface SiteHeaderProps {
  /** Whether the reader sees what is watched. */
  withWatches: boolean;
  /** Whether the reader sees the changelog, and may search. */
  withNotes: boolean;
  /** Null: whoever reads the page starts no check. */
  start: StartAction | null;
  /** Where somebody signs in, or finds their account or the settings; null: nowhere. */
  account: { label: string; href: string } | null;
}

export function SiteHeader({ withWatches, withNotes, start, account }: SiteHeaderProps) {
  return (
    <header className="screen-only border-line bg-card border-b">
      <div className="wrap flex flex-wrap items-center gap-x-3 gap-y-1.5 max-md:py-2 md:h-13.5 md:flex-nowrap md:gap-5">
        <Link href="/" className="text-ink font-semibold tracking-tight hover:no-underline">
          <span className="font-mono">mx</span>proof
        </Link>
        {start && <QuickField start={start} />}
        <nav
          aria-label="Main"
          className="max-md:text-note flex flex-wrap items-center gap-x-2 text-sm max-md:order-last max-md:w-full max-md:justify-between md:ml-auto md:gap-x-4.5"
        >
          <Link href="/" className="text-soft max-md:hidden">
            New check
          </Link>
          <Link href="/bounce" className="text-soft">
            Bounces
          </Link>
          <Link href="/feedback" className="text-soft">
            Complaints
          </Link>
          <Link href="/message" className="text-soft max-md:hidden">
            Message
          </Link>
          {withWatches && (
            <Link href="/watches" prefetch={false} className="text-soft">
              Watches
            </Link>
          )}
          <Link href="/explain" className="text-soft">
            Explain
          </Link>
          {withNotes && (
            <Link href="/notes" prefetch={false} className="text-soft max-md:hidden">
              Notes
            </Link>
          )}
          <Link href="/findings" className="text-soft">
            Findings
          </Link>
          {account && (
            <Link href={account.href} prefetch={false} className="text-soft">
              {account.label}
            </Link>
          )}
        </nav>
        <JumpButton withSearch={withNotes} />
        <ThemeButton />
      </div>
    </header>
  );
}
