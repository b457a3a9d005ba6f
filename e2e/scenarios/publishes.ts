import type { Web } from '../internet/web';
import { block } from './block';
import { ACCEPTED, polite, type Scenario, scenario, zoneWithMx } from './scenario';

/** What differs between such scenarios. */
type Published = Omit<Scenario, 'name' | 'target' | 'zones' | 'verdict'> & Partial<Pick<Scenario, 'verdict'>>;

/** A domain that publishes these records, and whose one exchange takes the mail unless there are others. */
export function publishes(
  name: string,
  { records, ...about }: Published & { records: readonly string[] },
): Scenario {
  const at = block(name);
  const origin = `${name}.test`;
  return scenario({
    name,
    target: `user@${origin}`,
    zones: [zoneWithMx(at, origin, ...records)],
    mtas: { [at(101)]: polite(`mx1.${origin}`) },
    verdict: ACCEPTED,
    ...about,
  });
}

/** The same with a policy of MTA-STS, which this server has (RFC 8461 §3), and further records. */
export function publishesSts(
  name: string,
  { web, records = [], ...about }: Published & { web: Omit<Web, 'name'>; records?: readonly string[] },
): Scenario {
  const at = block(name);
  return publishes(name, {
    records: ['_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`, ...records],
    webs: { [at(151)]: { name: `mta-sts.${name}.test`, ...web } },
    ...about,
  });
}
