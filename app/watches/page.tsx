import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/ui/page-head';
import { Panel, PanelNote } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { perform } from '@/lib/server/http/perform';
import { listWatches } from '@/lib/server/verbs/watches';
import { NewWatch, ToldLately, Watched } from './watch-parts';

export const metadata: Metadata = { title: 'Watches', robots: { index: false, follow: false } };

/** What is tried again and again, and what was told of it. */
export default async function WatchesPage() {
  const { watches, alerts } = await perform(listWatches, {});
  return (
    <>
      <PageHead
        title="Watches"
        about="Tried again and again. A change is told once a second try confirms it; that mail is accepted is told at once. Greylisting and rate limits are no change."
      />
      <Section id="watches" title="Watched">
        {watches.length === 0 ? <PanelNote>Nothing yet.</PanelNote> : <Watched watches={watches} />}
      </Section>
      <Section id="new" title="Watch something">
        <Panel className="p-5">
          <NewWatch kind="mail" target="" />
          <p className="mt-3 text-sm">
            What blocklists say of an address is watched from its page:{' '}
            <Link href="/vantage#lists" prefetch={false} className="text-link underline">
              look an address up
            </Link>
            .
          </p>
        </Panel>
      </Section>
      <ToldLately alerts={alerts} />
    </>
  );
}
