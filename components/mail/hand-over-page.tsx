import type { ComponentProps } from 'react';
import type { MailPage } from '@/lib/complaint/mail-summary';
import type { DayChart } from '@/lib/show/day-chart';
import { AnchorButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Panel, PanelNote } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { HandOverForm } from '@/components/mail/hand-over-form';
import { MailChart } from '@/components/mail/mail-chart';
import { MailRow } from '@/components/mail/mail-row';

export interface KeptMails {
  page: MailPage;
  /** What is counted, and of which days. */
  counted: { what: string; days: string; chart: DayChart };
}

interface HandOverPageProps extends ComponentProps<typeof HandOverForm> {
  title: string;
  about: string;
  /** What is kept, and its number by day; null: not for whoever reads the page. */
  kept: KeptMails | null;
  /** Whether whoever reads the page may hand over. */
  handsOver: boolean;
  /** Path of the page itself, for older ones. */
  here: string;
}

/** Where bounces, or complaints, are handed over, with those that are kept and their number by day. */
export function HandOverPage({ title, about, kept, handsOver, here, ...form }: HandOverPageProps) {
  return (
    <>
      <PageHead title={title} about={handsOver ? about : undefined} />
      {handsOver ? (
        <HandOverForm {...form} />
      ) : (
        <PanelNote className="mt-4">Mails are handed over by those who are signed in.</PanelNote>
      )}
      {kept === null ? (
        <p className="text-soft mt-8 text-sm">
          What was handed over is listed for those who may see it. The link of a mail shows that mail.
        </p>
      ) : (
        <Kept {...kept} here={here} />
      )}
    </>
  );
}

function Kept({ page, counted, here }: KeptMails & { here: string }) {
  return (
    <>
      {counted.chart.most > 0 && (
        <Section id="days" title={`${counted.what} a day`} about={counted.days}>
          <MailChart chart={counted.chart} what={counted.what} />
        </Section>
      )}
      {page.items.length > 0 && (
        <Section id="kept" title="Kept" about="newest first">
          <Panel as="ol">
            {page.items.map((mail) => (
              <MailRow key={mail.id} mail={mail} />
            ))}
          </Panel>
          {page.next !== null && (
            <AnchorButton className="mt-4" href={`${here}?cursor=${encodeURIComponent(page.next)}`}>
              Older
            </AnchorButton>
          )}
        </Section>
      )}
    </>
  );
}
