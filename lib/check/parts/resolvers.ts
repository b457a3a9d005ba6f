import { askResolver } from '@/lib/dns/ask-resolver';
import type { WalkingRun } from '../walks';

/**
 * Asks each resolver once for the MX of the domain; what they say is beside the point of the walk, and shown as such. None is asked
 * about a domain that is excluded: it would ask the servers of the domain in our place.
 */
export async function compareResolvers({ walks, world, record, signal }: WalkingRun): Promise<void> {
  if (world.choice({ names: [walks.domain], address: null }) !== null) return;
  const question = { name: walks.domain, type: 'MX' };
  await Promise.all(
    world.resolvers.map(async (resolver) => {
      record.tell(
        'resolvers',
        await askResolver(resolver, question, { random: () => world.random(), signal }),
      );
    }),
  );
}
