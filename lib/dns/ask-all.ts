import { ask, type DnsWorld, type Question, questionKey, type Server } from './ask';
import type { DomainName } from './name';

/** Server addresses of one zone that are all asked; the largest sets in use have 26. */
export const MAX_SURVEYED_ADDRESSES = 26;

/** What was left out. */
export interface Omissions {
  /** By the query budget: `ns1.example.org [192.0.2.53]: example.org SOA`. */
  unasked: string[];
  /** Servers above the number that is asked. */
  beyond: string[];
}

/** A question for every server; `over` TCP to see whether TCP is answered at all (RFC 7766 §5). */
export interface SurveyQuestion extends Question {
  over?: 'tcp';
  /** With letters in mixed case, to see whether they come back so. */
  mixedCase?: boolean;
}

/**
 * Puts the same questions to every server of a zone, all at once, each server once per address; what a server has been
 * asked before is not asked again. What came of it is in the trace. Resolves when all have answered or been given up.
 */
export async function askAll(
  world: DnsWorld,
  zone: { zone: DomainName; depth: number; step: number | null },
  servers: readonly Server[],
  questions: readonly SurveyQuestion[],
): Promise<Omissions> {
  const once = [...new Map(servers.map((server) => [server.address, server])).values()];
  const about = { zone: zone.zone, depth: zone.depth, for: 'compare', after: zone.step } as const;
  const unasked = await Promise.all(
    once.slice(0, MAX_SURVEYED_ADDRESSES).flatMap((server) =>
      questions.map(async ({ name, type, ...how }) => {
        const question = { name, type };
        if (world.asked.has(questionKey(server, question, how))) return [];
        const asked = await ask(world, { ...about, ...how, server, question });
        const said = `${labelOf(server)}: ${name} ${type}`;
        return asked === null ? [how.over === undefined ? said : `${said} over TCP`] : [];
      }),
    ),
  );
  return { unasked: unasked.flat(), beyond: once.slice(MAX_SURVEYED_ADDRESSES).map(labelOf) };
}

function labelOf({ name, address }: Server): string {
  return `${name} [${address}]`;
}
