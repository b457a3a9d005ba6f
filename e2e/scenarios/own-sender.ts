import { type block, reverseOrigin } from './block';
import { type Scenario, zoneWithMx } from './scenario';

/**
 * A target whose zone holds our own sender as well: `us` is the HELO name, with the address that we are seen by (.201) and its reverse name;
 * `from` the sender domain, with this SPF record.
 */
export function withOwnSender(
  at: ReturnType<typeof block>,
  origin: string,
  spf: string,
  ...records: string[]
): Pick<Scenario, 'target' | 'vantage' | 'ownAddress' | 'zones'> {
  return {
    target: `user@${origin}`,
    vantage: { helo: `us.${origin}`, sender: `noreply@from.${origin}` },
    ownAddress: at(201),
    zones: [
      zoneWithMx(
        at,
        origin,
        `us A ${at(201)}`,
        `us TXT "v=spf1 a -all"`,
        `from MX 10 mx1.${origin}.`,
        `from TXT "${spf}"`,
        ...records,
      ),
      {
        origin: reverseOrigin(at),
        servers: { [`ns1.${origin}`]: [at(1)] },
        records: [`201 PTR us.${origin}.`],
      },
    ],
  };
}
