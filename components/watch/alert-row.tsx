import { Bell } from 'lucide-react';
import { LocalTime } from '@/components/ui/local-time';
import { RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { ownLink } from '@/lib/own-link';
import { alertWords } from '@/lib/show/alert-words';
import { showUtc } from '@/lib/show/moment';
import { alertPath } from '@/lib/watch/alert-path';
import type { Delivered, ToldAlert } from '@/lib/watch/watch';

/** What a watch has told, and whom it has reached. */
export function AlertRow({ alert }: { alert: ToldAlert }) {
  const { title, lines } = alertWords(alert);
  return (
    <SignRow sign={<Bell aria-hidden size={18} className="text-soft" />}>
      <RowLine>
        <a href={ownLink(alertPath(alert))} className="text-sm wrap-anywhere">
          {title}
        </a>
        <RowEnd>
          <LocalTime iso={alert.at.toISOString()} />
        </RowEnd>
      </RowLine>
      {lines.map((line) => (
        <p key={line} className="text-sm wrap-anywhere">
          {line}
        </p>
      ))}
      {deliveryLines(alert.deliveries).map((line) => (
        <p key={line} className="text-soft text-note wrap-anywhere">
          {line}
        </p>
      ))}
    </SignRow>
  );
}

/** Whom it has reached, in one line; of everybody else why not. */
function deliveryLines(deliveries: readonly Delivered[]): string[] {
  const told = deliveries.filter(({ deliveredAt }) => deliveredAt !== null).map(({ to }) => to);
  const others = deliveries.filter(({ deliveredAt }) => deliveredAt === null);
  return [...(told.length === 0 ? [] : [`Told: ${told.join(', ')}.`]), ...others.map(waitingWords)];
}

function waitingWords({ to, nextAt, problem }: Delivered): string {
  const why = problem === null ? '' : ` ${problem}`;
  if (nextAt === null) return `${to} could not be told.${why}`;
  return `${to} is told at ${showUtc(nextAt.toISOString()).slice(0, 16)} UTC.${why}`;
}
