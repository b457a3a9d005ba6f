import type { MessageView } from '@/lib/message/message-view';
import { messageVerdict } from '@/lib/show/message-words';
import { Advice } from '@/components/ui/advice';
import { AnchorButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Section } from '@/components/ui/section';
import { BulkRules } from './bulk-rules';
import { DmarcPart } from './dmarc-part';
import { HopList } from './hop-list';
import { MessageFacts } from './message-facts';
import { SignatureList } from './signature-list';
import { SpfPart } from './spf-part';
import { ArcPart } from './arc-part';

interface MessageReportProps {
  message: MessageView;
  id: string;
  /** Number of the way that is asked about, from 0. */
  way: number;
}

/** What a message proves: the verdict first, then what it rests on. */
export function MessageReport({ message, id, way: n }: MessageReportProps) {
  const way = message.ways[n] ?? message.ways[0];
  if (way === undefined) return null;
  const { tone, title, says } = messageVerdict(message, way);
  return (
    <>
      <PageHead
        above={<>Verified: a message{message.from !== null && ` from ${message.from}`}</>}
        tone={tone}
        title={title}
      >
        {says !== '' && <Advice className="mt-2">{says}</Advice>}
        <div className="screen-only mt-4">
          <AnchorButton href="/message">Verify another message</AnchorButton>
        </div>
      </PageHead>
      <Section
        id="hops"
        title="Its way"
        about="The first server first. Every server writes its own line, and a sender can invent those before."
      >
        <HopList message={message} id={id} way={way} />
      </Section>
      <Section id="dkim" title="DKIM signatures">
        <SignatureList signatures={message.dkim} unverified={message.unverified} />
      </Section>
      <ArcPart arc={message.arc} />
      <Section id="spf" title="SPF">
        <SpfPart message={message} way={way} />
      </Section>
      <Section id="dmarc" title="DMARC">
        <DmarcPart way={way} />
      </Section>
      <BulkRules way={way} />
      <Section id="facts" title="What was read and asked">
        <MessageFacts message={message} />
      </Section>
    </>
  );
}
