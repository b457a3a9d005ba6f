import { askResolver } from '@/lib/dns/ask-resolver';
import type { DomainName } from '@/lib/dns/name';
import type { Notebook } from './notebook';
import type { World } from './world';

/** Asks each resolver once for the MX of the domain; what they say is beside the point of the walk, and shown as such. */
export async function compareResolvers(
  domain: DomainName,
  world: World,
  notebook: Notebook,
  signal: AbortSignal,
): Promise<void> {
  const question = { name: domain, type: 'MX' };
  await Promise.all(
    world.resolvers.map(async (resolver) => {
      const answer = await askResolver(resolver, question, { random: () => world.random(), signal });
      notebook.note({ type: 'resolver', answer });
    }),
  );
}
