import { ENDED_LISTS } from '@/lib/blocklists/ended-lists';
import type { AddressView } from '@/lib/blocklists/view';
import { addressVerdict, inOrder, reverseWords } from '@/lib/show/blocklist-words';
import { Advice } from '@/components/ui/advice';
import { LocalTime } from '@/components/ui/local-time';
import { PageHead } from '@/components/ui/page-head';
import { Panel, PanelNote, SignRow } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { ToneIcon } from '@/components/ui/tone-icon';
import type { ReactNode } from 'react';
import { ListRow } from './list-row';

interface AddressReportProps {
  view: AddressView;
  /** What can be done here. */
  children: ReactNode;
}

/** What is known of an address, or of a name: the verdict first, then each list. */
export function AddressReport({ view, children }: AddressReportProps) {
  const { about, askedAt, reverse, lists, unasked, tableDate, queries, isCutShort } = view;
  const { tone, title, says } = addressVerdict(view);
  return (
    <>
      <PageHead
        above={
          <>
            Asked <LocalTime iso={askedAt} />
          </>
        }
        tone={tone}
        title={title}
      >
        {says !== '' && <Advice className="mt-2">{says}</Advice>}
        <SentOnly about={about} />
        {children}
      </PageHead>
      {reverse !== null && <ReverseName reverse={reverse} />}
      <Section id="lists" title="Blocklists" about={lists.length > 0 && 'what needs attention first'}>
        {lists.length === 0 ? (
          <PanelNote>Whoever runs this mxproof has none asked (MXPROOF_BLOCKLISTS).</PanelNote>
        ) : (
          <Panel as="ul">
            {inOrder(lists).map((list) => (
              <ListRow key={list.zone} list={list} />
            ))}
          </Panel>
        )}
      </Section>
      <Section id="proof" title="How it was asked">
        <div className="text-soft max-w-text grid gap-2 text-sm">
          <p>
            {queries} DNS queries from the root, through no resolver
            {isCutShort && ', up to the limit of queries or time'}. Each list was asked for its test entries
            first (RFC 5782 §5), or had answered them within a day.
          </p>
          <p>
            What is said of the lists was last looked up on {tableDate}. Which lists a receiver goes by, only
            the receiver knows.
          </p>
          {unasked.length > 0 && lists.length > 0 && (
            <p className="wrap-anywhere">
              Not asked here: {unasked.join(', ')}. MXPROOF_BLOCKLISTS chooses the lists.
            </p>
          )}
          <p className="wrap-anywhere">
            Ended, and not asked: {ENDED_LISTS.map((list) => `${list.domain} (${list.ended})`).join(', ')}. A
            server that still asks one of them may refuse everybody.
          </p>
        </div>
      </Section>
    </>
  );
}

/** What a listing is good for, and what not. */
export function SentOnly({ about }: { about: string }) {
  return (
    <p className="text-soft max-w-text mt-2">
      A listing matters to mail that {about} sends. It changes nothing for mail that it receives: senders do
      not ask blocklists about the server to which they deliver.
    </p>
  );
}

function ReverseName({ reverse }: { reverse: NonNullable<AddressView['reverse']> }) {
  const { tone, says } = reverseWords(reverse);
  return (
    <Section id="reverse" title="Reverse name">
      <Panel as="ul">
        <SignRow sign={<ToneIcon tone={tone} />}>
          {says.map((sentence) => (
            <p key={sentence} className="text-sm wrap-anywhere">
              {sentence}
            </p>
          ))}
        </SignRow>
      </Panel>
    </Section>
  );
}
