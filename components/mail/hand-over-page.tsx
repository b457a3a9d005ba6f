import type { ComponentProps } from 'react';
import Link from 'next/link';
import type { MailPage } from '@/lib/complaint/mail-summary';
import type { DayChart } from '@/lib/show/day-chart';
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
      <header className="pt-6">
        <h1 className="text-[23px] leading-tight font-semibold tracking-[-0.015em] md:text-[28px]">
          {title}
        </h1>
        <p className="text-soft mt-2 max-w-[68ch]">{about}</p>
      </header>
      <HandOverForm {...form} />
      {counted.chart.most > 0 && (
        <Section id="days" title={`${counted.what} a day`} about={counted.days}>
          <MailChart chart={counted.chart} what={counted.what} />
        </Section>
      )}
      {kept.items.length > 0 && (
        <Section id="kept" title="Kept" about="newest first">
          <ol className="panel">
            {kept.items.map((mail) => (
              <MailRow key={mail.id} mail={mail} />
            ))}
          </ol>
          {kept.next !== null && (
            <Link
              className="btn mt-4"
              href={`${here}?cursor=${encodeURIComponent(kept.next)}`}
              prefetch={false}
            >
              Older
            </Link>
          )}
        </Section>
      )}
    </>
  );
}
