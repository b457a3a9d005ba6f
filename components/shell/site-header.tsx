import Link from 'next/link';
import { QuickField } from './quick-field';
import { ThemeButton } from './theme-button';
import type { StartAction } from '@/components/target/start-state';

export function SiteHeader({ start }: { start: StartAction }) {
  return (
    <header className="screen-only border-line bg-card border-b">
      <div className="wrap flex h-13.5 items-center gap-3 md:gap-5">
        <Link href="/" className="text-ink font-semibold tracking-tight hover:no-underline">
          <span className="font-mono">mx</span>proof
        </Link>
        <QuickField start={start} />
        <nav aria-label="Main" className="ml-auto flex items-center gap-3 text-sm md:gap-4.5">
          <Link href="/" className="text-soft max-md:hidden">
            New check
          </Link>
          <Link href="/explain" className="text-soft">
            Explain
          </Link>
          <Link href="/findings" className="text-soft">
            Findings
          </Link>
          <ThemeButton />
        </nav>
      </div>
    </header>
  );
}
