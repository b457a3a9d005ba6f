import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import { PageKeys } from '@/components/shell/page-keys';
import type { Jump } from '@/components/shell/pages';
import { SiteFooter } from '@/components/shell/site-footer';
import { SiteHeader } from '@/components/shell/site-header';
import { buttonLook } from '@/components/ui/button';
import { operator } from '@/lib/server/http/operator';
import { permissions } from '@/lib/server/http/perform';
import type { Right } from '@/lib/server/verbs/caller';
import { signInWay } from '@/lib/server/http/sign-in-way';
import { startFromForm } from './actions';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'mxproof', template: '%s · mxproof' },
  description: 'Why mail does not arrive, with proof.',
  applicationName: 'mxproof',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f6f2' },
    { media: '(prefers-color-scheme: dark)', color: '#12161b' },
  ],
};

/** Kept pages are the same for everybody who may do the same, so no name stands here. */
async function accountLink(): Promise<{ label: string; href: string } | null> {
  const may = await permissions();
  if ((await signInWay()) === 'accounts')
    return may('list-own') ? { label: 'Account', href: '/account' } : { label: 'Sign in', href: '/sign-in' };
  return may('administer') ? { label: 'Settings', href: '/settings' } : null;
}

/** Pages that are not for everybody, and what whoever sees them may do. */
const JUMPS = [
  ['start-batches', ['/batch', 'Check a list', 'batch batches csv many bulk']],
  ['list-own', ['/checks', 'All checks', '']],
  ['list', ['/notes', 'Changelog', 'notes']],
  ['list', ['/search', 'Search', '']],
  ['list', ['/vantage', 'Who we are to others', 'vantage helo own side']],
  ['watch', ['/watches', 'Watches', 'alerts']],
  ['administer', ['/settings', 'Settings', 'accounts tokens audit']],
] as const satisfies readonly (readonly [Right, Jump])[];

export default async function RootLayout({ children }: { children: ReactNode }) {
  const may = await permissions();
  const theme = (await cookies()).get('theme')?.value;
  const account = await accountLink();
  const further = JUMPS.flatMap(([right, jump]) => (may(right) ? [jump] : []));
  const known = theme === 'light' || theme === 'dark' ? { 'data-theme': theme } : {};
  return (
    <html lang="en" {...known}>
      <body>
        <a
          href="#main"
          className={clsx(
            buttonLook(),
            'sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20',
          )}
        >
          To the content
        </a>
        <SiteHeader
          withWatches={may('watch')}
          withNotes={may('list')}
          start={may('start-checks') ? startFromForm : null}
          account={account}
        />
        <main id="main" className="wrap pb-16">
          {children}
        </main>
        <SiteFooter operator={operator()} further={further} />
        <PageKeys jumps={further} />
      </body>
    </html>
  );
}
