import { MAX_POLICY_QUERIES, MAX_QUERIES } from '@/lib/dns/budget';
import { shippedLimits } from '@/lib/server/config/limits';
import { ADDRESS_LIMITS } from '@/lib/server/engine/address-lookup';
import { MESSAGE_LIMITS } from '@/lib/server/engine/lookups';
import { amplification, amplificationOfLookUp, EXCHANGES, NO_LIMITS } from './amplification';
import { FETCH_PACKETS, QUESTION_PACKETS, TCP_PACKETS } from './counted-world';
import type { Figure } from './figure';

/** Packets of a session that goes up to RCPT TO with TLS, at most. */
export const SESSION_PACKETS = 24;
/** Addresses of a host whose policy of MTA-STS is fetched. */
export const FETCHES = 2;

/** What one check may send at most, with sessions that have so many packets. */
export function mostPackets(sessionPackets: number): number {
  return (
    (MAX_QUERIES + MAX_POLICY_QUERIES) * QUESTION_PACKETS +
    EXCHANGES * sessionPackets +
    FETCHES * FETCH_PACKETS
  );
}

/** What one request can make us send to servers of somebody else, and what an ordinary check asks. */
export async function amplificationFigures(): Promise<Figure[]> {
  const limits = shippedLimits();
  const figures: Figure[] = [];
  console.log(
    `amplification without limits: ${JSON.stringify(await amplification('hostile', 1, NO_LIMITS))}`,
  );
  for (const [kind, servers, sessionPackets] of [
    ['hostile', 'that refuse', TCP_PACKETS],
    ['accepting', 'that accept', SESSION_PACKETS],
    ['greylisting', 'that greylist', SESSION_PACKETS],
  ] as const) {
    const sent = await amplification(kind, 1, limits);
    console.log(`amplification with limits, servers ${servers}: ${JSON.stringify(sent)}`);
    const what = `one check, hostile domain, servers ${servers}:`;
    figures.push(
      { what: `${what} packets`, figure: sent.packets, limit: mostPackets(sessionPackets), unit: 'packets' },
      { what: `${what} octets`, figure: sent.octets, limit: 200_000, unit: 'octets' },
      {
        what: `${what} sessions at once`,
        figure: sent.sessionsAtOnce,
        limit: limits.sessionsPerNetwork,
        unit: 'sessions',
      },
    );
  }
  for (const [what, lookUp] of [
    ['a look-up of an address', ADDRESS_LIMITS],
    ['a message that is verified', MESSAGE_LIMITS],
  ] as const) {
    const sent = await amplificationOfLookUp(lookUp);
    console.log(`amplification of ${what}: ${JSON.stringify(sent)}`);
    figures.push({
      what: `${what}, all names hostile: packets`,
      figure: sent.packets,
      limit: lookUp.queries * QUESTION_PACKETS,
      unit: 'packets',
    });
  }
  const ordinary = await amplification('ordinary', 1, limits);
  figures.push({
    what: 'ordinary domain: questions to the name server asked most',
    figure: ordinary.mostToOneAddress,
    limit: limits.queriesPerMinute / 20,
    unit: 'questions',
  });
  return figures;
}
