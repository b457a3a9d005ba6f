import { ownLink } from '@/lib/own-link';

/** A year: long enough that nobody is asked twice. */
const COOKIE_SECONDS = 31_536_000;

/** Switches between light and dark. The cookie lets the server draw the right one from the next page on. */
export function switchTheme(): void {
  const { dataset } = document.documentElement;
  const now = dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const next = now === 'dark' ? 'light' : 'dark';
  dataset['theme'] = next;
  document.cookie = `theme=${next}; path=${ownLink('/')}; max-age=${COOKIE_SECONDS}; samesite=lax`;
}
