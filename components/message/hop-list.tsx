import Link from 'next/link';
import type { MessageView, WayView } from '@/lib/message/message-view';
import { delayWords } from '@/lib/show/message-words';
import { Code } from '@/components/ui/code';
import { LocalTime } from '@/components/ui/local-time';
import { Panel, PanelNote, RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { ToneIcon } from '@/components/ui/tone-icon';

interface HopListProps {
  message: MessageView;
  id: string;
  way: WayView;
}

/** Each server that took the message, with the delay, and which of them is asked about. */
export function HopList({ message: { hops, ways, unreadHops }, id, way }: HopListProps) {
  if (hops.length === 0) return <PanelNote>The message has no Received line.</PanelNote>;
  return (
    <>
      <Panel as="ol">
        {hops.map((hop, n) => {
          const delay = delayWords(hop.delaySeconds);
          const other = ways.findIndex((one) => one.hop === n);
          return (
            <SignRow key={n} sign={<ToneIcon tone={delay?.tone ?? 'note'} />}>
              <RowLine>
                <span className="min-w-0 wrap-anywhere">
                  {hop.from ?? 'a program'} → <span className="font-semibold">{hop.by ?? 'unnamed'}</span>
                </span>
                {way.hop === n && <Tag tone="note">handed over here</Tag>}
                <RowEnd>{delay?.text}</RowEnd>
              </RowLine>
              <p className="text-soft text-sm wrap-anywhere">
                {hop.address !== null && <Code>{hop.address}</Code>}{' '}
                {hop.reverseName !== null && hop.reverseName !== hop.from && `(${hop.reverseName})`}{' '}
                {hop.with} {hop.id !== null && `id ${hop.id}`}
              </p>
              <p className="text-soft text-sm">
                {hop.at === null ? 'without a date that can be read' : <LocalTime iso={hop.at} />}{' '}
                {hop.zone !== null && `(its zone: ${hop.zone})`}
              </p>
              {other !== -1 && way.hop !== n && (
                <Link
                  href={`/message?result=${id}&way=${other}`}
                  prefetch={false}
                  className="screen-only text-sm"
                >
                  Judge it as handed over here
                </Link>
              )}
            </SignRow>
          );
        })}
      </Panel>
      {unreadHops > 0 && <p className="text-soft mt-2 text-sm">{unreadHops} older lines were not read.</p>}
    </>
  );
}
