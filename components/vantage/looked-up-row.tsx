import Link from 'next/link';
import type { AddressView } from '@/lib/blocklists/view';
import { addressVerdict } from '@/lib/show/blocklist-words';
import { LocalTime } from '@/components/ui/local-time';
import { RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { ToneIcon } from '@/components/ui/tone-icon';

/** An address or a name of ours, and what blocklists said of it lately. */
export function LookedUpRow({ about, view }: { about: string; view: AddressView | null }) {
  const { tone, title, says } =
    view === null
      ? { tone: 'unknown' as const, title: 'Not asked within the last half hour.', says: '' }
      : addressVerdict(view);
  return (
    <SignRow sign={<ToneIcon tone={tone} />}>
      <RowLine>
        <Link
          href={`/address/${encodeURIComponent(about)}`}
          prefetch={false}
          className="font-mono text-sm font-semibold wrap-anywhere"
        >
          {about}
        </Link>
        {view !== null && (
          <RowEnd>
            asked <LocalTime iso={view.askedAt} />
          </RowEnd>
        )}
      </RowLine>
      <p className="text-sm wrap-anywhere">{[title, says].join(' ')}</p>
    </SignRow>
  );
}
