import type { ComponentProps } from 'react';
import type { MailPage } from '@/lib/complaint/mail-summary';
import type { DayChart } from '@/lib/show/day-chart';
import { PageButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { HandOverForm } from '@/components/mail/hand-over-form';
import { MailChart } from '@/components/mail/mail-chart';
import { MailRow } from '@/components/mail/mail-row';

interface HandOverPageProps extends ComponentProps<typeof HandOverForm> {
  title: string;
  about: string;
  /** What is counted, and of which days. */
  counted: { what: string; days: string; chart: DayChart };
  kept: MailPage;
  /** Path of the page itself, for older ones. */
  here: string;
}

/** Where bounces, or complaints, are handed over, with those that are kept and their number by day. */
export function HandOverPage({ title, about, counted, kept, here, ...form }: HandOverPageProps) {
  return (
    <>
      <PageHead title={title} about={about} />
      <HandOverForm {...form} />
      {counted.chart.most > 0 && (
        <Section id="days" title={`${counted.what} a day`} about={counted.days}>
          <MailChart chart={counted.chart} what={counted.what} />
        </Section>
      )}
      {kept.items.length > 0 && (
        <Section id="kept" title="Kept" about="newest first">
          <Panel as="ol">
            {kept.items.map((mail) => (
              <MailRow key={mail.id} mail={mail} />
            ))}
          </Panel>
          {kept.next !== null && (
            <PageButton className="mt-4" href={`${here}?cursor=${encodeURIComponent(kept.next)}`}>
              Older
            </PageButton>
          )}
        </Section>
      )}
    </>
  );
}
