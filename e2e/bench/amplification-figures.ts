import { MAX_QUERIES } from '@/lib/dns/budget';
import { shippedLimits } from '@/lib/server/config/limits';
import { amplification, EXCHANGES, NO_LIMITS, TCP_PACKETS } from './amplification';
import type { Figure } from './figure';

/** What one request can make us send to servers of somebody else, and what an ordinary check asks. */
export async function amplificationFigures(): Promise<Figure[]> {
  const limits = shippedLimits();
  const before = await amplification('hostile', 1, NO_LIMITS);
  console.log(`amplification without limits: ${JSON.stringify(before)}`);
  const hostile = await amplification('hostile', 1, limits);
  console.log(`amplification with limits: ${JSON.stringify(hostile)}`);
  const ordinary = await amplification('ordinary', 1, limits);
  return [
    {
      what: 'one request, hostile domain: packets to the servers that it names',
      figure: hostile.packets,
      limit: (MAX_QUERIES + EXCHANGES) * TCP_PACKETS,
      unit: 'packets',
    },
    {
      what: 'the same, octets',
      figure: hostile.octets,
      limit: 100_000,
      unit: 'octets',
    },
    {
      what: 'the same, sessions at once with one network',
      figure: hostile.sessionsAtOnce,
      limit: limits.sessionsPerNetwork,
      unit: 'sessions',
    },
    {
      what: 'ordinary domain: questions to the name server asked most',
      figure: ordinary.mostToOneAddress,
      limit: limits.queriesPerMinute / 20,
      unit: 'questions',
    },
  ];
}
