import { Bell } from 'lucide-react';
import { LocalTime } from '@/components/ui/local-time';
import { SignRow, RowEnd } from '@/components/ui/panel';
import { ownLink } from '@/lib/own-link';
import { alertWords } from '@/lib/show/alert-words';
import { showUtc } from '@/lib/show/moment';
import type { Delivered, ToldAlert } from '@/lib/watch/watch';

/** What a watch has told, and whom it has reached. */
export function AlertRow({ alert }: { alert: ToldAlert }) {
  const { title, lines } = alertWords(alert);
  return (
    <SignRow sign={<Bell aria-hidden size={18} className="text-soft" />}>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <a href={ownLink(`/check/${alert.checkId}`)} className="text-sm wrap-anywhere">
          {title}
        </a>
        <RowEnd>
          <LocalTime iso={alert.at.toISOString()} />
        </RowEnd>
      </p>
      {lines.map((line) => (
        <p key={line} className="text-sm wrap-anywhere">
          {line}
        </p>
      ))}
      {alert.deliveries.map((delivery) => (
        <p key={delivery.to} className="text-soft text-note wrap-anywhere">
          {deliveryWords(delivery)}
        </p>
      ))}
    </SignRow>
  );
}

function deliveryWords({ to, deliveredAt, nextAt, problem }: Delivered): string {
  if (deliveredAt !== null) return `Told ${to}.`;
  const why = problem === null ? '' : ` ${problem}`;
  if (nextAt === null) return `${to} could not be told.${why}`;
  return `${to} is told at ${showUtc(nextAt.toISOString()).slice(0, 16)} UTC.${why}`;
}
