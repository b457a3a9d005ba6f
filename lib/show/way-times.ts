import type { Report } from '@/lib/report/report';
import { showMs } from './duration';
import { senderWaitMs } from './sender-wait';

/**
 * Milliseconds from the first question until the way of the mail was known; what was asked for comparison does not hold up a sender.
 * Null when no way was found.
 */
export function dnsMs({ trace, route }: Pick<Report, 'trace' | 'route'>): number | null {
  const decisive = new Set([
    ...(route?.evidence ?? []),
    ...(route?.hosts.flatMap((host) => host.evidence) ?? []),
  ]);
  const ends = trace.steps.filter(({ n }) => decisive.has(n)).map((step) => step.atMs + step.ms);
  if (ends.length === 0) return null;
  return Math.max(...ends) - Math.min(...trace.steps.map((step) => step.atMs));
}

/** What the time of a sender went into: "DNS 210 ms until the route was known · SMTP 354 ms, as a sender would wait". */
export function wayTimes(report: Pick<Report, 'trace' | 'route' | 'sessions'>): string {
  const dns = dnsMs(report);
  const smtp = senderWaitMs(report);
  return [
    ...(dns === null ? [] : [`DNS ${showMs(dns)} until the route was known`]),
    ...(smtp === null ? [] : [`SMTP ${showMs(smtp)}, as a sender would wait`]),
  ].join(' · ');
}
