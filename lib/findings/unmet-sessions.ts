import type { Evidence } from '@/lib/report/evidence';
import { heardSessions } from './seen';

/** Sessions with exchanges that the policy names, which came as far as TLS and not to a valid certificate. */
export function unmetSessions(seen: Evidence, uncovered: readonly string[]) {
  return heardSessions(seen).filter(
    ({ exchange, tls, withoutTls, smallHello }) =>
      tls !== null &&
      tls.state !== 'trusted' &&
      !withoutTls &&
      smallHello !== true &&
      !uncovered.includes(exchange) &&
      !exchange.startsWith('['),
  );
}
