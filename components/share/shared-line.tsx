import type { Share } from '@/lib/share';
import { Advice } from '@/components/ui/advice';
import { LocalTime } from '@/components/ui/local-time';

/** Of what is read by a link made for somebody: who made it, what they say with it, and how long it holds. */
export function SharedLine({ share }: { share: Share | null }) {
  if (share === null) return null;
  const { madeAt, madeBy, expiresAt, hidesLocalParts, line } = share;
  return (
    <aside aria-label="About this link" className="mt-6">
      {line !== '' && (
        <Advice>
          <p className="wrap-anywhere">“{line}”</p>
        </Advice>
      )}
      <p className="text-soft text-note mt-1.5 wrap-anywhere">
        {line === '' ? 'This link was made' : 'Whoever sent you this link says so. It was made'}
        {madeBy !== null && ` by ${madeBy}`} <LocalTime iso={madeAt} />
        {expiresAt !== null && (
          <>
            {' and holds until '}
            <LocalTime iso={expiresAt} />
          </>
        )}
        .{hidesLocalParts && ' It hides what stands before the @ of addresses.'}
      </p>
    </aside>
  );
}
